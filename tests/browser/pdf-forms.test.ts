import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseHTML } from 'linkedom';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anchorAllNow, describeTarget, hashText } from '../../anchoring';
import { detectNow } from '../../detection';
import { readDomNow } from '../../reading/dom';
import type { Reading } from '../../reading/types';
import { readPdfBytes } from '../../scripts/open-pdf';
import { ChromiumPrinter } from '../reading/pdf/support/chromium';
import { testBuild } from './support/build';
import { type ExtensionBrowser, launchWithExtension } from './support/launch';
import { type PdfServer, startPdfServer } from './support/pdf/pdf-server';
import { openCard, openPanel, openPanelInTab, painted, saveInCard, waitForPainted } from './support/reader';

/** One report as a web page and as the PDF that was printed from it: what is kept from one is found in the other. */

const html = readFileSync(fileURLToPath(new URL('../../sample/granskningsrapport.html', import.meta.url)), 'utf8');
const small = 'font-size: 8pt; margin: 0 20mm';
const printed = {
  format: 'A4',
  displayHeaderFooter: true,
  headerTemplate: `<div style="${small}">Granskningsrapport, Björkfors kommun</div>`,
  footerTemplate: `<div style="${small}">Sida <span class="pageNumber"></span> (<span class="totalPages"></span>)</div>`,
  margin: { top: '25mm', bottom: '25mm', left: '20mm', right: '20mm' },
} as const;

/** The words alone: a line's end may part them by a hyphen in one form and not in the other. */
const words = (text: string) =>
  text
    .replace(/[-\u00ad]\s*\n\s*/g, '')
    .replace(/[^\p{L}\p{N}§]+/gu, '')
    .toLowerCase();

let pdf: Buffer;
beforeAll(async () => {
  const printer = new ChromiumPrinter();
  pdf = Buffer.from(await printer.printHtml(html, printed));
  await printer.close();
});

describe('every passage of the sample report', () => {
  const found = async (from: Reading, to: Reading) => {
    const textHash = await hashText(from.text);
    const targets = detectNow(from).passages.map(({ start, end }) =>
      describeTarget(from.text, start, end, { textHash }),
    );
    return anchorAllNow(to.text, targets).map((anchoring, i) => ({
      verdict: anchoring.verdict,
      wanted: words(targets[i]?.quote.exact ?? ''),
      found: 'start' in anchoring ? words(to.text.slice(anchoring.start, anchoring.end)) : null,
    }));
  };

  it.each(['page to PDF', 'PDF to page'])('is found from %s, and never in a wrong place', async (way) => {
    const { reading } = await readPdfBytes(new Uint8Array(pdf));
    const page = readDomNow(parseHTML(html).document.documentElement);
    const all = way === 'page to PDF' ? await found(page, reading) : await found(reading, page);
    expect(all.length).toBeGreaterThan(100);
    const sure = all.filter(({ verdict }) => verdict === 'placed' || verdict === 'moved');
    expect(sure.filter((each) => each.found !== each.wanted)).toEqual([]);
    // One or two are called changed or lost: words as short as "Ibid", whose surroundings are others in print.
    expect(sure.length / all.length).toBeGreaterThan(0.97);
  });
});

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let server: PdfServer;
  let extension: ExtensionBrowser;
  let web: Page;
  let viewer: Page;

  beforeAll(async () => {
    server = await startPdfServer();
    server.serve('/rapport', { bytes: Buffer.from(html), type: 'text/html; charset=utf-8' });
    server.serve('/filer/rapport.pdf', { bytes: pdf });
    extension = await launchWithExtension(name, testBuild(name));
  });
  afterAll(async () => {
    await extension?.close();
    await server?.close();
  });

  it('what is saved on the page is found in its PDF', async () => {
    web = await extension.browser.newPage();
    await web.goto(server.url('/rapport'));
    await waitForPainted(web, 'citation');
    await openCard(web, 'citation', 2);
    await saveInCard(web, { comment: 'Från webbsidan' });
    await web.keyboard.press('Escape');
    await openCard(web, 'recommendation', 0);
    await saveInCard(web);
    await web.keyboard.press('Escape');
    await waitForPainted(web, 'saved', 2);
    const kept = (await painted(web, 'saved')).map(words);

    const address = encodeURIComponent(server.url('/filer/rapport.pdf'));
    viewer = await extension.openExtensionPage(`viewer.html?file=${address}`);
    await waitForPainted(viewer, 'citation');
    const panel = await openPanel(extension, viewer);
    await panel.waitForFunction(() => document.querySelectorAll('.entry.kept').length === 2, { timeout: 20_000 });
    const quotes = await panel.$$eval('.entry.kept .place .quote', (all) => all.map((each) => each.textContent ?? ''));
    expect(quotes.map(words).sort()).toEqual(kept.sort());
    const said = await panel.$$eval('.entry.kept', (all) => all.map((each) => each.textContent ?? ''));
    for (const row of said) expect(row).toMatch(/annan form|another form/);
    for (const row of said) expect(row).toMatch(/(s\.|p\.) \d/);
  });

  it('what is saved in the PDF is found on the page', async () => {
    await viewer.bringToFront();
    await openCard(viewer, 'citation', 0);
    await saveInCard(viewer, { comment: 'Från PDF:en' });
    await viewer.keyboard.press('Escape');
    await web.bringToFront();
    await web.reload();
    await waitForPainted(web, 'saved', 3);
    const panel = await openPanelInTab(extension, web);
    await panel.waitForFunction(() => document.querySelectorAll('.entry.kept').length === 3, { timeout: 20_000 });
    const said = await panel.$$eval('.entry.kept', (all) => all.map((each) => each.textContent ?? ''));
    expect(said.filter((row) => /annan form|another form/.test(row))).toHaveLength(1);
  });
});
