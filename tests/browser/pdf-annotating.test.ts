import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testBuild } from './support/build';
import { type ExtensionBrowser, launchWithExtension } from './support/launch';
import { makePdf } from './support/pdf/make-pdf';
import { type PdfServer, startPdfServer } from './support/pdf/pdf-server';
import { setLines, widthOf } from './support/pdf/set-lines';
import {
  cardText,
  inCard,
  openCard,
  openPanel,
  openPanelInTab,
  painted,
  panelEntries,
  saveInCard,
  waitForPainted,
} from './support/reader';

/** The main job on a PDF in real browsers: highlights on the letters, card, selection, panel, found again, exported. */

const CITED = '5 kap. 1 § skollagen (2010:800)';
const ACROSS = ['vad som ska göras när en', 'elev är borta länge och vem som gör det.'];

const lastLine = 'Vi har sett att rektorerna inte har en gemensam rutin för';
const report = makePdf({
  title: 'Granskning av elevhälsan',
  pages: [
    {
      words: [
        ...setLines(['Granskning av elevhälsan'], { top: 780, size: 18 }),
        ...setLines(
          [
            `Enligt ${CITED} ska huvudmannen planera arbetet och`,
            'följa upp det varje år. Revisorerna har granskat om nämnden gör det och om SoL',
            '11:1a är känd i skolorna, och hur samverkan med socialtjänsten fungerar.',
          ],
          { top: 740 },
        ),
        ...setLines([lastLine, ACROSS[0] as string], { top: 95 }),
      ],
    },
    {
      words: [
        ...setLines([ACROSS[1] as string, 'Det gör att frånvaron upptäcks sent.'], { top: 780 }),
        ...setLines(['Vi rekommenderar barn- och utbildningsnämnden att ta fram en gemensam rutin.'], { top: 700 }),
      ],
    },
    {},
  ],
});

/** Where a text begins and ends on its page, in points, as the file places it. */
const citedWords = setLines([`Enligt ${CITED} ska huvudmannen planera arbetet och`], { top: 740 });
const FIRST = citedWords[1] as { x: number; y: number; size: number };
const AFTER = citedWords[7] as { x: number };

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The lines of the first text that is painted in the style, in points of its page as it lies in the window. */
function paintedOnPage(page: Page, style: string): Promise<Box & { width: number; height: number }> {
  return page.evaluate((name) => {
    const range = [...(CSS.highlights.get(name) ?? [])][0];
    if (!range) throw new Error(`Nothing is painted as ${name}`);
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    const sheet = range.startContainer.parentElement?.closest('.page')?.querySelector('.canvasWrapper');
    const paper = sheet?.getBoundingClientRect() as DOMRect;
    const rect = live.getBoundingClientRect();
    const isTurned = paper.width > paper.height;
    const scale = paper.width / (isTurned ? 842 : 595);
    return {
      left: (rect.left - paper.left) / scale,
      right: (rect.right - paper.left) / scale,
      top: (rect.top - paper.top) / scale,
      bottom: (rect.bottom - paper.top) / scale,
      width: scale,
      height: scale,
    };
  }, `revisionspennan-${style}`);
}

async function setZoom(page: Page, value: string): Promise<void> {
  await page.select('.zoom-select', value);
  await page.waitForFunction(
    (scale) => {
      const sheet = document.querySelector<HTMLElement>('.page[data-page-number="1"]');
      const layer = sheet?.querySelector<HTMLElement>('.textLayer');
      const width = sheet?.querySelector('.canvasWrapper')?.getBoundingClientRect().width ?? 0;
      return layer && !layer.hidden && Math.abs(width - (595 * 96 * scale) / 72) < 3;
    },
    { timeout: 15_000, polling: 100 },
    Number(value),
  );
  await new Promise((resolve) => setTimeout(resolve, 300));
}

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let server: PdfServer;
  let folder: string;
  let extension: ExtensionBrowser;
  let page: Page;
  let panel: Page;

  const launch = async () => {
    extension = await launchWithExtension(name, testBuild(name), {
      profileDir: join(folder, 'profile'),
      downloadDir: join(folder, 'downloads'),
    });
  };
  const open = async (path = '/rapport.pdf') => {
    page = await extension.openExtensionPage(`viewer.html?file=${encodeURIComponent(server.url(path))}`);
    await waitForPainted(page, 'citation', 2);
  };

  beforeAll(async () => {
    server = await startPdfServer();
    server.serve('/rapport.pdf', { bytes: report });
    server.serve('/annan-adress/rapport.pdf', { bytes: report });
    server.serve('/inskannad.pdf', { bytes: makePdf({ pages: [{}, {}] }) });
    folder = await mkdtemp(join(tmpdir(), `revisionspennan-pdf-${name}-`));
    await launch();
    await open();
  });
  afterAll(async () => {
    await extension?.close();
    await server?.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  });

  describe('highlights stand on the letters', () => {
    const expectOnLetters = async () => {
      const box = await paintedOnPage(page, 'citation');
      const tolerance = 2 / box.width;
      const base = 842 - FIRST.y;
      expect(Math.abs(box.left - FIRST.x)).toBeLessThan(tolerance + 0.5);
      expect(box.right).toBeLessThan(AFTER.x);
      expect(box.right).toBeGreaterThan(AFTER.x - FIRST.size);
      expect(box.bottom).toBeGreaterThan(base - tolerance);
      expect(box.bottom).toBeLessThan(base + 0.5 * FIRST.size);
      expect(box.top).toBeLessThan(base - 0.6 * FIRST.size);
      expect(box.top).toBeGreaterThan(base - 1.3 * FIRST.size);
    };

    it.each(['0.5', '0.75', '1', '2', '4'])('at zoom %s', async (zoom) => {
      await setZoom(page, zoom);
      await expectOnLetters();
    });

    it('on a screen with two pixels for one', async () => {
      await setZoom(page, '1');
      await page.setViewport({ width: 1280, height: 900, deviceScaleFactor: 2 });
      await new Promise((resolve) => setTimeout(resolve, 800));
      await expectOnLetters();
      await page.setViewport({ width: 1280, height: 900, deviceScaleFactor: 1 });
    });

    it('turned by a quarter', async () => {
      await page.keyboard.press('r');
      await page.waitForFunction(
        () => {
          const rect = document.querySelector('.page[data-page-number="1"] .canvasWrapper')?.getBoundingClientRect();
          return rect && rect.width > rect.height;
        },
        { timeout: 10_000 },
      );
      await new Promise((resolve) => setTimeout(resolve, 800));
      const box = await paintedOnPage(page, 'citation');
      const tolerance = 2 / box.width;
      // Lines run downwards, their feet to the left.
      expect(Math.abs(box.top - FIRST.x)).toBeLessThan(tolerance + 0.5);
      expect(box.bottom).toBeLessThan(AFTER.x);
      expect(box.left).toBeLessThan(FIRST.y + tolerance);
      expect(box.left).toBeGreaterThan(FIRST.y - 0.5 * FIRST.size);
      expect(box.right).toBeGreaterThan(FIRST.y + 0.6 * FIRST.size);
      await page.keyboard.down('Shift');
      await page.keyboard.press('R');
      await page.keyboard.up('Shift');
      await new Promise((resolve) => setTimeout(resolve, 800));
    });

    it('turned upside down, and by three quarters', async () => {
      const turnedBy = async (quarters: number) => {
        for (let turn = 0; turn < quarters; turn++) await page.keyboard.press('r');
        await page.waitForFunction(
          (angle) => document.querySelector(`.page[data-page-number="1"] [data-main-rotation="${angle}"] span`),
          {},
          String(quarters * 90),
        );
        await new Promise((resolve) => setTimeout(resolve, 800));
        const box = await paintedOnPage(page, 'citation');
        for (let turn = 0; turn < quarters; turn++) {
          await page.keyboard.down('Shift');
          await page.keyboard.press('R');
          await page.keyboard.up('Shift');
        }
        await new Promise((resolve) => setTimeout(resolve, 800));
        return box;
      };
      const upsideDown = await turnedBy(2);
      expect(Math.abs(upsideDown.right - (595 - FIRST.x))).toBeLessThan(2 / upsideDown.width + 0.5);
      expect(upsideDown.left).toBeGreaterThan(595 - AFTER.x);
      expect(upsideDown.top).toBeLessThan(FIRST.y);
      expect(upsideDown.top).toBeGreaterThan(FIRST.y - 0.5 * FIRST.size);
      expect(upsideDown.bottom).toBeGreaterThan(FIRST.y + 0.6 * FIRST.size);
      expect(upsideDown.bottom).toBeLessThan(FIRST.y + 1.3 * FIRST.size);
      const onItsSide = await turnedBy(3);
      const feet = 842 - FIRST.y;
      expect(Math.abs(onItsSide.bottom - (595 - FIRST.x))).toBeLessThan(2 / onItsSide.width + 0.5);
      expect(onItsSide.top).toBeGreaterThan(595 - AFTER.x);
      expect(onItsSide.right).toBeGreaterThan(feet);
      expect(onItsSide.right).toBeLessThan(feet + 0.5 * FIRST.size);
      expect(onItsSide.left).toBeLessThan(feet - 0.6 * FIRST.size);
      expect(onItsSide.left).toBeGreaterThan(feet - 1.3 * FIRST.size);
    });

    it('while words are searched for and marked by the viewer', async () => {
      await page.keyboard.down('Control');
      await page.keyboard.press('f');
      await page.keyboard.up('Control');
      await page.waitForSelector('#find-query');
      await page.type('#find-query', 'skollagen');
      await page.waitForSelector('.textLayer .highlight', { timeout: 10_000 });
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect((await painted(page, 'citation'))[0]).toBe(CITED);
      await expectOnLetters();
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => !document.querySelector('.textLayer .highlight'));
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect((await painted(page, 'citation'))[0]).toBe(CITED);
    });
  });

  it.each([
    ['small', 0],
    // Its text is read from a document of its own, where fonts have other names.
    ['large', 17 * 2 ** 20],
  ])(
    'highlights stand on the letters in the middle of a line that is one piece of text, in a %s file',
    async (size, ballast) => {
      const before = 'Illa lillfolkets vilja fylldes till slut, och enligt ';
      const plan = { lines: [`${before}${CITED} ska ww mm ww nämnden svara.`] };
      server.serve(`/${size}.pdf`, { bytes: makePdf({ pages: [plan], ballast }) });
      const viewer = await extension.openExtensionPage(
        `viewer.html?file=${encodeURIComponent(server.url(`/${size}.pdf`))}`,
      );
      await waitForPainted(viewer, 'citation');
      await setZoom(viewer, '2');
      // Helvetica's own widths; lines begin 50 points from the edge and are 12 points high.
      const left = 50 + widthOf(before, 12);
      const isOnLetters = async () => {
        const box = await paintedOnPage(viewer, 'citation');
        return Math.abs(box.left - left) < 1 && Math.abs(box.right - (left + widthOf(CITED, 12))) < 1;
      };
      for (let waited = 0; !(await isOnLetters()) && waited < 10_000; waited += 200)
        await new Promise((resolve) => setTimeout(resolve, 200));
      expect(await isOnLetters(), JSON.stringify([left, await paintedOnPage(viewer, 'citation')])).toBe(true);
      await viewer.close();
      await page.bringToFront();
    },
  );

  it('a click opens the card, which says the page, and keeps the passage', async () => {
    await openCard(page, 'citation');
    expect(await cardText(page)).toMatch(/(s\.|p\.) 1.*5 kap\. 1 § skollagen \(2010:800\)/);
    await saveInCard(page, { tag: 'Elevhälsa', comment: 'Ur PDF' });
    await page.keyboard.press('Escape');
    await waitForPainted(page, 'saved');
    expect(await painted(page, 'saved')).toEqual([CITED]);
  });

  it('a selection over two pages is kept as one', async () => {
    await selectAcross(page, ACROSS as [string, string]);
    await (await inCard(page, '.chip-save')).click();
    await saveInCard(page, { comment: 'Över två sidor' });
    // What is kept is highlighted: it is not to be offered once more.
    expect(await page.evaluate(() => getSelection()?.isCollapsed)).toBe(true);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => (CSS.highlights.get('revisionspennan-saved')?.size ?? 0) >= 3);
    expect((await painted(page, 'saved')).sort()).toEqual([CITED, ...ACROSS].sort());
  });

  it('the panel lists everything with its page, and goes there', async () => {
    panel = await openPanel(extension, page);
    await panel.waitForFunction(() => document.querySelectorAll('.entry.kept').length === 2, { timeout: 10_000 });
    const entries = await panelEntries(panel);
    const pages = await panel.$$eval('.entry', (rows) => rows.map((row) => row.querySelector('.page')?.textContent));
    const pageOf = (words: string) => pages[entries.findIndex(({ quote }) => quote.includes(words))];
    expect(pageOf(CITED)).toMatch(/ 1$/);
    expect(pageOf(ACROSS[0] as string)).toMatch(/^(s\.|pp\.) 1–2$/);
    expect(pageOf('ta fram en gemensam rutin')).toMatch(/ 2$/);
    expect(await panel.$$eval('.hint', (hints) => hints.map((hint) => hint.textContent ?? ''))).toContainEqual(
      expect.stringMatching(/^(Sida|Page) 3 /),
    );
    // Where the panel is a tab of its own it hides the page, and browsers paint nothing in a hidden one.
    await page.bringToFront();
    await setZoom(page, '2');
    await page.keyboard.press('Home');
    const row = (await panel.$$('.entry .place'))[entries.findIndex(({ kind }) => kind === 'recommendation')];
    await row?.evaluate((button) => (button as HTMLElement).click());
    await waitForPainted(page, 'flash');
    // Scrolling may take a moment; the place stays lit meanwhile.
    await waitUntilInView(page, 'flash');
    await setZoom(page, '1');
  });

  it('reload and restart find all of it again, at another address too', async () => {
    await page.reload({ waitUntil: [] }).catch(() => undefined);
    await waitForPainted(page, 'saved', 3);
    await extension.close();
    await launch();
    await open('/annan-adress/rapport.pdf');
    await waitForPainted(page, 'saved', 3);
    expect((await painted(page, 'saved')).sort()).toEqual([CITED, ...ACROSS].sort());
  });

  it('the export says the page', async () => {
    panel = await openPanel(extension, page);
    await panel.waitForSelector('.entry.kept');
    await panel.$eval('.open-export', (button) => (button as HTMLElement).click());
    await (await panel.$('[data-format="jsonld"]'))?.evaluate((button) => (button as HTMLElement).click());
    const downloads = join(folder, 'downloads');
    let file: string | undefined;
    for (let waited = 0; !file && waited < 10_000; waited += 100) {
      file = (await readdir(downloads).catch(() => [])).find((each) => each.endsWith('.jsonld'));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const text = await readFile(join(downloads, file as string), 'utf8');
    expect(text).toContain(CITED);
    expect(text).toContain('"page=1"');
    expect(text).toContain(server.url('/rapport.pdf'));
  });

  it('a copied quotation says the page', async () => {
    await panel.evaluate(() => {
      // What a test may read of the clipboard differs between browsers: it listens in on the writing.
      navigator.clipboard.write = async ([item]) => {
        if (item) document.title = await (await item.getType('text/plain')).text();
      };
    });
    await panel.$eval('.entry.kept .copy', (button) => (button as HTMLElement).click());
    await panel.waitForFunction(() => document.title.includes('”'), { polling: 100 });
    expect(await panel.title()).toContain(`”${CITED}” (`);
    expect(await panel.title()).toMatch(new RegExp(`[sp]\\.\\s1, ${server.url('/rapport.pdf')} `));
    // What was saved over two pages names both.
    await panel.$$eval('.entry.kept .copy', (all) => (all[1] as HTMLElement).click());
    await panel.waitForFunction(() => document.title.includes('–'), { polling: 100 });
    expect(await panel.title()).toMatch(/, (s\.|pp\.)\s1–2, /);
  });

  it('a scanned file says that it has no text', async () => {
    page = await extension.openExtensionPage(`viewer.html?file=${encodeURIComponent(server.url('/inskannad.pdf'))}`);
    const words = await page.waitForSelector('.reading-strip .hint', { timeout: 15_000 });
    expect(await words?.evaluate((each) => each.textContent)).toMatch(/ingen text att läsa|no text to read/);
    panel = await openPanelInTab(extension, page);
    await panel.waitForFunction(() =>
      [...document.querySelectorAll('.hint')].some((hint) => /skannade|scanned/.test(hint.textContent ?? '')),
    );
  });
});

/** Waits until the first painted range of the style stands in the window. */
async function waitUntilInView(page: Page, style: string): Promise<void> {
  await page.waitForFunction(
    (name) => {
      const [range] = CSS.highlights.get(name) ?? [];
      if (!range) return false;
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      const rect = live.getBoundingClientRect();
      return rect.height > 0 && rect.top >= 0 && rect.bottom <= innerHeight;
    },
    { timeout: 5000, polling: 50 },
    `revisionspennan-${style}`,
  );
}

/** Drags with the mouse from the beginning of the first words to the end of the second, which stand on the next page. */
async function selectAcross(page: Page, [first, second]: [string, string]): Promise<void> {
  const points = await page.evaluate(
    async (words) => {
      const rectOf = (wanted: string): DOMRect => {
        for (const item of document.querySelectorAll('.textLayer span[role="presentation"]')) {
          const node = item.firstChild as Text | null;
          const at = node?.data?.indexOf(wanted) ?? -1;
          if (!node || at < 0) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + wanted.length);
          return range.getBoundingClientRect();
        }
        throw new Error(`No page says “${wanted}”`);
      };
      const [from, to] = words as [string, string];
      document.querySelector('.page[data-page-number="2"]')?.scrollIntoView({ block: 'center' });
      for (let tries = 0; tries < 50; tries++) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        if (document.querySelector('.page[data-page-number="2"] .textLayer .endOfContent')) break;
      }
      const container = document.querySelector('.pages') as HTMLElement;
      container.scrollTop += rectOf(from).top - 300;
      await new Promise((resolve) => setTimeout(resolve, 300));
      const a = rectOf(from);
      const b = rectOf(to);
      return [a.left + 1, a.top + a.height / 2, b.right - 1, b.top + b.height / 2];
    },
    [first, second],
  );
  const [x1, y1, x2, y2] = points as [number, number, number, number];
  await page.mouse.move(x1, y1);
  await page.mouse.down();
  await page.mouse.move(x2, y2, { steps: 12 });
  await page.mouse.up();
}
