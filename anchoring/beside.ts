import type { Case, Place } from './case';
import { lowerBound } from './fold';
import { type Skeleton, skeletonOf } from './skeleton';
import type { TextIndex } from './text-index';

/** Consonants by which the surroundings must go on farther than any twin's did. */
const FARTHER = 4;

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

/** Whether the passage's surroundings go on beside a place farther than those of any twin did in the source. */
export function isDistinct(index: TextIndex, { target, pattern, core }: Case, place: Place): boolean {
  const common = target.evidence?.common;
  if (!common) return false;
  const { folded } = pattern;
  const own = skeletonOf(folded);
  const letters = { from: folded.words[core.from] as number, to: folded.words[core.to] as number };
  const here = commonBeside(own, consonantsOf(own, letters), index.skeleton, consonantsOf(index.skeleton, place));
  return here.before >= common.before + FARTHER || here.after >= common.after + FARTHER;
}
