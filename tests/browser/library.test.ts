import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testBuild } from './support/build';
import { openFilledLibrary } from './support/fill-library';
import { type ExtensionBrowser, launchWithExtension } from './support/launch';
import {
  focusedOn,
  focusList,
  isFocusLost,
  openDialog,
  press,
  quotes,
  waitForMessage,
  waitForRows,
} from './support/library-page';
import { type FixtureServer, startFixtureServer } from './support/server';
import { smallLibrary } from './support/small-library';

let server: FixtureServer;
let extension: ExtensionBrowser;
let page: Page;
let downloads: string;

const text = (selector: string) => page.$eval(selector, (element) => element.textContent ?? '');
const settled = () => new Promise((resolve) => setTimeout(resolve, 250));

async function search(words: string): Promise<void> {
  await page.focus('.search');
  await page.$eval('.search', (field) => (field as HTMLInputElement).select());
  await page.keyboard.press('Backspace');
  await page.keyboard.type(words);
}

/** The file that the browser has saved with this ending. */
async function saved(ending: string): Promise<Buffer> {
  for (let waited = 0; waited < 15_000; waited += 200) {
    const name = (await readdir(downloads)).find((each) => each.endsWith(ending));
    if (name) {
      const bytes = await readFile(join(downloads, name));
      if (bytes.length > 0) return bytes;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`No file ${ending} was saved: ${await readdir(downloads)}`);
}

async function importFile(name: string, content: string): Promise<void> {
  const path = join(downloads, name);
  await writeFile(path, content);
  await openDialog(page, 'import');
  const input = (await page.waitForSelector('dialog input[type=file]')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(path);
}

describe.each(['chromium', 'firefox'] as const)('the library in %s', (name) => {
  beforeAll(async () => {
    server = await startFixtureServer();
    downloads = await mkdtemp(join(tmpdir(), 'revisionspennan-library-'));
    extension = await launchWithExtension(name, testBuild(name), { downloadDir: downloads });
  });
  afterAll(async () => {
    await extension?.close();
    await server?.close();
    await rm(downloads, { recursive: true, force: true });
  });
  beforeEach(async () => {
    page = await openFilledLibrary(extension, smallLibrary(server.url('')));
    await page.setViewport({ width: 1400, height: 900 });
    await waitForRows(page, 6);
  });
  afterEach(async () => {
    for (const open of (await extension.browser.pages()).slice(1)) await open.close().catch(() => undefined);
    for (const file of await readdir(downloads)) await rm(join(downloads, file));
  });

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
      await page.keyboard.type('Uppföljning');
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

  describe('exports and imports', () => {
    it('a set as JSON-LD that comes back the same', async () => {
      await openDialog(page, 'export');
      await page.click('dialog input[value=everything]');
      await page.click('dialog input[value=jsonld]');
      await page.click('dialog .apply');
      const file = JSON.parse((await saved('.jsonld')).toString('utf8')) as unknown;
      expect(JSON.stringify(file)).toContain('säkerställa tidsgränser');
      await page.keyboard.press('Escape');
      await importFile('igen.jsonld', JSON.stringify(file));
      await page.waitForSelector('.plan');
      expect(await text('.plan')).toMatch(/6 /);
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
        const bytes = await saved(endings[format]);
        const isZip = bytes.subarray(0, 2).toString('latin1') === 'PK';
        expect(isZip).toBe(format === 'xlsx' || format === 'docx');
        if (!isZip) expect(bytes.toString('utf8')).toContain('Granskning av elevhälsan');
      },
    );

    it('a table by its columns: what is refused is said with row and column', async () => {
      await importFile(
        'tabell.csv',
        'Utdraget;Rapport;Länk;Sida\r\nEn ny mening;Granskning X;https://www.x.se/rapport;4\r\n;Granskning X;https://www.x.se/rapport;5\r\n',
      );
      await page.waitForSelector('.mapping');
      const selects = await page.$$('.mapping select');
      await (selects[0] as ElementHandle<HTMLSelectElement>).select('quote');
      await press(page, 'dialog .compare');
      await page.waitForSelector('.plan');
      expect(await text('[data-outcome=new]')).toContain('En ny mening');
      expect(await text('[data-outcome=refused]')).toMatch(/(rad|row) 3.*Utdraget/);
      await press(page, 'dialog .apply');
      await waitForRows(page, 7);
      await press(page, '.message .undo');
      await waitForRows(page, 6);
    });

    it('refuses a file that is none, in a sentence', async () => {
      await importFile('trasig.json', '{"annotations":');
      await page.waitForSelector('dialog .problems li');
      expect(await text('dialog .problems')).toMatch(/JSON/);
      expect(await page.$('dialog .plan')).toBeNull();
    });

    it('saves a backup, and says when', async () => {
      await openDialog(page, 'storage');
      await press(page, '.save-backup');
      const bytes = await saved('.json.gz');
      expect([...bytes.subarray(0, 2)]).toEqual([0x1f, 0x8b]);
      await page.waitForFunction(() => /20\d\d/.test(document.querySelector('.backup-state')?.textContent ?? ''));
    });
  });

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

    it('makes, renames, chooses and deletes sets', async () => {
      await openDialog(page, 'sets');
      await page.type('dialog .body > .name-form input', 'Tredje');
      await press(page, 'dialog .body > .name-form button');
      await page.waitForFunction(() => document.querySelectorAll('.managed li').length === 3);
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
