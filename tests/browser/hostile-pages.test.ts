import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  cardText,
  inCard,
  openCard,
  openPanel,
  painted,
  panelEntries,
  saveInCard,
  waitForPainted,
} from './support/reader';
import { setUp } from './support/set-up';

/** Pages that try to break the at.extension, and that it must not break. */
describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  const at = setUp(name);
  let page: Page;
  let errors: string[];

  beforeEach(async () => {
    page = await at.extension.browser.newPage();
    errors = [];
    page.on('pageerror', (error) => errors.push(String(error)));
  });
  afterEach(async () => {
    await page.close();
  });

  const open = (hostile: string) => page.goto(at.server.url(`/hostile/${hostile}`));

  it('reads 100,000 elements', async () => {
    await open('nodes');
    await waitForPainted(page, 'citation', 1500);
    expect(errors).toEqual([]);
  });

  it('keeps up with a page that changes every ten milliseconds, and leaves it running', async () => {
    await open('mutating');
    await waitForPainted(page, 'citation', 20);
    const ticks = () => page.evaluate(() => (window as unknown as { ticks: number }).ticks);
    const before = await ticks();
    await new Promise((resolve) => setTimeout(resolve, 2000));
    expect(await ticks()).toBeGreaterThan(before + 50);
    await openCard(page, 'citation', 0);
    await saveInCard(page, { comment: 'mitt i ändringarna' });
    await waitForPainted(page, 'saved', 1);
    await page.reload();
    await waitForPainted(page, 'saved', 1);
  });

  it('shows text that looks like HTML as text, in card and panel', async () => {
    await open('markup');
    await waitForPainted(page, 'recommendation');
    await openCard(page, 'recommendation', 0);
    await saveInCard(page, { tag: '<img src=x onerror="window.pwned=1">', comment: '<script>window.pwned=1</script>' });
    expect(await cardText(page)).toContain('<img src=x onerror="window.pwned=1">');
    const panel = await openPanel(at.extension, page);
    await panel.waitForSelector('.entry.kept');
    const kept = (await panelEntries(panel)).find((entry) => entry.isKept);
    expect(kept?.comment).toBe('<script>window.pwned=1</script>');
    expect(kept?.quote).toContain('onerror=');
    for (const each of [page, panel]) {
      expect(await each.evaluate(() => (window as unknown as { pwned?: number }).pwned)).toBeUndefined();
    }
    if (panel !== page && name === 'firefox') await panel.close();
  });

  it('lives beside a page that has highlights of its own and throws ours away', async () => {
    await open('highlights');
    await waitForPainted(page, 'recommendation');
    await page.waitForFunction(() => (window as unknown as { clears: number }).clears > 1, { polling: 100 });
    expect(await page.evaluate(() => CSS.highlights.has('search'))).toBe(true);
    await page.evaluate(() => scrollBy(0, 200));
    await page.evaluate(() => document.dispatchEvent(new Event('scrollend')));
    await waitForPainted(page, 'recommendation');
  });

  it('works where the page has frozen or replaced the built-in objects', async () => {
    await open('frozen');
    // The page's own objects are broken, so only what needs none of them is looked at.
    const size = () =>
      page.evaluate(
        "CSS.highlights.has('revisionspennan-citation') ? CSS.highlights.get('revisionspennan-citation').size : 0",
      );
    for (let tries = 0; tries < 100 && (await size()) === 0; tries++)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await size()).toBe(2);
  });

  it('says nothing on a page without text', async () => {
    await open('empty');
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
    expect(await page.evaluate(() => document.body.childElementCount)).toBe(0);
  });

  it('reads a million characters in one text node', async () => {
    await open('long');
    await waitForPainted(page, 'citation', 2000);
  });

  it('reads neither hidden text nor what the user writes', async () => {
    await open('hidden');
    await waitForPainted(page, 'citation');
    expect((await painted(page, 'citation')).join()).not.toMatch(/9 kap/);
    expect((await painted(page, 'citation')).join()).toMatch(/2 kap\. 2 §/);
  });

  it('takes nothing from a page that pretends to be the extension or a person', async () => {
    await open('impostor');
    await waitForPainted(page, 'citation');
    await page.waitForFunction(() => (window as unknown as { tries: number }).tries > 8, { polling: 100 });
    const answers = await page.evaluate(
      () => (window as unknown as { answers: ({ type?: string } | undefined)[] }).answers,
    );
    // The content script's framework says hello to older copies of itself; nothing of ours answers.
    expect(answers.filter((answer) => answer && !answer.type?.endsWith('content-script-started'))).toEqual([]);
    expect(await page.evaluate(() => document.querySelector('revisionspennan-card'))).toBeNull();
    expect(await page.evaluate(() => CSS.highlights.has('revisionspennan-saved'))).toBe(false);
  });

  it('shows its card, with its looks, under the strictest content security policy', async () => {
    await open('csp');
    await waitForPainted(page, 'citation');
    await openCard(page, 'citation', 0);
    const card = await inCard(page, '.card');
    const style = await card.evaluate((element) => {
      const { position } = getComputedStyle((element.getRootNode() as ShadowRoot).host);
      return { position, radius: getComputedStyle(element).borderRadius };
    });
    expect(style).toEqual({ position: 'fixed', radius: '8px' });
    await saveInCard(page);
  });
});
