import { isBeyond, offBy, ownBeside } from './beside';
import { type Case, isWithin, type Origin, overlap, ownOrigin, type Place, quoteIn, twinOrigin } from './case';
import { type Course, type Slot, widthOf } from './course';
import { fingerprint, fingerprintsBeside } from './fingerprint';
import { coreLikenesses, type Likeness } from './likenesses';
import type { TextIndex } from './text-index';

/** What it is worth that a place has an origin's words, is where it must be, and each neighbour that stands beside it. */
export const WORDS = 2;
export const NEIGHBOUR = 2;
const IN_SLOT = 8;
/** … by which a twin is at home: its words, in its slot, beside a neighbour. */
const HOME = WORDS + 1 + NEIGHBOUR;
/** … and an edited one: in its slot, beside a neighbour. */
const EDITED = 1 + NEIGHBOUR;
/** … and outside of it: its words, between both neighbours. */
const BACK = WORDS + 2 * NEIGHBOUR;
/** … that more of the passage's surroundings stand there letter by letter, at most: it tells among its own places only. */
const FARTHER = 0.9;
const FAR_OUT = 400;
/** Units of source, beside the twin itself, in a slot that tells where it must be. */
const CLOSE = 800;
/** … and in one that tells anything. */
const WIDEST = 6000;
/** Letters by which a place may stand over the edge of its slot: a landmark's own. */
const EDGE = 28;

/** Share of the words from which damage, or a page header, may be all that makes a near-twin differ. */
const DAMAGED = 0.8;
/** … from which it may be counted for an exact one. */
const ALIKE = 0.93;
/** … from which an edit may make it the passage's very words. */
const KINDRED = 0.7;
/** … from which what stands in its place is rather it than the passage, moved there. */
const LIKE = 0.6;

interface PlacedOrigin extends Origin {
  slot: Slot | null;
}

interface Pair {
  /** Of the origins, the first of which is the passage itself. */
  origin: number;
  place: number;
  worth: number;
  /** Units of source that the origin's slot leaves. */
  width: number;
  /** Consonants by which the passage's surroundings go on there farther, or less far, than they did beside the twin. */
  off: number;
}

/** Who the places that are like a passage are taken for. */
export interface Accounts {
  /** Places like the passage, in text order. */
  found: Likeness[];
  /** The passage itself, and then its twins. */
  origins: PlacedOrigin[];
  /** For each place the origin that it is given to, if any. */
  owners: (number | undefined)[];
  /** What it is worth to take a place for an origin's, 0 where nothing speaks for it. */
  worth(origin: number, place: number): number;
  /** Whether a place is where the order of the document wants an origin. */
  isThere(origin: number, place: number): boolean;
  /** Number of exact twins that have no place where they stood. */
  missing: number;
  /** … and with them of those that damage may have made differ. */
  missingAlike: number;
  /** Number of exact twins, and of those that damage may have made differ. */
  exact: number;
  twins: number;
  /** False where like places or twins were too many to count. */
  isCounted: boolean;
  /** Whether a twin has a place where it stood, were it edited there. */
  isBack(twin: number): boolean;
  /** Whether a place stands just where a like passage stood that has no other: damage, or an edit, may have made it the very words. */
  isInstead(place: number): boolean;
  /** Whether every twin was counted, and none that is missing may have a place: if no twin has it, it is the passage's. */
  isSettled(place: number): boolean;
}

/**
 * Gives every place of the text that is like the passage to the twin or to the passage that most speaks for, by landmarks,
 * words and neighbours, the surest first.
 * @param gone where the passage surely is not
 */
export function accountsOf(index: TextIndex, one: Case, course: Course | undefined, gone: Slot | null): Accounts {
  const { found, isComplete } = coreLikenesses(index, one.pattern, one.core);
  const { evidence } = one.target;
  const length = one.source.end - one.source.start;
  const slotAt = (at: number) => {
    const slot = course?.expect(at, at + length);
    return slot && widthOf(slot) <= WIDEST + length ? slot : null;
  };
  const twins = (evidence?.twins ?? []).map((twin) => ({ ...twinOrigin(one, twin), slot: slotAt(twin.at) }));
  const origins: PlacedOrigin[] = [{ ...ownOrigin(one), slot: null }, ...twins];
  const isGone = (place: Likeness) =>
    gone !== null && overlap(quoteIn(index, one, place), { from: gone.low, to: gone.high });
  const pairs = found.flatMap((place, i) => pairsFor(index, one, origins, place, i, isGone(place)));
  const owners = matched(pairs, found.length);
  const exact = twins.filter(({ twin }) => twin?.share === 1).length;
  const lost = twins.filter((origin, i) => {
    const place = found[owners.indexOf(i + 1)];
    const isExact = origin.twin?.share === 1;
    const isBack =
      place && (isThere(origin, place) || sidesBeside(index, origin, place) === 2) && (!isExact || place.same);
    return (origin.twin?.share ?? 0) >= DAMAGED && !isBack;
  });
  const worth = (origin: number, place: number) =>
    pairs.find((pair) => pair.origin === origin && pair.place === place)?.worth ?? 0;
  const isCounted = isComplete && evidence !== undefined && evidence.twinCount === exact;
  const isHome = (origin: PlacedOrigin, i: number) => {
    const at = owners.indexOf(i);
    const place = found[at];
    if (!place || !hasWords(origin, place, fingerprint(index.folded, place.from, place.to))) return false;
    return worth(i, at) >= (isThere(origin, place) ? HOME : BACK);
  };
  const isInstead = (place: number) =>
    origins.some((origin, i) => {
      const owned = owners.indexOf(i);
      if (i === 0 || (owned >= 0 && owned !== place) || (origin.twin?.share ?? 0) < LIKE) return false;
      const { slot, at, end } = origin;
      return slot !== null && widthOf(slot) < end - at + CLOSE && isThere(origin, found[place] as Likeness);
    });
  return {
    found,
    origins,
    owners,
    worth,
    isThere: (origin, place) => isThere(origins[origin] as PlacedOrigin, found[place] as Likeness),
    isBack: (twin) => {
      const at = owners.indexOf(twin);
      const origin = origins[twin] as PlacedOrigin;
      if (at < 0) return false;
      return isHome(origin, twin) || (isThere(origin, found[at] as Likeness) && worth(twin, at) >= EDITED);
    },
    isInstead,
    isSettled: (place) => {
      const here = found[place] as Likeness;
      const isStray = (origin: PlacedOrigin) => {
        const share = origin.twin?.share ?? 0;
        if (share >= ALIKE) return true;
        if (share < KINDRED) return false;
        const isNear = isThere(origin, here);
        return (
          isNear || isBesideIt(fingerprintsBeside(index.skeleton, here.from, here.to), origin, origins[0] as Origin)
        );
      };
      return (
        isCounted && !isInstead(place) && origins.every((origin, i) => i === 0 || isHome(origin, i) || !isStray(origin))
      );
    },
    missing: lost.filter(({ twin }) => twin?.share === 1).length,
    missingAlike: lost.length,
    exact,
    twins: twins.filter(({ twin }) => (twin?.share ?? 0) >= DAMAGED).length,
    isCounted,
  };
}

/** Whether a twin's neighbour that is not the passage's, too, stands beside a place. */
function isBesideIt(here: Pick<Origin, 'before' | 'after'>, twin: Origin, own: Origin): boolean {
  const isIts = (side: 'before' | 'after') => here[side] === twin[side] && twin[side] !== own[side];
  return isIts('before') || isIts('after');
}

function isThere({ slot }: PlacedOrigin, place: Place): boolean {
  return slot !== null && isWithin(place, { low: slot.low - EDGE, high: slot.high + EDGE });
}

function pairsFor(
  index: TextIndex,
  one: Case,
  origins: readonly PlacedOrigin[],
  place: Likeness,
  i: number,
  isGone: boolean,
): Pair[] {
  const words = fingerprint(index.folded, place.from, place.to);
  const beside = origins.length > 1 ? ownBeside(index, one, place) : null;
  return origins.flatMap((origin, o) => {
    const worth =
      o > 0 ? twinWorth(index, one, origin, place, words) : isGone ? 0 : ownWorth(index, one, origin, place);
    if (worth === 0) return [];
    const { slot, twin } = origin;
    const width = slot ? widthOf(slot) : Number.POSITIVE_INFINITY;
    return [{ origin: o, place: i, worth, width, off: twin && beside ? offBy(beside, twin) : 0 }];
  });
}

/** For each place the origin that it is given to, if any: the surest pairs first. */
function matched(pairs: readonly Pair[], places: number): (number | undefined)[] {
  const owners = new Array<number | undefined>(places).fill(undefined);
  const used = new Set<number>();
  const surest = [...pairs].sort(
    (a, b) => Math.floor(b.worth) - Math.floor(a.worth) || b.worth - a.worth || a.width - b.width || a.off - b.off,
  );
  for (const { origin, place } of surest) {
    if (owners[place] !== undefined || used.has(origin)) continue;
    owners[place] = origin;
    used.add(origin);
  }
  exchange(pairs, owners);
  return owners;
}

/** Lets the passage and a twin change places where that is worth more: the surest pair may leave the other the wrong place. */
function exchange(pairs: readonly Pair[], owners: (number | undefined)[]): void {
  const worth = (origin: number, place: number) =>
    Math.floor(pairs.find((pair) => pair.origin === origin && pair.place === place)?.worth ?? 0);
  for (const [place, twin] of owners.entries()) {
    const mine = owners.indexOf(0);
    if (mine < 0) return;
    if (!twin || worth(0, place) === 0 || worth(twin, mine) === 0) continue;
    if (worth(0, place) + worth(twin, mine) <= worth(0, mine) + worth(twin, place)) continue;
    owners[place] = 0;
    owners[mine] = twin;
  }
}

/** Whether a place has an origin's words, given the fingerprint of its own. */
function hasWords({ twin, words }: Origin, place: Likeness, own: number): boolean {
  return twin === null || twin.share === 1 ? place.same : own === words;
}

/** How many of an origin's two neighbours stand beside a place. */
export function sidesBeside(index: TextIndex, { before, after }: Origin, { from, to }: Place): number {
  const here = fingerprintsBeside(index.skeleton, from, to);
  return Number(here.before === before) + Number(here.after === after);
}

/** What it is worth to take a place for the passage's own; 0 where it has not its very words. */
function ownWorth(index: TextIndex, { pattern, core }: Case, own: Origin, place: Likeness): number {
  if (!place.same) return 0;
  const { letters, words, length } = pattern.folded;
  const text = index.folded.letters;
  const from = words[core.from] as number;
  const to = words[core.to] as number;
  let before = 0;
  while (before < from && text[place.from - 1 - before] === letters[from - 1 - before]) before++;
  let after = 0;
  while (to + after < length && text[place.to + after] === letters[to + after]) after++;
  return WORDS + NEIGHBOUR * sidesBeside(index, own, place) + FARTHER * Math.min(1, (before + after) / FAR_OUT);
}

/** What it is worth to take a place for a twin's; 0 where nothing speaks for it. */
function twinWorth(index: TextIndex, one: Case, origin: PlacedOrigin, place: Likeness, words: number): number {
  const { slot, at, end, twin } = origin;
  const neighbours = sidesBeside(index, origin, place);
  const isInSlot = isThere(origin, place);
  const isClose = isInSlot && slot !== null && widthOf(slot) < end - at + CLOSE;
  const isExact = twin?.share === 1;
  const isSame = hasWords(origin, place, words);
  // Words that only the passage had are a near-twin's where damage, or a page header, made the two differ.
  const isDamaged = isInSlot && (twin?.share ?? 0) >= DAMAGED;
  if (!isSame && place.same && !isDamaged && neighbours < 2) return 0;
  // Set phrases may have come to stand beside it; with a neighbour of its own, where it must be, it is still the twin's.
  const isAtHome = isInSlot && neighbours > 0;
  if (twin && !isClose && !isAtHome && isBeyond(index, one, place, twin)) return 0;
  if (!isInSlot && neighbours === 0 && (isExact || !isSame)) return 0;
  return (isSame ? WORDS : 0) + (isClose ? IN_SLOT : isInSlot ? 1 : 0) + NEIGHBOUR * neighbours;
}

/**
 * Whether words, by their fingerprint, are those of a near-twin and not of the passage, edited: the twin is missing from its own
 * place, and was moved here.
 */
export function areStrays(index: TextIndex, one: Case, course: Course | undefined, words: number): boolean {
  if (!one.target.evidence?.twins.some((twin) => twin.share < 1 && twin.words === words)) return false;
  const { found, origins, owners } = accountsOf(index, one, course, null);
  return origins.some((origin, i) => {
    if (origin.words !== words || (origin.twin?.share ?? 1) === 1) return false;
    const place = found[owners.indexOf(i)];
    return !(place && isThere(origin, place));
  });
}
