import type { ImportOutcome, PlannedAnnotation } from '../storage/import-plan';
import { type Annotation, type Edit, type EditableField, type EditableFields, LIMITS } from '../storage/schema';

/** The fields of an annotation that two people can have changed apart. */
const FIELDS = [
  'setId',
  'target',
  'kind',
  'provisions',
  'addressees',
  'tags',
  'comment',
  'label',
  'answer',
  'date',
] as const satisfies EditableField[];

type Fields = Partial<EditableFields>;

/** A value as text that is equal for equal values, whatever the order of their keys. */
function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
        : inner,
    ) ?? 'undefined'
  );
}

/** Tags have no order. */
function comparable(field: EditableField, value: unknown): string {
  return canonical(field === 'tags' && Array.isArray(value) ? [...value].sort() : value);
}

function differing(one: Fields, other: Fields): EditableField[] {
  return FIELDS.filter((field) => comparable(field, one[field]) !== comparable(field, other[field]));
}

/**
 * Whether one is what the other was once: its history, walked back, comes by it. Only edits that are later than the
 * older one's revision count: values can return to what they were before.
 */
function isPast(older: Annotation, newer: Annotation): boolean {
  const state: Fields = { ...newer };
  for (const edit of newer.history.toReversed()) {
    if (edit.revision <= older.revision) return false;
    for (const field of edit.unset ?? []) delete state[field];
    Object.assign(state, edit.before);
    if (differing(state, older).length === 0) return true;
  }
  return false;
}

/** The one that was edited later; of two edited at the same moment the same one on both machines. */
function later(ours: Annotation, theirs: Annotation): 'ours' | 'theirs' {
  const [one, other] = [Date.parse(ours.modified), Date.parse(theirs.modified)];
  if (one !== other) return one > other ? 'ours' : 'theirs';
  const [first, second] = [ours, theirs].map((each) => canonical(FIELDS.map((field) => each[field])));
  return (first ?? '') >= (second ?? '') ? 'ours' : 'theirs';
}

/**
 * What becomes of an annotation that is here and in the file. Merging the same file again changes nothing, and two
 * colleagues who merge each other's files end with the same fields.
 * @param theirs with ids of sets, tags and documents as they are here
 */
export function mergeAnnotation(ours: Annotation, theirs: Annotation): PlannedAnnotation {
  const fields = differing(ours, theirs);
  if (fields.length === 0) return mergedDeletion(ours, theirs);
  if (isPast(ours, theirs)) {
    const revision = Math.max(ours.revision + 1, theirs.revision);
    return written('changed', ours, { ...theirs, documentId: ours.documentId, revision }, fields);
  }
  if (isPast(theirs, ours)) return { outcome: 'kept', annotation: ours, fields };
  const winner = later(ours, theirs);
  const [stands, yields] = winner === 'ours' ? [ours, theirs] : [theirs, ours];
  const revision = Math.max(ours.revision, theirs.revision) + 1;
  const merged: Annotation = {
    ...stands,
    documentId: ours.documentId,
    revision,
    history: [...stands.history, lost(stands, yields, fields, revision)].slice(-LIMITS.history),
  };
  // What somebody edited is not thrown away because the other had put it in the bin.
  if (ours.deleted === undefined || theirs.deleted === undefined) delete merged.deleted;
  return { ...written('conflict', ours, merged, fields), winner };
}

/** The same fields: only whether it lies in the bin can differ, and the one with more revisions knows. */
function mergedDeletion(ours: Annotation, theirs: Annotation): PlannedAnnotation {
  const differs = (ours.deleted === undefined) !== (theirs.deleted === undefined);
  if (!differs) return { outcome: 'same', annotation: ours, fields: [] };
  if (theirs.revision <= ours.revision) return { outcome: 'kept', annotation: ours, fields: ['deleted'] };
  const { deleted: _, ...rest } = ours;
  const next = {
    ...rest,
    ...(theirs.deleted === undefined ? {} : { deleted: theirs.deleted }),
    revision: theirs.revision,
  };
  return written('changed', ours, next, ['deleted']);
}

function written(
  outcome: ImportOutcome,
  ours: Annotation,
  annotation: Annotation,
  fields: PlannedAnnotation['fields'],
): PlannedAnnotation {
  return { outcome, annotation, replaces: ours.revision, fields };
}

/** The values that yield, as if they had been there before. */
function lost(stands: Annotation, yields: Annotation, fields: readonly EditableField[], revision: number): Edit {
  const before: Fields = {};
  const unset: EditableField[] = [];
  for (const field of fields) {
    if (yields[field] === undefined) unset.push(field);
    else Object.assign(before, { [field]: yields[field] });
  }
  return { revision, time: stands.modified, before, ...(unset.length > 0 ? { unset } : {}) };
}
