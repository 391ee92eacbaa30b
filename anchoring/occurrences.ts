import type { Folded } from './fold';
import type { Pattern } from './pattern';

/** Letters of a few words that do not come together by chance. */
const LETTERS = 10;

/**
 * Where the quote's own letters stand in a text, between two letters of it: none, one, or the first two places.
 * Nothing is looked for where the quote is too short to tell anything.
 */
export function occurrences({ folded, from, to }: Pattern, text: Folded, low = 0, high = text.length): number[] {
  const start = folded.words[from] as number;
  const length = (folded.words[to] as number) - start;
  const found: number[] = [];
  if (length < LETTERS) return found;
  const { letters } = folded;
  const first = letters[start] as number;
  const last = Math.min(high, text.length) - length;
  for (let at = text.letters.indexOf(first, Math.max(0, low)); at >= 0 && at <= last; ) {
    let same = 1;
    while (same < length && text.letters[at + same] === letters[start + same]) same++;
    if (same === length && found.push(at) === 2) break;
    at = text.letters.indexOf(first, at + 1);
  }
  return found;
}
