import { type Folded, letterEnd } from './fold';
import type { Stretch } from './likenesses';
import type { Pattern } from './pattern';

/** A passage of this many words and letters is told from other text by its own words. */
const WORDS = 6;
const LETTERS = 30;

/**
 * The words that make the passage itself: the quote, or for a short one (`SoL 14:1`) the quote with the words of its
 * sentence around it. They go along when a sentence is moved, and tell its twins.
 */
export function coreOf({ folded, from, to }: Pattern): Stretch {
  const core = { from, to };
  const { words, wordCount } = folded;
  const enough = () =>
    core.to - core.from >= WORDS && (words[core.to] as number) - (words[core.from] as number) >= LETTERS;
  let grown = true;
  while (grown && !enough()) {
    grown = false;
    if (core.from > 0 && !sentenceEnds(folded, core.from)) {
      core.from--;
      grown = true;
    }
    if (core.to < wordCount && !sentenceEnds(folded, core.to)) {
      core.to++;
      grown = true;
    }
  }
  return core;
}

/** Whether the quote is its core itself. */
export function isOwnCore({ from, to }: Pattern, core: Stretch): boolean {
  return core.from === from && core.to === to;
}

/** True where the core can stand for the passage by its own words. */
export function isTelling({ folded }: Pattern, { from, to }: Stretch): boolean {
  return to - from >= WORDS - 1 && (folded.words[to] as number) - (folded.words[from] as number) >= LETTERS - 6;
}

/** Whether a sentence, an item or a paragraph ends before this word. */
export function sentenceEnds(folded: Folded, word: number): boolean {
  const { words, at, text } = folded;
  const letter = words[word] as number;
  if (letter === 0) return true;
  const start = at[letter] as number;
  const between = text.slice(letterEnd(folded, letter - 1), start);
  if (/\n\s*\n|\n\s*[-•►●*]/.test(between)) return true;
  const first = text.charAt(start);
  return /[.!?]/.test(between) && first !== first.toLowerCase();
}
