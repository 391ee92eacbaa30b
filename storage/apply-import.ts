import type { EntityTable, IDType } from 'dexie';
import { type Database, inTransaction, withDatabase } from './database';
import { documentRow } from './documents';
import { StorageError } from './errors';
import type { ExistingRows, ImportPlan, PlannedAnnotation, PlannedRow } from './import-plan';
import { Pace, type Work } from './pace';
import { readRows } from './rows';
import {
  type Annotation,
  annotationSchema,
  annotationSetSchema,
  correctionSchema,
  sourceDocumentSchema,
  tagSchema,
} from './schema';
import { writeSettings } from './settings';
import { tagRow } from './tags';
import { emptyUndo, noteChange, noteMade, type Undo } from './undo';

/**
 * Rows written at a time: as many as stand on more than fifty shelves. Of so many that are written at once Dexie tells other
 * windows no key: a hundred thousand keys would hold each of them up.
 */
const SLICE = 800;

/** What is stored, for planning an import. Rows that cannot be read are as if they were not there; they are kept. @throws StorageError */
export function existingRows(): Promise<ExistingRows> {
  return withDatabase(async (db) => ({
    sets: readRows('sets', annotationSetSchema, await db.sets.toArray()).items,
    tags: readRows('tags', tagSchema, await db.tags.toArray()).items,
    documents: readRows('documents', sourceDocumentSchema, await db.documents.toArray()).items,
    corrections: readRows('corrections', correctionSchema, await db.corrections.toArray()).items,
    annotations: (ids) =>
      withDatabase(async (again) =>
        (await again.annotations.bulkGet([...ids])).map((row) => annotationSchema.safeParse(row).data),
      ),
    inDocument: (documentId) =>
      withDatabase(async (again) => {
        const rows = await again.annotations.where('documentId').equals(documentId).toArray();
        return readRows('annotations', annotationSchema, rows).items;
      }),
  }));
}

/** What an import did. */
export interface Imported {
  /** Annotations that were made. */
  made: number;
  /** Annotations that were changed. */
  changed: number;
  /** Ids that were left out, since a row of that id is here that cannot be read: it is kept as it is. */
  skipped: string[];
  undo: Undo;
}

/**
 * Does what a plan says, all of it or nothing: in one transaction, slice by slice, cancellable until the end.
 * @throws StorageError `conflict` when something that the plan leans on was changed since it was made: plan anew;
 *   the signal's reason when it was cancelled
 */
export function applyImport(plan: ImportPlan, work: Work = {}): Promise<Imported> {
  const pace = new Pace(work);
  // Documents together: their rows share a shelf, which is then written once.
  const writing = plan.annotations
    .filter(({ outcome, replaces }) => outcome === 'new' || replaces !== undefined)
    .sort((one, other) => (one.annotation.documentId < other.annotation.documentId ? -1 : 1));
  return inTransaction(async (db) => {
    const token = emptyUndo('import');
    const skipped: string[] = [];
    await writeFrame(db, plan, token);
    for (let from = 0; from < writing.length; from += SLICE) {
      pace.tell(from, writing.length);
      skipped.push(...(await writeSlice(db, writing.slice(from, from + SLICE), token)));
    }
    pace.tell(writing.length, writing.length);
    return { made: token.made.length, changed: token.changed.length, skipped, undo: token };
  });
}

async function writeFrame(db: Database, plan: ImportPlan, token: Undo): Promise<void> {
  token.sets.push(...(await writeRows(db.sets, plan.sets, 'modified', (set) => annotationSetSchema.parse(set))));
  token.tags.push(...(await writeRows(db.tags, plan.tags, 'name', (tag) => tagRow(tagSchema.parse(tag)))));
  token.documents.push(
    ...(await writeRows(db.documents, plan.documents, 'lastSeen', (row) =>
      documentRow(sourceDocumentSchema.parse(row)),
    )),
  );
  token.corrections.push(
    ...(await writeRows(db.corrections, plan.corrections, 'modified', (row) => correctionSchema.parse(row))),
  );
  if (plan.settings) await writeSettings(db, plan.settings);
}

/**
 * Writes rows together, for the reason of `SLICE`.
 * @param field what tells that a row was written since
 * @param made the row as it is stored
 * @returns what was written
 * @throws StorageError `conflict` when one was written since the import was planned
 */
async function writeRows<Row extends { id: string }, Stored extends Row>(
  table: EntityTable<Stored, 'id'>,
  planned: readonly PlannedRow<Row>[],
  field: keyof Row,
  made: (row: Row) => Stored,
): Promise<readonly PlannedRow<Row>[]> {
  const ids = planned.map(({ after }) => after.id as IDType<Stored, 'id'>);
  const stored: readonly (Row | undefined)[] = await table.bulkGet(ids);
  for (const [index, { before, after }] of planned.entries()) {
    const now = stored[index];
    if ((now === undefined) === (before === undefined) && now?.[field] === before?.[field]) continue;
    throw new StorageError('conflict', `${after.id} was written since the import was planned`);
  }
  await table.bulkPut(planned.map(({ after }) => made(after)));
  return planned;
}

/** @returns ids that were left out */
async function writeSlice(db: Database, slice: readonly PlannedAnnotation[], token: Undo): Promise<string[]> {
  const rows = await db.annotations.bulkGet(slice.map(({ annotation }) => annotation.id));
  const made: Annotation[] = [];
  const changed: Annotation[] = [];
  const skipped: string[] = [];
  for (const [index, { annotation, replaces }] of slice.entries()) {
    const now = rows[index];
    // To the plan, which reads sound rows only, there was none.
    if (now && replaces === undefined && !annotationSchema.safeParse(now).success) {
      skipped.push(annotation.id);
      continue;
    }
    if (now?.revision !== replaces) {
      throw new StorageError('conflict', `${annotation.id} was written since the import was planned`);
    }
    if (now) {
      noteChange(token, now, annotation);
      changed.push(annotation);
    } else {
      noteMade(token, annotation);
      made.push(annotation);
    }
  }
  // Rows of the plan have passed the schema when the file was read; adding refuses what is there already.
  if (made.length > 0) await db.annotations.bulkAdd(made);
  if (changed.length > 0) await db.annotations.bulkPut(changed.map((row) => annotationSchema.parse(row)));
  return skipped;
}
