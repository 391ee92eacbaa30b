import { type Case, overlap, type Place } from './case';
import { wordOf } from './fold';
import { isPageBorder, isPageFurniture } from './page-furniture';
import { isPartedAlike } from './parted-alike';
import type { Pattern } from './pattern';
import { isOpen } from './quote-span';
import type { TextIndex } from './text-index';

/** Letters of the quote that must stand before and behind what parts it at a page's border. */
const PART = 2;
/** Letters of furniture at one page's border. */
const LONGEST = 160;

/**
 * The quote's own letters where they overlap a place that was taken for it, edited: all of them in a row, or parted once by
 * what stands at a page's border, be it in the middle of a word. Null where they are not there, or there twice.
 */
export function veryWordsAt(index: TextIndex, { pattern }: Case, place: Place): Place | null {
  const { words, letters: own } = pattern.folded;
  const { letters, length } = index.folded;
  const first = words[pattern.from] as number;
  const count = (words[pattern.to] as number) - first;
  const sameFrom = (at: number, done: number) => {
    let same = done;
    while (same < count && at + same - done < length && letters[at + same - done] === own[first + same]) same++;
    return same;
  };
  let found: Place | null = null;
  for (let at = Math.max(0, place.from - count - LONGEST); at < place.to; at++) {
    if (letters[at] !== own[first]) continue;
    const same = sameFrom(at, 0);
    let to = same === count && isPartedAlike(index, pattern, at) ? at + count : -1;
    // The rest of it stands behind the page's border.
    const most = same < count && same >= PART && count - same >= PART ? LONGEST : 0;
    for (let gap = 1; gap <= most && to < 0; gap++) {
      const rest = at + same + gap;
      if (letters[rest] !== own[first + same] || sameFrom(rest, same) < count) continue;
      if (isPageBorder(index, at + same, rest)) to = rest + count - same;
    }
    if (to < 0 || !overlap({ from: at, to }, place) || isGrown(index, pattern, { from: at, to }, place)) continue;
    if (found) return null;
    found = { from: at, to };
  }
  return found;
}

/** Whether words were put in at a border of the quote, where a sentence began or ended with it: they belong to the edit. */
function isGrown(index: TextIndex, pattern: Pattern, { from, to }: Place, edit: Place): boolean {
  const { folded } = index;
  const isFurniture = (low: number, high: number) => low < high && isPageFurniture(index, low, high);
  return (
    (isOpen(index, pattern, wordOf(folded, from), -1) && !isFurniture(edit.from, from)) ||
    (isOpen(index, pattern, wordOf(folded, to - 1) + 1, 1) && !isFurniture(to, edit.to))
  );
}
