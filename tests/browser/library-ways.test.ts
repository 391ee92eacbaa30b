import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { libraryEn } from '../../locales/library/en';
import { LibraryBrowser } from './support/library-browser';
import { focusList, isFocusLost, openDialog, press, waitForMessage, waitForRows } from './support/library-page';

let browser: LibraryBrowser;
let page: Page;

/** Presses Tab until an element has the focus, as a person does who has no mouse. */
async function tabTo(selector: string): Promise<void> {
  for (let nth = 0; nth < 60; nth++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`Tab never comes to ${selector}`);
}

/** Where each row of the list stands in the window. */
function places(): Promise<(number | undefined)[]> {
  return page.$$eval('.annotation', (rows) => rows.map((row) => row.getBoundingClientRect().top));
}

describe.each(['chromium', 'firefox'] as const)('ways through the library in %s', (name) => {
  beforeAll(async () => {
    browser = await LibraryBrowser.launched(name);
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    page = await browser.open();
  });
  afterEach(() => browser.clear());

  it('from opening the page to a Word file of a set by keyboard alone', async () => {
    await tabTo('[data-dialog=export]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog[open] .preview li');
    // The window begins in the choice of formats; the arrow goes from Excel to Word.
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('xlsx');
    await page.keyboard.press('ArrowDown');
    await page.waitForSelector('dialog input[value=docx]:checked');
    // Enter on the format writes the file, as in a form.
    await page.keyboard.press('Enter');
    const files = unzipSync(new Uint8Array(await browser.saved('.docx')));
    const body = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    expect(body).toContain('säkerställa tidsgränser');
    expect(body).not.toContain('Åtgärdsplanen');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('dialog[open]'));
    expect(await isFocusLost(page)).toBe(false);
  });

  it('from the search to the list, a tag for all of it, and no way back from that among the exports', async () => {
    await page.focus('.search');
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(() => document.activeElement?.matches('[data-active]'));
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    await page.waitForSelector('.bulk-bar');
    await tabTo('.bulk-bar button');
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog[open] .tag-input:focus');
    await page.keyboard.type('samverkan');
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog .chip');
    // With nothing more typed Enter is done with the window.
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => !document.querySelector('dialog[open]'));
    await page.waitForFunction(
      () =>
        [...document.querySelectorAll('.annotation')].every((row) =>
          [...row.querySelectorAll('.tag-chip')].some(
            (chip) => chip.textContent?.replaceAll('\u00ad', '') === 'samverkan',
          ),
        ) && document.querySelector('.page-foot .message .undo'),
    );
    await openDialog(page, 'export');
    expect(await page.$('dialog .message')).toBeNull();
    expect(await page.$('.page-foot .message .undo')).not.toBeNull();
  });

  it('all of a set is exported by the name of the set, also where it was chosen row by row', async () => {
    const fileName = async () => {
      await openDialog(page, 'export');
      await page.waitForSelector('dialog input[value=chosen]:checked');
      await page.waitForSelector('dialog .preview li');
      return page.$eval('dialog .preview', (preview) => preview.textContent ?? '');
    };
    await page.evaluate(() => {
      const labels = [...document.querySelectorAll<HTMLElement>('.filter label')];
      labels
        .find((each) => each.textContent?.replaceAll('\u00ad', '').startsWith('Granskning 2026: elevhälsan'))
        ?.click();
    });
    await waitForRows(page, 3);
    await focusList(page);
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    await page.waitForSelector('.bulk-bar');
    expect(await fileName()).toContain('Granskning 2026: elevhälsan');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('dialog[open]'));
    await focusList(page);
    await page.keyboard.press(' ');
    expect(await fileName()).toContain(libraryEn.exportTitles.chosen);
  });

  it('choosing rows, and what is said of them, moves no row', async () => {
    const before = await places();
    await focusList(page);
    await page.keyboard.press(' ');
    await page.waitForSelector('.bulk-bar');
    expect(await places()).toEqual(before);
    await page.keyboard.press('1');
    await page.waitForSelector('.message.done');
    expect(await places()).toEqual(before);
  });

  it('in the window for exports the button stays where it is, whatever is chosen', async () => {
    await openDialog(page, 'export');
    const place = () => page.$eval('dialog .apply', (button) => button.getBoundingClientRect().top);
    const before = await place();
    await page.waitForSelector('dialog .preview li');
    expect(await place()).toBe(before);
    await page.click('dialog input[value=ris]');
    await page.waitForSelector('dialog .preview pre');
    expect(await place()).toBe(before);
  });

  it('the row that one is in stays in sight above the bar that comes', async () => {
    await page.setViewport({ width: 1400, height: 640 });
    await focusList(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press(' ');
    await page.waitForSelector('.bulk-bar');
    await page.waitForFunction(() => {
      const row = document.querySelector('[data-active]')?.getBoundingClientRect();
      const list = document.querySelector('.scroller')?.getBoundingClientRect();
      return row && list && row.bottom <= list.bottom + 1;
    });
  });

  it('rows are low when they are wanted low, also the next time', async () => {
    const height = () => page.$eval('.annotation', (row) => row.getBoundingClientRect().height);
    const roomy = await height();
    await press(page, '.toolbar .dense');
    await page.waitForFunction(
      (before) => {
        const row = document.querySelector('.annotation');
        return row && row.getBoundingClientRect().height < before * 0.6;
      },
      {},
      roomy,
    );
    const again = await browser.extension.openExtensionPage('library.html');
    await again.setViewport({ width: 1400, height: 900 });
    await waitForRows(again, 6);
    expect(await again.$eval('.annotation', (row) => row.getBoundingClientRect().height)).toBeLessThan(roomy * 0.6);
    await press(again, '.toolbar .dense[aria-pressed=true]');
    await again.waitForFunction(
      (before) => document.querySelector('.annotation')?.getBoundingClientRect().height === before,
      {},
      roomy,
    );
  });

  it('a set with nothing in it can be chosen, and shows that it is empty', async () => {
    await openDialog(page, 'sets');
    await page.type('dialog .naming input', 'Östra skolan');
    await page.keyboard.press('Enter');
    await waitForMessage(page, 'Östra skolan');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => {
      const labels = [...document.querySelectorAll<HTMLElement>('.filter label')];
      const label = labels.find((each) => each.textContent?.startsWith('Östra skolan'));
      if (!label?.textContent?.endsWith('0')) return false;
      label.click();
      return true;
    });
    await page.waitForSelector('.empty');
    await press(page, '.empty button');
    await waitForRows(page, 6);
  });

  it('what another tab saves meanwhile is settled before anything is saved over it', async () => {
    const openDetail = async (on: Page) => {
      await focusList(on);
      await on.keyboard.press('Enter');
      await on.waitForSelector('.detail textarea');
    };
    await openDetail(page);
    await page.type('.detail textarea', ' Mine');
    const other = await browser.extension.openExtensionPage('library.html');
    await waitForRows(other, 6);
    await openDetail(other);
    await other.type('.detail textarea', ' Theirs');
    await other.click('.detail button[type=submit]');
    await other.waitForFunction(() => document.querySelector('.scroller')?.textContent?.includes('Theirs'));
    await other.close();
    await page.bringToFront();
    await page.waitForSelector('.newer');
    await page.click('.detail button[type=submit]');
    await page.waitForFunction(
      (words) => document.querySelector('.detail output')?.textContent === words,
      {},
      libraryEn.settleFirst,
    );
    await page.click('.newer .keep-typed');
    await page.waitForFunction(() => !document.querySelector('.newer'));
    // The choice is no failure any more, what was typed is there, and the person is in it.
    expect(await page.$eval('.detail output', (output) => output.textContent)).toBe('');
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('textarea');
    await page.click('.detail button[type=submit]');
    await page.waitForFunction(() => document.querySelector('.scroller')?.textContent?.includes('Mine'));
    expect(await page.$eval('.scroller', (list) => list.textContent)).not.toContain('Theirs');
    // The other's words are in its history.
    await page.waitForFunction(() => document.querySelector('.detail')?.textContent?.includes('Theirs'));
  });

  it('in a narrow window what is said covers nothing that one is in', async () => {
    await page.setViewport({ width: 320, height: 640 });
    await openDialog(page, 'sets');
    await page.type(
      'dialog .naming input',
      'Granskning av elevhälsan och socialtjänstens samverkan kring barn i behov av stöd',
    );
    await page.keyboard.press('Enter');
    await waitForMessage(page, 'samverkan kring barn');
    await page.waitForFunction(() => {
      const field = document.querySelector('dialog .naming input');
      if (!field || field !== document.activeElement) return false;
      const { left, width, top, bottom } = field.getBoundingClientRect();
      const at = (y: number) => document.elementFromPoint(left + width / 2, y);
      return at(top + 3) === field && at(bottom - 3) === field;
    });
  });

  it('a set that another tab deletes while its export is being chosen is gone, and no other one takes its place', async () => {
    await openDialog(page, 'export');
    await page.select(
      'dialog .scope select',
      await page.$eval('dialog .scope select', (element) => {
        const options = [...(element as HTMLSelectElement).options];
        return options.find(({ text }) => text === 'Ärenden')?.value ?? '';
      }),
    );
    const other = await browser.extension.openExtensionPage('library.html');
    await waitForRows(other, 6);
    await openDialog(other, 'sets');
    await other.evaluate(() => {
      const rows = [...document.querySelectorAll('dialog .managed-row')];
      rows
        .find((row) => row.textContent?.includes('Ärenden'))
        ?.querySelector<HTMLElement>('.delete')
        ?.click();
    });
    await press(other, 'dialog .confirm');
    await waitForRows(other, 3);
    await other.close();
    await page.bringToFront();
    const gone = await page.waitForSelector('dialog .radios .failure');
    expect(await gone?.evaluate((element) => element.textContent)).toBe(libraryEn.setGone);
    expect(await page.$eval('dialog .scope select', (element) => (element as HTMLSelectElement).value)).toBe('');
    await page.click('dialog input[value=csv]');
    expect(await page.$eval('dialog .apply', (button) => button.getAttribute('aria-disabled'))).toBe('true');
    await page.select(
      'dialog .scope select',
      await page.$eval('dialog .scope select', (element) => (element as HTMLSelectElement).options[1]?.value ?? ''),
    );
    await page.waitForFunction(() => !document.querySelector('dialog .radios .failure'));
    await page.waitForSelector('dialog .apply[aria-disabled=false]');
    await press(page, 'dialog .apply');
    const file = (await browser.saved('.csv')).toString('utf8');
    expect(file).toContain('säkerställa tidsgränser');
    expect(file).not.toContain('Åtgärdsplanen');
    // The window itself says what it wrote, and where.
    await page.waitForFunction(() =>
      /^\d+ annotations? exported to .+\.csv/.test(document.querySelector('dialog .message.done')?.textContent ?? ''),
    );
  });

  it('everything that was done is undone one by one, and then there is nothing more', async () => {
    const undo = async () => {
      await page.keyboard.down('Control');
      await page.keyboard.press('z');
      await page.keyboard.up('Control');
    };
    const others = (count: number) =>
      page.waitForFunction(
        (wanted) =>
          [...document.querySelectorAll('.annotation .tag-chip')].filter((chip) => chip.textContent === 'Övrigt')
            .length === wanted,
        {},
        count,
      );
    await focusList(page);
    await page.keyboard.press('4');
    await others(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('4');
    await others(2);
    await page.keyboard.press('Delete');
    await waitForRows(page, 5);
    await undo();
    await waitForRows(page, 6);
    await others(2);
    await undo();
    await others(1);
    await undo();
    await others(0);
    await page.waitForFunction(
      () => document.querySelector('.message.done') && !document.querySelector('.message .undo'),
    );
    await undo();
    expect(await page.$$eval('.annotation', (rows) => rows.length)).toBe(6);
  });

  it('an edit and what was done before it are undone one after the other, and done again', async () => {
    const isTagged = (wanted: boolean) =>
      page.waitForFunction(
        (is) =>
          [...document.querySelectorAll('.annotation .tag-chip')].some((chip) => chip.textContent === 'Övrigt') === is,
        {},
        wanted,
      );
    const comments = (wanted: string, are: boolean) =>
      page.waitForFunction(
        (words, is) =>
          [...document.querySelectorAll('.annotation .comment')].some((each) => each.textContent === words) === is,
        {},
        wanted,
        are,
      );
    await focusList(page);
    await page.keyboard.press('4');
    await isTagged(true);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.detail textarea');
    await page.focus('.detail textarea');
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    await page.keyboard.type('Skrivet efter taggen');
    await press(page, '.detail button.primary');
    await comments('Skrivet efter taggen', true);
    await waitForMessage(page, libraryEn.edited);
    await press(page, '.message .undo');
    await comments('Skrivet efter taggen', false);
    await page.waitForSelector('.message .redo');
    await press(page, '.message .undo');
    await isTagged(false);
    await waitForMessage(page, libraryEn.undone(libraryEn.taggedWith(1, 'Övrigt')));
    await press(page, '.message .redo');
    await isTagged(true);
    await page.waitForSelector('.message .redo');
    await focusList(page);
    await page.keyboard.down('Control');
    await page.keyboard.press('y');
    await page.keyboard.up('Control');
    await comments('Skrivet efter taggen', true);
    await page.waitForFunction(() => !document.querySelector('.message .redo'));
  });

  it('a name typed among the tags for many says that it is a new one, and offers the one that it may be', async () => {
    await focusList(page);
    await page.keyboard.press(' ');
    await press(page, '.tag-chosen');
    await page.waitForSelector('dialog[open] .tag-input');
    await page.focus('dialog .tag-input');
    await page.keyboard.type('Följ');
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog .new-tag');
    expect(await page.$eval('dialog .new-tag', (note) => note.textContent)).toContain(libraryEn.tagIsNew('Följ'));
    await press(page, 'dialog .new-tag .meant');
    await page.waitForFunction(() => !document.querySelector('dialog .new-tag'));
    await press(page, 'dialog .apply');
    await page.waitForFunction(() =>
      document.querySelector('.annotation[aria-selected=true] .tags-cell')?.textContent?.includes('Följ upp'),
    );
    expect(await page.$$eval('.filter-pane', (panes) => panes[0]?.textContent)).not.toMatch(/Följ(?! upp)/);
  });

  it('what was typed stays in sight when the annotation goes to the bin elsewhere, and is there once it is back', async () => {
    await focusList(page);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.detail textarea');
    await page.focus('.detail textarea');
    await page.keyboard.type('Ännu inte sparat. ');
    const elsewhere = await browser.extension.openExtensionPage('library.html');
    await waitForRows(elsewhere, 6);
    await focusList(elsewhere);
    await elsewhere.keyboard.press('Delete');
    await waitForRows(elsewhere, 5);
    await elsewhere.close();
    await page.bringToFront();
    await page.waitForSelector('.detail .typed');
    expect(await page.$eval('.detail .typed', (words) => words.textContent)).toContain('Ännu inte sparat.');
    await press(page, '.detail button.primary');
    await waitForRows(page, 6);
    await focusList(page);
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() =>
      (document.querySelector('.detail textarea') as HTMLTextAreaElement | null)?.value.includes('Ännu inte sparat.'),
    );
  });
});
