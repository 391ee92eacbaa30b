import Dexie, { type EntityTable } from 'dexie';
import { isLostConnection, StorageError, toStorageError } from './errors';
import type { Annotation, AnnotationSet, Correction, SourceDocument } from './schema';
import { type Shelf, shelvesFor, shelving } from './shelves';
import { defaultSet, startTags, type TagRow } from './start';

/** A document as stored: with the keys that its addresses are compared by. */
export interface DocumentRow extends SourceDocument {
  urlKeys: string[];
  /** Keys that alike texts are found by; absent for a text too short to tell, and for documents of version 1. */
  sketchKeys?: string[];
}

/** One setting; `value` is checked by the schema when it is read. */
export interface SettingRow {
  key: string;
  value: unknown;
}

const DATABASE_NAME = 'revisionspennan';

/** Dexie multiplies its version numbers to leave room between them. */
const DEXIE_VERSION_FACTOR = 10;

export class Database extends Dexie {
  /** True once another tab upgraded the database: this context runs outdated code and must not write any more. */
  superseded = false;
  declare documents: EntityTable<DocumentRow, 'id'>;
  declare annotations: EntityTable<Annotation, 'id'>;
  declare sets: EntityTable<AnnotationSet, 'id'>;
  declare tags: EntityTable<TagRow, 'id'>;
  declare settings: EntityTable<SettingRow, 'key'>;
  declare corrections: EntityTable<Correction, 'id'>;
  /** Derived from the annotations and written with them; see `shelves.ts`. */
  declare shelves: EntityTable<Shelf, 'key'>;

  /**
   * `strict` makes a finished transaction mean "on disk": a save is confirmed to the user only then, and
   * a power cut right after it loses nothing (Chromium's default, and Firefox', is to confirm earlier).
   */
  constructor(name: string = DATABASE_NAME) {
    // Dexie's own cache would copy all that live queries read, and show what is not on disk yet.
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
    this.version(1).stores({
      documents: 'id, canonicalUrl, *urlKeys, textHash, *earlierTextHashes, pdfFingerprint, lastSeen',
      annotations: 'id, documentId, setId, *tags, modified, deleted',
      sets: 'id, name',
      tags: 'id, &nameKey',
      settings: 'key',
    });
    this.version(2)
      .stores({
        shelves: 'key, stamp',
        documents: 'id, canonicalUrl, *urlKeys, textHash, *earlierTextHashes, pdfFingerprint, *sketchKeys, lastSeen',
      })
      .upgrade(async (transaction) => {
        const annotations: Annotation[] = [];
        // One by one: evidence and histories of a large library would not all fit in memory at once.
        await transaction.table('annotations').each((row: Annotation) => annotations.push(withoutBulk(row)));
        await transaction.table('shelves').bulkPut(shelvesFor(annotations, annotations.length));
      });
    this.version(3).stores({ corrections: 'id, documentId' });
    this.use(shelving);
    this.on('populate', async (transaction) => {
      const set = defaultSet();
      await transaction.table('sets').add(set);
      await transaction.table('settings').add({ key: 'currentSetId', value: set.id });
      await transaction.table('tags').bulkAdd(startTags());
    });
    // A newer version of the extension wants to upgrade in another tab: let go at once. Dexie's own
    // handler would do the same and then reopen on next use, which can only fail.
    this.on('versionchange', ({ newVersion }) => {
      this.superseded = newVersion !== null && newVersion > 0;
      this.close({ disableAutoOpen: this.superseded });
      return false;
    });
    // Dexie opens a newer database with an older schema as well as it can. Writing to it then could harm it.
    this.on('ready', () => {
      const installed = Math.floor(this.backendDB().version / DEXIE_VERSION_FACTOR);
      if (installed > this.verno) throw new Dexie.VersionError(`The database is of version ${installed}`);
    });
  }
}

/** The row without what shelves do not hold. */
function withoutBulk(row: Annotation): Annotation {
  const { evidence, ...target } = row.target ?? {};
  return { ...row, target, history: [] };
}

let shared: Database | undefined;

/** The database of this context, opened on first use. */
function database(): Database {
  shared ??= new Database();
  return shared;
}

/** Puts another database in the place of the shared one, for tests and for work on a copy; returns the earlier. */
export function useDatabase(replacement: Database | undefined): Database | undefined {
  const earlier = shared;
  shared = replacement;
  return earlier;
}

/**
 * Runs work on the database. When the browser closed the connection (idle worker, storage pressure, profile
 * moved) it is opened anew and the work is run once more: `work` must therefore make its ids beforehand.
 * @throws StorageError
 */
export async function withDatabase<Result>(work: (db: Database) => PromiseLike<Result>): Promise<Result> {
  const db = database();
  try {
    return await work(db);
  } catch (error) {
    if (db.superseded) {
      throw new StorageError('blocked', 'The database was upgraded by a newer version', { cause: error });
    }
    if (!isLostConnection(error)) throw toStorageError(error);
    try {
      db.close({ disableAutoOpen: false });
      await db.open();
      return await work(db);
    } catch (again) {
      throw toStorageError(again);
    }
  }
}

/** Runs `work` in one transaction over all tables: everything that it writes is kept, or nothing. @throws StorageError */
export function inTransaction<Result>(work: (db: Database) => PromiseLike<Result>): Promise<Result> {
  // Dexie follows native promises only from a function that is itself async: no plain arrow here.
  return withDatabase((db) => db.transaction('rw', db.tables, async () => await work(db)));
}
