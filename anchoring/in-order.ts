import { accountsOf, areStrays } from './accounts';
import { isDistinct, seatOf } from './beside';
import {
  type Case,
  type Decision,
  isAdjacent,
  type Origin,
  overlap,
  ownOrigin,
  type Place,
  quoteIn,
  twinOrigin,
} from './case';
import { isTelling } from './core';
import { type Course, type Slot, widthOf } from './course';
import { fingerprint, fingerprintsBeside } from './fingerprint';
import { lowerBound } from './fold';
import { isCompared, isKnown, sightingIn } from './in-slot';
import { likenesses } from './likenesses';
import { type Like, readings } from './pairing';
import { isDoubtful, isEdited, isSame } from './recognise';
import type { Sighting } from './sighting';
import { skeletonOf } from './skeleton';
import { SEED, type TextIndex } from './text-index';
import type { Twin } from './types';

/** By so much must the likeliest reading be better than the next one: one neighbour, or the words. */
const MARGIN = 2;
/** Share of the words that makes a place like the passage: as little as makes a nearby twin. */
const LIKE = 0.35;
/** Units of source, beside the passage, in a slot in which its neighbours tell it. */
const CLOSE = 800;
/** Letters by which a place may stand over the edge. */
const EDGE = 8;

/** Letters from which a passage is known by its words where it stands among its surroundings. */
const LETTERS = 14;
const NO_SEAT = { isSeated: false, isOwn: false };
/** Context on both sides of a word or two that are in place without their sentence. */
const SURROUNDED = 0.4;

/**
 * Tells a passage from twins that stood in the same slot: which of them is which of the like places that are there now,
 * all of them keeping their order. Each pairing is weighed by words and neighbours; it must be clearly the best one.
 * @param here what the alignment of the passage with its surroundings found
 * @param isStrict whether nothing but the very words, with those of their sentence, will do
 */
export function inOrder(
  index: TextIndex,
  one: Case,
  slot: Slot,
  twins: readonly Twin[],
  here: Sighting | null,
  course: Course | undefined,
  isStrict: boolean,
): Decision | 'gone' {
  const there = slot.isMain ? 'placed' : 'moved';
  const isLone = twins.length === 0 && isCompared(one, slot);
  const isCertain = ({ namesLost }: Sighting) => isKnown(one, slot) || (isLone && namesLost === 0);
  const places = likePlaces(index, one, slot, here);
  const origins = [ownOrigin(one), ...twins.map((twin) => twinOrigin(one, twin))].sort((a, b) => a.at - b.at);
  const own = ownOrigin(one);
  // Words that a near-twin had are the twin's, wherever it stood, and not an edit of the passage's.
  const isTwins = places.map(({ words, isSame: same }) => !same && areStrays(index, one, course, words));
  const { taken, without } = readings(origins, places, isTwins);
  let best = -1;
  taken.forEach((worth, i) => {
    if (best < 0 || worth > (taken[best] as number)) best = i;
  });
  const place = places[best];
  if (!place) return 'gone';
  const worth = taken[best] as number;
  const second = Math.max(without, ...taken.filter((_, i) => i !== best));
  if (without - worth >= MARGIN) return 'gone';
  const isOwnSeat = () => {
    const { isSeated, isOwn: isOwnPlace } = here && overlap(here, place) ? seatOf(index, one, here) : NO_SEAT;
    return isSeated && isOwnPlace;
  };
  // One of two neighbours that were alike is gone: the other has the surroundings of both.
  const isShared = origins.some(
    ({ twin, before, after }) =>
      twin && ((before === place.before && own.before !== before) || (after === place.after && own.after !== after)),
  );
  // The very words of a twin that stood here, too, are not the passage's for its surroundings alone.
  const isTwinWords = twins.some(({ share, words }) => share < 1 && words === place.words);
  const isSure = place.isSame ? isDistinct(index, one, place) && !isShared : !isTwinWords && isOwnSeat();
  if (worth - second < MARGIN && !isSure) return { verdict: 'ambiguous', places: [place] };
  if (place.isSame) {
    // One of several that were the same is gone: it may be the passage.
    const exact = origins.filter(({ twin }) => twin === null || twin.share === 1).length;
    const isFewer = places.filter(({ isSame: same }) => same).length < exact;
    const isRivalled =
      places.length < origins.length &&
      origins.some((origin) => sidesAt(origin, place) >= sidesAt(own, place) && origin.twin);
    const isTold = isDistinct(index, one, place) && !twins.some((twin) => isAdjacent(one, twin));
    if ((isFewer || isRivalled) && sidesAt(own, place) < 2 && !isTold) {
      return { verdict: 'ambiguous', places: [quoteIn(index, one, place)] };
    }
    // Among names and numbers that are not its own it may be a twin's, edited.
    const isStranger = here !== null && overlap(here, place) && here.namesReplaced > 0;
    if (isStranger && twins.length > 0 && !isDistinct(index, one, place)) {
      return { verdict: 'ambiguous', places: [quoteIn(index, one, place)] };
    }
    // A set phrase may have been moved here from elsewhere.
    const isCommon = one.target.evidence?.twinCount !== 0 || !isTelling(one.pattern, one.core);
    return !isCommon ||
      isDistinct(index, one, place) ||
      (widthOf(slot) <= CLOSE + one.source.end - one.source.start && isOwn(one, place)) ||
      isAttached(index, one, slot, place) ||
      isLeftOver(index, one, place, course)
      ? { verdict: there, place: quoteIn(index, one, place) }
      : { verdict: 'ambiguous', places: [quoteIn(index, one, place)] };
  }
  // The words of a near-twin that stood elsewhere: it was moved here, and the passage away.
  if (origins.every(({ words }) => words !== place.words) && areStrays(index, one, course, place.words)) return 'gone';
  const sighting = here && overlap(here, place) ? here : sightingIn(index, one, between(slot, places, best));
  if (!sighting) return 'gone';
  if (isSame(one, sighting) && (!isStrict || isSurrounded(sighting))) return { verdict: there, place: sighting };
  if (isStrict) return 'gone';
  if (!isEdited(index, one, sighting)) return 'gone';
  return isDoubtful(index, one, sighting, slot, isCertain(sighting))
    ? { verdict: 'ambiguous', places: [sighting] }
    : { verdict: 'changed', place: sighting };
}

/** How many of an origin's two neighbours stand beside a place. */
function sidesAt({ before, after }: Pick<Origin, 'before' | 'after'>, place: Like): number {
  return Number(before === place.before) + Number(after === place.after);
}

/** Whether the passage's own neighbours are beside a place, and no twin has one of them there too. */
function isOwn(one: Case, place: Like): boolean {
  const own = sidesAt(ownOrigin(one), place);
  const twins = (one.target.evidence?.twins ?? []).filter(({ share }) => share === 1);
  return own === 2 || (own === 1 && !twins.some((twin) => sidesAt(twin, place) > 0));
}

/**
 * Whether the text goes on from a place, on one side, as the source went on from the passage, up to the landmark that bounds
 * the slot: no twin has that beside it.
 */
function isAttached(index: TextIndex, { pattern, core }: Case, slot: Slot, place: Place): boolean {
  const own = skeletonOf(pattern.folded);
  const { skeleton } = index;
  const at = (letter: number, of: typeof own) => lowerBound(of.letter, of.length, letter);
  const words = pattern.folded.words;
  let i = at(words[core.to] as number, own);
  let j = at(place.to, skeleton);
  const high = at(slot.high, skeleton) + SEED;
  while (j < high && i < own.length && own.codes[i] === skeleton.codes[j]) {
    i++;
    j++;
  }
  if (j >= high) return true;
  i = at(words[core.from] as number, own) - 1;
  j = at(place.from, skeleton) - 1;
  const low = at(slot.low, skeleton);
  while (j >= low && i >= 0 && own.codes[i] === skeleton.codes[j]) {
    i--;
    j--;
  }
  return j < low;
}

/** Whether every twin that has the passage's words stands where it stood, so that this place is no twin's. */
function isLeftOver(index: TextIndex, one: Case, place: Place, course: Course | undefined): boolean {
  const { folded } = one.pattern;
  const length = (folded.words[one.core.to] as number) - (folded.words[one.core.from] as number);
  if (length < LETTERS) return false;
  const { found, origins, owners, isThere, isBack, isCounted } = accountsOf(index, one, course, null);
  const own = found.findIndex((other) => overlap(other, place));
  const owner = owners[own];
  // An exact twin that is not missing and has this place is counted for standing here.
  const isTwins = owner && (isThere(owner, own) || origins[owner]?.twin?.share === 1);
  const areBack = origins.every(({ twin }, i) => twin?.share !== 1 || isBack(i));
  return isCounted && areBack && !isTwins;
}

function isSurrounded({ neighbours, before, after }: Sighting): boolean {
  return neighbours === 2 && Math.min(before ?? 1, after ?? 1) >= SURROUNDED;
}

/** The part of the slot that is left for one of the places. */
function between(slot: Slot, places: readonly Like[], i: number): Slot {
  return { ...slot, low: places[i - 1]?.to ?? slot.low, high: places[i + 1]?.from ?? slot.high };
}

function likePlaces(index: TextIndex, one: Case, { low, high }: Slot, here: Sighting | null): Like[] {
  const start = (word: number) => one.pattern.folded.words[word] as number;
  const range = {
    low: low - (start(one.pattern.from) - start(one.core.from)) - EDGE,
    high: high + (start(one.core.to) - start(one.pattern.to)) + EDGE,
  };
  const isInside = (place: Place) => {
    const { from, to } = quoteIn(index, one, place);
    return from >= low - EDGE && to <= high + EDGE;
  };
  const { found: all } = likenesses(index, one.pattern, one.core, { range, least: LIKE });
  const found: Like[] = all.filter(isInside).map(({ from, to, same, share }) => ({
    from,
    to,
    ...identity(index, from, to),
    isSame: same,
    share,
  }));
  const twins = one.target.evidence?.twins ?? [];
  // An edit may leave too little of the passage to be known by its words alone.
  if (here && here.to > here.from && isEdited(index, one, here)) {
    const whole = here.core.to > here.core.from;
    const from = whole ? Math.min(here.from, here.core.from) : here.from;
    const to = whole ? Math.max(here.to, here.core.to) : here.to;
    const known = found.findIndex((place) => overlap(place, { from, to }));
    const isTaken = ({ isSame: same, words }: Like) => same || twins.some((twin) => twin.words === words);
    if (known >= 0 && (isTaken(found[known] as Like) || !seatOf(index, one, here).isSeated)) return sorted(found);
    if (known >= 0) found.splice(known, 1);
    found.push({ from, to, ...identity(index, from, to), isSame: false, share: here.quote });
  }
  return sorted(found);
}

function sorted(places: Like[]): Like[] {
  return places.sort((a, b) => a.from - b.from);
}

function identity(index: TextIndex, from: number, to: number) {
  return { words: fingerprint(index.folded, from, to), ...fingerprintsBeside(index.skeleton, from, to) };
}
