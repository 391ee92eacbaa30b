import { withDatabase } from './database';
import { Pace, type Work } from './pace';
import { readRows } from './rows';
import {
  type Annotation,
  type AnnotationSet,
  annotationSchema,
  annotationSetSchema,
  type Correction,
  correctionSchema,
  type Settings,
  type SourceDocument,
  sourceDocumentSchema,
  type Tag,
  tagSchema,
} from './schema';
import { changeSettings, readSettings } from './settings';
import { WRITES_KEY } from './shelves';
import type { RawRow } from './unreadable';

/** Everything there is, the bin and the settings among it: what a backup holds. */
export interface Everything {
  sets: AnnotationSet[];
  tags: Tag[];
  documents: SourceDocument[];
  annotations: Annotation[];
  corrections: Correction[];
  settings: Settings;
  /** Rows that cannot be read, as they are stored: a later version may know what to do with them. */
  unreadable: RawRow[];
  /** The count of writes at that moment, for `backupMade`. */
  writes: number;
}

const SLICE = 500;

/** Reads all of the database at one moment. @throws StorageError */
export function readEverything(work: Work = {}): Promise<Everything> {
  const pace = new Pace(work);
  return withDatabase((db) =>
    db.transaction('r', db.tables, async () => {
      const unreadable: RawRow[] = [];
      const read = <Row>(table: string, schema: Parameters<typeof readRows<Row>>[1], rows: readonly unknown[]): Row[] =>
        rows.flatMap((value) => {
          const listing = readRows(table, schema, [value]);
          for (const row of listing.unreadable) unreadable.push({ ...row, value });
          return listing.items;
        });
      const annotations: Annotation[] = [];
      const ids = await db.annotations.toCollection().primaryKeys();
      for (let from = 0; from < ids.length; from += SLICE) {
        pace.tell(from, ids.length);
        const rows = await db.annotations.bulkGet(ids.slice(from, from + SLICE));
        for (const row of read('annotations', annotationSchema, rows)) annotations.push(row);
      }
      return {
        sets: read('sets', annotationSetSchema, await db.sets.toArray()),
        tags: read('tags', tagSchema, await db.tags.toArray()),
        documents: read('documents', sourceDocumentSchema, await db.documents.toArray()),
        annotations,
        corrections: read('corrections', correctionSchema, await db.corrections.toArray()),
        settings: await readSettings(db),
        unreadable,
        writes: (await db.shelves.get(WRITES_KEY))?.stamp ?? 0,
      };
    }),
  );
}

/** What a reminder goes by. */
export interface BackupState {
  /** When everything was last saved to a file, ISO; undefined for never. */
  lastBackup?: string;
  /** How many annotations were written since (saved, edited, deleted, imported); one edited twice counts twice. */
  changes: number;
}

/** How much has changed since the last backup. @throws StorageError */
export function backupState(): Promise<BackupState> {
  return withDatabase(async (db) => {
    const { lastBackup } = await readSettings(db);
    const writes = (await db.shelves.get(WRITES_KEY))?.stamp ?? 0;
    // A count that is ahead is of another database, whose settings were restored here.
    const known = lastBackup && lastBackup.writes <= writes ? lastBackup.writes : 0;
    return { lastBackup: lastBackup?.time, changes: writes - known };
  });
}

/** Notes that a backup was saved. @param writes what `readEverything` gave with the contents that were saved */
export async function backupMade(writes: number, now: Date): Promise<void> {
  await changeSettings({ lastBackup: { time: now.toISOString(), writes } });
}
