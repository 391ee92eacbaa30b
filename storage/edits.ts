import {
  type Annotation,
  type AnnotationPatch,
  type Edit,
  type EditableField,
  type EditableFields,
  LIMITS,
} from './schema';

/** An annotation with a patch applied, and whether that changed anything. */
export interface AppliedPatch {
  annotation: Annotation;
  changed: boolean;
}

/** Typing in a comment saves often: edits of it within this time are one entry in the history. */
const JOIN_WITHIN_MS = 60_000;

/** The patched annotation, one revision further, with the values that it had before in its history. Pure but for the clock given. */
export function applyPatch(
  annotation: Annotation,
  patch: Omit<AnnotationPatch, 'tagNames'>,
  now: Date = new Date(),
): AppliedPatch {
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
  const history = withEdit(annotation.history, edit);
  return { annotation: { ...next, modified: time, revision, history }, changed: true };
}

function withEdit(history: readonly Edit[], edit: Edit): Edit[] {
  const last = history.at(-1);
  if (
    last &&
    onlyComment(last) &&
    onlyComment(edit) &&
    Date.parse(edit.time) - Date.parse(last.time) < JOIN_WITHIN_MS
  ) {
    return [...history.slice(0, -1), { ...last, revision: edit.revision }];
  }
  return [...history, edit].slice(-LIMITS.history);
}

function onlyComment(edit: Edit): boolean {
  return edit.unset === undefined && Object.keys(edit.before).join() === 'comment';
}

/** The fields changed after a revision; `unknown` when the history does not reach back so far. */
export function changedSince(annotation: Annotation, revision: number): ReadonlySet<string> | 'unknown' {
  if (annotation.history.length >= LIMITS.history && (annotation.history[0]?.revision ?? 0) > revision + 1) {
    return 'unknown';
  }
  const later = annotation.history.filter((edit) => edit.revision > revision);
  return new Set(later.flatMap((edit) => [...Object.keys(edit.before), ...(edit.unset ?? [])]));
}

/** Values are plain JSON; keys stand in the schema's order on both sides. */
function sameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
