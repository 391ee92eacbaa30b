import { type Database, inTransaction } from './database';
import { forgetIfUnused } from './forget-document';
import { Pace, type Work } from './pace';

/** How long what was deleted lies in the bin, in days. */
export const BIN_DAYS = 30;

const DAY_MS = 24 * 60 * 60 * 1000;
const SLICE = 200;

/** When what was deleted at this time leaves the bin for good. */
export function leavesBinAt(deleted: string): Date {
  return new Date(Date.parse(deleted) + BIN_DAYS * DAY_MS);
}

/**
 * Deletes what lies in the bin for good: all of it, or the annotations of these ids; those in use are left alone.
 * There is no way back. Documents and deleted sets that hold nothing more go with it; a document's corrections keep it.
 * @returns how many were deleted. @throws StorageError
 */
export function emptyBin(ids?: readonly string[], work: Work = {}): Promise<number> {
  return purge((db) => {
    const inBin = db.annotations.where('deleted').above('');
    const wanted = ids && new Set(ids);
    return wanted ? inBin.filter((row) => wanted.has(row.id)).primaryKeys() : inBin.primaryKeys();
  }, work);
}

/** Deletes for good what has lain in the bin for 30 days. @returns how many were deleted. @throws StorageError */
export function purgeExpired(now: Date, work: Work = {}): Promise<number> {
  const limit = new Date(now.getTime() - BIN_DAYS * DAY_MS).toISOString();
  // Above the empty text: rows whose time is no text are not ours to delete.
  return purge((db) => db.annotations.where('deleted').between('', limit, false, true).primaryKeys(), work);
}

function purge(choose: (db: Database) => PromiseLike<string[]>, work: Work): Promise<number> {
  const pace = new Pace(work);
  return inTransaction(async (db) => {
    const ids = await choose(db);
    const documents = new Set<string>();
    const sets = new Set<string>();
    for (let from = 0; from < ids.length; from += SLICE) {
      pace.tell(from, ids.length);
      const slice = ids.slice(from, from + SLICE);
      for (const row of await db.annotations.bulkGet(slice)) {
        if (!row) continue;
        documents.add(row.documentId);
        sets.add(row.setId);
      }
      await db.annotations.bulkDelete(slice);
    }
    for (const id of documents) await forgetIfUnused(db, id);
    for (const id of sets) {
      const set = await db.sets.get(id);
      const held = await db.annotations.where('setId').equals(id).count();
      if (set?.deleted !== undefined && held === 0) await db.sets.delete(id);
    }
    return ids.length;
  });
}
