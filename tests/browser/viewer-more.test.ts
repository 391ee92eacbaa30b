import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { textsIn } from '../../locales';
import { testBuild } from './support/build';
import { type ExtensionBrowser, launchWithExtension } from './support/launch';
import { makePdf } from './support/pdf/make-pdf';
import { type PdfServer, startPdfServer } from './support/pdf/pdf-server';
import { control, openViewer, waitForText, wordsOf } from './support/pdf/viewer-page';
import { cardText, openCard, openPanelInTab, saveInCard, waitForPainted } from './support/reader';

/** What the browsers' own viewers offer besides reading: names of pages, properties, attachments, two pages, zoom by the wheel. */

/** Two pages of front matter, six of the report, two of an appendix. */
const papers = () =>
  makePdf({
    title: 'Handlingar till nämnden',
    labels: [
      { from: 1, style: 'r' },
      { from: 3, style: 'D' },
      { from: 9, style: 'D', prefix: 'Bilaga-' },
    ],
    attachments: [{ name: 'underlag.csv', description: 'Underlag till bilaga 1', content: 'år;antal\n2025;17\n' }],
    pages: Array.from({ length: 10 }, (_, index) => ({ lines: [`Blad ${index + 1} av handlingarna`] })),
  });

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let server: PdfServer;
  let extension: ExtensionBrowser;
  let page: Page;
  const downloads = mkdtempSync(join(tmpdir(), 'revisionspennan-attachments-'));

  beforeAll(async () => {
    server = await startPdfServer();
    server.serve('/handlingar.pdf', { bytes: papers() });
    extension = await launchWithExtension(name, testBuild(name), { downloadDir: downloads });
  });
  afterAll(async () => {
    await extension?.close();
    await server?.close();
  });
  afterEach(() => page?.close().catch(() => undefined));

  const open = async () => {
    page = await openViewer(extension, server.url('/handlingar.pdf'));
    await waitForText(page, 'Blad 1 ');
  };
  const field = () => page.$eval('#page-number', (each) => (each as HTMLInputElement).value);
  const fieldSays = (wanted: string) =>
    page.waitForFunction(
      (value) => (document.querySelector('#page-number') as HTMLInputElement | null)?.value === value,
      { polling: 50 },
      wanted,
    );
  const type = async (words: string) => {
    await page.click('#page-number');
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
  };
  const choose = async (words: string) => {
    await page.click('[popovertarget]');
    const [item] = await page.$$(
      `::-p-xpath(//section[@id='more-menu']//*[self::button or self::label][normalize-space()='${words}'])`,
    );
    await item?.click();
  };

  it('calls pages what the document calls them, and goes to them by that name or by number', async () => {
    await open();
    await fieldSays('i');
    await type('Bilaga-2');
    await waitForText(page, 'Blad 10 ');
    await fieldSays('Bilaga-2');
    expect(await page.$eval('.of-pages', (each) => each.textContent)).toMatch(/^\(10 (av|of) 10\)$/);
    // "4" is printed on the sixth page; no page is called 9, so that is a number.
    await type('4');
    await waitForText(page, 'Blad 6 ');
    expect(await field()).toBe('4');
    await type('9');
    await fieldSays('Bilaga-1');
    await page.keyboard.press('F4');
    await page.waitForFunction(() => document.querySelector('.thumbnail[aria-current]'));
    expect(await page.$eval('.thumbnail[aria-current]', (each) => each.textContent)).toBe('Bilaga-1');
  });

  it('names the page of a passage as it is printed, in the card, the panel and what is kept', async () => {
    server.serve('/bilaga.pdf', {
      bytes: makePdf({
        labels: [
          { from: 1, style: 'r' },
          { from: 2, style: 'D', prefix: 'Bilaga-' },
        ],
        pages: [{ lines: ['Försättsblad'] }, { lines: ['Enligt 15 kap. 20 § miljöbalken ska avfallet hämtas.'] }],
      }),
    });
    page = await openViewer(extension, server.url('/bilaga.pdf'));
    await waitForText(page, 'miljöbalken');
    await waitForPainted(page, 'citation');
    await openCard(page, 'citation');
    expect(await cardText(page)).toMatch(/(s\.|p\.) Bilaga-1/);
    await saveInCard(page);
    await page.keyboard.press('Escape');
    const panel = await openPanelInTab(extension, page);
    await panel.waitForSelector('.entry.kept .page');
    expect(await panel.$eval('.entry.kept .page', (each) => each.textContent)).toMatch(/^(s\.|p\.) Bilaga-1$/);
    await panel.close();
    // Found again by what was kept.
    await page.reload().catch(() => undefined);
    await waitForPainted(page, 'saved');
  });

  it('tells what the file says of itself', async () => {
    await open();
    const { menu, properties } = await wordsOf(page);
    await choose(menu.properties);
    await page.waitForSelector('dialog.properties[open]');
    const rows = await page.$$eval('.properties dl > div', (all) =>
      all.map((each) => [each.querySelector('dt')?.textContent, each.querySelector('dd')?.textContent]),
    );
    expect(rows).toContainEqual([properties.names.title, 'Handlingar till nämnden']);
    expect(rows).toContainEqual([properties.names.fileName, 'handlingar.pdf']);
    expect(rows).toContainEqual([properties.names.pages, '10']);
    expect(rows).toContainEqual([properties.names.pageSize, `210 × 297 mm, A4, ${properties.upright}`]);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('dialog.properties'));
  });

  it('saves a file that is fastened to the document', async () => {
    await open();
    await page.keyboard.press('F4');
    const button = await page.waitForSelector('.pane-head button:nth-child(3):not(.icon-button)');
    await button?.click();
    await (await page.waitForSelector('.outline-title'))?.click();
    const saved = () => (readdirSync(downloads).includes('underlag.csv') ? readFileSync(path, 'latin1') : '');
    const path = join(downloads, 'underlag.csv');
    for (let waited = 0; saved() === '' && waited < 10_000; waited += 100)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(saved()).toBe('år;antal\n2025;17\n');
  });

  it.each([
    ['all of its pages', [true, true], 'noLetters'],
    ['one of its pages', [false, true], 'unreadable'],
  ] as const)('says that nobody can read fonts that do not say their letters: %s', async (_, pages, sentence) => {
    const line = 'Enligt 15 kap. 20 § miljöbalken ska avfallet hämtas.';
    const plan = pages.map((hasNoLetters) => ({ lines: [line, line], hasNoLetters }));
    server.serve(`/stumma-${sentence}.pdf`, { bytes: makePdf({ pages: plan }) });
    page = await openViewer(extension, server.url(`/stumma-${sentence}.pdf`));
    await page.waitForSelector('.reading-strip .hint');
    const words = textsIn(await page.evaluate(() => (document.documentElement.lang === 'sv' ? 'sv' : 'en'))).pages;
    const said = sentence === 'noLetters' ? words.noLetters : words.unreadable('2');
    expect(await page.$$eval('.reading-strip .hint', (all) => all.map((each) => each.textContent))).toEqual([said]);
  });

  it('what is read is Swedish, in an English window too, and is not to be translated', async () => {
    await open();
    const said = await page.evaluate(() => ({
      window: document.documentElement.lang,
      text: document.querySelector('.textLayer')?.closest<HTMLElement>('[lang]')?.lang,
      isTranslated: document.querySelector<HTMLElement>('.textLayer')?.translate,
    }));
    expect(said).toEqual({ window: 'en', text: 'sv', isTranslated: false });
  });

  it('Ctrl+A selects the document and nothing of the bars around it', async () => {
    await open();
    await page.focus('.pages');
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    await page.waitForFunction(() => String(getSelection()).includes('Blad 2 '));
    expect((await page.evaluate(() => String(getSelection()))).trim()).toMatch(/^Blad 1 /);
  });

  it('puts two pages side by side, the first one alone', async () => {
    await open();
    const { menu } = await wordsOf(page);
    await choose(menu.spreads);
    const places = () =>
      page.$$eval('.page', (all) => all.slice(0, 3).map((each) => Math.round(each.getBoundingClientRect().top)));
    await page.waitForFunction(() => document.querySelector('.spread'));
    const [first, second, third] = await places();
    expect(second).toBe(third);
    expect(second).toBeGreaterThan(first as number);
  });

  it('zooms about the pointer with Ctrl and the wheel, and leaves the window as large as it is', async () => {
    await open();
    const width = () => page.$eval('.page', (each) => Math.round(each.getBoundingClientRect().width));
    const before = { page: await width(), ratio: await page.evaluate(() => devicePixelRatio) };
    const { x, y } = await page.$eval('.textLayer span', (each) => {
      const { left, top, height } = each.getBoundingClientRect();
      return { x: left + 4, y: top + height / 2 };
    });
    await page.mouse.move(x, y);
    await page.keyboard.down('Control');
    await page.mouse.wheel({ deltaY: -120 });
    await page.keyboard.up('Control');
    await page.waitForFunction(
      (old) => (document.querySelector('.page')?.getBoundingClientRect().width ?? 0) > old + 10,
      { polling: 50 },
      before.page,
    );
    expect(await page.evaluate(() => devicePixelRatio)).toBe(before.ratio);
    // The words that were under the pointer are there still, once the page is painted anew.
    await page.waitForFunction(
      (left, top) => document.elementFromPoint(left, top)?.textContent?.includes('Blad 1 '),
      { polling: 50, timeout: 10_000 },
      x,
      y,
    );
    await control(page, '0');
  });
});
