import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { libraryEn } from '../../locales/library/en';
import { LibraryBrowser } from './support/library-browser';
import { focusList, openDialog, press, waitForRows } from './support/library-page';

let browser: LibraryBrowser;
let page: Page;

const text = (selector: string) => page.$eval(selector, (element) => element.textContent ?? '');

describe.each(['chromium', 'firefox'] as const)('files of the library in %s', (name) => {
  beforeAll(async () => {
    browser = await LibraryBrowser.launched(name);
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    page = await browser.open();
  });
  afterEach(() => browser.clear());

  describe('exports and imports', () => {
    it('a set as JSON-LD that comes back the same', async () => {
      await openDialog(page, 'export');
      await page.click('dialog input[value=everything]');
      await page.click('dialog input[value=jsonld]');
      await page.click('dialog .apply');
      const file = JSON.parse((await browser.saved('.jsonld')).toString('utf8')) as unknown;
      expect(JSON.stringify(file)).toContain('säkerställa tidsgränser');
      await page.keyboard.press('Escape');
      await browser.importFile(page, 'igen.jsonld', JSON.stringify(file));
      await page.waitForSelector('.plan');
      expect(await text('.plan')).toContain('6 annotations from 3 documents.');
      expect(await page.$('[data-outcome=new]')).toBeNull();
    });

    it.each(['xlsx', 'docx', 'csv', 'markdown', 'ris', 'csl'] as const)(
      '%s is written in the background',
      async (format) => {
        await openDialog(page, 'export');
        await page.click('dialog input[value=everything]');
        await page.click(`dialog input[value=${format}]`);
        await page.click('dialog .apply');
        const endings = { xlsx: '.xlsx', docx: '.docx', csv: '.csv', markdown: '.md', ris: '.ris', csl: '.json' };
        const bytes = await browser.saved(endings[format]);
        const isZip = bytes.subarray(0, 2).toString('latin1') === 'PK';
        expect(isZip).toBe(format === 'xlsx' || format === 'docx');
        if (!isZip) expect(bytes.toString('utf8')).toContain('Granskning av elevhälsan');
      },
    );

    it('a table by its columns: what is refused is said with row and column', async () => {
      await browser.importFile(
        page,
        'tabell.csv',
        'Utdraget;Rapport;Länk;Sida\r\nEn ny mening;Granskning X;https://www.x.se/rapport;4\r\n;Granskning X;https://www.x.se/rapport;5\r\n',
      );
      await page.waitForSelector('.mapping');
      const selects = await page.$$('.mapping select');
      await (selects[0] as ElementHandle<HTMLSelectElement>).select('quote');
      await press(page, 'dialog .compare');
      await page.waitForSelector('.plan');
      expect(await text('[data-outcome=new]')).toContain('En ny mening');
      expect(await text('.plan')).toMatch(/(hamnar i samlingen|go to the set) \S/);
      expect(await text('[data-outcome=refused]')).toMatch(/(rad|row) 3.*Utdraget/);
      await press(page, 'dialog .apply');
      await waitForRows(page, 7);
      await press(page, '.message .undo');
      await waitForRows(page, 6);
    });

    it('refuses a file that is none, in a sentence', async () => {
      await browser.importFile(page, 'trasig.json', '{"annotations":');
      await page.waitForSelector('dialog .problems li');
      expect(await text('dialog .problems')).toMatch(/JSON/);
      expect(await page.$('dialog .plan')).toBeNull();
    });

    it('saves a backup, and says when', async () => {
      await openDialog(page, 'storage');
      await press(page, '.save-backup');
      const bytes = await browser.saved('.json.gz');
      expect([...bytes.subarray(0, 2)]).toEqual([0x1f, 0x8b]);
      await page.waitForFunction(() => /20\d\d/.test(document.querySelector('.backup-state')?.textContent ?? ''));
    });

    it('shows the beginning of the very file that will be saved', async () => {
      await openDialog(page, 'export');
      await page.click('dialog input[value=everything]');
      await page.click('dialog input[value=ris]');
      await page.waitForFunction(() => document.querySelector('.preview pre')?.textContent?.startsWith('TY  - RPRT'));
      const shown = (await text('.preview pre')).replaceAll('\r', '');
      await page.click('dialog .apply');
      const [first = ''] = (await browser.saved('.ris')).toString('utf8').split('N1  - ');
      expect(first.replaceAll('\r', '')).toBe(shown.split('N1  - ')[0]);
    });

    /** All there is as JSON-LD, by the export window, which is closed after it. */
    const everythingExported = async () => {
      await openDialog(page, 'export');
      await page.click('dialog input[value=everything]');
      await page.click('dialog input[value=jsonld]');
      await page.click('dialog .apply');
      const file = (await browser.saved('.jsonld')).toString('utf8');
      await page.keyboard.press('Escape');
      return file;
    };

    it('what a colleague changed: which fields, and the comment that will stand', async () => {
      const file = await everythingExported();
      const time = '2026-11-20T10:00:00.000Z';
      const edit = JSON.stringify([{ revision: 2, time, before: { comment: 'Samma lagrum.' } }]);
      const theirs = file.replace(/^.*"value":"Samma lagrum\.".*$/m, (line) =>
        line
          .replace('"value":"Samma lagrum."', '"value":"Deras tillägg"')
          .replace(/"modified":"[^"]+"/, `"modified":"${time}"`)
          .replace(/"rp:revision":1/, `"rp:revision":2,"rp:history":${edit}`),
      );
      await browser.importFile(page, 'deras.jsonld', theirs);
      await page.waitForSelector('[data-outcome=changed]');
      expect(await text('[data-outcome=changed] .differs')).toMatch(/kommentar|comment/);
      expect(await text('[data-outcome=changed] .comments')).toBe('Samma lagrum. → Deras tillägg');
      await press(page, 'dialog .apply');
      await page.waitForFunction(() => document.querySelector('.scroller')?.textContent?.includes('Deras tillägg'));
    });

    it('what lies in the bin here and in the file is said before it is done', async () => {
      const file = await everythingExported();
      await page.waitForFunction(() => !document.querySelector('dialog[open]'));
      await focusList(page);
      await page.keyboard.press('Delete');
      await waitForRows(page, 5);
      await browser.importFile(page, 'igen.jsonld', file);
      await page.waitForSelector('[data-outcome=kept]');
      expect(await text('[data-outcome=kept] .bin-fate')).toBe(libraryEn.binFates.stays);
      expect(await text('.plan .bin-fates')).toBe(libraryEn.binCounts.stays(1));
    });
  });
});
