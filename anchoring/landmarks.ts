import { lowerBound } from './fold';
import { placesOf, placesWithin, type TextIndex } from './text-index';
import type { Landmark } from './types';

/** Consonants beside a passage that have a landmark every few words, and the width of the stretches that have one each. */
const NEAR = 96;
const STEP = 8;
/** Beyond, each stretch is so much farther out than the one before. */
const STRIDE = 1.3;
/** Places tried for one landmark. */
const MOST_TRIES = 64;
/** Stretches inside of a passage that have a landmark each, at most. */
const INSIDE = 12;
/** Consonants beside a twin that have one. */
const BESIDE_TWIN = [10, 30, 70, 250, 900] as const;

/** The spots around and inside of a passage that occur nowhere else: dense close by, sparse far off. */
export function landmarksAround(index: TextIndex, start: number, end: number): Landmark[] {
  const first = placeAt(index, start);
  const last = placeAt(index, end);
  const landmarks: (Landmark | null)[] = [];
  for (let distance = 0; distance < NEAR; distance += STEP) {
    landmarks.push(
      landmarkIn(index, first - distance - STEP, first - distance),
      landmarkIn(index, last + distance, last + distance + STEP),
    );
  }
  for (let distance = NEAR; distance < index.skeleton.length; distance = Math.round(distance * STRIDE)) {
    const width = Math.min(MOST_TRIES, Math.round(distance * (STRIDE - 1)));
    landmarks.push(
      landmarkIn(index, first - distance - width, first - distance),
      landmarkIn(index, last + distance, last + distance + width),
    );
  }
  const step = Math.max(STEP, Math.ceil((last - first) / INSIDE));
  for (let from = first; from < last; from += step) {
    landmarks.push(landmarkIn(index, from, Math.min(from + step, from + MOST_TRIES, last)));
  }
  return distinct(landmarks);
}

/** UTF-16 units on each side of a passage within which a nearby landmark stands once. */
export const NEARBY = 2500;

/** The spots near a passage that occur elsewhere too, but once within `NEARBY` units: dense close by, sparser farther off. */
export function landmarksNearby(index: TextIndex, start: number, end: number): Landmark[] {
  const low = placeAt(index, Math.max(0, start - NEARBY));
  const high = placeAt(index, end + NEARBY);
  const isLocal = (seed: number) =>
    placesOf(index, seed, 1) === null && placesWithin(index, seed, low, high, 2).length === 1;
  const first = placeAt(index, start);
  const last = placeAt(index, end);
  const landmarks: (Landmark | null)[] = [];
  for (let distance = 0; first - distance > low || last + distance < high; ) {
    const width = distance < NEAR ? STEP : Math.round(distance * (STRIDE - 1));
    landmarks.push(
      landmarkIn(index, Math.max(low, first - distance - width), first - distance, isLocal),
      landmarkIn(index, last + distance, Math.min(high, last + distance + width), isLocal),
    );
    distance += width;
  }
  return distinct(landmarks);
}

/** The nearest such spots on both sides of a twin, so that it is known again when it stays where it was. */
export function landmarksBeside(index: TextIndex, from: number, to: number): Landmark[] {
  const { letter, length } = index.skeleton;
  const first = lowerBound(letter, length, from);
  const last = lowerBound(letter, length, to);
  const landmarks: (Landmark | null)[] = [];
  let near = 0;
  for (const far of BESIDE_TWIN) {
    landmarks.push(landmarkIn(index, first - far, first - near), landmarkIn(index, last + near, last + far));
    near = far;
  }
  return distinct(landmarks);
}

/** Each landmark once, in text order. */
export function distinct(landmarks: readonly (Landmark | null)[]): Landmark[] {
  return [...new Map(landmarks.filter((one) => one !== null).map((one) => [one[0], one])).values()].sort(
    (a, b) => a[0] - b[0],
  );
}

function placeAt({ skeleton, folded }: TextIndex, offset: number): number {
  return lowerBound(skeleton.letter, skeleton.length, lowerBound(folded.at, folded.length, offset));
}

/** The seed with the lowest fingerprint of those that are fit: targets near each other share landmarks. */
function landmarkIn(
  index: TextIndex,
  from: number,
  to: number,
  isFit = (seed: number) => placesOf(index, seed, 1)?.length === 1,
): Landmark | null {
  const { seeds, skeleton, folded } = index;
  let lowest = -1;
  for (let i = Math.max(0, from); i < Math.min(to, seeds.length); i++) {
    const seed = seeds[i] as number;
    if (lowest >= 0 && seed >= (seeds[lowest] as number)) continue;
    if (isFit(seed)) lowest = i;
  }
  if (lowest < 0) return null;
  return [folded.at[skeleton.letter[lowest] as number] as number, seeds[lowest] as number];
}
