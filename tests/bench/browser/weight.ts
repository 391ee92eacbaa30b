import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type ExtensionBrowser, launchWithExtension } from '../../browser/support/launch';
import { startFixtureServer } from '../../browser/support/server';
import { median, pairedRatio, type Row } from '../support/rows';
import { buildForBench, emptyExtension } from './build';
import { contentScriptStart, type ScriptStart, traced } from './trace';

const ROUNDS = 60;
/** Milliseconds for what a script puts off, after the page has loaded. */
const PUT_OFF = 150;

/** What the extension weighs: the start of its content script on a page without text, and its files. */
export async function weightRows(): Promise<Row[]> {
  const built = await buildForBench();
  const empty = await emptyExtension();
  const server = await startFixtureServer();
  const browser = await launchWithExtension('chromium', built);
  try {
    // Both on the same page: the browser's way to a content script is longer than the scripts and changes from page to page.
    const emptyRoot = `chrome-extension://${await browser.browser.installExtension(empty)}/`;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const ours = noTimes();
    const theirs = noTimes();
    for (let round = 0; round < ROUNDS; round++) {
      const { way, running } = await startOn(browser, server.url('/hostile/empty'));
      for (const [root, times] of [
        [browser.extensionUrl(''), ours],
        [emptyRoot, theirs],
      ] as const) {
        const run = running.get(root);
        if (run === undefined) throw new Error(`The content script of ${root} did not start.`);
        times.started.push(way + run.first);
        times.first.push(run.first);
        times.withPutOff.push(way + run.first + run.putOff);
      }
    }
    const row = (name: string, kind: keyof typeof ours, extra: Partial<Row>): Row => ({
      name,
      value: median(ours[kind]),
      unit: 'ms',
      baseline: { name: 'an empty content script on the same page', value: median(theirs[kind]) },
      ratio: pairedRatio(ours[kind], theirs[kind]),
      ...extra,
    });
    return [
      row('content script started, after DOMContentLoaded', 'started', { target: { of: 'ratio', atMost: 1.5 } }),
      row('  of this its compilation and first run', 'first', {}),
      row('  with what it puts off until after that', 'withPutOff', {}),
      ...(await sizes(built)),
    ];
  } finally {
    await Promise.all([browser.close(), server.close()]);
    await rm(empty, { recursive: true });
  }
}

/** Milliseconds, one value a page. */
function noTimes(): Record<'started' | 'first' | 'withPutOff', number[]> {
  return { started: [], first: [], withPutOff: [] };
}

async function startOn(extension: ExtensionBrowser, url: string): Promise<ScriptStart> {
  const page = await extension.browser.newPage();
  const trace = await traced(page, async () => {
    await page.goto(url);
    await new Promise((resolve) => setTimeout(resolve, PUT_OFF));
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
