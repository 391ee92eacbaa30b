import type {
  DBCore,
  DBCoreMutateRequest,
  DBCoreMutateResponse,
  DBCoreTable,
  DBCoreTransaction,
  Middleware,
} from 'dexie';
import { type LightRow, lightRow } from './light-row';
import { type PackedRow, packRow, unpackRow } from './packed-row';

/**
 * Light rows of annotations, a few dozen to a shelf: reading 100,000 rows one by one takes a browser several seconds,
 * reading some thousand shelves a fraction of one. Whatever writes annotations writes their shelves in the same
 * transaction (`shelving` below), so that the two never part.
 */
export interface Shelf {
  /** `documentId/n`: rows of one document stand together, those of a large one are spread over several shelves. */
  key: string;
  /** The count of writes when the shelf was last written; see `WRITES_KEY`. */
  stamp: number;
  /** JSON of `PackedRow[]`: parsing it is faster than the browser's own copying of objects. */
  rows: string;
}

/** A light row, or the mere id of a row that is broken. */
export type ShelvedRow = LightRow | { id: string; broken: true };

/** The row that holds the number of annotation rows ever written, in its `stamp`. It grows with every write. */
export const WRITES_KEY = 'writes';

const SHELVES_PER_DOCUMENT = 4;

function shelfKey(row: unknown): string {
  const { id, documentId } = row as { id?: unknown; documentId?: unknown };
  const place = Number.parseInt(String(id).slice(-2), 16) % SHELVES_PER_DOCUMENT || 0;
  return `${String(documentId)}/${place}`;
}

/** The keys of all shelves that a document's rows can stand on. */
export function shelfKeysOf(documentId: string): string[] {
  return Array.from({ length: SHELVES_PER_DOCUMENT }, (_, place) => `${documentId}/${place}`);
}

/** The row as it stands on its shelf. */
function shelved(row: { id: string }): PackedRow {
  return packRow(String(row.id), lightRow(row));
}

/** Reads a shelf; one that is damaged is empty. */
export function shelfRows(shelf: Shelf): ShelvedRow[] {
  const documentId = shelf.key.slice(0, shelf.key.lastIndexOf('/'));
  const rows: ShelvedRow[] = [];
  for (const row of packedRows(shelf)) rows.push(unpackRow(row, documentId) ?? { id: row[0], broken: true });
  return rows;
}

function packedRows(shelf: Shelf): PackedRow[] {
  try {
    const rows: unknown = JSON.parse(shelf.rows);
    return Array.isArray(rows) ? rows : [];
  } catch {
    return [];
  }
}

/** All shelves for the annotations given, for building them anew. `stamp` becomes the count of writes. */
export function shelvesFor(annotations: Iterable<{ id: string }>, stamp: number): Shelf[] {
  const byKey = new Map<string, PackedRow[]>();
  for (const row of annotations) {
    const key = shelfKey(row);
    const rows = byKey.get(key);
    if (rows) rows.push(shelved(row));
    else byKey.set(key, [shelved(row)]);
  }
  const shelves = [...byKey].map(([key, rows]) => ({ key, stamp, rows: JSON.stringify(rows) }));
  return [...shelves, { key: WRITES_KEY, stamp, rows: '[]' }];
}

type Keyed = { id: string };

/** What a write does to the shelves: rows that are put, and rows as they were that leave their shelf. */
interface Change {
  put: Keyed[];
  gone: Keyed[];
}

/** Keeps the shelves in step with every write of annotations, whoever makes it. */
export const shelving: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'shelving',
  // Above Dexie's own layers, so that live queries hear of the shelves too.
  level: 3,
  create: (core) => ({
    ...core,
    transaction: (stores, mode, options) => {
      const widened = mode === 'readwrite' && stores.includes('annotations') && !stores.includes('shelves');
      return core.transaction(widened ? [...stores, 'shelves'] : stores, mode, options);
    },
    table: (name) =>
      name === 'annotations' ? withShelves(core.table(name), () => core.table('shelves')) : core.table(name),
  }),
};

/*
 * Chains of `then` instead of `await`: Dexie follows its transaction through its own promises only.
 */
function withShelves(annotations: DBCoreTable, shelves: () => DBCoreTable): DBCoreTable {
  return {
    ...annotations,
    mutate: (request) =>
      rowsBefore(annotations, request).then((before) =>
        annotations.mutate(request).then((response) => {
          const change = changeOf(request, response, before);
          return reshelve(shelves(), request.trans, change).then(() => response);
        }),
      ),
  };
}

/** The rows that a write replaces or removes, as they are before it. */
function rowsBefore(table: DBCoreTable, request: DBCoreMutateRequest): Promise<Keyed[]> {
  const { trans } = request;
  if (request.type === 'deleteRange') {
    const query = { index: table.schema.primaryKey, range: request.range };
    return table.query({ trans, values: true, query }).then(({ result }) => result);
  }
  const keys =
    request.type === 'delete' ? request.keys : request.type === 'put' ? request.values.map(({ id }) => id) : [];
  return table.getMany({ trans, keys }).then((rows) => rows.filter((row) => row !== undefined));
}

function changeOf(request: DBCoreMutateRequest, response: DBCoreMutateResponse, before: Keyed[]): Change {
  if (request.type === 'delete' || request.type === 'deleteRange') return { put: [], gone: before };
  const put: Keyed[] = request.values.filter((_, index) => response.failures[index] === undefined);
  const keyNow = new Map(put.map((row) => [row.id, shelfKey(row)]));
  return { put, gone: before.filter((row) => keyNow.has(row.id) && keyNow.get(row.id) !== shelfKey(row)) };
}

function reshelve(table: DBCoreTable, trans: DBCoreTransaction, { put, gone }: Change): Promise<unknown> {
  const writes = put.length + gone.length;
  const keys = [...new Set([...put, ...gone].map(shelfKey))];
  return table.getMany({ trans, keys: [...keys, WRITES_KEY] }).then((found: (Shelf | undefined)[]) => {
    const counter = found.pop();
    const stamp = (counter?.stamp ?? 0) + writes;
    const rows = new Map(keys.map((key, index) => [key, rowsById(found[index])]));
    for (const row of gone) rows.get(shelfKey(row))?.delete(row.id);
    for (const row of put) rows.get(shelfKey(row))?.set(row.id, shelved(row));
    // Emptied shelves stay: whoever follows the stamps learns from them what is gone.
    const values: Shelf[] = keys.map((key) => ({
      key,
      stamp,
      rows: JSON.stringify([...(rows.get(key)?.values() ?? [])]),
    }));
    values.push({ key: WRITES_KEY, stamp, rows: '[]' });
    return table.mutate({ type: 'put', trans, values });
  });
}

function rowsById(shelf: Shelf | undefined): Map<string, PackedRow> {
  return new Map((shelf ? packedRows(shelf) : []).map((row) => [row[0], row]));
}
