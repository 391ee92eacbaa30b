import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LibraryBrowser } from './support/library-browser';
import { focusedOn, focusList, isFocusLost, press, quotes, waitForMessage, waitForRows } from './support/library-page';

let browser: LibraryBrowser;
let page: Page;

const settled = () => new Promise((resolve) => setTimeout(resolve, 250));

async function search(words: string): Promise<void> {
  await page.focus('.search');
  await page.$eval('.search', (field) => (field as HTMLInputElement).select());
  await page.keyboard.press('Backspace');
  await page.keyboard.type(words);
}

describe.each(['chromium', 'firefox'] as const)('the library in %s', (name) => {
  beforeAll(async () => {
    browser = await LibraryBrowser.launched(name);
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    page = await browser.open();
  });
  afterEach(() => browser.clear());

  describe('shows', () => {
    it('every annotation in use with its document, tags and place', async () => {
      expect((await quotes(page)).sort()).toHaveLength(6);
      const row = await page.$$eval('.annotation', (rows) =>
        rows.find((each) => each.textContent?.includes('20 maj 2026'))?.textContent?.replace(/\s+/g, ' '),
      );
      expect(row).toContain('Ärendeberedning i nämnderna');
      expect(row).toContain('Åmåls kommun');
      expect(row).toContain('kommunstyrelsen');
      expect(row).toMatch(/[sp]\. 12/);
    });

    it('what is searched for in quote, comment, tag and document, å apart from a', async () => {
      await search('elevhälsan');
      await waitForRows(page, 2);
      await search('åtgärden');
      await waitForRows(page, 1);
      expect(await quotes(page)).toEqual([
        'Vi rekommenderar barn- och utbildningsnämnden att säkerställa tidsgränser i elevhälsan.',
      ]);
      await search('atgarden');
      await page.waitForSelector('.empty button');
      await page.click('.empty button');
      await waitForRows(page, 6);
    });

    it('the same provision in one group, however it was cited', async () => {
      await page.select('.toolbar select', 'provision');
      await page.waitForSelector('.group');
      const groups = await page.$$eval('.group', (rows) => rows.map((row) => row.textContent ?? ''));
      expect(groups[0]).toMatch(/^SoL 5:1a.*2/);
      await page.click('.group .name');
      await waitForRows(page, 4);
      await page.click('.group .name');
      await waitForRows(page, 6);
    });

    it('what filters let through, with counts that hold', async () => {
      await page.waitForSelector('.filter label');
      const choice = await page.$$eval('.filter label', (labels) =>
        labels.map((label) => label.textContent?.replace(/\s+/g, ' ').trim() ?? ''),
      );
      expect(choice.some((label) => /Följ upp ?2$/.test(label))).toBe(true);
      await page.evaluate(() => {
        for (const filter of document.querySelectorAll<HTMLDetailsElement>('.filter')) filter.open = true;
        const labels = [...document.querySelectorAll<HTMLElement>('.filter label')];
        labels.find((label) => label.textContent?.includes('Åmåls kommun'))?.click();
      });
      await waitForRows(page, 2);
      await page.evaluate(() => {
        const labels = [...document.querySelectorAll<HTMLElement>('.filter label')];
        labels.find((label) => label.textContent?.includes('Följ upp'))?.click();
      });
      await waitForRows(page, 1);
      await page.click('.filters .clear');
      await waitForRows(page, 6);
    });

    it('rows in the order that a heading asks for', async () => {
      await page.click('.quote-cell .sort');
      await settled();
      const first = await quotes(page);
      expect(first[0]).toBe('5 kap. 1 a § socialtjänstlagen (2001:453)');
      expect(first.at(-1)).toBe('Åtgärdsplanen är inte beslutad.');
      await page.click('.quote-cell .sort');
      await settled();
      expect((await quotes(page))[0]).toBe('Åtgärdsplanen är inte beslutad.');
      expect(await page.$eval('th[aria-sort]', (head) => head.getAttribute('aria-sort'))).toBe('descending');
    });
  });

  describe('with the keyboard', () => {
    it('goes through rows, chooses a stretch, tags it by its key, takes that back', async () => {
      await focusList(page);
      await page.keyboard.press('ArrowDown');
      expect(await focusedOn(page)).toBe('line 1');
      await page.keyboard.press(' ');
      await page.keyboard.down('Shift');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.up('Shift');
      await settled();
      expect(await page.$$eval('.line[aria-selected=true]', (rows) => rows.length)).toBe(3);
      await page.keyboard.press('4');
      await waitForMessage(page, '3');
      const tagged = () =>
        page.$$eval('.annotation .tag-chip', (chips) => chips.filter((chip) => chip.textContent === 'Övrigt').length);
      await page.waitForFunction(
        () =>
          [...document.querySelectorAll('.annotation .tag-chip')].filter((c) => c.textContent === 'Övrigt').length ===
          3,
      );
      await page.keyboard.down('Control');
      await page.keyboard.press('z');
      await page.keyboard.up('Control');
      await page.waitForFunction(
        () => ![...document.querySelectorAll('.annotation .tag-chip')].some((c) => c.textContent === 'Övrigt'),
      );
      expect(await tagged()).toBe(0);
      expect(await focusedOn(page)).toBe('line 3');
    });

    it('removes all, restores them from the bin, and never loses the focus', async () => {
      await focusList(page);
      await page.keyboard.down('Control');
      await page.keyboard.press('a');
      await page.keyboard.up('Control');
      await page.keyboard.press('Delete');
      await page.waitForSelector('.empty');
      await settled();
      expect(await focusedOn(page)).toBe('button.');
      await page.click('.bin');
      await waitForRows(page, 7);
      await focusList(page);
      await page.keyboard.down('Control');
      await page.keyboard.press('a');
      await page.keyboard.up('Control');
      await press(page, '.restore-chosen');
      await page.waitForSelector('.empty');
      await settled();
      expect(await isFocusLost(page)).toBe(false);
      await page.click('.bin');
      await waitForRows(page, 7);
    });

    it('after a removal the next row has the focus', async () => {
      await focusList(page);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Delete');
      await waitForRows(page, 5);
      await settled();
      expect(await focusedOn(page)).toBe('line 1');
    });

    it('opens details, saves a comment, and takes it back from the list', async () => {
      await focusList(page);
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.detail textarea');
      await page.focus('.detail textarea');
      await page.keyboard.type('Nytt i biblioteket');
      await page.keyboard.down('Control');
      await page.keyboard.press('Enter');
      await page.keyboard.up('Control');
      await page.waitForFunction(() =>
        document.querySelector('.scroller')?.textContent?.includes('Nytt i biblioteket'),
      );
      expect(await focusedOn(page)).toMatch(/^textarea/);
      await press(page, '.message .undo');
      await page.waitForFunction(
        () => !document.querySelector('.scroller')?.textContent?.includes('Nytt i biblioteket'),
      );
    });

    it('reaches what stands in a row, and leaves it', async () => {
      await focusList(page);
      await page.keyboard.press('ArrowRight');
      expect(await focusedOn(page)).toMatch(/^input/);
      await page.keyboard.press('ArrowRight');
      expect(await focusedOn(page)).toMatch(/^button\.open/);
      await page.keyboard.press('Escape');
      expect(await focusedOn(page)).toBe('line 0');
    });

    it('tags by number keys in the details, but not where text is typed', async () => {
      await focusList(page);
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.detail textarea');
      const chips = () =>
        page.$$eval('.annotation[data-active] .tag-chip', (all) => all.map((chip) => chip.textContent ?? ''));
      const before = await chips();
      expect(before).not.toContain('Övrigt');
      await page.focus('.detail textarea');
      await page.keyboard.type('4');
      expect(await page.$eval('.detail textarea', (field) => (field as HTMLTextAreaElement).value)).toBe('4');
      expect(await chips()).toEqual(before);
      await page.focus('.detail .open');
      await page.keyboard.press('4');
      await page.waitForFunction(() =>
        [...document.querySelectorAll('.annotation[data-active] .tag-chip')].some((c) => c.textContent === 'Övrigt'),
      );
      // What was being typed is still there.
      expect(await page.$eval('.detail textarea', (field) => (field as HTMLTextAreaElement).value)).toBe('4');
    });
  });

  describe('in bulk', () => {
    const chooseAll = () =>
      page.$$eval('.annotation input[type=checkbox]', (boxes) => {
        for (const box of boxes) (box as HTMLInputElement).click();
      });

    it('tags and untags by one window', async () => {
      await chooseAll();
      await press(page, '.tag-chosen');
      await page.waitForSelector('dialog[open] .tag-choices');
      await page.evaluate(() => {
        const labels = [...document.querySelectorAll<HTMLElement>('.tag-choices label')];
        const choose = (tag: string) => labels.find((label) => label.textContent?.includes(tag))?.click();
        choose('Övrigt');
        choose('Följ upp');
        choose('Följ upp');
      });
      await press(page, 'dialog .apply');
      await page.waitForFunction(() => {
        const tags = [...document.querySelectorAll('.annotation .tag-chip')].map((chip) => chip.textContent);
        return tags.filter((tag) => tag === 'Övrigt').length === 6 && !tags.includes('Följ upp');
      });
    });

    it('moves to a new set, and back by Undo', async () => {
      await chooseAll();
      await press(page, '.move-chosen');
      await page.select('dialog .set-chooser select', '+');
      await page.waitForSelector('dialog .naming input');
      // The field gets the focus a moment after it is there; typing into the field itself waits for no moment.
      await page.type('dialog .naming input', 'Uppföljning');
      await page.keyboard.press('Enter');
      await page.waitForSelector('dialog .set-chooser select');
      await press(page, 'dialog .apply');
      const inSet = (set: string, count: number) =>
        page.waitForFunction(
          (wanted, rows) =>
            [...document.querySelectorAll('.annotation .set-cell')].filter((c) => c.textContent === wanted).length ===
            rows,
          {},
          set,
          count,
        );
      await inSet('Uppföljning', 6);
      await press(page, '.message .undo');
      await inSet('Ärenden', 3);
    });
  });
});
