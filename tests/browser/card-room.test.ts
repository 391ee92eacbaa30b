import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { testBuild } from './support/build';
import { type ExtensionBrowser, launchWithExtension } from './support/launch';
import { makePdf } from './support/pdf/make-pdf';
import { type PdfServer, startPdfServer } from './support/pdf/pdf-server';
import { setLines } from './support/pdf/set-lines';
import { inCard, openCard, waitForPainted } from './support/reader';
import { type FixtureServer, startFixtureServer } from './support/server';

/** Where the card stands and where the keyboard goes from it: clear of its text and of the viewer's bars, and on in the page. */

const LINES = [
  'Enligt 5 kap. 1 § skollagen (2010:800) ska huvudmannen planera arbetet och',
  'följa upp det varje år. Revisorerna har granskat om nämnden gör det.',
];
const LAST = ['Rektorerna har ingen gemensam rutin för', 'vad som ska göras när en'];
const NEXT = ['elev är borta länge och vem som gör det.', 'Det gör att frånvaron upptäcks sent.'];
const report = makePdf({
  title: 'Granskning av elevhälsan',
  pages: [
    { words: [...setLines(LINES, { top: 740 }), ...setLines(LAST, { top: 95 })] },
    { words: [...setLines(NEXT, { top: 780 }), ...setLines(['Nämnden följer 8 kap. 1 § skollagen.'], { top: 700 })] },
  ],
});

/** Two paragraphs as wide as the window that leave room for a card between them alone. */
const PARTED = `<!doctype html><html lang="sv"><title>Två stycken</title><style>body { margin: 0; font: 15px/18px monospace } p { margin: 0; height: 230px }
p + p { margin-top: 210px }</style><main><p id="first">${'Nämnden har ansvar för att utredningar görs i tid. '.repeat(9)}</p>
<p id="second">${'Det finns skäl att stärka uppföljningen. '.repeat(11)} Slutord.</p></main></html>`;

const LINKED = `<!doctype html><html lang="sv"><title>Länkar</title><main><p><a id="before" href="#a">Före</a> står först.</p>
<p id="cited">Granskningen utgår från 6 kap. 6 § kommunallagen (2017:725).</p><p><a id="after" href="#b">Efter</a> står sist.</p></main></html>`;

/** The card's box, and which of the rectangles of what is selected or painted it lies on. */
function standing(page: Page, style: string | null) {
  return page.evaluate((name) => {
    const card = document.querySelector('revisionspennan-card')?.shadowRoot?.querySelector('.card, .chip-save');
    const { left, top, right, bottom } = card?.getBoundingClientRect() ?? new DOMRect();
    const ranges: Range[] = [];
    const selection = getSelection();
    if (name === null && selection?.rangeCount) ranges.push(selection.getRangeAt(0));
    for (const painted of name === null ? [] : [...(CSS.highlights.get(name) ?? [])].slice(0, 1)) {
      const live = document.createRange();
      live.setStart(painted.startContainer, painted.startOffset);
      live.setEnd(painted.endContainer, painted.endOffset);
      ranges.push(live);
    }
    // Lines of text only: a selection over two pages has the rectangles of what holds them too.
    const lines = ranges
      .flatMap((range) => [...range.getClientRects()])
      .filter(({ height }) => height > 2 && height < 60);
    const covered = lines.filter(
      (line) => line.left < right && line.right > left && line.top < bottom - 1 && line.bottom > top + 1,
    );
    return { top, bottom, height: bottom - top, lines: lines.length, covered: covered.length };
  }, style);
}

const barsEnd = (page: Page) => page.$eval('header', (header) => header.getBoundingClientRect().bottom);

/** Selects by program, and has the extension notice it as after a selection by keyboard; then opens the card. */
async function openForSelection(page: Page, from: string, to: string): Promise<void> {
  await page.evaluate(
    (first, last) => {
      const textOf = (words: string) => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
          const at = node.data.indexOf(words);
          if (at >= 0) return { node, at };
        }
        throw new Error(`The page does not say “${words}”`);
      };
      const start = textOf(first);
      const end = textOf(last);
      getSelection()?.setBaseAndExtent(start.node, start.at, end.node, end.at + last.length);
    },
    from,
    to,
  );
  await page.keyboard.press('Shift');
  const chip = await inCard(page, '.chip-save');
  let before = '';
  // It is put in its place a moment after it is there.
  await expect
    .poll(async () => {
      const box = JSON.stringify(await chip.boundingBox());
      const isStill = box === before;
      before = box;
      return isStill;
    })
    .toBe(true);
  await chip.click();
  await inCard(page, '.card');
}

describe.each(['chromium', 'firefox'] as const)('%s: the card', (name) => {
  let server: FixtureServer;
  let files: PdfServer;
  let extension: ExtensionBrowser;
  let page: Page;

  beforeAll(async () => {
    server = await startFixtureServer();
    server.setPage('/parted', PARTED);
    server.setPage('/linked', LINKED);
    files = await startPdfServer();
    files.serve('/rapport.pdf', { bytes: report });
    extension = await launchWithExtension(name, testBuild(name));
  });
  afterAll(async () => {
    await extension?.close();
    await server?.close();
    await files?.close();
  });
  afterEach(async () => {
    await page.close().catch(() => undefined);
  });

  const openPdf = async () => {
    page = await extension.openExtensionPage(`viewer.html?file=${encodeURIComponent(files.url('/rapport.pdf'))}`);
    await page.setViewport({ width: 900, height: 700 });
    await waitForPainted(page, 'citation', 2);
  };

  it('leaves the viewer its bars, and its text to be read, when that stands right below them', async () => {
    await openPdf();
    // A card that stands above its line when there is nowhere else: the line is the lowest of the window.
    const at = await page.evaluate(() => {
      const [range] = [...(CSS.highlights.get('revisionspennan-citation') ?? [])];
      const rects = () => {
        const live = document.createRange();
        live.setStart(range?.startContainer as Node, range?.startOffset as number);
        live.setEnd(range?.endContainer as Node, range?.endOffset as number);
        return live.getBoundingClientRect();
      };
      const pages = range?.startContainer.parentElement?.closest('.pages, [class*=container]');
      let scrolled: Element | null | undefined = pages;
      for (; scrolled && scrolled.scrollHeight <= scrolled.clientHeight; ) scrolled = scrolled.parentElement;
      if (!scrolled) throw new Error('The pages do not scroll.');
      scrolled.scrollTop += rects().top - scrolled.getBoundingClientRect().top - 4;
      const { left, top, height } = rects();
      return { x: left + 8, y: top + height / 2 };
    });
    await page.mouse.click(at.x, at.y);
    await inCard(page, '.card');
    const end = await barsEnd(page);
    await expect.poll(async () => (await standing(page, 'revisionspennan-citation')).top).toBeGreaterThanOrEqual(end);
    expect(await standing(page, 'revisionspennan-citation')).toMatchObject({ covered: 0 });
  });

  it('stands in none of the lines of a selection over two pages, nor in the bars', async () => {
    await openPdf();
    await page.evaluate(() =>
      document.querySelector('.page[data-page-number="2"]')?.scrollIntoView({ block: 'center' }),
    );
    await page.waitForFunction(
      (words) => document.querySelector('.page[data-page-number="2"] .textLayer')?.textContent?.includes(words),
      { timeout: 15_000, polling: 50 },
      NEXT[0] as string,
    );
    await page.evaluate(() => {
      const gap = document.querySelector('.page[data-page-number="2"]')?.getBoundingClientRect().top ?? 0;
      let scrolled = document.querySelector('.page')?.parentElement;
      for (; scrolled && scrolled.scrollHeight <= scrolled.clientHeight; ) scrolled = scrolled.parentElement;
      if (scrolled) scrolled.scrollTop += gap - 150;
    });
    await openForSelection(page, LAST[0] as string, NEXT[1] as string);
    const end = await barsEnd(page);
    await expect.poll(async () => (await standing(page, null)).top).toBeGreaterThanOrEqual(end);
    const { lines, covered } = await standing(page, null);
    expect(lines).toBeGreaterThanOrEqual(2);
    expect(covered).toBe(0);
  });

  it('stands between the parts of a text that leaves room nowhere else', async () => {
    page = await extension.browser.newPage();
    await page.setViewport({ width: 420, height: 680 });
    await page.goto(server.url('/parted'));
    await page.waitForFunction(() => document.readyState === 'complete');
    await openForSelection(page, 'Nämnden har ansvar', 'Slutord.');
    await expect.poll(async () => (await standing(page, null)).covered).toBe(0);
    const { top, bottom, lines } = await standing(page, null);
    expect(lines).toBeGreaterThan(10);
    expect(top).toBeGreaterThan(150);
    expect(bottom).toBeLessThan(460);
  });

  it('in a low window shows Save whole, above its own form too, and over no field that one is in', async () => {
    page = await extension.browser.newPage();
    await page.setViewport({ width: 520, height: 260 });
    await page.goto(server.url('/linked'));
    await openCard(page, 'citation');
    const under = (selector: string) =>
      page.evaluate((wanted) => {
        const root = document.querySelector('revisionspennan-card')?.shadowRoot;
        const box = (name: string) => root?.querySelector(name)?.getBoundingClientRect() ?? new DOMRect();
        const [card, save, field] = [box('.card'), box('.annotation-form .primary'), box(wanted)];
        return {
          isLow: card.height < 240,
          isSaveWhole: save.height > 20 && save.top >= card.top && save.bottom <= card.bottom,
          isCovered: field.height > 0 && field.bottom > save.top && field.top < save.bottom,
        };
      }, selector);
    await expect.poll(() => under('.none')).toEqual({ isLow: true, isSaveWhole: true, isCovered: false });
    for (const field of ['select', '.tag-input', 'textarea']) {
      await (await inCard(page, field)).focus();
      await expect.poll(() => under(field)).toEqual({ isLow: true, isSaveWhole: true, isCovered: false });
    }
  });

  it('is left by Tab for what follows its text, and backwards for what stands before it', async () => {
    page = await extension.browser.newPage();
    await page.goto(server.url('/linked'));
    await waitForPainted(page, 'citation');
    const focused = () => page.evaluate(() => document.activeElement?.id ?? '');
    const pressUntilOut = async (key: () => Promise<void>) => {
      for (let presses = 0; presses < 40; presses++) {
        await key();
        if (await page.evaluate(() => document.activeElement?.localName !== 'revisionspennan-card')) return;
      }
    };
    await openCard(page, 'citation', 0);
    await pressUntilOut(() => page.keyboard.press('Tab'));
    expect(await focused()).toBe('after');
    await page.keyboard.press('Escape');
    await openCard(page, 'citation', 0);
    await pressUntilOut(async () => {
      await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      await page.keyboard.up('Shift');
    });
    expect(await focused()).toBe('before');
  });
});
