import * as z from 'zod';
import { type ExportFormat, packBackup, planImport, readImport, writeExport } from '../../../exchange';
import { applyImport, existingRows } from '../../../storage/apply-import';
import { readEverything } from '../../../storage/backup';
import { tagAnnotations } from '../../../storage/bulk';
import { type Contents, contentsOf } from '../../../storage/contents';
import type { Library } from '../../../storage/library';
import type { LibraryGrouping, LibraryOrder, LibraryQuery } from '../../../storage/library-types';
import { undo } from '../../../storage/undo';
import { openLibrary } from '../../storage/lists';
import { manyAnnotations, type Size } from '../../storage/many';

/** Runs in a page of Chromium, driven by sets.ts: a library of 100,000 annotations in the browser's own database. */

// The extension's pages allow no code made at run time: the checks run as they do there.
z.config({ jitless: true });

type Incoming = Awaited<ReturnType<typeof readImport>>;
type Plan = Awaited<ReturnType<typeof planImport>>;
type Bulk = Awaited<ReturnType<typeof tagAnnotations>>;

let incoming: Incoming | undefined;
let plan: Plan | undefined;
let bulk: Bulk | undefined;
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
  async read(): Promise<void> {
    incoming = await readImport(file ?? new Blob(), { setName: 'x', now: NOW });
    file = undefined;
  },
  async plan(): Promise<void> {
    if (incoming) plan = await planImport(incoming, await existingRows(), { now: NOW });
  },
  async apply(): Promise<void> {
    if (plan) await applyImport(plan);
  },
  /** Opens the library as a page does that was just loaded; ends with the first fifty rows at hand. */
  async open(): Promise<void> {
    library = await openLibrary();
    for (const id of library.query({}).ids.slice(0, 50)) library.row(id);
  },
  /** @returns the number of rows found */
  query: (query: LibraryQuery, order?: LibraryOrder, grouping?: LibraryGrouping): number =>
    opened().query(query, order, grouping).ids.length,
  async tag(count: number): Promise<void> {
    bulk = await tagAnnotations(opened().query({}).ids.slice(0, count), { addNames: ['Många'] });
  },
  async undoTag(): Promise<void> {
    if (bulk) await undo(bulk.undo);
  },
  async readContents(): Promise<void> {
    contents = await contentsOf('everything');
  },
  /** @returns bytes of the file */
  async export(format: ExportFormat, most?: number | null): Promise<number> {
    if (!contents) throw new Error('The contents were not read.');
    const some =
      typeof most === 'number' ? { ...contents, annotations: contents.annotations.slice(0, most) } : contents;
    return (await writeExport(format, some, OPTIONS)).blob.size;
  },
  /** @returns bytes of the file */
  async backup(): Promise<number> {
    contents = undefined;
    return (await packBackup(await readEverything(), new Date(NOW))).blob.size;
  },
};
export type SetsBench = typeof setsBench;

Object.assign(globalThis, { setsBench });
