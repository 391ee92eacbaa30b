import { type Folded, letterEnd, wordOf } from './fold';
import type { Pattern } from './pattern';
import type { TextIndex } from './text-index';

/** Letters from which a quote does not stand in longer words by chance: extraction may have glued it to its neighbours. */
const SHORT = 22;

/**
 * Whether a place that has a quote's letters has its words: `14:1` and `1:41` have the same letters, and `en god` stands in
 * `förvaltningen god`.
 * @param found first letter of the place
 */
export function isPartedAlike({ folded }: TextIndex, pattern: Pattern, found: number): boolean {
  const own = pattern.folded;
  const from = own.words[pattern.from] as number;
  const to = own.words[pattern.to] as number;
  const end = found + to - from;
  const isShort = to - from < SHORT;
  if (isShort && beginsThere(own, from) && !begins(folded, found)) return false;
  // A footnote mark may touch the last word.
  if (isShort && beginsThere(own, to) && !begins(folded, end) && !isDigit(folded.letters[end] as number)) return false;
  for (let i = from + 1; i < to; i++) {
    const isBetweenDigits = isDigit(own.letters[i - 1] as number) && isDigit(own.letters[i] as number);
    if (isBetweenDigits && begins(own, i) !== begins(folded, found + i - from)) return false;
  }
  return true;
}

function begins(folded: Folded, letter: number): boolean {
  return letter >= folded.length || folded.words[wordOf(folded, letter)] === letter;
}

/** The same where a quote was cut out of a word: its words are counted from there. */
function beginsThere(folded: Folded, letter: number): boolean {
  if (letter === 0 || letter >= folded.length) return true;
  return (folded.at[letter] as number) > letterEnd(folded, letter - 1);
}

function isDigit(letter: number): boolean {
  return letter >= 0x30 && letter <= 0x39;
}
