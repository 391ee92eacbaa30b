import { withDatabase } from './database';
import { Pace, type Work } from './pace';
import { readRows, type UnreadableRow } from './rows';
import { annotationSchema, annotationSetSchema, correctionSchema, sourceDocumentSchema, tagSchema } from './schema';

const SCHEMAS = {
  sets: annotationSetSchema,
  tags: tagSchema,
  documents: sourceDocumentSchema,
  annotations: annotationSchema,
  corrections: correctionSchema,
} as const;

const SLICE = 500;

/** A row that cannot be read, as it is stored. */
export interface RawRow extends UnreadableRow {
  value: unknown;
}

/**
 * Every row that does not pass the schema, with its raw value, so that it can be saved to a file and looked at. They
 * stay where they are. Checks the whole database: for a page that a person asked for it. @throws StorageError
 */
export function listUnreadable(work: Work = {}): Promise<RawRow[]> {
  const pace = new Pace(work);
  return withDatabase(async (db) => {
    const found: RawRow[] = [];
    for (const [name, schema] of Object.entries(SCHEMAS)) {
      const table = db.table(name);
      const keys = await table.toCollection().primaryKeys();
      for (let from = 0; from < keys.length; from += SLICE) {
        for (const value of await table.bulkGet(keys.slice(from, from + SLICE))) {
          if (value === undefined) continue;
          const { unreadable } = readRows<unknown>(name, schema, [value]);
          for (const row of unreadable) found.push({ ...row, value });
        }
        await pace.step(from, keys.length);
      }
    }
    return found;
  });
}
