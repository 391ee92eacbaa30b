import type { Annotation } from '../storage/schema';

/** Numbers, bullets and "att" before an item: a list in a summary has others than the list in the conclusion. */
const LEAD = /^(?:[^\p{L}\p{N}]+|\d{1,2}[.)]\s|att\s)+/iu;

/**
 * Annotations of one recommendation: those of one document that have the same words, however they are broken into lines,
 * and are for the same boards, or for boards that one of them does not name.
 * @returns groups in the order of their first annotation
 */
export function sameRecommendations(annotations: readonly Annotation[]): Annotation[][] {
  const groups: Annotation[][] = [];
  const byWords = new Map<string, Annotation[][]>();
  for (const annotation of annotations) {
    const key = `${annotation.documentId} ${wordsOf(annotation)}`;
    const known = byWords.get(key) ?? [];
    const group = known.find((each) => each.every((other) => mayShareBoards(other, annotation)));
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

function mayShareBoards({ addressees: one }: Annotation, { addressees: other }: Annotation): boolean {
  if (one.length === 0 || other.length === 0) return true;
  return one.length === other.length && one.every((board) => other.includes(board));
}
