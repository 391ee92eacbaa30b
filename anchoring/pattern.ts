import { type Folded, fold, letterAt, lowerBound } from './fold';
import type { Target } from './types';

/** A target made ready for being looked for: the words of its prefix, quote and suffix, in one row. */
export interface Pattern {
  folded: Folded;
  /** Words of the quote: [from, to). */
  from: number;
  to: number;
}

/** Folds a target's words; page furniture inside of the quote is left out. */
export function patternOf({ quote, evidence }: Target): Pattern {
  let exact = quote.exact;
  for (const { start, end } of evidence?.furniture ?? []) {
    exact = exact.slice(0, start) + exact.slice(start, end).replace(/\S/g, ' ') + exact.slice(end);
  }
  const folded = fold(quote.prefix + exact + quote.suffix);
  const from = parted(folded, letterAt(folded, quote.prefix.length));
  const to = parted(folded, letterAt(folded, quote.prefix.length + exact.length));
  return { folded, from, to };
}

/** Lets a word begin at this letter even where the quote was cut out of a longer word. Gives the word's index. */
function parted(folded: Folded, letter: number): number {
  const { words, wordCount } = folded;
  const word = lowerBound(words, wordCount, letter);
  if (letter < folded.length && words[word] !== letter) insert(folded, word, letter);
  return word;
}

function insert(folded: Folded, word: number, letter: number): void {
  const words = new Uint32Array(folded.wordCount + 2);
  words.set(folded.words.subarray(0, word));
  words[word] = letter;
  words.set(folded.words.subarray(word, folded.wordCount + 1), word + 1);
  folded.words = words;
  folded.wordCount++;
}
