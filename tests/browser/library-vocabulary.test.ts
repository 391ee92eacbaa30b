import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LibraryBrowser } from './support/library-browser';
import { isFocusLost, openDialog, press, waitForRows } from './support/library-page';

let browser: LibraryBrowser;
let page: Page;

const settled = () => new Promise((resolve) => setTimeout(resolve, 250));

describe.each(['chromium', 'firefox'] as const)('tags and sets of the library in %s', (name) => {
  beforeAll(async () => {
    browser = await LibraryBrowser.launched(name);
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    page = await browser.open();
  });
  afterEach(() => browser.clear());

  describe('keeps a vocabulary', () => {
    it('renames, recolours and merges tags, each to be undone', async () => {
      await openDialog(page, 'tags');
      await press(page, '.tags-managed li:nth-child(3) .edit');
      await page.waitForSelector('.tag-editor input');
      await page.keyboard.type('Återkom');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() =>
        document.querySelector('.tags-managed li:nth-child(3)')?.textContent?.includes('Återkom'),
      );
      await press(page, 'dialog .message .undo');
      await page.waitForFunction(() =>
        document.querySelector('.tags-managed li:nth-child(3)')?.textContent?.includes('Följ upp'),
      );
      await press(page, '.tags-managed li:nth-child(3) .edit');
      const into = await page.$eval('.merge option:nth-child(2)', (option) => (option as HTMLOptionElement).value);
      await page.select('.merge select', into);
      await press(page, '.merge-tag');
      await page.waitForFunction(() => document.querySelectorAll('.tags-managed li').length === 3);
      await press(page, 'dialog .message .undo');
      await page.waitForFunction(() => document.querySelectorAll('.tags-managed li').length === 4);
    });

    it('puts tags in another order: the keys follow', async () => {
      await openDialog(page, 'tags');
      await press(page, '.tags-managed li:nth-child(4) .up');
      await page.waitForFunction(() =>
        document.querySelector('.tags-managed li:nth-child(3)')?.textContent?.includes('Övrigt'),
      );
      expect(await isFocusLost(page)).toBe(false);
    });

    it('exports all there is while the current set is empty', async () => {
      await openDialog(page, 'sets');
      await page.type('dialog .body > .name-form input', 'Tom samling');
      await press(page, 'dialog .body > .name-form button');
      await page.waitForFunction(
        () => document.querySelector('.managed .current:has(input:checked) .name')?.textContent === 'Tom samling',
      );
      await page.keyboard.press('Escape');
      await openDialog(page, 'export');
      await page.waitForSelector('dialog input[value=everything]:checked');
      await page.waitForFunction(() => document.querySelector('.preview .hint')?.textContent?.includes('6 '));
      // Whoever wants the empty set all the same gets it, and is told.
      await press(page, 'dialog input[value=set]');
      await page.waitForFunction(() => document.querySelector('.preview .hint')?.textContent?.startsWith('0 '));
    });

    it('makes, renames, chooses and deletes sets', async () => {
      await openDialog(page, 'sets');
      await page.type('dialog .body > .name-form input', 'Tredje');
      await press(page, 'dialog .body > .name-form button');
      await page.waitForFunction(() => document.querySelectorAll('.managed li').length === 3);
      // It takes new annotations from now on, as one that is made in the panel does.
      await page.waitForFunction(
        () => document.querySelector('.managed .current:has(input:checked) .name')?.textContent === 'Tredje',
      );
      await press(page, '.managed li:last-child .delete');
      await settled();
      const names = await page.$$eval('.managed .name', (each) => each.map((name) => name.textContent));
      expect(names).toContain('Ärenden');
      await press(page, 'dialog [aria-label$=": Ärenden"].delete');
      await press(page, '.delete-choice .confirm');
      await page.waitForFunction(
        () => ![...document.querySelectorAll('.managed .name')].some((n) => n.textContent === 'Ärenden'),
      );
      await page.keyboard.press('Escape');
      await waitForRows(page, 3);
      await press(page, '.message .undo');
      await waitForRows(page, 6);
    });
  });
});
