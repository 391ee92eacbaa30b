import type { Case, Place } from './case';
import { isTelling } from './core';
import { lowerBound } from './fold';
import { CONTEXT } from './pattern';
import { type Skeleton, skeletonOf } from './skeleton';
import type { TextIndex } from './text-index';
import type { Twin } from './types';

/** Consonants by which the surroundings must go on farther than any twin's did. */
export const FARTHER = 4;
/** … where the passage is a word or two: `6 kap. 1 §` stands beside many a name. */
const FARTHER_SHORT = 10;
/** … and farther than a single twin's on one side, where a set phrase may have come to stand beside it. */
const FAR = 24;
/** Consonants of a word that is cut off. */
const CUT = 8;
/** Consonants in common that are no chance. */
const PHRASE = 6;
/** Consonants on each side, some seven words, with which a place is set into its old surroundings. */
const SEAM = 20;

/** Number of consonants that two texts have in common just before two places, and just after them. */
export function commonBeside(
  a: Skeleton,
  [aFrom, aTo]: readonly [number, number],
  b: Skeleton,
  [bFrom, bTo]: readonly [number, number],
): { before: number; after: number } {
  let before = 0;
  while (before < aFrom && before < bFrom && a.codes[aFrom - 1 - before] === b.codes[bFrom - 1 - before]) before++;
  let after = 0;
  while (aTo + after < a.length && bTo + after < b.length && a.codes[aTo + after] === b.codes[bTo + after]) after++;
  return { before, after };
}

/** The consonants [from, to) that stand for letters of a folded text. */
export function consonantsOf({ letter, length }: Skeleton, { from, to }: Place): [number, number] {
  return [lowerBound(letter, length, from), lowerBound(letter, length, to)];
}

/** How far, in consonants, a place's surroundings are the passage's, and how much of those is known. */
interface Beside {
  before: number;
  after: number;
  most: readonly [before: number, after: number];
}

/** Number of consonants that stand beside a place as they stood beside the passage, with its sentence. */
export function ownBeside(index: TextIndex, { pattern, core }: Case, place: Place): Beside {
  const { folded } = pattern;
  const own = skeletonOf(folded);
  const letters = { from: folded.words[core.from] as number, to: folded.words[core.to] as number };
  const [from, to] = consonantsOf(own, letters);
  const common = commonBeside(own, [from, to], index.skeleton, consonantsOf(index.skeleton, place));
  return { ...common, most: [from, own.length - to] };
}

/** By how many consonants the passage's surroundings end beside a place elsewhere than they did beside a twin. */
export function offBy({ before, after, most }: Beside, { shared }: Twin): number {
  if (!shared) return 0;
  return Math.abs(before - Math.min(shared[0], most[0])) + Math.abs(after - Math.min(shared[1], most[1]));
}

/** Whether the passage's surroundings go on beside a place farther than those of any twin did in the source. */
export function isDistinct(index: TextIndex, one: Case, place: Place): boolean {
  const common = one.target.evidence?.common;
  if (!common) return false;
  const here = ownBeside(index, one, place);
  const least = isTelling(one.pattern, one.core) ? FARTHER : FARTHER_SHORT;
  return here.before >= common.before + least || here.after >= common.after + least;
}

/** Whether the passage's surroundings go on beside a place farther than they did beside a twin: it is not the twin's. */
export function isBeyond(index: TextIndex, one: Case, place: Place, { shared }: Twin, least = FAR): boolean {
  if (!shared) return false;
  const here = ownBeside(index, one, place);
  const before = here.before - shared[0];
  const after = here.after - shared[1];
  return Math.max(before, after) >= least || Math.min(before, after) >= FARTHER;
}

/** Whether the text parts from the passage's surroundings, on one side of a place, just where those of a twin did. */
export function partsAs(index: TextIndex, one: Case, place: Place, { shared }: Twin): boolean {
  if (!shared) return false;
  const { before, after } = ownBeside(index, one, place);
  const parts = (here: number, common: number) => common >= PHRASE && Math.abs(here - common) <= 1;
  return parts(before, shared[0]) || parts(after, shared[1]);
}

/** How a place is set into the surroundings that the quote had. */
export interface Seat {
  /** The text goes on from it on both sides, letter by letter, as it did from the quote. */
  isSeated: boolean;
  /** … and on one side farther than it did from any twin. */
  isOwn: boolean;
  /** … or no twin was seated so. */
  isTelling: boolean;
  /** All that is known of the surroundings is there. */
  isWhole: boolean;
}

/** Looks how far the quote's surroundings stand beside a place of the text, whatever is in it now. */
export function seatOf(index: TextIndex, { target, pattern, core }: Case, place: Place): Seat {
  const { folded } = pattern;
  const own = skeletonOf(folded);
  const letters = (word: number) => folded.words[word] as number;
  const quote = consonantsOf(own, { from: letters(pattern.from), to: letters(pattern.to) });
  const whole = consonantsOf(own, { from: letters(core.from), to: letters(core.to) });
  const { before, after } = commonBeside(own, quote, index.skeleton, consonantsOf(index.skeleton, place));
  const isStart = target.quote.prefix.length < CONTEXT && before === quote[0];
  const isEnd = target.quote.suffix.length < CONTEXT && after === own.length - quote[1];
  const { common } = target.evidence ?? {};
  const beyond = { before: before - (quote[0] - whole[0]), after: after - (whole[1] - quote[1]) };
  const isSeated = (before >= SEAM || isStart) && (after >= SEAM || isEnd);
  const isOwn =
    common !== undefined && (beyond.before >= common.before + FARTHER || beyond.after >= common.after + FARTHER);
  // The context is cut out of the text and may begin and end in the middle of a word.
  const isWhole = before >= quote[0] - CUT && after >= own.length - quote[1] - CUT;
  const isShared = common !== undefined && common.before >= SEAM && common.after >= SEAM;
  return { isSeated, isOwn, isTelling: isSeated && (isOwn || !isShared), isWhole };
}
