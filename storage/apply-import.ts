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

/** Rows written at a time. */
const SLICE = 100;

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
  for (const row of plan.sets) {
    await unchanged(row, await db.sets.get(row.after.id), 'modified');
    await db.sets.put(annotationSetSchema.parse(row.after));
    token.sets.push(row);
  }
  for (const row of plan.tags) {
    await unchanged(row, await db.tags.get(row.after.id), 'name');
    await db.tags.put(tagRow(tagSchema.parse(row.after)));
    token.tags.push(row);
  }
  for (const row of plan.documents) {
    await unchanged(row, await db.documents.get(row.after.id), 'lastSeen');
    await db.documents.put(documentRow(sourceDocumentSchema.parse(row.after)));
    token.documents.push(row);
  }
  for (const row of plan.corrections) {
    await unchanged(row, await db.corrections.get(row.after.id), 'modified');
    await db.corrections.put(correctionSchema.parse(row.after));
    token.corrections.push(row);
  }
  if (plan.settings) await writeSettings(db, plan.settings);
}

/** @param field what tells that a row was written since */
async function unchanged<Row extends { id: string }>(
  { before, after }: PlannedRow<Row>,
  now: Row | undefined,
  field: keyof Row,
): Promise<void> {
  if ((now === undefined) === (before === undefined) && now?.[field] === before?.[field]) return;
  throw new StorageError('conflict', `${after.id} was written since the import was planned`);
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
