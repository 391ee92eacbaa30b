import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testBuild } from './support/build';
import { inStatus, runCommand, waitForSaid } from './support/commands';
import { type ExtensionBrowser, launchWithExtension } from './support/launch';
import { makePdf } from './support/pdf/make-pdf';
import { type PdfServer, startPdfServer } from './support/pdf/pdf-server';
import { setLines } from './support/pdf/set-lines';
import { openViewer, waitForPage } from './support/pdf/viewer-page';
import { cardText, inCard, openCard, painted, waitForPainted } from './support/reader';

/** The keyboard's commands, the count and corrections on a PDF: the same as on a web page. */

const CITED = '5 kap. 1 § skollagen (2010:800)';
const report = makePdf({
  title: 'Granskning av elevhälsan',
  pages: [
    { words: setLines([`Enligt ${CITED} ska huvudmannen planera arbetet och`, 'följa upp det.'], { top: 740 }) },
    { words: setLines(['Det gör att frånvaron upptäcks sent.'], { top: 780 }) },
    {
      words: setLines(['Vi rekommenderar barn- och utbildningsnämnden att ta fram en gemensam rutin.'], { top: 300 }),
    },
  ],
});

/** A page whose every line begins with what is cited. */
const listing = makePdf({
  title: 'Lagrum',
  pages: [
    {
      words: setLines(
        Array.from({ length: 40 }, (_, at) => `${1 + (at % 16)} kap. 1 § skollagen (2010:800) styr arbetet`),
        { top: 800 },
      ),
    },
  ],
});

describe.each(['chromium', 'firefox'] as const)('%s: a PDF in the viewer', (name) => {
  let server: PdfServer;
  let extension: ExtensionBrowser;
  let page: Page;

  const open = async () => {
    page = await openViewer(extension, server.url('/rapport.pdf'));
    await page.setViewport({ width: 900, height: 700 });
    await waitForPainted(page, 'citation');
    await inStatus(page, '.open');
  };

  beforeAll(async () => {
    server = await startPdfServer();
    server.serve('/rapport.pdf', { bytes: report });
    server.serve('/lagrum.pdf', { bytes: listing });
    extension = await launchWithExtension(name, testBuild(name));
    await open();
  });
  afterAll(async () => {
    await extension?.close();
    await server?.close();
  });

  it('the count stands beside the small pages, not over them', async () => {
    const left = () =>
      page.evaluate(() => document.querySelector('revisionspennan-status')?.getBoundingClientRect().left ?? 0);
    expect(await left()).toBeLessThan(20);
    await page.keyboard.press('F4');
    const edge = await (await page.waitForSelector('.side-pane'))?.evaluate(
      (pane) => pane.getBoundingClientRect().right,
    );
    await expect.poll(left, { timeout: 5000 }).toBeGreaterThan(edge ?? Number.POSITIVE_INFINITY);
    await page.keyboard.press('F4');
    await expect.poll(left, { timeout: 5000 }).toBeLessThan(20);
  });

  it('goes from passage to passage, over pages, and says where it stands', async () => {
    await runCommand(extension, page, 'next-passage');
    expect(await waitForSaid(page, /^Provision/)).toBe(`Provision 1 of 1: ${CITED}`);
    await waitForPainted(page, 'focused');
    await runCommand(extension, page, 'next-passage');
    await waitForSaid(page, /^Recommendation 1 of 1/);
    await waitForPage(page, 3);
    await waitForPainted(page, 'focused');
    expect((await painted(page, 'focused')).join('')).toContain('gemensam rutin');
  });

  it('saves the passage where it stands', async () => {
    await runCommand(extension, page, 'save-passage');
    await waitForSaid(page, /^Saved/);
    await waitForPainted(page, 'saved');
  });

  it.each([0, 300])(
    'begins with the first passage to be seen below the viewer’s bars, scrolled by %i',
    async (scrolled) => {
      const lines = await openViewer(extension, server.url('/lagrum.pdf'));
      try {
        await lines.setViewport({ width: 900, height: 700 });
        await waitForPainted(lines, 'citation', 40);
        const first = await lines.evaluate((top) => {
          const container = document.querySelector('.pdfViewer')?.parentElement;
          container?.scrollTo({ top, behavior: 'instant' });
          const edge = container?.getBoundingClientRect().top ?? Number.NaN;
          const cited = [...document.querySelectorAll('.textLayer span')].filter((span) =>
            /kap\./.test(span.textContent ?? ''),
          );
          const middles = cited.map((span) => span.getBoundingClientRect()).map(({ y, height }) => y + height / 2);
          return { of: middles.length, number: middles.findIndex((middle) => middle > edge) + 1 };
        }, scrolled);
        expect(first.of).toBe(40);
        if (scrolled > 0) expect(first.number).toBeGreaterThan(5);
        await runCommand(extension, lines, 'next-passage');
        await waitForSaid(lines, new RegExp(`^Provision ${first.number} of 40`));
      } finally {
        await lines.close();
        await page.bringToFront();
      }
    },
  );

  it('a correction holds when the file is opened again, and is undone', async () => {
    await runCommand(extension, page, 'next-passage');
    await waitForPage(page, 1);
    await openCard(page, 'citation');
    await (await inCard(page, '.say-wrong')).click();
    await (await inCard(page, '.correct-form .primary')).click();
    await page.waitForFunction(() => !CSS.highlights.has('revisionspennan-citation'), { polling: 50 });
    await page.close();
    page = await openViewer(extension, server.url('/rapport.pdf'));
    await page.setViewport({ width: 900, height: 700 });
    await waitForPainted(page, 'dismissed');
    await page.waitForFunction(() => !CSS.highlights.has('revisionspennan-citation'), { polling: 50 });
    await openCard(page, 'dismissed');
    expect(await cardText(page)).toContain('No provision, you have said');
    await (await inCard(page, '.undo-correction')).click();
    await waitForPainted(page, 'citation');
  });
});
