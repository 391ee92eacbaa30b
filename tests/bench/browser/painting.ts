import puppeteer from 'puppeteer-core';
import { findBrowser } from '../../../scripts/browsers';
import { barePage } from '../../browser/support/pages/html';
import { startFixtureServer } from '../../browser/support/server';
import { interleaved, median, pairedRatio, type Row } from '../support/rows';
import { repeatTo } from '../support/texts';
import { pageScript, repositoryFile } from './build';
import type { PaintingBench, Way } from './painting-page';

declare global {
  var paintingBench: PaintingBench;
}

const CHARACTERS = 300_000;
const PARAGRAPH = 600;
const ROUNDS = 9;
/** Rounds of the ways that take seconds. */
const SLOW_ROUNDS = 1;
const POINTS = 1000;

/** 5,000 passages painted and taken away: ours against one bare CSS Highlight, and the ways that others go. */
export async function paintingRows(): Promise<Row[]> {
  const server = await startFixtureServer();
  const browser = await puppeteer.launch({
    executablePath: await findBrowser('chromium'),
    pipe: true,
    defaultViewport: { width: 1280, height: 900 },
    args: ['--disable-gpu', ...(process.getuid?.() === 0 || process.env.CI ? ['--no-sandbox'] : [])],
  });
  try {
    server.setPage('/painting', await paintingPage());
    const page = await browser.newPage();
    await page.goto(server.url('/painting'));
    await page.addScriptTag({ content: await pageScript('painting-page.ts') });
    const removed: Partial<Record<Way, number[]>> = {};
    const run = (way: Way) => async (): Promise<number> => {
      const { paint, remove } = await page.evaluate((name) => paintingBench.paintAndRemove(name), way);
      removed[way] = [...(removed[way] ?? []), remove];
      return paint;
    };
    await run('bare')();
    await run('painter')();
    for (const way of ['bare', 'painter'] as const) removed[way] = [];
    const fast = await interleaved(ROUNDS, { bare: run('bare'), painter: run('painter'), document: run('document') });
    const { times, hits } = await page.evaluate((count) => paintingBench.hitTests(count), POINTS);
    // Live ranges slow every later change of the page down for as long as they are remembered: they come last.
    const slow = await interleaved(SLOW_ROUNDS, { wrapped: run('wrapped'), apiece: run('apiece') });
    const painted: Partial<Record<Way, number[]>> = { ...fast, ...slow };

    const row = (name: string, way: Way, from: typeof painted, baseline: Way, baselineName: string): Row => {
      const [values, others] = [from[way] ?? [], from[baseline] ?? []];
      return {
        name,
        value: median(values),
        unit: 'ms',
        baseline: { name: baselineName, value: median(others) },
        ...(values.length === others.length ? { ratio: pairedRatio(values, others) } : {}),
        ...(baseline === 'bare' ? { target: { of: 'ratio', atMost: 2 } } : {}),
      };
    };
    const rows: Row[] = [];
    for (const [what, from] of [
      ['painted', painted],
      ['removed', removed],
    ] as const) {
      rows.push(
        row(`5,000 ranges ${what}`, 'painter', from, 'bare', 'one bare Highlight'),
        row('  a whole document, its ranges made too', 'document', from, 'bare', 'one bare Highlight'),
        row('  the same', 'painter', from, 'apiece', 'one Highlight apiece'),
        row('  the same', 'painter', from, 'wrapped', 'wrapped elements'),
      );
    }
    const slowest = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] as number;
    rows.push(
      { name: 'hit test among 5,000 passages', value: median(times), unit: 'ms', target: { of: 'value', atMost: 2 } },
      {
        name: '  the slowest but one in twenty',
        value: slowest,
        unit: 'ms',
        target: { of: 'value', atMost: 2 },
        note: `${hits} of ${POINTS} points on a passage`,
      },
    );
    return rows;
  } finally {
    await browser.close();
    await server.close();
  }
}

async function paintingPage(): Promise<string> {
  const sentence = 'Granskningen visar att nämnden följer upp sina rutiner, men inte hur besluten verkställs. ';
  const text = repeatTo(sentence, PARAGRAPH - 1);
  const body = `<main>${`<p>${text}</p>\n`.repeat(CHARACTERS / PARAGRAPH)}</main>`;
  return barePage('Många markeringar', body, `<style>${await repositoryFile('highlighting/highlights.css')}</style>`);
}
