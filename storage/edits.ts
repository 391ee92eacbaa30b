import {
  type Annotation,
  type AnnotationPatch,
  type Edit,
  type EditableField,
  type EditableFields,
  LIMITS,
} from './schema';

/** A patch whose tags are ids. */
export type FieldPatch = Omit<AnnotationPatch, 'tagNames'>;

/** An annotation with a patch applied, and whether that changed anything. */
export interface AppliedPatch {
  annotation: Annotation;
  changed: boolean;
}

/**
 * The patched annotation, one revision further, with the values that it had before in its history: each save is an
 * entry of its own, since what one window saved may be replaced from another right after. Pure but for the clock given.
 */
export function applyPatch(annotation: Annotation, patch: FieldPatch, now: Date = new Date()): AppliedPatch {
  const next: Partial<EditableFields> & Annotation = { ...annotation };
  const before: Partial<EditableFields> = {};
  const unset: EditableField[] = [];
  for (const field of Object.keys(patch) as (keyof typeof patch)[]) {
    const value = patch[field];
    if (value === undefined || sameValue(annotation[field], value ?? undefined)) continue;
    if (annotation[field] === undefined) unset.push(field);
    else Object.assign(before, { [field]: annotation[field] });
    if (value === null) delete next[field as 'label' | 'answer' | 'date'];
    else Object.assign(next, { [field]: value });
  }
  if (Object.keys(before).length === 0 && unset.length === 0) return { annotation, changed: false };
  const time = now.toISOString();
  const revision = annotation.revision + 1;
  const edit: Edit = { revision, time, before, ...(unset.length > 0 ? { unset } : {}) };
  const history = [...annotation.history, edit].slice(-LIMITS.history);
  return { annotation: { ...next, modified: time, revision, history }, changed: true };
}

/** A patch after it was held against what others changed meanwhile. */
export interface MergedPatch {
  /** What is left to do. */
  patch: FieldPatch;
  /** Fields that both changed, each to something else. */
  clashing: string[];
}

/**
 * Merges a patch, made by somebody who saw `seenRevision`, with the edits since. A field that the patch leaves as
 * it was seen, or sets to what it is by now, is no change of it: forms send all their fields.
 */
export function mergePatch(annotation: Annotation, patch: FieldPatch, seenRevision: number): MergedPatch {
  const merged: MergedPatch = { patch: {}, clashing: [] };
  for (const field of Object.keys(patch) as (keyof FieldPatch)[]) {
    const value = patch[field] ?? undefined;
    if (sameValue(value, annotation[field])) continue;
    const seen = valueSeen(annotation, field, seenRevision);
    if (seen === 'unknown') merged.clashing.push(field);
    else if (seen === 'current') Object.assign(merged.patch, { [field]: patch[field] });
    else if (!sameValue(value, seen.value)) merged.clashing.push(field);
  }
  return merged;
}

/** The value that a field had at a revision, where it has changed since; `unknown` where the history does not tell. */
function valueSeen(
  annotation: Annotation,
  field: EditableField,
  revision: number,
): 'current' | 'unknown' | { value: unknown } {
  const { history } = annotation;
  if (history.length >= LIMITS.history && (history[0]?.since ?? history[0]?.revision ?? 0) > revision + 1) {
    return 'unknown';
  }
  const edit = history.find(
    (each) => each.revision > revision && (field in each.before || each.unset?.includes(field)),
  );
  if (!edit) return 'current';
  // Seen in the middle of edits that were joined: only the value before the first of them is known.
  return edit.since !== undefined && edit.since <= revision ? 'unknown' : { value: edit.before[field] };
}

/** Values are plain JSON; keys stand in the schema's order on both sides. */
function sameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
