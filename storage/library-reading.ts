import type { CheckedDocuments } from './checked-documents';
import type { Database } from './database';
import type { Columns } from './library-columns';
import type { Pace } from './pace';
import type { SourceDocument } from './schema';
import { shelfKeysOf, WRITES_KEY } from './shelves';

/** Bounds of keys: by the first sign of ids, so that no read is long. Ids are UUIDs, mostly. */
const SMALL_PARTS = ['', ...'0123456789abcdefg', '\uFFFF'];
const ONE_PART = ['', '\uFFFF'];

/** Reads that are under way at once. */
const READ_AHEAD = 3;

/** Documents whose shelves are read at a time, and in all, for the rows that stand first. */
const DOCUMENTS_AT_ONCE = 4;
const DOCUMENTS_AT_FIRST = 64;
/** More than a window shows. */
const ROWS_AT_FIRST = 40;

/** The bounds of the parts that a library is read in. */
export function partsOf(isLarge: boolean): readonly string[] {
  return isLarge ? SMALL_PARTS : ONE_PART;
}

/** All documents that pass the schema. */
export async function readDocuments(
  db: Database,
  checked: CheckedDocuments,
  parts: readonly string[],
  pace: Pace,
): Promise<SourceDocument[]> {
  const documents: SourceDocument[] = [];
  const read = (from: string, to: string) => db.documents.where('id').between(from, to, true, false).toArray();
  await inParts(parts, read, async (rows) => {
    documents.push(...(await checked.read(rows, pace)));
  });
  return documents;
}

/** Takes in all shelves. */
export async function readShelves(db: Database, columns: Columns, parts: readonly string[], pace: Pace): Promise<void> {
  const read = (from: string, to: string) => db.shelves.where('key').between(from, to, true, false).toArray();
  await inParts(parts, read, async (shelves, at) => {
    for (const shelf of shelves) {
      if (shelf.key !== WRITES_KEY) columns.put(shelf);
      await pace.step(at, parts.length - 1);
    }
  });
}

/**
 * Takes in the shelves of the documents that stand first, whose names are known already, until there are rows for a
 * window. @returns whether there are any rows
 */
export async function readBeginning(db: Database, columns: Columns): Promise<boolean> {
  const { documents } = columns.vocabulary;
  const ranks = documents.ranks();
  const rank = (id: string) => ranks[documents.number(id)] as number;
  const ids = [...columns.documents.keys()].sort((one, other) => rank(one) - rank(other));
  const rows = () => columns.size - columns.sizeOfBin;
  for (let from = 0; from < DOCUMENTS_AT_FIRST && rows() < ROWS_AT_FIRST; from += DOCUMENTS_AT_ONCE) {
    const keys = ids.slice(from, from + DOCUMENTS_AT_ONCE).flatMap(shelfKeysOf);
    for (const shelf of await db.shelves.bulkGet(keys)) if (shelf) columns.put(shelf);
  }
  return rows() > 0;
}

/**
 * Hands over rows part by part; the browser reads what comes next while what has come is taken.
 * @param read reads the rows whose keys stand from one bound to before another
 */
async function inParts<Row>(
  parts: readonly string[],
  read: (from: string, to: string) => PromiseLike<Row[]>,
  take: (rows: Row[], part: number) => Promise<void>,
): Promise<void> {
  const total = parts.length - 1;
  const begun = (at: number) => read(parts[at] as string, parts[at + 1] as string);
  const coming = Array.from({ length: Math.min(READ_AHEAD, total) }, (_, at) => begun(at));
  for (let at = 0; at < total; at++) {
    const rows = (await coming.shift()) ?? [];
    if (at + READ_AHEAD < total) coming.push(begun(at + READ_AHEAD));
    await take(rows, at);
  }
}
