import { alignWindow } from './align-window';
import { type Case, type Decision, isWithin, overlap, ownOrigin, twinOrigin } from './case';
import { isTelling } from './core';
import type { Course } from './course';
import { elsewhere } from './elsewhere';
import { fingerprint, fingerprintsBeside } from './fingerprint';

import { sameSpan } from './quote-span';
import { isEdited, isSame } from './recognise';
import { type Sighting, sightingOf } from './sighting';
import type { TextIndex } from './text-index';
import { leftOver, type Window, windowsFor } from './windows';

/** Alignments made for one target at most. */
const MOST_LOOKS = 16;
/** Share of the context that shows the passage's own surroundings, where the order of the document agrees and elsewhere. */
const IN_ORDER = 0.3;
const ALONE = 0.45;
/** … where nothing is known of twins. */
const UNVOUCHED = 0.6;
/** A rival with less than this part of the best one's context is no rival. */
const RIVAL = 0.6;
/** Context on each side that an edited passage needs. */
const SURE = 0.4;

/** Looks for a passage by its surroundings, wherever they are: nothing, or too little, is known of the order around it. */
export function byContext(index: TextIndex, one: Case, course: Course | undefined): Decision {
  const { slot, target } = one;
  const own = sightingsOf(index, one).filter((sighting) => !isTwins(index, one, sighting));
  const near = slot ? own.filter((sighting) => isWithin(sighting, slot)) : [];
  const inOrder = known(index, one, near, IN_ORDER);
  // Where the order is known, what stands outside of it is not told by surroundings that twins may share.
  const anywhere = slot && target.evidence ? [] : known(index, one, own, target.evidence ? ALONE : UNVOUCHED);
  const [best, rival] = inOrder.length ? inOrder : anywhere;
  if (!best) return elsewhere(index, one, course, null);
  if (rival) return { verdict: 'ambiguous', places: [best, rival] };
  const there = inOrder.length || !slot ? 'placed' : 'moved';
  if (isSame(one, best) && isVouched(one, best)) return { verdict: there, place: best };
  if (isEdited(index, one, best)) {
    return isTrusted(best) ? { verdict: 'changed', place: best } : { verdict: 'ambiguous', places: [best] };
  }
  return elsewhere(index, one, course, null);
}

/** Places where a passage's surroundings, its words or both are. */
function sightingsOf(index: TextIndex, { pattern, core }: Case): Sighting[] {
  const sightings: Sighting[] = [];
  const windows = windowsFor(index, pattern);
  // The row grows while it is worked off: what is found in a window may leave something beside it.
  for (let i = 0; i < windows.length && i < MOST_LOOKS; i++) {
    const window = windows[i] as Window;
    const alignment = alignWindow(index, pattern, window);
    const sighting = sightingOf(index, pattern, core, alignment);
    if (!sighting) continue;
    if (!sightings.some(({ from, to }) => from === sighting.from && to === sighting.to)) sightings.push(sighting);
    const { from, to } = sameSpan({ from: 0, to: pattern.folded.wordCount }, alignment);
    windows.push(...leftOver(index, window, from, to, pattern.folded.length));
  }
  return sightings;
}

/** The passages that may be meant, the one with most of the surroundings first; none where it has less than `least`. */
function known(index: TextIndex, one: Case, sightings: readonly Sighting[], least: number): Sighting[] {
  const bearing = sightings
    .filter((sighting) => isSame(one, sighting) || isEdited(index, one, sighting))
    .sort((a, b) => b.around - a.around);
  const most = bearing[0]?.around ?? 0;
  if (most < least) return [];
  const family: Sighting[] = [];
  for (const sighting of bearing) {
    if (sighting.around >= RIVAL * most && !family.some((other) => overlap(other, sighting))) family.push(sighting);
  }
  return family;
}

/** Whether one of the twins has more neighbours at the place than the passage, or as many and its words. */
function isTwins(index: TextIndex, one: Case, { core }: Sighting): boolean {
  if (core.from === core.to) return false;
  const here = fingerprintsBeside(index.skeleton, core.from, core.to);
  const words = fingerprint(index.folded, core.from, core.to);
  const own = ownOrigin(one);
  const sides = ({ before, after }: { before: number; after: number }) =>
    Number(before === here.before) + Number(after === here.after);
  return (one.target.evidence?.twins ?? []).some((twin) => {
    const origin = twinOrigin(one, twin);
    if (origin.words !== words) return false;
    return sides(origin) > sides(own) || (sides(origin) === sides(own) && words !== own.words);
  });
}

/** Whether it is told from other places with its words: by a neighbour, where there may be such places. */
function isVouched({ target, pattern, core }: Case, { neighbours }: Sighting): boolean {
  return neighbours > 0 || (target.evidence?.twins.length === 0 && isTelling(pattern, core));
}

/** An edited passage that only its surroundings vouch for needs them on both sides, with every name that they had. */
function isTrusted(here: Sighting): boolean {
  const { before, after, touchesBefore, touchesAfter, namesLost, namesReplaced } = here;
  if (namesLost + namesReplaced > 0) return false;
  const isBefore = before === null || (touchesBefore && before >= SURE);
  const isAfter = after === null || (touchesAfter && after >= SURE);
  return isBefore && isAfter;
}
