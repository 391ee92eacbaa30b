import { type Folded, fold, letterAt, lowerBound } from './fold';
import type { Target } from './types';

/** Context kept on each side, UTF-16 units: some 45 words, so that it outlives an edit of the sentence next door. */
export const CONTEXT = 300;

/** A target made ready for being looked for: the words of its prefix, quote and suffix, in one row. */
export interface Pattern {
  folded: Folded;
  /** Words of the quote: [from, to). */
  from: number;
  to: number;
}

/** Folds a target's words; page furniture inside of the quote is left out. */
export function patternOf({ quote, evidence }: Target): Pattern {
  let text = quote.prefix + quote.exact + quote.suffix;
  const origin = quote.prefix.length;
  for (const { start, end } of evidence?.furniture ?? []) {
    text = text.slice(0, origin + start) + ' '.repeat(end - start) + text.slice(origin + end);
  }
  const folded = fold(text);
  const from = parted(folded, letterAt(folded, origin));
  const to = parted(folded, letterAt(folded, origin + quote.exact.length));
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
