import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { EXPORT_FORMATS, type ExportFormat, writeExport } from '../../../exchange';
import { openFilledLibrary } from '../../browser/support/fill-library';
import { launchWithExtension } from '../../browser/support/launch';
import { openDialog, press } from '../../browser/support/library-page';
import { manyAnnotations, type Size } from '../../storage/many';
import type { Row } from '../support/rows';
import { type Spent, spentIn } from './main-thread';

/** A search that finds some thousand of the made-up annotations. */
const FEWER = 'socialnämnden';
const PATIENCE = { timeout: 600_000 };

/**
 * Import and export of a large library in its page: how long a person waits, whether the page goes on meanwhile (its longest
 * task, the words on progress that were seen), how soon a cancelled import has ended, and what memory it takes.
 * @param built folder of the extension
 */
export async function libraryFileRows(built: string, size: Size): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'revisionspennan-bench-'));
  const extension = await launchWithExtension('chromium', built, { downloadDir: folder });
  try {
    const contents = manyAnnotations(size);
    const { blob } = await writeExport('jsonld', contents, { title: 'x', today: '2026-11-22' });
    const file = join(folder, 'many.jsonld.in');
    await writeFile(file, Buffer.from(await blob.arrayBuffer()));
    const page = await openFilledLibrary(extension, {
      ...contents,
      documents: [],
      annotations: [],
      tags: [],
      sets: [],
    });
    await page.waitForSelector('.library');
    const rows = await importRows(page, file, size, blob.size);
    for (const format of EXPORT_FORMATS) rows.push(...(await exportRows(page, folder, format)));
    return rows;
  } finally {
    await extension.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function importRows(page: Page, file: string, size: Size, bytes: number): Promise<Row[]> {
  const compare = async () => {
    const input = (await page.waitForSelector('dialog input[type=file]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(file);
    await page.waitForSelector('dialog .plan', PATIENCE);
  };
  await openDialog(page, 'import');
  await page.evaluate(watchProgress);
  const compared = await spentIn(page, compare);
  const comparedWords = await page.evaluate(progressSeen);
  // Cancelled in the middle of writing: nothing of it may be there.
  await press(page, 'dialog .apply');
  await page.waitForSelector('dialog .message.busy progress[value]', PATIENCE);
  const begin = performance.now();
  await page.click('dialog .message.busy button');
  await page.waitForSelector('dialog .message.done', PATIENCE);
  const cancelled = performance.now() - begin;
  const left = await page.evaluate(countAnnotations);
  await press(page, 'dialog .compare');
  await page.waitForSelector('dialog .plan', PATIENCE);
  await page.evaluate(watchProgress);
  const written = await spentIn(page, async () => {
    await press(page, 'dialog .apply');
    await page.waitForFunction(
      (count) => document.querySelector('.found')?.textContent?.replace(/\D/g, '') === count,
      PATIENCE,
      String(size.annotations),
    );
  });
  const writtenWords = await page.evaluate(progressSeen);
  const memory = await heapOf(page);
  return [
    ...spentRows(`import: reading and comparing ${megabytes(bytes)}`, compared, comparedWords),
    {
      name: 'import: cancelled while it writes, until it has ended',
      value: cancelled,
      unit: 'ms',
      target: { of: 'value', atMost: 1000 },
      note: `${left} annotations left of it`,
    },
    ...spentRows('import: written and shown', written, writtenWords),
    { name: 'memory of the page after it', value: memory / 1000, unit: 'kB' },
  ];
}

async function exportRows(page: Page, folder: string, format: ExportFormat): Promise<Row[]> {
  // Word takes ten thousand at most: of a set of this size nobody writes a working paper.
  const scope = format === 'docx' ? 'found' : 'everything';
  if (scope === 'found') await page.evaluate(search, FEWER);
  await openDialog(page, 'export');
  await closeMessage(page);
  await page.click(`dialog input[value=${scope}]`);
  await page.click(`dialog input[value=${format}]`);
  const before = new Set(await readdir(folder));
  await page.evaluate(watchProgress);
  let worker = 0;
  const spent = await spentIn(page, async () => {
    await page.click('dialog .apply');
    await page.waitForSelector('dialog .message.done', PATIENCE);
    worker = await heapOfWorkers(page);
  });
  const words = await page.evaluate(progressSeen);
  const said = await page.$eval('dialog .message.done .words', (element) => element.textContent ?? '');
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const name = (await readdir(folder)).find((each) => !before.has(each));
  const bytes = name === undefined ? 0 : (await stat(join(folder, name))).size;
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !document.querySelector('dialog[open]'));
  const note = `${megabytes(bytes)}, ${megabytes(worker)} of memory in the worker at the end; “${said}”`;
  return spentRows(`export: ${format}`, spent, words, note);
}

/** What was said of the work before must not be taken for what is said of this. */
async function closeMessage(page: Page): Promise<void> {
  const button = await page.$('dialog .message .close');
  await button?.click();
  await page.waitForFunction(() => !document.querySelector('.message'));
}

function spentRows(name: string, { clock, longestTask }: Spent, words: number, note = ''): Row[] {
  return [
    { name, value: clock, unit: 'ms', note: [`progress said ${words} times`, note].filter(Boolean).join('; ') },
    {
      name: '  longest task of the page meanwhile',
      value: longestTask,
      unit: 'ms',
      target: { of: 'value', atMost: 50 },
    },
  ];
}

/** Bytes of the page's heap after its garbage was collected. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

async function heapOfWorkers(page: Page): Promise<number> {
  const sizes = await Promise.all(
    page.workers().map(async ({ client }) => (await client.send('Runtime.getHeapUsage')).usedSize),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

declare global {
  var progressBench: { seen: number } | undefined;
}

/** Counts how often the page says something else on how far it is. */
function watchProgress(): void {
  const bench = { seen: 0 };
  globalThis.progressBench = bench;
  let last = '';
  new MutationObserver(() => {
    const value = document.querySelector('.message.busy progress')?.getAttribute('value') ?? '';
    if (value === last) return;
    last = value;
    bench.seen += 1;
  }).observe(document.body, { attributes: true, childList: true, subtree: true });
}

function progressSeen(): number {
  return globalThis.progressBench?.seen ?? 0;
}

/** Rows in the database, by the browser's own count. */
function countAnnotations(): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('revisionspennan');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const counting = opening.result.transaction('annotations').objectStore('annotations').count();
      counting.onerror = () => reject(counting.error);
      counting.onsuccess = () => {
        opening.result.close();
        resolve(counting.result);
      };
    };
  });
}

/** Searches, and waits for the answer. */
function search(words: string): Promise<void> {
  const field = document.querySelector<HTMLInputElement>('.search');
  const found = document.querySelector('.found');
  if (!field || !found) throw new Error('There is nothing to search');
  field.value = words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return new Promise((resolve) => {
    new MutationObserver((_, observer) => {
      observer.disconnect();
      resolve();
    }).observe(found, { childList: true, characterData: true, subtree: true });
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  });
}
