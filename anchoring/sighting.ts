import { ABSENT, type Alignment, SAME, wordWeight } from './align-words';
import { wordOf } from './fold';
import type { Stretch } from './likenesses';
import { namesIn, namesReplaced } from './names';
import { isPageFurniture } from './page-furniture';
import type { Pattern } from './pattern';
import { quoteSpan, sameSpan } from './quote-span';
import type { TextIndex } from './text-index';

/** What an alignment shows of a target at one place of the text. Shares lie between 0 and 1. */
export interface Sighting {
  score: number;
  /** The quote's letters in the folded text: [from, to); empty, `from === to`, where the quote is absent. */
  from: number;
  to: number;
  /** From the first to the last word of the core that is there; empty where none is. */
  core: { from: number; to: number };
  /** Share of the quote's words that are there, by what each tells. */
  quote: number;
  /** Words of the quote that are not there, or other words now. */
  missing: number;
  /** Letters of the longest of its words that is there. */
  longest: number;
  /** Share of the core's words beside the quote that are there; 1 where there are none. */
  sentence: number;
  /** Words of the core, beside the quote, that are not there, or other words now, and stretches put in between them. */
  coreMissing: number;
  /** Names and numbers of the quote that are not there any more: they tell its twins apart. */
  namesLost: number;
  /** Names and numbers of the near context that others stand for, in a phrase that is else the same. */
  namesReplaced: number;
  /** Stretches of text, in letters, that stand inside of the quote and were not in it, page furniture apart. */
  inserted: [from: number, to: number][];
  /** Whether words were put in before its full stop, or at the beginning of its sentence. */
  isGrown: boolean;
  /** Share of the context's words that are there, near ones counting most; null on a side that has no context. */
  before: number | null;
  after: number | null;
  /** The two together. */
  around: number;
  /** Whether the context begins right beside the quote on each side. */
  touchesBefore: boolean;
  touchesAfter: boolean;
  /** On how many sides, 0 to 2, the very next word of the context is there, with nothing between. */
  neighbours: 0 | 1 | 2;
}

/** Distance in words at which a word of the context counts half. */
const HALF = 12;
/** Words in a row that count as context. */
const RUN = 3;
/** Number of words of other text that halve the trust in what lies behind them. */
const STRANGE = 25;
/** Words beside the quote of which one must be in place for the context to touch it, and words that may stand between. */
const BESIDE = 5;

/**
 * Reads what an alignment of the pattern tells; null where it found nothing at all.
 * @param known words of the pattern that were aligned; all of them if left out
 */
export function sightingOf(
  index: TextIndex,
  pattern: Pattern,
  core: Stretch,
  alignment: Alignment,
  known: Stretch = { from: 0, to: pattern.folded.wordCount },
): Sighting | null {
  if (alignment.score === 0) return null;
  const { state, from: starts, to: ends } = alignment;
  const { from, to } = pattern;
  const quote = quoteShare(pattern, alignment);
  const before = contextShare(index, pattern, alignment, known, -1);
  const after = contextShare(index, pattern, alignment, known, 1);
  const span = quoteSpan(index, pattern, alignment);
  const weight = before.weight + after.weight;
  const kept = sameSpan(pattern, alignment);
  const inserted = insertions(index, pattern, alignment);
  const isGrown = (state[from] === SAME && span.from < kept.from) || (state[to - 1] === SAME && span.to > kept.to);
  return {
    score: alignment.score,
    from: span.from,
    to: span.to,
    core: sameSpan(core, alignment),
    quote: quote.share,
    missing: quote.missing,
    longest: quote.longest,
    sentence: sentenceShare(pattern, core, state),
    coreMissing: missingIn(state, core) - quote.missing + insertions(index, core, alignment).length - inserted.length,
    namesLost: namesIn(pattern, from, to).filter((word) => state[word] !== SAME).length,
    namesReplaced: namesReplaced(pattern, state),
    inserted,
    isGrown,
    before: before.weight ? before.found / before.weight : null,
    after: after.weight ? after.found / after.weight : null,
    around: weight ? (before.found + after.found) / weight : 0,
    touchesBefore: beside(index, from - 1, -1, state, ends, span.from),
    touchesAfter: beside(index, to, 1, state, starts, span.to),
    neighbours: (Number(from > 0 && state[from - 1] === SAME && meets(index, ends[from - 1] as number, span.from)) +
      Number(to < state.length && state[to] === SAME && meets(index, span.to, starts[to] as number))) as 0 | 1 | 2,
  };
}

function lengthOf({ folded }: Pattern, word: number): number {
  return (folded.words[word + 1] as number) - (folded.words[word] as number);
}

function missingIn(state: Uint8Array, { from, to }: Stretch): number {
  let missing = 0;
  for (let word = from; word < to; word++) if (state[word] !== SAME) missing++;
  return missing;
}

function quoteShare(pattern: Pattern, { state }: Alignment) {
  let found = 0;
  let all = 0;
  let missing = 0;
  let longest = 0;
  for (let word = pattern.from; word < pattern.to; word++) {
    const weight = wordWeight(lengthOf(pattern, word));
    all += weight;
    if (state[word] === SAME) {
      found += weight;
      longest = Math.max(longest, lengthOf(pattern, word));
    } else missing++;
  }
  return { share: all ? found / all : 0, missing, longest };
}

function sentenceShare(pattern: Pattern, core: Stretch, state: Uint8Array): number {
  let found = 0;
  let all = 0;
  for (let word = core.from; word < core.to; word++) {
    if (word >= pattern.from && word < pattern.to) continue;
    const weight = wordWeight(lengthOf(pattern, word));
    all += weight;
    if (state[word] === SAME) found += weight;
  }
  return all ? found / all : 1;
}

/**
 * How much of one side's context is there. Words count in runs only, and less for each stretch of other text that stands
 * between them and the quote: set phrases gathered from here and there are no surroundings.
 */
function contextShare(index: TextIndex, pattern: Pattern, alignment: Alignment, known: Stretch, step: 1 | -1) {
  const nearest = step < 0 ? pattern.from - 1 : pattern.to;
  const { state, from: starts, to: ends } = alignment;
  let found = 0;
  let weight = 0;
  let run = 0;
  let runWorth = 0;
  let trust = 1;
  let border = -1;
  for (let word = nearest, distance = 0; word >= known.from && word < known.to; word += step, distance++) {
    const worth = (wordWeight(lengthOf(pattern, word)) * HALF) / (HALF + distance);
    weight += worth;
    if (state[word] !== SAME) {
      run = 0;
      continue;
    }
    const near = (step > 0 ? starts[word] : ends[word]) as number;
    if (border >= 0 && near !== border && !isPageFurniture(index, Math.min(near, border), Math.max(near, border))) {
      const strange = Math.abs(wordOf(index.folded, near) - wordOf(index.folded, border));
      trust *= STRANGE / (STRANGE + strange);
      run = 0;
    }
    border = (step > 0 ? ends[word] : starts[word]) as number;
    runWorth = run === 0 ? worth : runWorth + worth;
    run++;
    if (run === RUN) found += runWorth * trust;
    else if (run > RUN) found += worth * trust;
  }
  return { found, weight };
}

/** Whether two letters of the text follow each other, page furniture apart. */
function meets(index: TextIndex, end: number, start: number): boolean {
  return end === start || (end < start && isPageFurniture(index, end, start));
}

function insertions(index: TextIndex, { from, to }: Stretch, { state, from: starts, to: ends }: Alignment) {
  const found: [number, number][] = [];
  let end = -1;
  for (let word = from; word < to; word++) {
    if (state[word] === ABSENT) continue;
    const start = starts[word] as number;
    if (end >= 0 && start > end && !isPageFurniture(index, end, start)) found.push(withoutFurniture(index, end, start));
    end = ends[word] as number;
  }
  return found;
}

/** Words that may have been put in beside a page's border. */
const BORDERING = 3;

/** A stretch without the page furniture at one of its ends: words put in there stand before it or behind it. */
function withoutFurniture(index: TextIndex, from: number, to: number): [from: number, to: number] {
  const { words } = index.folded;
  const first = wordOf(index.folded, from);
  const last = wordOf(index.folded, to - 1) + 1;
  for (let count = 1; count <= BORDERING && first + count < last; count++) {
    const after = words[first + count] as number;
    const before = words[last - count] as number;
    if (isPageFurniture(index, after, to)) return [from, after];
    if (isPageFurniture(index, from, before)) return [before, to];
  }
  return [from, to];
}

/** Whether a word of the context near the quote stands near `edge` in the text too. */
function beside(
  index: TextIndex,
  nearest: number,
  step: 1 | -1,
  state: Uint8Array,
  borders: Int32Array,
  edge: number,
): boolean {
  for (let distance = 0, word = nearest; distance < BESIDE; distance++, word += step) {
    if (state[word] !== SAME) continue;
    const between = Math.abs(wordOf(index.folded, borders[word] as number) - wordOf(index.folded, edge));
    return between <= BESIDE + distance;
  }
  return false;
}
