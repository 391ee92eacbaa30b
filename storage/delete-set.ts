import { type BulkResult, binned, changeAnnotations } from './bulk';
import { inTransaction } from './database';
import { applyPatch } from './edits';
import { StorageError } from './errors';
import { Pace, type Work } from './pace';
import { annotationSetSchema } from './schema';
import { ensureSet } from './sets';
import { emptyUndo } from './undo';

/** Where the annotations of a deleted set go: another set, or the bin, from which they bring their set back. */
export type Leftovers = { to: 'bin' } | { to: 'set'; setId: string };

/**
 * Deletes a set and puts what it holds where it was said; in one transaction, with one undo. What of it lay in
 * the bin before stays there.
 * @throws StorageError `not-found`; `conflict` when the annotations were to go to the very set
 */
export function deleteSet(id: string, leftovers: Leftovers, work: Work = {}): Promise<BulkResult> {
  const pace = new Pace(work);
  return inTransaction(async (db) => {
    const before = await ensureSet(db, id);
    const token = emptyUndo('delete-set');
    const ids = await db.annotations.where('setId').equals(id).primaryKeys();
    const now = new Date().toISOString();
    let skipped: string[];
    if (leftovers.to === 'set') {
      const { setId } = leftovers;
      if (setId === id) throw new StorageError('conflict', 'A set cannot take its own annotations');
      await ensureSet(db, setId);
      const move = (deleted: string | undefined) => (deleted === undefined ? setId : id);
      skipped = await changeAnnotations(
        db,
        ids,
        (annotation) => {
          const applied = applyPatch(annotation, { setId: move(annotation.deleted) });
          return applied.changed ? applied.annotation : undefined;
        },
        token,
        pace,
      );
    } else {
      skipped = await changeAnnotations(db, ids, binned(now), token, pace);
    }
    const held = await db.annotations.where('setId').equals(id).count();
    const after = held > 0 ? annotationSetSchema.parse({ ...before, deleted: now }) : undefined;
    if (after) await db.sets.put(after);
    else await db.sets.delete(id);
    token.sets.push({ before, after });
    const changed = token.count;
    token.count ||= 1;
    return { changed, skipped, undo: token };
  });
}
