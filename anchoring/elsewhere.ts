import { accountsOf, NEIGHBOUR, sidesBeside, WORDS } from './accounts';
import { FARTHER, isBeyond, isDistinct } from './beside';
import { type Case, type Decision, ORPHANED, type Origin, type Place, quoteIn } from './case';
import { isOwnCore, isTelling, sentenceEnds } from './core';
import type { Course, Slot } from './course';
import { wordOf } from './fold';
import type { Stretch } from './likenesses';
import type { Pattern } from './pattern';
import type { TextIndex } from './text-index';

/** By so much more of its surroundings must one of two places have that are alike else. */
const CLEAR = 0.2;
/** By so much must a reading be better than the one in which passage and twin have changed places. */
const SWAPPED = 3;
/** … that tells it from a missing twin, and from twins that were too many to count. */
const WELL_KNOWN = 0.18;
const UNCOUNTED = 0.35;
/** Exact twins that make a set phrase: neighbours of it come back too. */
const SET_PHRASE = 3;
/** A short passage that is a line or a sentence by itself is told by its words from this many letters on. */
const LETTERS = 14;

/**
 * A passage that is not where its surroundings are was moved with its very words, or is gone. It has a place for sure
 * where no other would do as well for it, and no missing twin for the place.
 * @param gone where the passage was looked for and surely is not
 */
export function elsewhere(index: TextIndex, one: Case, course: Course | undefined, gone: Slot | null): Decision {
  const accounts = accountsOf(index, one, course, gone);
  const { found, owners, missing, isCounted } = accounts;
  const mine = owners.indexOf(0);
  const place = found[mine];
  if (!place) return ORPHANED;
  const worth = accounts.worth(0, mine);
  // A place that a twin has by its neighbours alone may be the passage's as well.
  const isOpen = (i: number) => owners[i] === undefined || !accounts.isThere(owners[i], i);
  const isRival = (i: number) =>
    Math.floor(accounts.worth(0, i)) >= Math.floor(worth) && accounts.worth(0, i) > worth - CLEAR;
  const rivals = found.filter((_, i) => i !== mine && isOpen(i) && isRival(i));
  const isClaimed =
    accounts.isInstead(mine) ||
    accounts.origins.some((_, i) => {
      const claim = i > 0 && !owners.includes(i) ? accounts.worth(i, mine) : 0;
      return claim > 0 && (claim >= Math.floor(worth) || accounts.isThere(i, mine));
    });
  // A twin may be in the passage's place and the passage in the twin's.
  const isSwapped = owners.some((twin, i) => {
    const swapped = twin ? accounts.worth(twin, mine) : 0;
    if (!twin || swapped === 0 || accounts.worth(0, i) === 0) return false;
    return accounts.worth(twin, i) + worth - swapped - accounts.worth(0, i) < SWAPPED;
  });
  const isNeighboured = worth >= WORDS + NEIGHBOUR;
  const farther = worth - Math.floor(worth);
  const isWellKnown = isNeighboured && farther >= WELL_KNOWN;
  const isSurrounded = isWellKnown || (worth >= WORDS + 2 * NEIGHBOUR && accounts.exact < SET_PHRASE);
  const isOne = found.every(({ same }, i) => !same || i === mine || owners[i] !== undefined);
  const isTold = accounts.origins.every(
    ({ twin }, i) => twin?.share !== 1 || found[owners.indexOf(i)]?.same || isBeyond(index, one, place, twin),
  );
  const isSure = isCounted
    ? isTelling(one.pattern, one.core)
      ? missing === 0 || (isSurrounded && isOne && isTold && isDistinct(index, one, place))
      : missing === 0 &&
        (isNeighboured || (isOwnCore(one.pattern, one.core) && standsAlone(index, one.pattern, one.core, place)))
    : isTelling(one.pattern, one.core) && isSurrounded && farther >= UNCOUNTED;
  // Of a word or two, twins of whose sentence there were, more than its neighbours must have come along.
  const isVague = !isTelling(one.pattern, one.pattern) && accounts.twins > 0 && !(isWellKnown && missing === 0);
  // A twin is missing that damage, or a page header, alone may have made differ: it may be the twin.
  const isAlike = accounts.missingAlike > missing && !isDistinct(index, one, place);
  if (isSure && !isVague && !isAlike && !isClaimed && !isSwapped && rivals.length === 0)
    return { verdict: 'moved', place: quoteIn(index, one, place) };
  return { verdict: 'ambiguous', places: [place, ...rivals].map((other) => quoteIn(index, one, other)) };
}

/**
 * The one place with a passage's words that is left when every twin is where it was: wherever that is, it is the passage's.
 * Null where there is none, or more, or a twin is missing.
 */
export function leftPlace(index: TextIndex, one: Case, course: Course | undefined): Decision | null {
  const { found, owners, origins, worth, isSettled } = accountsOf(index, one, course, null);
  const mine = owners.indexOf(0);
  const place = found[mine];
  if (!place || !isSettled(mine)) return null;
  if (!isTelling(one.pattern, one.core) && !standsAlone(index, one.pattern, one.core, place)) return null;
  // A twin's place with the passage's surroundings: the two may have changed places.
  const isTaken = found.some((other, i) => {
    const owner = owners[i] ?? 0;
    const twin = origins[owner]?.twin;
    if (!twin || !other.same) return false;
    if (isBeyond(index, one, other, twin, FARTHER)) return true;
    if (sidesBeside(index, origins[owner] as Origin, other) === 2) return false;
    // Of two that would do as well for each other, either may be the twin.
    const swapped = worth(owner, mine);
    if (swapped === 0 || worth(0, i) === 0) return false;
    return Math.floor(worth(owner, i)) + Math.floor(worth(0, mine)) <= Math.floor(swapped) + Math.floor(worth(0, i));
  });
  if (isTaken) return null;
  const isOnly = found.every(({ same }, i) => !same || owners[i] !== undefined);
  return isOnly ? { verdict: 'moved', place: quoteIn(index, one, place) } : null;
}

/** Whether a short passage is a whole line or sentence here as in its source. */
export function standsAlone(index: TextIndex, { folded }: Pattern, core: Stretch, { from, to }: Place): boolean {
  if ((folded.words[core.to] as number) - (folded.words[core.from] as number) < LETTERS) return false;
  const isUnit = (text: typeof folded, first: number, next: number) =>
    sentenceEnds(text, first) && (next >= text.wordCount || sentenceEnds(text, next));
  const { folded: text } = index;
  return isUnit(folded, core.from, core.to) && isUnit(text, wordOf(text, from), wordOf(text, to - 1) + 1);
}
