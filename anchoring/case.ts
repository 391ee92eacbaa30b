import type { Slot } from './course';
import { fingerprint, fingerprintsBeside } from './fingerprint';
import type { Stretch } from './likenesses';
import type { Pattern } from './pattern';
import { skeletonOf } from './skeleton';
import type { TextIndex } from './text-index';
import type { Target, Twin } from './types';

/** What is known of one target when its verdict is found. */
export interface Case {
  target: Target;
  /** Number of the very text that it was made in: offsets of targets with the same one can be compared. */
  printing: number;
  /** Whether its position is known. */
  isPositioned: boolean;
  pattern: Pattern;
  core: Stretch;
  /** Where the core stands in its source text, UTF-16 offsets. */
  source: { start: number; end: number };
  /** Where the order of the document wants the quote; null where nothing tells. */
  slot: Slot | null;
  /** The same with some more of what surrounds the quote. */
  wide: Slot | null;
  /** The same by landmarks that the whole source has once only. */
  broad: Slot | null;
}

/** Letters of the folded text, [from, to). */
export interface Place {
  from: number;
  to: number;
}

/** With the stretches, in letters, that were put into the passage there, page furniture apart. */
export interface EditedPlace extends Place {
  inserted?: readonly (readonly [from: number, to: number])[];
}

export type Decision =
  | { verdict: 'placed' | 'moved'; place: Place }
  | { verdict: 'changed'; place: EditedPlace }
  | { verdict: 'ambiguous'; places: Place[] }
  | { verdict: 'orphaned' };

export const ORPHANED: Decision = { verdict: 'orphaned' };

/** A place of the source text that the words may be from: the passage itself or one of its twins. */
export interface Origin {
  at: number;
  end: number;
  words: number;
  before: number;
  after: number;
  /** The twin; null for the passage itself. */
  twin: Twin | null;
}

/** The twins that stood in the source between two offsets, or over one of them. */
export function twinsBetween({ target, source }: Case, low: number, high: number): Twin[] {
  const length = source.end - source.start;
  return (target.evidence?.twins ?? []).filter(({ at }) => at + length > low && at < high);
}

/** Units of source between two passages that may lend each other their surroundings when one of them goes. */
const ADJACENT = 200;

/** Whether a twin stood right beside the passage. */
export function isAdjacent({ source }: Case, { at }: Twin): boolean {
  const end = at + source.end - source.start;
  return at - source.end < ADJACENT && source.start - end < ADJACENT;
}

/** The passage as an origin. */
export function ownOrigin({ pattern, core, source }: Case): Origin {
  const { folded } = pattern;
  const from = folded.words[core.from] as number;
  const to = folded.words[core.to] as number;
  const { before, after } = fingerprintsBeside(skeletonOf(folded), from, to);
  return { at: source.start, end: source.end, words: fingerprint(folded, from, to), before, after, twin: null };
}

/** A twin as an origin; it is about as long as the passage. */
export function twinOrigin({ source }: Case, twin: Twin): Origin {
  const { at, words, before, after } = twin;
  return { at, end: at + source.end - source.start, words, before, after, twin };
}

export function overlap(a: Place, b: Place): boolean {
  return a.from < b.to && b.from < a.to;
}

export function isWithin({ from, to }: Place, { low, high }: { low: number; high: number }): boolean {
  return from >= low && to <= high;
}

/**
 * The quote's own letters in a place that has all words of its core. Page furniture that parts those words may stand before
 * the quote, inside of it or after it.
 */
export function quoteIn({ folded }: TextIndex, { pattern, core }: Case, { from, to }: Place): Place {
  const { letters, words } = pattern.folded;
  const [first, next] = [words[pattern.from] as number, words[pattern.to] as number];
  const whole = {
    from: from + first - (words[core.from] as number),
    to: to - ((words[core.to] as number) - next),
  };
  const length = next - first;
  if (whole.to - whole.from === length) return whole;
  const isHere = (at: number) => {
    for (let i = 0; i < length; i++) if (folded.letters[at + i] !== letters[first + i]) return false;
    return true;
  };
  const at = [whole.from, whole.to - length].find(isHere);
  return at === undefined ? whole : { from: at, to: at + length };
}
