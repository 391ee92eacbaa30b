import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { testBuild } from './support/build';
import { type ExtensionBrowser, launchWithExtension } from './support/launch';
import { dense, long, PAGES, report, scripted, TITLE } from './support/pdf/pdf-files';
import { type PdfServer, startPdfServer } from './support/pdf/pdf-server';
import { control, currentPage, openViewer, waitForPage, waitForText } from './support/pdf/viewer-page';

let server: PdfServer;
let other: PdfServer;
let extension: ExtensionBrowser;
let page: Page;

const scale = (shown: Page) => shown.$eval('.page', (element) => Math.round(element.getBoundingClientRect().width));

describe.each(['chromium', 'firefox'] as const)('reading a PDF in %s', (name) => {
  beforeAll(async () => {
    [server, other] = [await startPdfServer(), await startPdfServer()];
    server.serve('/report.pdf', { bytes: report() });
    server.serve('/whole.pdf', { bytes: report(), ranges: false });
    server.serve('/scripted.pdf', { bytes: scripted() });
    server.serve('/long.pdf', { bytes: long(10_000) });
    server.serve('/dense.pdf', { bytes: dense(100_000) });
    other.serve('/report.pdf', { bytes: report() });
    extension = await launchWithExtension(name, testBuild(name));
  });
  afterAll(async () => {
    await extension?.close();
    await server?.close();
    await other?.close();
  });
  afterEach(() => page?.close().catch(() => undefined));

  const open = async (path = '/report.pdf') => {
    page = await openViewer(extension, server.url(path));
    await waitForText(page, 'Sida 1:');
  };

  it.each(['/report.pdf', '/whole.pdf'])('shows %s, its pages and its title', async (path) => {
    await open(path);
    await page.waitForFunction((title) => document.title === title, { timeout: 5000 }, TITLE);
    expect(await page.$eval('.of-pages', (element) => element.textContent)).toContain(String(PAGES));
    expect(await page.$$eval('.page', (pages) => pages[2]?.getAttribute('aria-label'))).toMatch(/(Sida|Page) 3/);
  });

  it('goes to pages by number, buttons and keys', async () => {
    await open();
    await page.click('#page-number');
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    await waitForPage(page, 7);
    await waitForText(page, 'Sida 7:');
    const steps: [string, number][] = [
      ['n', 8],
      ['j', 9],
      ['p', 8],
      ['k', 7],
      ['ArrowRight', 8],
      ['ArrowLeft', 7],
      ['End', PAGES],
      ['Home', 1],
    ];
    for (const [key, wanted] of steps) {
      await page.keyboard.press(key as 'n');
      await waitForPage(page, wanted);
    }
    await page.click('.roomy:nth-of-type(2)');
    await waitForPage(page, 2);
  });

  it('says a number that is no page away again', async () => {
    await open();
    await page.click('#page-number');
    await page.keyboard.type('99');
    await page.keyboard.press('Enter');
    expect(await currentPage(page)).toBe(1);
  });

  it('zooms by keys and list, and rotates', async () => {
    await open();
    await page.select('.zoom-select', 'page-actual');
    // A4 is 595 points wide, which are 793 CSS pixels at 96 to the inch, and pdf.js adds nine on either side.
    await page.waitForFunction(() => Math.abs((document.querySelector('.canvasWrapper')?.clientWidth ?? 0) - 793) < 3);
    const before = await scale(page);
    await control(page, '+');
    await page.waitForFunction(
      (width) => (document.querySelector('.page')?.getBoundingClientRect().width ?? 0) > width + 20,
      { timeout: 5000 },
      before,
    );
    await control(page, '-');
    await page.waitForFunction(
      (width) => Math.abs((document.querySelector('.page')?.getBoundingClientRect().width ?? 0) - width) < 3,
      { timeout: 5000 },
      before,
    );
    await page.keyboard.press('r');
    await page.waitForFunction(() => {
      const { width, height } = document.querySelector('.page')?.getBoundingClientRect() ?? { width: 0, height: 1 };
      return width > height;
    });
  });

  it('finds words in the whole document', async () => {
    await open();
    await control(page, 'f');
    await page.waitForSelector('#find-query');
    await page.waitForFunction(() => document.activeElement?.id === 'find-query');
    await page.keyboard.type('Myrstack');
    const outcome = (pattern: string) =>
      page.waitForFunction(
        (wanted) => new RegExp(wanted).test(document.querySelector('.find-outcome')?.textContent ?? ''),
        { timeout: 10_000, polling: 50 },
        pattern,
      );
    await outcome('^1 (av|of) 3$');
    await waitForPage(page, 4);
    await page.keyboard.press('Enter');
    await outcome('^2 (av|of) 3$');
    await waitForPage(page, 8);
    await page.keyboard.press('F3');
    await outcome('^3 (av|of) 3$');
    await page.click('.find-bar .choice:nth-of-type(2) input');
    await outcome('Hittades inte|Not found');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('#find-query') === null);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('pages');
  });

  it('shows small pages and contents that lead to their pages', async () => {
    await open();
    await page.keyboard.press('F4');
    await page.waitForSelector('.thumbnail canvas');
    // Who opens them by the key goes on in them.
    await page.waitForFunction(() => document.activeElement?.matches('.thumbnail[aria-current]'));
    await page.keyboard.press('ArrowDown');
    await waitForPage(page, 2);
    await page.keyboard.press('F4');
    await page.waitForFunction(() => document.querySelector('.side-pane') === null);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('pages');
    await page.keyboard.press('F4');
    await page.waitForSelector('.thumbnail canvas');
    await page.click('li:nth-child(3) .thumbnail');
    await waitForPage(page, 3);
    await page.keyboard.press('ArrowDown');
    await waitForPage(page, 4);
    await page.click('.pane-head button:nth-child(2)');
    await page.waitForSelector('.outline-title');
    expect(await page.$$eval('.outline-title', (titles) => titles.map((each) => each.textContent))).toEqual([
      'Sammanfattning',
      'Iakttagelser',
      'Slutsats',
    ]);
    await page.click('.outline li:nth-child(2) .outline-title');
    await waitForPage(page, 5);
  });

  it('follows links within, and opens those to the web in a tab of their own', async () => {
    await open();
    await page.waitForSelector('.annotationLayer a[href*="example.org"]');
    const [target, rel] = await page.$eval('.annotationLayer a[href*="example.org"]', (link) => [
      link.getAttribute('target'),
      link.getAttribute('rel'),
    ]);
    expect(target).toBe('_blank');
    expect(rel).toMatch(/noopener/);
    await page.click('.annotationLayer section:nth-of-type(2) a');
    await waitForPage(page, PAGES);
  });

  it('runs no script of a document, and shows its form as it is', async () => {
    let dialogues = 0;
    page = await openViewer(extension, server.url('/scripted.pdf'));
    page.on('dialog', (dialogue) => {
      dialogues++;
      void dialogue.dismiss();
    });
    await waitForText(page, 'Blanketten');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(dialogues).toBe(0);
    expect(server.requests.filter(({ path }) => path === '/skript')).toEqual([]);
    expect(await page.$$('.annotationLayer input')).toEqual([]);
  });

  it('connects to the document alone', async () => {
    await open();
    const ask = (url: string) =>
      page.evaluate(async (address) => {
        const refused = new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
        });
        const answered = fetch(address).then(
          ({ status }) => String(status),
          () => refused,
        );
        return Promise.race([answered, new Promise<string>((resolve) => setTimeout(resolve, 3000, 'silence'))]);
      }, url);
    expect(await ask(other.url('/report.pdf'))).toBe('connect-src');
    expect(other.requests).toEqual([]);
    expect(await ask(server.url('/report.pdf'))).toBe('200');
  });

  it('can be bookmarked: its address opens the same page of the same document', async () => {
    await open();
    await page.keyboard.press('End');
    await waitForPage(page, PAGES);
    await page.waitForFunction((last) => location.hash.includes(`page=${last}`), { timeout: 5000 }, PAGES);
    const bookmark = page.url();
    await page.close();
    page = await extension.openExtensionPage(bookmark.slice(extension.extensionUrl('').length));
    await waitForText(page, `Sida ${PAGES}:`);
    await waitForPage(page, PAGES);
  });

  it('prints a picture of every page', async () => {
    await open();
    await page.evaluate(() => {
      window.print = () => {
        const sheets = [...document.querySelectorAll<HTMLImageElement>('.sheets img')];
        document.body.dataset.printed = sheets.map(({ naturalWidth }) => naturalWidth).join(' ');
      };
    });
    await control(page, 'p');
    await page.waitForFunction(() => document.body.dataset.printed !== undefined, { timeout: 20_000 });
    const widths = await page.evaluate(() => document.body.dataset.printed?.split(' ').map(Number));
    // 595 points at 150 dots to the inch.
    expect(widths).toEqual(Array.from({ length: PAGES }, () => 1239));
    await page.waitForFunction(() => document.querySelector('.sheets') === null);
  });

  it('opens ten thousand pages and goes to the last', async () => {
    await open('/long.pdf');
    await page.keyboard.press('End');
    await waitForText(page, 'Sida 10000:');
  });

  it('shows a page with a hundred thousand pieces of text', async () => {
    page = await openViewer(extension, server.url('/dense.pdf'));
    await waitForText(page, 'x7');
    await page.waitForFunction(() => document.querySelector('.page canvas') !== null, { timeout: 30_000 });
  });
});
