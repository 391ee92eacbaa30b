import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  closeAllPages,
  countOf,
  focusIn,
  openNewDocument,
  panelWords,
  undoInPanel,
  waitForMessage,
} from './support/panel-pages';
import { cardText, openCard, waitForPainted } from './support/reader';
import { setUp } from './support/set-up';

/** What the panel says of the document, and how it is set right. */
describe.each(['chromium', 'firefox'] as const)('%s: the document’s profile', (name) => {
  const at = setUp(name, { grantsUnasked: true });
  let page: Page;
  let panel: Page;

  beforeEach(async () => {
    ({ page, panel } = await openNewDocument(at));
  });
  afterEach(() => closeAllPages(at));

  const titles = () => panel.$$eval('.entry .title', (all) => all.map((each) => each.textContent ?? ''));
  const laws = () => panel.$eval('.laws', (each) => each.textContent ?? '');
  const field = (each: string) => panel.$eval(`[data-field=${each}] dd`, (element) => element.textContent ?? '');
  const waitForLaw = (sfs: string) =>
    panel.waitForFunction(
      (wanted) => document.querySelector('.entry .title')?.textContent?.includes(wanted),
      { timeout: 20_000, polling: 50 },
      sfs,
    );
  const fillDate = async (date: string) => {
    await panel.$eval(
      '.profile-form input[type=date]',
      (input, value) => {
        (input as HTMLInputElement).value = value;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      },
      date,
    );
  };
  const openForm = async () => {
    if (!(await panel.$('.profile details[open]'))) await panel.click('.profile summary');
    await (await panel.waitForSelector('.profile .correct'))?.click();
    await panel.waitForSelector('.profile-form');
  };

  it('says what the document is, and which law its date means', async () => {
    await panel.click('.profile summary');
    expect(await field('municipality')).toBe('Perstorp');
    expect(await field('auditor')).toBe('KPMG');
    expect(await field('date')).toBe('2023-02-14');
    expect(await field('diaryNumber')).toBe('2023/117');
    expect(await laws()).toMatch(/2023-02-14.*SoL.*2001:453.*2025-07-01/);
    expect((await titles())[0]).toContain('(2001:453)');
  });

  it('is set right: another date means another law, at once, on the page too, and at the next visit', async () => {
    const words = await panelWords(panel);
    await openForm();
    await fillDate('2025-10-01');
    await panel.$eval('.profile-form input[type=text]', (input) => (input as HTMLInputElement).select());
    await panel.click('.profile-form button.primary');
    await waitForMessage(panel, words.profile.done);
    await waitForLaw('(2025:400)');
    expect(await laws()).toMatch(/2025-10-01.*SoL.*2025:400/);
    expect(await field('date')).toContain(words.profile.documentSays('2023-02-14'));
    expect((await focusIn(panel)).isLost).toBe(false);

    await page.bringToFront();
    await openCard(page, 'citation', 0);
    expect(await cardText(page)).toContain('2025:400');
    await page.reload();
    await waitForPainted(page, 'recommendation', 2);
    await openCard(page, 'citation', 0);
    expect(await cardText(page)).toContain('2025:400');

    await panel.bringToFront();
    await waitForLaw('(2025:400)');
    await panel.click('[data-field=date] .corrected button');
    await waitForMessage(panel, words.profile.restored);
    await waitForLaw('(2001:453)');
    expect((await focusIn(panel)).isLost).toBe(false);
    await undoInPanel(panel);
    await waitForLaw('(2025:400)');
  });

  it('takes corrections of every field, and away what is none; undo brings all of it back', async () => {
    const words = await panelWords(panel);
    await openForm();
    const inputs = await panel.$$('.profile-form input[type=text]');
    for (const [index, text] of ['Klippan', 'KomRedo', ''].entries()) {
      await inputs[index]?.click({ count: 3 });
      await panel.keyboard.press('Backspace');
      if (text) await inputs[index]?.type(text);
    }
    await panel.select('.profile-form select', 'missive');
    await panel.click('.profile-form button.primary');
    await waitForMessage(panel, words.profile.done);
    await panel.waitForSelector('[data-field=diaryNumber] .corrected');
    expect(await field('municipality')).toContain('Klippan');
    expect(await field('auditor')).toContain(words.profile.documentSays('KPMG'));
    expect(await field('diaryNumber')).toContain(words.profile.none);
    expect(await field('kind')).toContain(words.profile.kinds.missive);
    await undoInPanel(panel);
    await countOf(panel, '.profile .corrected', 0);
    expect(await field('municipality')).toBe('Perstorp');
  });

  it('leaves the form by Escape, with nothing changed and the focus where it was', async () => {
    await openForm();
    await fillDate('2025-10-01');
    await panel.keyboard.press('Escape');
    await countOf(panel, '.profile-form', 0);
    expect((await focusIn(panel)).className).toContain('correct');
    expect(await field('date')).toBe('2023-02-14');
  });
});
