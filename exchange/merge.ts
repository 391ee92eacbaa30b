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
 * Whether one is what the other was once: its history, walked back, comes by it; or the other knows all edits of it
 * and what replaced its values, as after a merge. Only edits that are later than the older one's revision count where
 * the history is walked: values can return to what they were before.
 */
function isPast(older: Annotation, newer: Annotation): boolean {
  const state: Fields = { ...newer };
  for (const edit of newer.history.toReversed()) {
    if (edit.revision <= older.revision) break;
    for (const field of edit.unset ?? []) delete state[field];
    Object.assign(state, edit.before);
    if (differing(state, older).length === 0) return true;
  }
  return knowsAll(newer.history, older.history) && unknownTo(older.history, newer.history).some(replaces(older));
}

/** Whether an edit replaced values that an annotation has. */
function replaces(annotation: Fields): (edit: Edit) => boolean {
  return ({ before, unset = [] }) =>
    unset.every((field) => annotation[field] === undefined) &&
    (Object.keys(before) as EditableField[]).every(
      (field) => comparable(field, before[field]) === comparable(field, annotation[field]),
    );
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
 * colleagues who merge each other's files end with the same fields, and with the edits of both in the history.
 * @param theirs with ids of sets, tags and documents as they are here
 */
export function mergeAnnotation(ours: Annotation, theirs: Annotation): PlannedAnnotation {
  const fields = differing(ours, theirs);
  if (fields.length === 0) return mergedDeletion(ours, theirs);
  if (isPast(ours, theirs)) {
    const revision = Math.max(ours.revision + 1, theirs.revision);
    const history = mergedHistory(theirs.history, ours.history, theirs.revision);
    return written('changed', ours, { ...theirs, documentId: ours.documentId, revision, history }, fields);
  }
  if (isPast(theirs, ours)) return withTheirHistory('kept', ours, theirs, fields);
  const winner = later(ours, theirs);
  const [stands, yields] = winner === 'ours' ? [ours, theirs] : [theirs, ours];
  const revision = Math.max(ours.revision, theirs.revision) + 1;
  const yielded = lost(stands, yields, fields, revision);
  const both = mergedHistory(ours.history, theirs.history, ours.revision);
  // An edit that replaced the very same values at the same time is this one.
  const others = both.filter((edit) => editKey(edit) !== editKey(yielded));
  const merged: Annotation = {
    ...stands,
    documentId: ours.documentId,
    revision,
    history: [...others, yielded].slice(-LIMITS.history),
  };
  // What somebody edited is not thrown away because the other had put it in the bin.
  if (ours.deleted === undefined || theirs.deleted === undefined) delete merged.deleted;
  return { ...written('conflict', ours, merged, fields), winner };
}

/** The same fields: only whether it lies in the bin can differ, and the one with more revisions knows; and what it was before. */
function mergedDeletion(ours: Annotation, theirs: Annotation): PlannedAnnotation {
  const differs = (ours.deleted === undefined) !== (theirs.deleted === undefined);
  if (!differs) return withTheirHistory('same', ours, theirs, []);
  if (theirs.revision <= ours.revision) return withTheirHistory('kept', ours, theirs, ['deleted']);
  const { deleted: _, ...rest } = ours;
  const next = {
    ...rest,
    ...(theirs.deleted === undefined ? {} : { deleted: theirs.deleted }),
    revision: theirs.revision,
    history: mergedHistory(ours.history, theirs.history, ours.revision),
  };
  return written('changed', ours, next, ['deleted']);
}

/** Ours stands; where the file knows of edits that we do not, they are added to its history. */
function withTheirHistory(
  outcome: 'same' | 'kept',
  ours: Annotation,
  theirs: Annotation,
  fields: PlannedAnnotation['fields'],
): PlannedAnnotation {
  const history = mergedHistory(ours.history, theirs.history, ours.revision);
  if (knowsAll(ours.history, history)) return { outcome, annotation: ours, fields };
  const revision = Math.max(ours.revision, theirs.revision) + 1;
  return written(outcome === 'same' ? 'changed' : outcome, ours, { ...ours, revision, history }, [
    ...fields,
    'history',
  ]);
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

/** What makes an edit the same on two machines: each numbers revisions for itself. */
function editKey({ time, before, unset = [] }: Edit): string {
  return canonical([time, before, [...unset].sort()]);
}

/** The edits of one history that another does not hold. */
function unknownTo(history: readonly Edit[], others: readonly Edit[]): Edit[] {
  const known = new Set(history.map(editKey));
  return others.filter((edit) => !known.has(editKey(edit)));
}

/** Whether a history holds every edit of another, but for those older than a full one reaches. */
function knowsAll(history: readonly Edit[], others: readonly Edit[]): boolean {
  const begin = history.length >= LIMITS.history ? (history[0]?.time ?? '') : '';
  return unknownTo(history, others).every(({ time }) => time < begin);
}

/**
 * The edits of two histories by their times, each once. Edits that come from the other are older than whatever an editor
 * here has seen: they get no revision above that.
 * @param seen the revision of the annotation that the first history is of
 */
function mergedHistory(own: readonly Edit[], other: readonly Edit[], seen: number): Edit[] {
  const added = unknownTo(own, other).map(({ since: _, ...edit }) => ({
    ...edit,
    revision: Math.max(FIRST_EDIT, Math.min(edit.revision, seen)),
  }));
  if (added.length === 0) return [...own];
  // Sorting keeps the order of what has the same time.
  return [...own, ...added]
    .sort((one, next) => (one.time < next.time ? -1 : one.time > next.time ? 1 : 0))
    .slice(-LIMITS.history);
}

/** An annotation is made with revision 1. */
const FIRST_EDIT = 2;
