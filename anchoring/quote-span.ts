import { ABSENT, type Alignment, SAME } from './align-words';
import { sentenceEnds } from './core';
import { type Folded, wordOf } from './fold';
import type { Stretch } from './likenesses';
import { isPageFurniture } from './page-furniture';
import type { Pattern } from './pattern';
import type { TextIndex } from './text-index';

/** Words that may have come in at a border of the quote, and for each one that went: `bygg- och miljönämnden` is one name. */
const PUT_IN = 4;
const REPLACED = 3;

/** Letters from the first to the last word of a stretch that is there. */
export function sameSpan(
  { from, to }: Stretch,
  { state, from: starts, to: ends }: Alignment,
): { from: number; to: number } {
  let first = from;
  while (first < to && state[first] !== SAME) first++;
  if (first === to) return { from: 0, to: 0 };
  let last = to - 1;
  while (state[last] !== SAME) last--;
  return { from: starts[first] as number, to: ends[last] as number };
}

/** Letters of the text that the quote's words take, edits at its borders included. */
export function quoteSpan(index: TextIndex, pattern: Pattern, alignment: Alignment): { from: number; to: number } {
  const { state, from: starts, to: ends } = alignment;
  const { from, to } = pattern;
  const kept = sameSpan(pattern, alignment);
  if (kept.to === 0) return betweenNeighbours(index, pattern, alignment);
  const { words } = index.folded;
  const first = wordOf(index.folded, kept.from);
  const last = wordOf(index.folded, kept.to - 1) + 1;
  const before = from > 0 && state[from - 1] === SAME ? wordOf(index.folded, (ends[from - 1] as number) - 1) + 1 : null;
  const next = to < state.length && state[to] === SAME ? wordOf(index.folded, starts[to] as number) : null;
  const lostFirst = lostAt(state, from, to, 1);
  const lostLast = lostAt(state, to - 1, from - 1, -1);
  const start =
    lostFirst > 0
      ? borderOf(index, first, -1, {
          neighbour: before,
          lost: lostFirst,
          isSentence: sentenceEnds(pattern.folded, from),
        })
      : grownTo(index, pattern, first, -1, before);
  const isLast = to === state.length || sentenceEnds(pattern.folded, to);
  const end =
    lostLast > 0
      ? borderOf(index, last, 1, { neighbour: next, lost: lostLast, isSentence: isLast })
      : grownTo(index, pattern, last, 1, next);
  return {
    from: start < first ? (words[start] as number) : kept.from,
    to: end > last ? (words[end] as number) : kept.to,
  };
}

/**
 * Where words at a border of the quote were lost or replaced: what now stands there is the quote's up to its neighbour,
 * or up to where the sentence ends if the quote did so, within reason; else as many words as went.
 * @param border word of the text at the border of what was kept, @param neighbour the one that the quote's neighbour
 * borders on, @param lost words that went, @param isSentence whether a sentence began or ended with the quote
 */
function borderOf(
  index: TextIndex,
  border: number,
  step: 1 | -1,
  { neighbour, lost, isSentence }: { neighbour: number | null; lost: number; isSentence: boolean },
): number {
  const { folded } = index;
  if (sentenceEnds(folded, border) || (isSentence && stopsBefore(folded, border))) return border;
  const most = REPLACED * lost + PUT_IN;
  for (let word = border, gone = 0; gone <= most && word >= 0 && word <= folded.wordCount; word += step, gone++) {
    if (word === neighbour) return withoutFurniture(index, border, word, step);
    if (isSentence && word !== border && (sentenceEnds(folded, word) || stopsBefore(folded, word))) return word;
  }
  return Math.min(folded.wordCount, Math.max(0, border + step * lost));
}

/** Whether a sentence began, or ended, with the quote, and goes on beyond its place in the text. */
export function isOpen({ folded }: TextIndex, pattern: Pattern, border: number, step: 1 | -1): boolean {
  const own = step > 0 ? pattern.to : pattern.from;
  const isBorder = own === 0 || own === pattern.folded.wordCount || sentenceEnds(pattern.folded, own);
  return isBorder && border > 0 && border < folded.wordCount && !sentenceEnds(folded, border);
}

/**
 * The border of a quote of which every word is there: where a few words were put in before its full stop, or at the beginning
 * of its sentence, up to its neighbour, it is theirs.
 */
function grownTo(index: TextIndex, pattern: Pattern, border: number, step: 1 | -1, neighbour: number | null): number {
  const { folded } = index;
  if (neighbour === null || neighbour === border || !isOpen(index, pattern, border, step)) return border;
  const isNear = (neighbour - border) * step > 0 && (neighbour - border) * step <= PUT_IN;
  if (!isNear || !(sentenceEnds(folded, neighbour) || stopsBefore(folded, neighbour))) return border;
  if (step > 0 && neighbour === border + 1 && isSetBeside(folded, border)) return border;
  const [from, to] = [Math.min(border, neighbour), Math.max(border, neighbour)];
  return isPageFurniture(index, folded.words[from] as number, folded.words[to] as number) ? border : neighbour;
}

/** Digits of a footnote mark, or of an item's number. */
const MOST_DIGITS = 3;
/** What touches the words before it is a footnote mark; what begins a line numbers the next item. */
const MARK = /[^\s\d(]\d+$/;
const ITEM = /\n\d+[.)]$/;

/** Whether a word is a number that a printing sets beside the text, not one of its words. */
function isSetBeside({ words, at, text }: Folded, word: number): boolean {
  const [start, end] = [at[words[word] as number], at[(words[word + 1] as number) - 1]];
  if (start === undefined || end === undefined || start === 0 || end - start >= MOST_DIGITS) return false;
  return MARK.test(text.slice(start - 1, end + 1)) || ITEM.test(text.slice(start - 1, end + 2));
}

/** Letters and digits before a full stop that make it no abbreviation (`kap.`, `1 st.`). */
const WHOLE_WORD = /[\p{L}\p{N}]{4}[.!?]\s+$/u;

/** Whether a full stop stands before a word: an edit may have begun the next sentence with a small letter. */
export function stopsBefore({ words, at, text }: Folded, word: number): boolean {
  const start = at[words[word] as number];
  return start !== undefined && WHOLE_WORD.test(text.slice(Math.max(0, start - 12), start));
}

/** A border that is a neighbour's, drawn back to where page furniture beside it begins. */
function withoutFurniture(index: TextIndex, kept: number, border: number, step: 1 | -1): number {
  const { words } = index.folded;
  for (let word = kept; word !== border; word += step) {
    const [from, to] = step > 0 ? [words[word], words[border]] : [words[border], words[word]];
    if (word !== kept && isPageFurniture(index, from as number, to as number)) return word;
  }
  return border;
}

/** What stands between the quote's two neighbours now that none of its words is left; empty where they do not tell. */
function betweenNeighbours(index: TextIndex, pattern: Pattern, alignment: Alignment): { from: number; to: number } {
  const { state, from: starts, to: ends } = alignment;
  const { from, to } = pattern;
  const seam = seamOf(pattern, alignment);
  const isAbsent = (word: number) => word >= 0 && word < state.length && state[word] !== SAME;
  if (isAbsent(from - 1) || isAbsent(to)) return { from: seam, to: seam };
  // The text's own border stands for a neighbour where there was none.
  const start = from === 0 ? 0 : (ends[from - 1] as number);
  const end = to === state.length ? index.folded.length : (starts[to] as number);
  const most = REPLACED * (to - from) + PUT_IN;
  const count = wordOf(index.folded, end) - wordOf(index.folded, start);
  return start < end && count <= most ? { from: start, to: end } : { from: seam, to: seam };
}

/** Number of words from `word` on that are no longer there. */
function lostAt(state: Uint8Array, word: number, end: number, step: 1 | -1): number {
  let lost = 0;
  for (let i = word; i !== end && state[i] !== SAME; i += step) lost++;
  return lost;
}

/** Where an absent quote would stand: after the context before it, or before the one after it. */
function seamOf({ from, to }: Pattern, { state, from: starts, to: ends }: Alignment): number {
  let word = from - 1;
  while (word >= 0 && state[word] === ABSENT) word--;
  if (word >= 0) return ends[word] as number;
  word = to;
  while (word < state.length && state[word] === ABSENT) word++;
  return word < state.length ? (starts[word] as number) : 0;
}
