import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type ExtensionBrowser, launchWithExtension } from '../../browser/support/launch';
import { startFixtureServer } from '../../browser/support/server';
import { interleaved, median, pairedRatio, type Row } from '../support/rows';
import { buildForBench, emptyExtension, withoutContentScript } from './build';
import { contentScriptStart, traced } from './trace';

const ROUNDS = 15;

/** What the start is held against: an empty script that is registered as ours is, and one that a manifest of nothing else names. */
const BASELINES = { silent: 'an empty script in its place', empty: 'an extension of one empty script' };

/** What the extension weighs: the start of its content script on a page without text, and its files. */
export async function weightRows(): Promise<Row[]> {
  const built = await buildForBench();
  const empty = await emptyExtension();
  const silent = await withoutContentScript(built);
  const server = await startFixtureServer();
  const browsers = {
    ours: await launchWithExtension('chromium', built),
    silent: await launchWithExtension('chromium', silent),
    empty: await launchWithExtension('chromium', empty),
  };
  try {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const running = { ours: [] as number[], silent: [] as number[], empty: [] as number[] };
    const measure = async (name: keyof typeof browsers): Promise<number> => {
      const start = await startOn(browsers[name], server.url('/hostile/empty'));
      running[name].push(start.running);
      return start.sinceLoaded;
    };
    const started = await interleaved(ROUNDS, {
      ours: () => measure('ours'),
      silent: () => measure('silent'),
      empty: () => measure('empty'),
    });
    const row = (name: string, times: typeof started, baseline: keyof typeof BASELINES, extra: Partial<Row>): Row => ({
      name,
      value: median(times.ours),
      unit: 'ms',
      baseline: { name: BASELINES[baseline], value: median(times[baseline]) },
      ratio: pairedRatio(times.ours, times[baseline]),
      ...extra,
    });
    const target = { of: 'ratio', atMost: 1.5 } as const;
    return [
      row('content script started, after DOMContentLoaded', started, 'silent', { target }),
      row('content script started, after DOMContentLoaded', started, 'empty', { target }),
      row('  of this its compilation and first run', running, 'silent', {}),
      ...(await sizes(built)),
    ];
  } finally {
    await Promise.all([...Object.values(browsers).map((browser) => browser.close()), server.close()]);
    await Promise.all([empty, silent].map((folder) => rm(folder, { recursive: true })));
  }
}

async function startOn(extension: ExtensionBrowser, url: string): Promise<ReturnType<typeof contentScriptStart>> {
  const page = await extension.browser.newPage();
  const trace = await traced(page, async () => {
    await page.goto(url);
    await new Promise((resolve) => setTimeout(resolve, 400));
  });
  await page.close();
  return contentScriptStart(trace);
}

async function sizes(folder: string): Promise<Row[]> {
  const files = (await readdir(folder, { recursive: true })).filter((name) => /\.(?:js|css)$/.test(name));
  return Promise.all(
    files.sort().map(async (name): Promise<Row> => {
      const bytes = await readFile(join(folder, name));
      const isContent = name.endsWith('content.js');
      return {
        name: `${name.replace(/^.*[\\/]/, '')} gzipped`,
        value: gzipSync(bytes).length / 1000,
        unit: 'kB',
        ...(isContent ? { target: { of: 'value', atMost: 60 } } : {}),
        note: `${(bytes.length / 1000).toFixed(0)} kB unpacked`,
      };
    }),
  );
}
