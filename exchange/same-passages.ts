import type { Annotation } from '../storage/schema';

/** Numbers, bullets and "att" before an item: a list in a summary has others than the list in the conclusion. */
const LEAD = /^(?:[^\p{L}\p{N}]+|\d{1,2}[.)]\s|att\s)+/iu;

/**
 * Annotations of one recommendation, or of one assessment, that a document prints in several places: of the same kind,
 * with the same words, however they are broken into lines, and for the same boards, or for boards that one of them does
 * not name. @returns groups in the order of their first annotation
 */
export function samePassages(annotations: readonly Annotation[]): Annotation[][] {
  const groups: Annotation[][] = [];
  const byWords = new Map<string, Annotation[][]>();
  for (const annotation of annotations) {
    const key = `${annotation.documentId} ${annotation.kind} ${wordsOf(annotation)}`;
    const known = byWords.get(key) ?? [];
    const group = known.find((each) => each.every((other) => agree(other, annotation)));
    if (group) {
      group.push(annotation);
      continue;
    }
    const made = [annotation];
    groups.push(made);
    byWords.set(key, [...known, made]);
  }
  return groups;
}

/** The letters and digits of a quote. */
function wordsOf({ target }: Annotation): string {
  const text = target.quote.exact.normalize('NFKC').toLowerCase();
  return text.replace(LEAD, '').replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Whether neither says of boards, answer or day what the other denies. */
function agree(one: Annotation, other: Annotation): boolean {
  const [boards, others] = [one.addressees, other.addressees];
  const isForSame = boards.length === others.length && boards.every((board) => others.includes(board));
  return (
    (isForSame || boards.length === 0 || others.length === 0) &&
    (one.answer ?? other.answer) === (other.answer ?? one.answer) &&
    (one.date ?? other.date) === (other.date ?? one.date)
  );
}
