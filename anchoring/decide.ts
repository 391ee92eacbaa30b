import { isTelling } from './core';
import type { Stretch as Expected } from './course';
import { fingerprint, fingerprintsBeside } from './fingerprint';
import type { Likeness, Stretch } from './likenesses';
import type { Pattern } from './pattern';
import type { Sighting } from './sighting';
import type { TextIndex } from './text-index';
import type { Target, Twin } from './types';

/** What is known of one target when its verdict is found. */
export interface Case {
  target: Target;
  pattern: Pattern;
  core: Stretch;
  /** Places where its surroundings, its words or both are, the best first. */
  sightings: readonly Sighting[];
  /** Places that have all its words, whatever surrounds them. */
  doubles: readonly Likeness[];
  /** Where the order of the document wants it. */
  expected: Expected | null;
}

/** Letters of the folded text, [from, to). */
export interface Place {
  from: number;
  to: number;
}

export type Decision =
  | { verdict: 'placed' | 'moved' | 'changed'; place: Place }
  | { verdict: 'ambiguous'; places: Place[] }
  | { verdict: 'orphaned' };

/** Share of the context that shows the passage's own surroundings where the order of the document agrees. */
const IN_ORDER = 0.2;
/** … and where nothing is known of the order, or it disagrees. */
const ALONE = 0.45;
/** A rival with less than this part of the best one's context is no rival. */
const RIVAL = 0.7;
/** Share of the quote's words that must be left of an edited passage between surroundings that are sure on both sides. */
const CHANGED_BETWEEN = 0.3;
/** … and with surroundings on one side only. */
const CHANGED_BESIDE = 0.6;
/** Context that counts as sure for an edited passage. */
const SURE = 0.4;

const ORPHANED: Decision = { verdict: 'orphaned' };

/** Weighs everything that is known of a target. The rules stand in the order in which they are believed. */
export function decide(index: TextIndex, one: Case): Decision {
  const { sightings, expected } = one;
  const inOrder = expected ? sightings.filter((sighting) => isWithin(sighting, expected)) : [];
  const here = best(inOrder);
  if (here && here.around >= IN_ORDER) return decideAt(index, one, here, inOrder, true);
  const anywhere = best(sightings);
  if (anywhere && anywhere.around >= ALONE) {
    if (expected && isTwin(index, one, anywhere)) return elsewhere(index, one, anywhere);
    return decideAt(index, one, anywhere, sightings, expected === null);
  }
  return elsewhere(index, one, null);
}

function isWithin({ from, to }: Place, { low, high }: Expected): boolean {
  return from >= low && to <= high;
}

function best(sightings: readonly Sighting[]): Sighting | undefined {
  return sightings.reduce<Sighting | undefined>(
    (top, sighting) => (top && worth(top) >= worth(sighting) ? top : sighting),
    undefined,
  );
}

/** Context tells where, the quote itself settles among like contexts. */
function worth(sighting: Sighting): number {
  return sighting.around + sighting.quote * 0.5;
}

function isSame({ missing, inserted, from, to }: Sighting): boolean {
  return missing === 0 && inserted.length === 0 && to > from;
}

function decideAt(
  index: TextIndex,
  one: Case,
  here: Sighting,
  sightings: readonly Sighting[],
  inPlace: boolean,
): Decision {
  const rivals = sightings.filter(
    (other) => other !== here && other.around >= RIVAL * here.around && !overlap(other, here),
  );
  if (isSame(here)) {
    const same = rivals.filter(isSame);
    if (same.length) return byOrder(one, [here, ...same]);
    if (rivals.some((rival) => rival.around >= here.around) && !inPlace) {
      return { verdict: 'ambiguous', places: [here] };
    }
    return { verdict: inPlace ? 'placed' : 'moved', place: here };
  }
  if (here.to > here.from && isEdited(here)) {
    if (rivals.some((rival) => rival.quote >= CHANGED_BETWEEN)) {
      return { verdict: 'ambiguous', places: [here, ...rivals.filter(({ from, to }) => to > from)] };
    }
    if (!inPlace && isTwin(index, one, here)) return ORPHANED;
    return { verdict: 'changed', place: here };
  }
  return elsewhere(index, one, here);
}

function overlap(a: Place, b: Place): boolean {
  return a.from < b.to && b.from < a.to;
}

/** Whether the words between the surroundings are still the passage, edited. */
function isEdited(here: Sighting): boolean {
  const { quote, touchesBefore, touchesAfter } = here;
  const before = here.before ?? 0;
  const after = here.after ?? 0;
  if (touchesBefore && touchesAfter && (before >= SURE || after >= SURE)) return quote >= CHANGED_BETWEEN;
  return (touchesBefore ? before >= SURE : touchesAfter && after >= SURE) && quote >= CHANGED_BESIDE;
}

/** Equal printings of one passage: as many as there were, so that they are the same in the same order; else undecided. */
function byOrder({ target, expected }: Case, same: readonly Sighting[]): Decision {
  const inOrder = [...same].sort((a, b) => a.from - b.from);
  const { evidence, position } = target;
  if (evidence && evidence.twinCount === evidence.twins.length && evidence.twinCount + 1 === same.length) {
    const place = inOrder[evidence.twins.filter((twin) => twin.at < position.start).length];
    if (place) return { verdict: 'placed', place };
  }
  const within = expected ? inOrder.filter((place) => isWithin(place, expected)) : [];
  if (within.length === 1 && within[0]) return { verdict: 'placed', place: within[0] };
  return { verdict: 'ambiguous', places: inOrder };
}

function twinAt(index: TextIndex, twins: readonly Twin[], { from, to }: Place): boolean {
  const { before, after } = fingerprintsBeside(index, from, to);
  const words = fingerprint(index.folded, from, to);
  return twins.some((twin) => twin.words === words && (twin.before === before || twin.after === after));
}

/** Whether the place holds one of the like passages that the source had elsewhere already. */
function isTwin(index: TextIndex, { target, core, pattern }: Case, place: Place): boolean {
  const twins = target.evidence?.twins ?? [];
  if (twins.length === 0) return false;
  if (core.from === pattern.from && core.to === pattern.to) return twinAt(index, twins, place);
  return true;
}

/** The passage is not where its surroundings are: moved with its own words, or gone. */
function elsewhere(index: TextIndex, one: Case, gone: Sighting | null): Decision {
  const { doubles, target, pattern, core } = one;
  const places = doubles.filter((double) => !gone || !overlap(double, gone));
  if (places.length === 0 || !isTelling(pattern, core)) return ORPHANED;
  const { evidence } = target;
  if (!evidence) return { verdict: 'ambiguous', places: places.map((place) => quoteOf(one, place)) };
  const unexplained = evidence.twins.length ? places.filter((place) => !twinAt(index, evidence.twins, place)) : places;
  if (unexplained.length === 0) return ORPHANED;
  const all = evidence.twinCount === evidence.twins.length;
  const exactTwins = evidence.twins.filter(
    (twin) => twin.words === fingerprint(pattern.folded, wordStart(pattern, core.from), wordStart(pattern, core.to)),
  );
  const [only] = unexplained;
  if (only && unexplained.length === 1 && all && places.length - 1 === exactTwins.length) {
    return { verdict: 'moved', place: quoteOf(one, only) };
  }
  if (exactTwins.length === 0 && unexplained.length > 1) {
    return { verdict: 'ambiguous', places: unexplained.map((place) => quoteOf(one, place)) };
  }
  return { verdict: 'ambiguous', places: unexplained.map((place) => quoteOf(one, place)) };
}

function wordStart({ folded }: Pattern, word: number): number {
  return folded.words[word] as number;
}

/** The quote's own letters in a place that has all words of its core. */
function quoteOf({ pattern, core }: Case, { from, to }: Likeness): Place {
  return {
    from: from + wordStart(pattern, pattern.from) - wordStart(pattern, core.from),
    to: to - (wordStart(pattern, core.to) - wordStart(pattern, pattern.to)),
  };
}
