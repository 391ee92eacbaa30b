import { type Database, inTransaction } from './database';
import { documentRow } from './documents';
import { Pace, type Work } from './pace';
import {
  type Annotation,
  type AnnotationSet,
  annotationSchema,
  type Correction,
  type SourceDocument,
  type Tag,
} from './schema';
import { tagRow } from './tags';

/** What was done, for the words on the button. */
export type UndoableAction =
  | 'edit'
  | 'tag'
  | 'move'
  | 'copy'
  | 'remove'
  | 'restore'
  | 'delete-set'
  | 'update-tag'
  | 'merge-tags'
  | 'delete-tag'
  | 'import';

/** An annotation as a change left it. */
interface Left {
  id: string;
  revision: number;
  /** What tells that it is as it was left, or is so again: an undo gives it a revision of its own. */
  state: string;
}

/** An annotation that was changed, and the fields as they were before. */
interface ChangedAnnotation extends Left {
  before: Partial<Annotation>;
  /** Fields that it did not have before. */
  unset: (keyof Annotation)[];
}

/** A row that was written or removed; undefined where there was none. */
interface ChangedRow<Row> {
  before: Row | undefined;
  after: Row | undefined;
}

/**
 * The way back from one change of many rows. It lives in memory only, and holds no more than what the change
 * replaced. Give it to `undo` once.
 */
export interface Undo {
  action: UndoableAction;
  /** How many annotations were changed, made or removed; of tags and sets, how many of those where no annotation was. */
  count: number;
  changed: ChangedAnnotation[];
  /** Annotations that were made. */
  made: Left[];
  /** Annotations that were taken away, whole: of an undo that took back their making. */
  removed: Annotation[];
  sets: ChangedRow<AnnotationSet>[];
  tags: ChangedRow<Tag>[];
  documents: ChangedRow<SourceDocument>[];
  corrections: ChangedRow<Correction>[];
}

/** An undo with nothing in it yet. */
export function emptyUndo(action: UndoableAction): Undo {
  return { action, count: 0, changed: [], made: [], removed: [], sets: [], tags: [], documents: [], corrections: [] };
}

/** The way back from making tags: those that no annotation has by then go. */
export function undoOfNewTags(tags: readonly Tag[]): Undo {
  return { ...emptyUndo('tag'), count: tags.length, tags: tags.map((after) => ({ before: undefined, after })) };
}

/** Notes that an annotation was replaced by a later revision of it. */
export function noteChange(undo: Undo, before: Annotation, after: Annotation): void {
  const changed: ChangedAnnotation = { ...left(after), before: {}, unset: [] };
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof Annotation>) {
    if (field === 'revision' || before[field] === after[field]) continue;
    if (before[field] === undefined) changed.unset.push(field);
    else Object.assign(changed.before, { [field]: before[field] });
  }
  undo.changed.push(changed);
  undo.count += 1;
}

/** Notes that an annotation was made. */
export function noteMade(undo: Undo, annotation: Annotation): void {
  undo.made.push(left(annotation));
  undo.count += 1;
}

function left(annotation: Annotation): Left {
  return { id: annotation.id, revision: annotation.revision, state: stateOf(annotation) };
}

/** Every edit changes one of these, and an undo sets all of them back. */
function stateOf({ modified, deleted = '', history }: Annotation): string {
  return `${modified} ${deleted} ${history.length} ${history.at(-1)?.revision ?? ''}`;
}

/** Whether nobody has changed it since, or whoever did has undone that. */
function isAsLeft(row: Annotation | undefined, { revision, state }: Left): row is Annotation {
  return row !== undefined && (row.revision === revision || stateOf(row) === state);
}

/** What an undo did. */
export interface Undone {
  /** How many rows are as they were. */
  restored: number;
  /** Ids of annotations that were left as they are, since somebody changed them after or removed them for good. */
  refused: string[];
  /** How many of those are not there any more. */
  gone: number;
  /** Does again what this took back; undefined where that would hold too many annotations in memory. */
  redo: Undo | undefined;
}

/** Rows read and written at a time. */
const SLICE = 200;
/** Most annotations that are kept whole in memory so that their making can be done again. */
const MOST_REMOVED = 5000;

/**
 * Takes a change back in one transaction: every annotation gets the very fields and history that it had before.
 * One that was changed since is left alone and named, but not where that change was undone, too. Sets, tags and documents that were made go again where
 * nothing uses them any more. @throws StorageError, or the signal's reason; nothing is undone then
 */
export function undo(token: Undo, work: Work = {}): Promise<Undone> {
  const pace = new Pace(work);
  const total = token.changed.length + token.made.length;
  return inTransaction(async (db) => {
    const refused: string[] = [];
    const redo = emptyUndo(token.action);
    let restored = 0;
    let gone = 0;
    // First what annotations lean on, then the annotations, then what only made ones leaned on.
    restored += await putBack(db, token, redo);
    for (let from = 0; from < token.changed.length; from += SLICE) {
      pace.tell(from, total);
      const slice = token.changed.slice(from, from + SLICE);
      const rows = await db.annotations.bulkGet(slice.map(({ id }) => id));
      const back: Annotation[] = [];
      for (const [index, change] of slice.entries()) {
        const row = rows[index];
        if (!isAsLeft(row, change)) {
          refused.push(change.id);
          if (!row) gone += 1;
          continue;
        }
        const next = reverted(row, change);
        noteChange(redo, row, next);
        back.push(annotationSchema.parse(next));
      }
      await db.annotations.bulkPut(back);
      restored += back.length;
    }
    restored += await putBackRemoved(db, token, redo, refused);
    for (let from = 0; from < token.made.length; from += SLICE) {
      pace.tell(token.changed.length + from, total);
      const slice = token.made.slice(from, from + SLICE);
      const rows = await db.annotations.bulkGet(slice.map(({ id }) => id));
      const taken = slice.filter((made, index) => isAsLeft(rows[index], made));
      for (const [index, made] of slice.entries()) {
        const row = rows[index];
        if (row && !isAsLeft(row, made)) refused.push(made.id);
        else if (row && redo.removed.length <= MOST_REMOVED) redo.removed.push(row);
      }
      await db.annotations.bulkDelete(taken.map(({ id }) => id));
      redo.count += taken.length;
      restored += taken.length;
    }
    restored += await takeAway(db, token, redo);
    return { restored, refused, gone, redo: redo.removed.length > MOST_REMOVED ? undefined : redo };
  });
}

/** Annotations that an undo took away come back as they were, unless their ids are taken. */
async function putBackRemoved(db: Database, { removed }: Undo, redo: Undo, refused: string[]): Promise<number> {
  let restored = 0;
  for (let from = 0; from < removed.length; from += SLICE) {
    const slice = removed.slice(from, from + SLICE);
    const rows = await db.annotations.bulkGet(slice.map(({ id }) => id));
    const back = slice.filter((_, index) => rows[index] === undefined);
    for (const annotation of back) noteMade(redo, annotation);
    for (const [index, { id }] of slice.entries()) if (rows[index]) refused.push(id);
    await db.annotations.bulkAdd(back.map((annotation) => annotationSchema.parse(annotation)));
    restored += back.length;
  }
  return restored;
}

/** Revisions only grow: an editor that saw the revision between must not take the earlier state for it. */
function reverted(row: Annotation, { before, unset }: ChangedAnnotation): Annotation {
  const next = { ...row, ...before, revision: row.revision + 1 };
  for (const field of unset) delete next[field];
  return next;
}

/** Brings back sets, tags, documents and corrections that were changed or removed; corrections that were made go. */
async function putBack(db: Database, { sets, tags, documents, corrections }: Undo, redo: Undo): Promise<number> {
  let restored = 0;
  for (const { before, after } of sets) {
    if (!before || (after && !sameRow(await db.sets.get(after.id), after))) continue;
    await db.sets.put(before);
    redo.sets.push({ before: after, after: before });
    restored += 1;
  }
  for (const { before, after } of tags) {
    if (!before) continue;
    if (after && !sameRow(withoutKey(await db.tags.get(after.id)), after)) continue;
    // The name may have been given to another tag since: that one stays.
    const row = tagRow(before);
    const named = await db.tags.where('nameKey').equals(row.nameKey).first();
    if (named && named.id !== row.id) continue;
    await db.tags.put(row);
    redo.tags.push({ before: after, after: before });
    restored += 1;
  }
  for (const { before, after } of documents) {
    if (!before) continue;
    const { urlKeys: _, ...known } = (await db.documents.get(before.id)) ?? { urlKeys: [] };
    if (!sameRow(known, after ?? {})) continue;
    await db.documents.put(documentRow(before));
    redo.documents.push({ before: after, after: before });
    restored += 1;
  }
  for (const { before, after } of corrections) {
    const id = (after ?? before)?.id;
    if (id === undefined || !sameRow(await db.corrections.get(id), after)) continue;
    if (before) await db.corrections.put(before);
    else await db.corrections.delete(id);
    redo.corrections.push({ before: after, after: before });
    restored += 1;
  }
  return restored;
}

/** Takes away sets, tags and documents that were made and that nothing uses. */
async function takeAway(db: Database, { sets, tags, documents }: Undo, redo: Undo): Promise<number> {
  let taken = 0;
  for (const { before, after } of sets) {
    if (before || !after || (await db.annotations.where('setId').equals(after.id).count()) > 0) continue;
    await db.sets.delete(after.id);
    redo.sets.push({ before: after, after: undefined });
    taken += 1;
  }
  for (const { before, after } of tags) {
    if (before || !after || (await db.annotations.where('tags').equals(after.id).count()) > 0) continue;
    await db.tags.delete(after.id);
    redo.tags.push({ before: after, after: undefined });
    taken += 1;
  }
  for (const { before, after } of documents) {
    if (before || !after || (await db.annotations.where('documentId').equals(after.id).count()) > 0) continue;
    if ((await db.corrections.where('documentId').equals(after.id).count()) > 0) continue;
    await db.documents.delete(after.id);
    redo.documents.push({ before: after, after: undefined });
    taken += 1;
  }
  return taken;
}

function withoutKey(row: (Tag & { nameKey: string }) | undefined): Tag | undefined {
  if (!row) return undefined;
  const { nameKey: _, ...tag } = row;
  return tag;
}

/** Values are plain JSON. The order of keys does not matter. */
function sameRow(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(row: unknown): string {
  if (typeof row !== 'object' || row === null) return JSON.stringify(row) ?? '';
  return JSON.stringify(
    Object.entries(row)
      .filter(([, value]) => value !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}
