import type { Passage } from '../detection/types';
import type { UnsentPassages } from '../messages/schema';

/**
 * How many passages of a kind leave the page for a list outside it. All pages of the extension share one process: a
 * register of a hundred thousand citations would stop every one of them. Of each kind, so that the few of one are
 * not crowded out by the many of another.
 */
export const MOST_LISTED = 2000;

/**
 * The passages that a list outside the page gets: the first of each kind, in text order, and every one that is kept.
 *
 * @param passages in text order
 * @returns those, in the same order, and the number of the others by kind; none of them is kept
 */
export function listedPassages(
  passages: readonly Passage[],
  isKept: (passage: Passage) => boolean,
  most: number = MOST_LISTED,
): { listed: Passage[]; unsent: UnsentPassages } {
  const seen: UnsentPassages = {};
  const unsent: UnsentPassages = {};
  const listed = passages.filter((passage) => {
    const { kind } = passage;
    const nth = (seen[kind] ?? 0) + 1;
    seen[kind] = nth;
    if (nth <= most || isKept(passage)) return true;
    unsent[kind] = (unsent[kind] ?? 0) + 1;
    return false;
  });
  return { listed, unsent };
}
