import { coreOf } from './core';
import { fingerprint, fingerprintsBeside } from './fingerprint';
import { lowerBound } from './fold';
import { likenesses } from './likenesses';
import { furnitureWithin } from './page-furniture';
import { patternOf } from './pattern';
import { placesOf, type TextIndex } from './text-index';
import type { Landmark, Target, TargetEvidence, Twin } from './types';

/** Distance of the first landmark in consonants (some twenty words), and how much farther each next one is. */
const FIRST_LANDMARK = 60;
const STRIDE = 1.7;
/** Places tried for one landmark. */
const MOST_TRIES = 64;
const MOST_TWINS = 12;
/** Passages longer than this, UTF-16 units, are told apart by their surroundings alone: looking for their like would hold up the page. */
const LONGEST_COMPARED = 700;

/** Gathers what the source text tells about a target's place beyond quote and context. */
export function evidenceFor(index: TextIndex, target: Target): TargetEvidence {
  const { start, end } = target.position;
  const furniture = furnitureWithin(index, start, end);
  const bare: TargetEvidence = {
    version: 1,
    landmarks: landmarksAround(index, start, end),
    twins: [],
    twinCount: 0,
    ...(furniture.length ? { furniture } : {}),
  };
  if (end - start > LONGEST_COMPARED) return { ...bare, twinCount: null };
  const { exact, near, isComplete } = twinsOf(index, { ...target, evidence: bare });
  return {
    ...bare,
    twins: [...exact, ...near].slice(0, MOST_TWINS),
    twinCount: isComplete ? exact.length : null,
  };
}

function landmarksAround(index: TextIndex, start: number, end: number): Landmark[] {
  const { skeleton, folded } = index;
  const place = (offset: number) =>
    lowerBound(skeleton.letter, skeleton.length, lowerBound(folded.at, folded.length, offset));
  const landmarks: Landmark[] = [];
  for (let distance = FIRST_LANDMARK; distance < skeleton.length; distance *= STRIDE) {
    const width = Math.min(MOST_TRIES, distance / 2);
    const before = place(start) - Math.round(distance);
    const after = place(end) + Math.round(distance);
    for (const from of [before - width, after]) {
      const found = landmarkIn(index, Math.round(from), Math.round(from + width));
      if (found) landmarks.push(found);
    }
  }
  return landmarks.sort((a, b) => a[0] - b[0]);
}

/** The seed with the lowest fingerprint of those that the text has once: targets near each other share landmarks. */
function landmarkIn(index: TextIndex, from: number, to: number): Landmark | null {
  const { seeds, skeleton, folded } = index;
  let lowest = -1;
  for (let i = Math.max(0, from); i < Math.min(to, seeds.length); i++) {
    const seed = seeds[i] as number;
    if (lowest >= 0 && seed >= (seeds[lowest] as number)) continue;
    if (placesOf(index, seed, 1)?.length === 1) lowest = i;
  }
  if (lowest < 0) return null;
  return [folded.at[skeleton.letter[lowest] as number] as number, seeds[lowest] as number];
}

function twinsOf(index: TextIndex, target: Target): { exact: Twin[]; near: Twin[]; isComplete: boolean } {
  const { folded } = index;
  const pattern = patternOf(target);
  const core = coreOf(pattern);
  const { start, end } = target.position;
  const exact: Twin[] = [];
  const near: Twin[] = [];
  const { found, isComplete } = likenesses(index, pattern, core);
  for (const { from, to, same, share } of found) {
    const at = folded.at[from] as number;
    const isItself = at < end && (folded.at[to - 1] as number) >= start;
    if (isItself) continue;
    const rounded = Math.round(share * 100) / 100;
    const twin = {
      at,
      words: fingerprint(folded, from, to),
      share: rounded,
      ...fingerprintsBeside(index.skeleton, from, to),
    };
    (same ? exact : near).push(twin);
  }
  const distance = (twin: Twin) => Math.abs(twin.at - start);
  const nearestFirst = (twins: Twin[]) => twins.sort((a, b) => distance(a) - distance(b));
  return { exact: nearestFirst(exact), near: nearestFirst(near), isComplete };
}
