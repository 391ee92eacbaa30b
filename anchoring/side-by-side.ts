import type { Case, Place } from './case';
import type { TextIndex } from './text-index';
import type { Copy } from './types';

/** Letters between two places that stand side by side: the number of an item. */
const GAP = 3;
/** Units of source between two passages that stood side by side, beside those that they had in common there. */
const BETWEEN = 200;
/** Units of source that a consonant stands for, at most. */
const UNITS = 4;

/**
 * Whether two places stand side by side in sentences, or paragraphs, that are the same: what goes on alike from both takes
 * all that lies between them. Which of the two is which no reader could tell.
 */
export function areSideBySide(index: TextIndex, one: Place, other: Place): boolean {
  const { folded } = index;
  const { letters, length } = folded;
  const [a, b] = one.from < other.from ? [one, other] : [other, one];
  if (a.from === b.from) return false;
  let end = a.to;
  for (let j = b.to; end < b.from && j < length && letters[end] === letters[j]; j++) end++;
  let start = b.from;
  for (let i = a.from - 1; start > end && i >= 0 && letters[start - 1] === letters[i]; i--) start--;
  return start - end <= GAP;
}

/** Whether a twin, or a copy, stood beside the passage in the source, no farther off than what the two had in common there reached. */
export function stoodBeside({ source }: Case, { at, shared }: Copy): boolean {
  const end = at + source.end - source.start;
  const common = UNITS * ((shared?.[0] ?? 0) + (shared?.[1] ?? 0));
  return at - source.end < BETWEEN + common && source.start - end < BETWEEN + common;
}
