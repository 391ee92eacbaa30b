import type { Page } from 'puppeteer-core';
import { launchWithExtension } from '../../browser/support/launch';
import { makePdf, type PagePlan } from '../../browser/support/pdf/make-pdf';
import { startPdfServer } from '../../browser/support/pdf/pdf-server';
import { median, type Row } from '../support/rows';
import { buildForBench } from './build';
import { scriptTasks, traced } from './trace';

const PAGES = 500;
const ROUNDS = 3;

declare global {
  interface Window {
    /** Milliseconds since the page was opened, by page number: its text layer stood, its first passage was highlighted. */
    benchPages?: Record<number, { layer: number; passage?: number }>;
  }
}

/** Runs in the viewer: notes when pages are there and when they have highlights, every few milliseconds. */
const watcher = `window.benchPages = {};
setInterval(() => {
  const now = performance.now();
  for (const layer of document.querySelectorAll('.textLayer')) {
    if (!layer.querySelector('.endOfContent')) continue;
    window.benchPages[layer.closest('.page').dataset.pageNumber] ??= { layer: now };
  }
  for (const range of CSS.highlights.get('revisionspennan-citation') ?? []) {
    const sheet = range.startContainer.parentElement?.closest('.page');
    const page = sheet && window.benchPages[sheet.dataset.pageNumber];
    if (page) page.passage ??= now;
  }
}, 5);`;

/** A page of a report, with two citations. */
const page = (number: number): PagePlan => ({
  lines: [
    `${number} Nämndens arbete med avfall`,
    `Enligt ${(number % 12) + 1} kap. ${(number % 9) + 1} § miljöbalken ska nämnden pröva ärendet i tid.`,
    ...Array.from(
      { length: 18 },
      (_, row) => `Stycke ${row} av sida ${number} handlar om hur hämtning och avtal följs upp.`,
    ),
    'Vi rekommenderar miljönämnden att se över sina rutiner för uppföljning.',
    `Det framgår också av ${(number % 6) + 1} kap. 6 § kommunallagen (2017:725) att nämnden svarar.`,
    ...Array.from({ length: 18 }, (_, row) => `Rad ${row} om vad granskningen visar och vad som återstår att göra.`),
  ],
});

/** A PDF of 500 pages in the viewer: how soon a reader sees passages, here and after a leap, while all of it is read. */
export async function pdfRows(): Promise<Row[]> {
  const server = await startPdfServer();
  const bytes = makePdf({ title: 'Handlingar', pages: Array.from({ length: PAGES }, (_, index) => page(index + 1)) });
  server.serve('/handlingar.pdf', { bytes });
  const extension = await launchWithExtension('chromium', await buildForBench());
  const first: number[] = [];
  const leapt: number[] = [];
  const whole: number[] = [];
  const longest: { duration: number; onClock: number; parts: string[] }[] = [];
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const viewer = await extension.browser.newPage();
      await viewer.evaluateOnNewDocument(watcher);
      const trace = await traced(viewer, async () => {
        const address = encodeURIComponent(server.url('/handlingar.pdf'));
        await viewer.goto(extension.extensionUrl(`viewer.html?file=${address}`));
        first.push(await passageAfterPage(viewer, 1));
        await viewer.evaluate(() => document.querySelector<HTMLElement>('.pages')?.focus());
        await viewer.keyboard.press('End');
        leapt.push(await passageAfterPage(viewer, PAGES));
        await viewer.waitForFunction(() => document.querySelector('.reading-strip progress'), { polling: 20 });
        await viewer.waitForFunction(() => !document.querySelector('.reading-strip'), {
          polling: 50,
          timeout: 120_000,
        });
        whole.push(await viewer.evaluate(() => performance.now()));
      });
      const [task] = scriptTasks(trace);
      if (task) longest.push(task);
      await viewer.close();
    }
  } finally {
    await extension.close();
    await server.close();
  }
  const worst = longest.sort((one, other) => one.duration - other.duration).at(-1);
  return [
    {
      name: 'passages of the first page, after its text stands',
      value: median(first),
      unit: 'ms',
      target: { of: 'value', atMost: 1000 },
    },
    {
      name: `passages of page ${PAGES} at once turned to, likewise`,
      value: median(leapt),
      unit: 'ms',
      target: { of: 'value', atMost: 1000 },
    },
    { name: `all ${PAGES} pages read, since the viewer was opened`, value: median(whole), unit: 'ms' },
    {
      name: 'longest task while they are read',
      value: median(longest.map(({ duration }) => duration)),
      unit: 'ms',
      target: { of: 'value', atMost: 50 },
      note: `worst of ${ROUNDS} rounds ${worst?.duration.toFixed(0)} ms, ${worst?.onClock.toFixed(0)} on the clock (${worst?.parts.join(', ')})`,
    },
  ];
}

/** Milliseconds from a page's text to its first highlighted citation. */
async function passageAfterPage(viewer: Page, number: number): Promise<number> {
  await viewer.waitForFunction((at) => window.benchPages?.[at]?.passage !== undefined, { polling: 20 }, number);
  return viewer.evaluate((at) => {
    const { layer, passage } = window.benchPages?.[at] ?? { layer: 0 };
    return (passage ?? Number.NaN) - layer;
  }, number);
}
