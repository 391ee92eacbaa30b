import { notedTagIds } from './annotations';
import { type Database, inTransaction } from './database';
import { applyPatch } from './edits';
import { Pace, type Work } from './pace';
import { samePlace } from './same-passage';
import { type Annotation, annotationSchema } from './schema';
import { ensureSet, reviveSet } from './sets';
import { emptyUndo, noteChange, noteMade, type Undo, type UndoableAction } from './undo';

/** What a change of many annotations did. */
export interface BulkResult {
  /** How many were changed or made. */
  changed: number;
  /** Ids that were left as they were: unknown, unreadable, or in the bin. */
  skipped: string[];
  undo: Undo;
}

/** Rows read and written at a time: a step far below 50 ms. */
const SLICE = 100;

/** The next state of an annotation, or undefined to leave it. */
type Change = (annotation: Annotation) => Annotation | undefined;

/**
 * Inside a transaction: changes the given annotations slice by slice and notes the way back.
 * @returns ids that were left out because there is no such readable row
 */
export async function changeAnnotations(
  db: Database,
  ids: readonly string[],
  change: Change,
  token: Undo,
  pace: Pace,
): Promise<string[]> {
  const skipped: string[] = [];
  for (let from = 0; from < ids.length; from += SLICE) {
    pace.tell(from, ids.length);
    const slice = ids.slice(from, from + SLICE);
    const rows = await db.annotations.bulkGet(slice);
    const next: Annotation[] = [];
    for (const [index, id] of slice.entries()) {
      const known = annotationSchema.safeParse(rows[index]);
      if (!known.success) {
        skipped.push(id);
        continue;
      }
      const changed = change(known.data);
      if (!changed) continue;
      noteChange(token, known.data, changed);
      next.push(annotationSchema.parse(changed));
    }
    await db.annotations.bulkPut(next);
  }
  return skipped;
}

function inBulk(
  action: UndoableAction,
  ids: readonly string[],
  work: Work,
  prepare: (db: Database, token: Undo) => Promise<Change>,
): Promise<BulkResult> {
  const unique = [...new Set(ids)];
  const pace = new Pace(work);
  return inTransaction(async (db) => {
    // Made anew when a lost connection makes the transaction run twice.
    const token = emptyUndo(action);
    const skipped = await changeAnnotations(db, unique, await prepare(db, token), token, pace);
    return { changed: token.count, skipped, undo: token };
  });
}

/** Tags to give and to take. */
export interface TagChange {
  /** Ids of tags to give. */
  add?: string[];
  /** Names of tags to give, made where they do not exist. */
  addNames?: string[];
  /** Ids of tags to take away. */
  remove?: string[];
}

/**
 * Gives many annotations tags and takes others away, in one transaction; those in the bin stay as they are.
 * @throws StorageError `not-found` for an unknown tag id, `invalid` for a name that is none
 */
export function tagAnnotations(ids: readonly string[], change: TagChange, work: Work = {}): Promise<BulkResult> {
  const { add = [], addNames = [], remove = [] } = change;
  return inBulk('tag', ids, work, async (db, token) => {
    const given = await notedTagIds(db, add, addNames, token);
    const taken = new Set(remove);
    return (annotation) => {
      if (annotation.deleted !== undefined) return undefined;
      const tags = [...new Set([...annotation.tags.filter((id) => !taken.has(id)), ...given])];
      return changedOnly(annotation, { tags });
    };
  });
}

/** Moves many annotations to another set. @throws StorageError `not-found` for an unknown set */
export function moveAnnotations(ids: readonly string[], setId: string, work: Work = {}): Promise<BulkResult> {
  return inBulk('move', ids, work, async (db) => {
    await ensureSet(db, setId);
    return (annotation) => (annotation.deleted === undefined ? changedOnly(annotation, { setId }) : undefined);
  });
}

/** Puts many annotations in the bin. @throws StorageError */
export function removeAnnotations(ids: readonly string[], work: Work = {}): Promise<BulkResult> {
  return inBulk('remove', ids, work, async () => binned(new Date().toISOString()));
}

/** The change that puts an annotation in the bin; there it stays as it is. */
export function binned(deleted: string): Change {
  return (annotation) =>
    annotation.deleted === undefined ? { ...annotation, deleted, revision: annotation.revision + 1 } : undefined;
}

/** Takes many annotations out of the bin, each into its own set, which comes back with it. @throws StorageError */
export function restoreAnnotations(ids: readonly string[], work: Work = {}): Promise<BulkResult> {
  return inBulk('restore', ids, work, async (db, token) => {
    const rows = await db.annotations.bulkGet([...new Set(ids)]);
    const setIds = new Set(rows.flatMap((row) => (row?.deleted === undefined ? [] : [row.setId])));
    const home = new Map<string, string>();
    for (const setId of setIds) {
      const { set, revived } = await reviveSet(db, setId);
      home.set(setId, set.id);
      if (revived) token.sets.push(revived);
    }
    return ({ deleted, ...annotation }) => {
      if (deleted === undefined) return undefined;
      return {
        ...annotation,
        setId: home.get(annotation.setId) ?? annotation.setId,
        revision: annotation.revision + 1,
      };
    };
  });
}

/** What copying did. */
export interface CopyResult extends BulkResult {
  /** How many were not copied because the set already holds that passage. */
  already: number;
}

/**
 * Copies many annotations to another set. A passage that the set already holds is not doubled; copies begin with
 * an empty history. @throws StorageError `not-found` for an unknown set
 */
export function copyAnnotations(ids: readonly string[], setId: string, work: Work = {}): Promise<CopyResult> {
  const unique = [...new Set(ids)];
  const pace = new Pace(work);
  return inTransaction(async (db) => {
    await ensureSet(db, setId);
    const token = emptyUndo('copy');
    const skipped: string[] = [];
    const held = new Map<string, Annotation[]>();
    for (const row of await db.annotations.where('setId').equals(setId).toArray()) {
      if (row.deleted === undefined) put(held, row);
    }
    let already = 0;
    for (let from = 0; from < unique.length; from += SLICE) {
      pace.tell(from, unique.length);
      const slice = unique.slice(from, from + SLICE);
      const copies: Annotation[] = [];
      for (const [index, row] of (await db.annotations.bulkGet(slice)).entries()) {
        const known = annotationSchema.safeParse(row);
        if (!known.success || known.data.deleted !== undefined) {
          skipped.push(slice[index] ?? '');
        } else if (isHeld(held, known.data)) {
          already += 1;
        } else {
          const copy = { ...known.data, id: crypto.randomUUID(), setId, revision: 1, history: [] };
          put(held, copy);
          noteMade(token, copy);
          copies.push(copy);
        }
      }
      await db.annotations.bulkAdd(copies);
    }
    return { changed: token.count, skipped, already, undo: token };
  });
}

function put(held: Map<string, Annotation[]>, annotation: Annotation): void {
  const rows = held.get(annotation.documentId);
  if (rows) rows.push(annotation);
  else held.set(annotation.documentId, [annotation]);
}

function isHeld(held: ReadonlyMap<string, Annotation[]>, { documentId, kind, target }: Annotation): boolean {
  return (held.get(documentId) ?? []).some((each) => each.kind === kind && samePlace(each.target, target));
}

function changedOnly(
  annotation: Annotation,
  patch: Partial<Pick<Annotation, 'tags' | 'setId'>>,
): Annotation | undefined {
  const applied = applyPatch(annotation, patch);
  return applied.changed ? applied.annotation : undefined;
}
