import { type BulkResult, changeAnnotations } from './bulk';
import { inTransaction } from './database';
import { applyPatch } from './edits';
import { StorageError } from './errors';
import { Pace, type Work } from './pace';
import { tagSchema } from './schema';
import { emptyUndo } from './undo';

/**
 * Deletes a tag and takes it off every annotation, also off those in the bin. The result says how many.
 * @throws StorageError `not-found`
 */
export function deleteTag(id: string, work: Work = {}): Promise<BulkResult> {
  return replaceTags([id], undefined, work);
}

/** Makes several tags one: what had any of `ids` has `into` in its place. @throws StorageError `not-found`, `conflict` when `into` is among `ids` */
export function mergeTags(ids: readonly string[], into: string, work: Work = {}): Promise<BulkResult> {
  return replaceTags(ids, into, work);
}

function replaceTags(ids: readonly string[], into: string | undefined, work: Work): Promise<BulkResult> {
  const pace = new Pace(work);
  return inTransaction(async (db) => {
    const token = emptyUndo(into === undefined ? 'delete-tag' : 'merge-tags');
    const gone = new Set(ids);
    if (into !== undefined && gone.has(into)) throw new StorageError('conflict', 'A tag cannot be merged into itself');
    const rows = await db.tags.bulkGet([...gone, ...(into === undefined ? [] : [into])]);
    if (rows.includes(undefined)) throw new StorageError('not-found', 'No such tag');
    const uses = await db.annotations
      .where('tags')
      .anyOf([...gone])
      .primaryKeys();
    const skipped = await changeAnnotations(
      db,
      [...new Set(uses)],
      (annotation) => {
        // The tag that replaces others stands where the first of them stood.
        const tags = [...new Set(annotation.tags.flatMap((tag) => (gone.has(tag) ? (into ?? []) : tag)))];
        const applied = applyPatch(annotation, { tags });
        return applied.changed ? applied.annotation : undefined;
      },
      token,
      pace,
    );
    for (const row of rows) {
      if (row && gone.has(row.id)) token.tags.push({ before: tagSchema.parse(row), after: undefined });
    }
    await db.tags.bulkDelete([...gone]);
    if (token.count === 0) token.count = gone.size;
    return { changed: token.changed.length, skipped, undo: token };
  });
}
