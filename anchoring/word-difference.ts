import { diffWordsWithSpace } from 'diff';

/** A stretch of the old or the new wording. */
export interface WordDifference {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Edits beyond which the two wordings are shown whole: a longer comparison would neither help a reader nor be quick. */
const MOST_EDITS = 400;

/**
 * What was edited between two wordings of a passage, in reading order: the pieces that are `same` or `removed` give
 * `before`, those `same` or `added` give `after`.
 */
export function wordDifference(before: string, after: string): WordDifference[] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS });
  if (!changes) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  }
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}
