import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import expected from '../../sample/expected.json';
import { inCard, openCard, painted, saveInCard, waitForPainted } from './support/reader';
import { setUp } from './support/set-up';

/** Text that is not there, or not to be seen, when the page opens. */
describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  const at = setUp(name);
  let page: Page;
  const all = expected.recommendations.length;

  beforeEach(async () => {
    page = await at.extension.browser.newPage();
  });
  afterEach(async () => {
    await page.close();
  });

  const openSections = (count: number): Promise<void> =>
    page.$$eval(
      'h2 > button[aria-expanded=false]',
      (buttons, first) => {
        for (const button of buttons.slice(0, first)) (button as HTMLElement).click();
      },
      count,
    );

  it('reads what a script adds after a second', async () => {
    await page.goto(at.server.url('/sample?late=1'));
    await page.waitForFunction(() => document.documentElement.dataset.late, { polling: 100 });
    await waitForPainted(page, 'recommendation', all);
    expect(await painted(page, 'recommendation')).toHaveLength(all);
  });

  it('offers to keep what was selected before anything was read', async () => {
    at.server.setPage('/empty', '<!doctype html><html lang="sv"><title>Tom</title><main></main></html>');
    await page.goto(at.server.url('/empty'));
    await page.evaluate(() => {
      const main = document.querySelector('main') as HTMLElement;
      main.textContent = 'Nämnden har inte följt upp sina beslut.';
      getSelection()?.selectAllChildren(main);
    });
    expect(await (await inCard(page, '.chip-save')).evaluate((chip) => chip.textContent)).not.toBe('');
  });

  it('reads a closed section when it is opened, and not before', async () => {
    await page.goto(at.server.url('/sample?accordion=1'));
    await openSections(1);
    await waitForPainted(page, 'recommendation', 6);
    expect(await painted(page, 'recommendation')).toHaveLength(6);
    await openSections(99);
    await waitForPainted(page, 'recommendation', all);
    expect(await painted(page, 'recommendation')).toHaveLength(all);
  });

  it('follows a site that swaps its pages by script, and keeps each page’s annotations apart', async () => {
    const other = '/other-report';
    at.server.setPage(
      other,
      `<!doctype html><html lang="sv"><title>Annan rapport</title><main><h1>Annan rapport</h1>
<p>Granskningen avser miljönämnden och utgår från 26 kap. 1 § miljöbalken samt nämndens egna riktlinjer.</p></main></html>`,
    );
    await page.goto(at.server.url(`/sample?spa=1&next=${other}`));
    await waitForPainted(page, 'recommendation', all);
    await openCard(page, 'recommendation', 0);
    await saveInCard(page);
    await page.keyboard.press('Escape');
    await waitForPainted(page, 'saved', 1);

    await page.$eval('#next', (button) => (button as HTMLElement).click());
    await page.waitForFunction((view) => document.documentElement.dataset.view === view, { polling: 100 }, other);
    await expect.poll(() => painted(page, 'citation'), { timeout: 10_000 }).toEqual(['26 kap. 1 § miljöbalken']);
    expect(await painted(page, 'saved')).toEqual([]);
    await openCard(page, 'citation', 0);
    await saveInCard(page);
    await page.keyboard.press('Escape');
    await waitForPainted(page, 'saved', 1);

    await page.goto(at.server.url('/sample'));
    await waitForPainted(page, 'saved', 1);
    expect(await painted(page, 'saved')).toEqual([expected.recommendations[0]?.text]);
    await page.goto(at.server.url(other));
    await waitForPainted(page, 'saved', 1);
    expect(await painted(page, 'saved')).toEqual(['26 kap. 1 § miljöbalken']);
  });
});
