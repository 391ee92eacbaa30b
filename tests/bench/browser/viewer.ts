import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type ExtensionBrowser, launchWithExtension } from '../../browser/support/launch';
import { interleaved, median, pairedRatio, type Row } from '../support/rows';
import { buildForBench } from './build';
import { longReport, printedReport, scannedReport } from './viewer-files';
import { type BenchServer, startBenchServer } from './viewer-pages';

const ROUNDS = 11;
/** Megabytes of the large file: a meeting's papers. */
const LARGE_PAGES = 300;
const LONG_PAGES = 500;
const SCROLLS = 1;
const STRETCH = 50;

declare global {
  interface Window {
    /** Milliseconds from the start of the navigation until the first page's picture stood in it. */
    benchPainted?: number;
  }
}

/** Runs in both pages: pdf.js puts a page's canvas into the document when it is drawn. */
const watcher = `new MutationObserver((_, observer) => {
  if (!document.querySelector('.page canvas')) return;
  observer.disconnect();
  requestAnimationFrame(() => { window.benchPainted = performance.now(); });
}).observe(document, { childList: true, subtree: true });`;

/** The PDF viewer beside a bare page of pdf.js's PDFViewer, on the same files and in the same browser. */
export async function viewerRows(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-viewer-'));
  const server = await startBenchServer();
  const build = await buildForBench();
  try {
    const first = await firstPage(folder, server, build);
    return [first, ...(await largeFile(folder, server, build)), ...(await fullScroll(folder, server, build))];
  } finally {
    await server.close();
    await rm(folder, { recursive: true });
  }
}

const pathOf = {
  ours: (extension: ExtensionBrowser, file: string) =>
    extension.extensionUrl(`viewer.html?file=${encodeURIComponent(file)}`),
  // By a name that the extension may not read, so that it does nothing there.
  bare: (server: BenchServer, file: string) =>
    elsewhere(server.url(`/bare?file=${encodeURIComponent(elsewhere(file))}`)),
};

const elsewhere = (url: string): string => url.replace('127.0.0.1', 'localhost');

async function open(extension: ExtensionBrowser, url: string): Promise<{ page: Page; painted: number }> {
  const page = await extension.browser.newPage();
  await page.evaluateOnNewDocument(watcher);
  await page.goto(url);
  await page.waitForFunction(() => window.benchPainted !== undefined, { polling: 50, timeout: 60_000 });
  return { page, painted: await page.evaluate(() => window.benchPainted ?? Number.NaN) };
}

async function firstPage(folder: string, server: BenchServer, build: string): Promise<Row> {
  const extension = await launchWithExtension('chromium', build);
  try {
    server.serve('report.pdf', await printedReport(folder, extension));
    const file = server.url('/report.pdf');
    const painted = async (url: string) => {
      const { page, painted: time } = await open(extension, url);
      await page.close();
      return time;
    };
    const ours = pathOf.ours(extension, file);
    const bare = pathOf.bare(server, file);
    // The first of each starts the browser's own processes.
    await painted(ours);
    await painted(bare);
    const times = await interleaved(ROUNDS, { ours: () => painted(ours), bare: () => painted(bare) });
    return {
      name: 'first page painted after the navigation began',
      value: median(times.ours),
      unit: 'ms',
      baseline: { name: 'bare PDFViewer', value: median(times.bare) },
      ratio: pairedRatio(times.ours, times.bare),
      target: { of: 'ratio', atMost: 1.2 },
      note: `the sample report as Chromium prints it, ${ROUNDS} turns`,
    };
  } finally {
    await extension.close();
  }
}

async function largeFile(folder: string, server: BenchServer, build: string): Promise<Row[]> {
  server.serve('large.pdf', scannedReport(folder, LARGE_PAGES));
  const extension = await launchWithExtension('chromium', build);
  try {
    server.takeSent();
    const { page } = await open(extension, pathOf.ours(extension, server.url('/large.pdf')));
    const toFirst = server.takeSent();
    const atFirst = await memoryOfPages(extension);
    const size = LARGE_PAGES * 1024;
    // Reading goes on in the background until nothing more is asked for.
    let read = toFirst;
    let peak = 0;
    for (let quiet = 0; quiet < 5; ) {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      const more = server.takeSent();
      quiet = more === 0 ? quiet + 1 : 0;
      read += more;
      peak = Math.max(peak, pagesMemory(await processesOf(extension)));
    }
    const memory = await memoryOfPages(extension);
    await page.close();
    return [
      {
        name: `a file of ${LARGE_PAGES} MB: sent until the first page was painted`,
        value: toFirst / 1024,
        unit: 'kB',
        target: { of: 'value', atMost: size * 0.05 },
        note: `${((toFirst / 1024 / size) * 100).toFixed(2)} % of the file`,
      },
      {
        name: `  sent until all ${LARGE_PAGES} pages were read`,
        value: read / 1024,
        unit: 'kB',
        target: { of: 'value', atMost: size / 4 },
        note: `${((read / 1024 / size) * 100).toFixed(1)} % of the file: its pictures hold no text`,
      },
      ...(memory === null || atFirst === null
        ? []
        : [
            {
              name: "  memory that the reading added to the browser's pages",
              value: memory - atFirst,
              unit: 'kB',
              target: { of: 'value', atMost: size / 4 },
              note: `${(atFirst / 1024).toFixed(0)} MB when the first page was painted, ${((peak - atFirst) / 1024).toFixed(0)} MB more at the most, garbage and all`,
            } satisfies Row,
          ]),
    ];
  } finally {
    await extension.close();
  }
}

/** Each viewer in a browser of its own, scrolled from the first page to the last. */
async function fullScroll(folder: string, server: BenchServer, build: string): Promise<Row[]> {
  if (!existsSync('/proc/self/smaps_rollup')) return [];
  server.serve('long.pdf', await longReport(folder, LONG_PAGES));
  const file = server.url('/long.pdf');
  const scrolled = async (urlOf: (extension: ExtensionBrowser) => string) => {
    const extension = await launchWithExtension('chromium', build);
    try {
      const { page } = await open(extension, urlOf(extension));
      await scrollThrough(page);
      return (await memoryOfPages(extension)) ?? Number.NaN;
    } finally {
      await extension.close();
    }
  };
  const memory = await interleaved(SCROLLS, {
    ours: () => scrolled((extension) => pathOf.ours(extension, file)),
    bare: () => scrolled(() => pathOf.bare(server, file)),
  });
  return [
    {
      name: `memory after scrolling through ${LONG_PAGES} pages`,
      value: median(memory.ours),
      unit: 'kB',
      baseline: { name: 'bare PDFViewer', value: median(memory.bare) },
      ratio: pairedRatio(memory.ours, memory.bare),
      target: { of: 'ratio', atMost: 1.3 },
      note: "of the browser's pages and their workers",
    },
  ];
}

async function scrollThrough(page: Page): Promise<void> {
  await page.waitForFunction((pages) => document.querySelectorAll('.page').length === pages, {}, LONG_PAGES);
  // A stretch at a time: a driver waits for no answer longer than three minutes.
  for (let from = 0; from < LONG_PAGES; from += STRETCH) {
    await page.evaluate(
      async (first, end) => {
        for (let index = first; index < end; index++) {
          document.querySelectorAll('.page')[index]?.scrollIntoView({ block: 'start', behavior: 'instant' });
          await new Promise((resolve) => setTimeout(resolve, 60));
        }
      },
      from,
      Math.min(from + STRETCH, LONG_PAGES),
    );
  }
  await new Promise((resolve) => setTimeout(resolve, 3000));
}

/**
 * Kilobytes of memory that the browser's page processes hold for themselves (Linux: proportional set size), after the
 * garbage of scripts is collected; null on other systems.
 */
async function memoryOfPages({ browser }: Pick<ExtensionBrowser, 'browser'>): Promise<number | null> {
  if (!existsSync('/proc/self/smaps_rollup')) return null;
  for (const page of await browser.pages()) {
    const session = await page.createCDPSession();
    await session.send('HeapProfiler.collectGarbage');
    await session.detach();
  }
  return pagesMemory(await processesOf({ browser }));
}

/** Ids of the processes that draw pages and run their workers. */
async function processesOf({ browser }: Pick<ExtensionBrowser, 'browser'>): Promise<number[]> {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

function pagesMemory(processes: readonly number[]): number {
  const sizes = processes.map((id) => {
    const path = `/proc/${id}/smaps_rollup`;
    return existsSync(path) ? Number(/^Pss:\s+(\d+)/m.exec(readFileSync(path, 'utf8'))?.[1] ?? 0) : 0;
  });
  return sizes.reduce((sum, size) => sum + size, 0);
}
