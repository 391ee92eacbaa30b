import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Contents } from '../../storage/contents';
import { testBuild } from './support/build';
import { openFilledLibrary } from './support/fill-library';
import { type ExtensionBrowser, launchWithExtension } from './support/launch';
import { waitForRows } from './support/library-page';
import { report } from './support/pdf/pdf-files';
import { type PdfServer, startPdfServer } from './support/pdf/pdf-server';
import { type FixtureServer, startFixtureServer } from './support/server';
import { smallLibrary } from './support/small-library';

/** From a row of the library to the place in its document, in real browsers. */

const QUOTE = 'Nämnden har inte beslutat vem som följer upp åtgärderna.';
const filler = Array.from({ length: 120 }, (_, nth) => `<p>Stycke ${nth} om annat som granskningen tar upp.</p>`);
const LONG_PAGE = `<!doctype html><html lang="sv"><title>Granskning</title><main>${filler.join('')}<p>${QUOTE}</p>${filler.join('')}</main></html>`;
const ON_PAGE_9 = 'Sida 9: renhållning och avfall';

let server: FixtureServer;
let pdfs: PdfServer;
let extension: ExtensionBrowser;
let library: Page;

/** Two annotations, one of a web page and one of a PDF file. */
function contents(): Contents {
  const small = smallLibrary();
  const [webPage, , pdf] = small.documents;
  const [first, second] = small.annotations;
  if (!webPage || !pdf || !first || !second) throw new Error('The small library is too small');
  const target = (exact: string, page?: number) => ({
    quote: { exact, prefix: '', suffix: '' },
    position: { start: 10, end: 10 + exact.length },
    textHash: 'b'.repeat(64),
    ...(page === undefined ? {} : { page }),
  });
  const kind = 'selection' as const;
  return {
    ...small,
    documents: [
      { ...webPage, canonicalUrl: server.url('/long') },
      { ...pdf, canonicalUrl: pdfs.url('/rapport.pdf'), pdfFingerprint: 'of another copy' },
    ],
    annotations: [
      { ...first, kind, documentId: webPage.id, target: target(QUOTE) },
      { ...second, kind, documentId: pdf.id, target: target(ON_PAGE_9, 9) },
    ],
  };
}

/** The page that shows this address, when there is one. */
async function pageAt(part: string): Promise<Page> {
  for (let waited = 0; waited < 20_000; waited += 200) {
    for (const page of await extension.browser.pages()) if (page.url().includes(part)) return page;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`No page shows ${part}`);
}

/** Waits until the words are lit, which they are for a moment, and in the window. */
async function waitUntilLit(page: Page, words: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const [range] = [...(CSS.highlights.get('revisionspennan-flash') ?? [])];
      if (!range) return false;
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      const { top, bottom } = live.getBoundingClientRect();
      return wanted.startsWith(live.toString().trim().slice(0, 20)) && top < innerHeight && bottom > 0;
    },
    { timeout: 30_000, polling: 50 },
    words,
  );
}

async function openRow(words: string): Promise<void> {
  await library.bringToFront();
  await library.evaluate((wanted) => {
    const rows = [...document.querySelectorAll('.annotation')];
    rows
      .find((row) => row.textContent?.includes(wanted))
      ?.querySelector<HTMLElement>('.open')
      ?.click();
  }, words);
}

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  beforeAll(async () => {
    server = await startFixtureServer();
    server.setPage('/long', LONG_PAGE);
    pdfs = await startPdfServer();
    pdfs.serve('/rapport.pdf', { bytes: report() });
    extension = await launchWithExtension(name, testBuild(name));
    library = await openFilledLibrary(extension, contents());
    await waitForRows(library, 2);
  });
  afterAll(async () => {
    await extension?.close();
    await server?.close();
    await pdfs?.close();
  });

  it('a web page opens where the quote stands, and lights it', async () => {
    await openRow(QUOTE);
    const page = await pageAt('/long');
    await waitUntilLit(page, QUOTE);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(500);
  });

  it('a second time the tab that shows it comes to the front, scrolled back to the place', async () => {
    const page = await pageAt('/long');
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    const count = (await extension.browser.pages()).length;
    await openRow(QUOTE);
    await waitUntilLit(page, QUOTE);
    expect((await extension.browser.pages()).length).toBe(count);
  });

  it('a PDF file opens in the viewer at the page, and lights the words', async () => {
    await openRow(ON_PAGE_9);
    const page = await pageAt('viewer.html?file=');
    await waitUntilLit(page, ON_PAGE_9);
    expect(await page.$eval('#page-number', (field) => (field as HTMLInputElement).value)).toBe('9');
  });
});
