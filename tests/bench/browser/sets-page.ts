import * as z from 'zod';
import { type ExportFormat, packBackup, planImport, readImport, writeExport } from '../../../exchange';
import { applyImport, existingRows } from '../../../storage/apply-import';
import { readEverything } from '../../../storage/backup';
import { removeAnnotations, tagAnnotations } from '../../../storage/bulk';
import { type Contents, contentsOf } from '../../../storage/contents';
import { database } from '../../../storage/database';
import { type Library, openLibrary } from '../../../storage/library';
import type { LibraryGrouping, LibraryOrder, LibraryQuery } from '../../../storage/library-types';
import { undo } from '../../../storage/undo';
import { manyAnnotations, type Size } from '../../storage/many';

/** Runs in a page of Chromium, driven by sets.ts: a library of 100,000 annotations in the browser's own database. */

/** What one piece of work took. */
export interface Took {
  /** Milliseconds on the clock. */
  time: number;
  /** The longest task meanwhile, in milliseconds; 0 where none was over 50. */
  longestTask: number;
}

// The extension's pages allow no code made at run time: the checks run as they do there.
z.config({ jitless: true });

const tasks: number[] = [];
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) tasks.push(duration);
}).observe({ type: 'longtask' });

async function took(work: () => unknown): Promise<Took> {
  await settled();
  tasks.length = 0;
  const begin = performance.now();
  await work();
  const time = performance.now() - begin;
  await settled();
  return { time, longestTask: Math.max(0, ...tasks) };
}

/** The browser tells of long tasks a little later. */
function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 100));
}

let library: Library | undefined;
let contents: Contents | undefined;
let file: Blob | undefined;
const OPTIONS = { title: 'Granskning', today: '2026-11-22' };
const NOW = '2026-11-22T13:05:00.000Z';

function opened(): Library {
  if (!library) throw new Error('The library is not open.');
  return library;
}

const setsBench = {
  /** Makes the file that is imported; its time is not measured. @returns its size in bytes */
  async makeFile(size: Size): Promise<number> {
    file = (await writeExport('jsonld', manyAnnotations(size), OPTIONS)).blob;
    return file.size;
  },
  async importFile(): Promise<Record<'read' | 'plan' | 'apply', Took>> {
    const given = file ?? new Blob();
    let incoming: Awaited<ReturnType<typeof readImport>> | undefined;
    let plan: Awaited<ReturnType<typeof planImport>> | undefined;
    const read = await took(async () => {
      incoming = await readImport(given, { setName: 'x', now: NOW });
    });
    const planned = await took(async () => {
      if (incoming) plan = await planImport(incoming, await existingRows(), { now: NOW });
    });
    const apply = await took(async () => plan && applyImport(plan));
    file = undefined;
    return { read, plan: planned, apply };
  },
  /** Opens the library as a page does that was just loaded; ends with the first fifty rows at hand. */
  open: () =>
    took(async () => {
      library?.close();
      database().close({ disableAutoOpen: false });
      library = await openLibrary();
      const { ids } = library.query({});
      for (const id of ids.slice(0, 50)) library.row(id);
    }),
  /** A query, after the one before it was answered; the median of several. */
  query(query: LibraryQuery, order?: LibraryOrder, grouping?: LibraryGrouping): { time: number; found: number } {
    const times: number[] = [];
    let found = 0;
    for (let round = 0; round < 5; round++) {
      const begin = performance.now();
      found = opened().query(query, order, grouping).ids.length;
      times.push(performance.now() - begin);
    }
    return { time: times.toSorted((one, other) => one - other)[2] ?? 0, found };
  },
  /** The first time that rows are put in an order. */
  order(order: LibraryOrder): number {
    const begin = performance.now();
    opened().query({}, order);
    return performance.now() - begin;
  },
  /** Tags many, takes it back, and puts them in the bin and takes that back. */
  async bulk(count: number): Promise<Record<'tag' | 'undo', Took>> {
    const ids = opened().query({}).ids.slice(0, count);
    let token: Awaited<ReturnType<typeof tagAnnotations>> | undefined;
    const tag = await took(async () => {
      token = await tagAnnotations(ids, { addNames: ['Många'] });
    });
    const undone = await took(async () => token && undo(token.undo));
    await undo((await removeAnnotations(ids.slice(0, 10))).undo);
    return { tag, undo: undone };
  },
  readContents: () =>
    took(async () => {
      contents = await contentsOf('everything');
    }),
  async export(format: ExportFormat, most?: number): Promise<Took & { bytes: number }> {
    if (!contents) throw new Error('The contents were not read.');
    const some = most === undefined ? contents : { ...contents, annotations: contents.annotations.slice(0, most) };
    let bytes = 0;
    const spent = await took(async () => {
      bytes = (await writeExport(format, some, OPTIONS)).blob.size;
    });
    return { ...spent, bytes };
  },
  async backup(): Promise<Took & { bytes: number }> {
    contents = undefined;
    let bytes = 0;
    const spent = await took(async () => {
      bytes = (await packBackup(await readEverything(), new Date(NOW))).blob.size;
    });
    return { ...spent, bytes };
  },
};
export type SetsBench = typeof setsBench;

Object.assign(globalThis, { setsBench });
