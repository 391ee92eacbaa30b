import type { Page } from 'puppeteer-core';
import { launchWithExtension } from '../../browser/support/launch';
import { painted, waitForPainted } from '../../browser/support/reader';
import { startFixtureServer } from '../../browser/support/server';
import { interleaved, median, pairedRatio, type Row } from '../support/rows';
import { buildForBench, repositoryFile } from './build';
import { sinceContentScript, traced } from './trace';

const ROUNDS = 9;
/** The sample report prints on eight pages: twice its article is a report of fifteen. */
const COPIES = 2;

declare global {
  interface Window {
    /** Milliseconds from the end of DOMContentLoaded to the first highlight, and to the last. */
    benchFirst?: number;
    benchAll?: number;
  }
}

/**
 * Runs in the page: notes when our highlights stand in the registry. It looks every few milliseconds, because the
 * registry tells nobody, so the answer is late by that at most.
 */
const watcher = `document.addEventListener('DOMContentLoaded', () => {
  let idle = 0;
  const look = () => {
    idle ||= performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd;
    const size = ['citation', 'recommendation'].reduce((sum, kind) => sum + (CSS.highlights.get('revisionspennan-' + kind)?.size ?? 0), 0);
    if (size > 0 && window.benchFirst === undefined) {
      window.benchFirst = performance.now() - idle;
      performance.mark('bench-first');
    }
    if (CSS.highlights.has('revisionspennan-citation') && CSS.highlights.has('revisionspennan-recommendation')) window.benchAll = performance.now() - idle;
    else setTimeout(look, 1);
  };
  setTimeout(look, 0);
});`;

/** How soon a reader sees highlights on a report page of fifteen printed pages, beside a page where mark.js marks the same words. */
export async function firstHighlightRows(): Promise<Row[]> {
  const server = await startFixtureServer();
  const extension = await launchWithExtension('chromium', await buildForBench());
  try {
    const report = await longReport();
    server.setPage('/report', report);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const words = await paintedWords(await extension.browser.newPage(), server.url('/report'));
    server.setPage('/marked', await markedPage(report, words));
    const costs: number[] = [];
    const afterIdle: number[] = [];
    const open = async (url: string, script: string): Promise<{ first: number; all: number }> => {
      const page = await extension.browser.newPage();
      await page.evaluateOnNewDocument(script);
      const trace = await traced(page, async () => {
        await page.goto(url);
        await page.waitForFunction(() => window.benchAll !== undefined, { polling: 250 });
      });
      if (script === watcher) {
        const { onClock, cost } = sinceContentScript(trace, 'bench-first');
        afterIdle.push(onClock);
        costs.push(cost);
      }
      const times = await page.evaluate(() => ({ first: window.benchFirst ?? Number.NaN, all: window.benchAll ?? 0 }));
      await page.close();
      return times;
    };
    // The extension may not read this name of the same server.
    const elsewhere = server.url('/marked').replace('127.0.0.1', 'localhost');
    const all = { ours: [] as number[], marked: [] as number[] };
    const first = await interleaved(ROUNDS, {
      ours: async () => {
        const times = await open(server.url('/report'), watcher);
        all.ours.push(times.all);
        return times.first;
      },
      marked: async () => {
        const times = await open(elsewhere, '');
        all.marked.push(times.all);
        return times.first;
      },
    });
    const row = (name: string, times: typeof first, extra: Partial<Row>): Row => ({
      name,
      value: median(times.ours),
      unit: 'ms',
      baseline: { name: 'mark.js', value: median(times.marked) },
      ratio: pairedRatio(times.ours, times.marked),
      ...extra,
    });
    return [
      {
        name: 'first highlight after document idle',
        value: median(afterIdle),
        unit: 'ms',
        target: { of: 'value', atMost: 100 },
        note: `${words.length} different words on 15 pages, fastest ${Math.min(...afterIdle).toFixed(0)} ms`,
      },
      {
        name: "  of this processor time of the page's main thread",
        value: median(costs),
        unit: 'ms',
        target: { of: 'value', atMost: 100 },
        note: 'from the start of the content script',
      },
      row('first highlight after DOMContentLoaded', first, {}),
      row('all highlights after DOMContentLoaded', all, {}),
    ];
  } finally {
    await extension.close();
    await server.close();
  }
}

async function longReport(): Promise<string> {
  const html = await repositoryFile('sample/granskningsrapport.html');
  const article = /<article[\s\S]*<\/article>|<main[\s\S]*<\/main>/.exec(html)?.[0];
  if (!article) throw new Error('The sample report has no article to repeat.');
  return html.replace(article, () => article.repeat(COPIES));
}

/** The different texts that the extension paints as citations and recommendations. */
async function paintedWords(page: Page, url: string): Promise<string[]> {
  await page.goto(url);
  await waitForPainted(page, 'citation');
  const texts = [...(await painted(page, 'citation')), ...(await painted(page, 'recommendation'))];
  await page.close();
  return [...new Set(texts)];
}

/** The page with mark.js in it; it begins when our content script may begin, and its own reading counts as ours does. */
async function markedPage(html: string, words: readonly string[]): Promise<string> {
  const library = (await repositoryFile('node_modules/mark.js/dist/mark.min.js')).replaceAll('</script', '<\\/script');
  const start = `<script type="text/plain" id="library">${library}</script>
<script>addEventListener('load', () => {
  const idle = performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd;
  const script = document.createElement('script');
  script.textContent = document.getElementById('library').textContent;
  document.head.append(script);
  new Mark(document.body).mark(${JSON.stringify(words).replaceAll('<', '\\u003c')}, {
    separateWordSearch: false, diacritics: false, acrossElements: true, exclude: ['script', 'style'],
    each: () => { window.benchFirst ??= performance.now() - idle; },
    done: () => { window.benchAll = performance.now() - idle; },
  });
});</script>`;
  return html.replace('</body>', () => `${start}</body>`);
}
