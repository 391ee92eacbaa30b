import { Course, type Slot } from './course';
import { lowerBound } from './fold';
import { NEARBY } from './landmarks';
import { atOnce } from './slices';
import { confirmed, type Spot } from './spots';
import { placesOf, placesWithin, type TextIndex } from './text-index';
import type { Target } from './types';

/** Distance, UTF-16 units, from which a landmark is far from its passage. */
const FAR = 800;
/** With as many targets as these their near landmarks alone tell the order of the document. */
const MANY = 60;
/** Targets whose landmarks are looked up between two pauses. */
const SLICE = 32;

/** The landmarks of targets of one source that stand in the text, each in one place only. */
export function* landmarkSpots(index: TextIndex, targets: readonly Target[]): Generator<void, Spot[]> {
  const known = new Set<number>();
  const found: Spot[] = [];
  for (const [i, { evidence, position }] of targets.entries()) {
    if (i % SLICE === SLICE - 1) yield;
    if (evidence?.version !== 1) continue;
    for (const [at, fingerprint] of evidence.landmarks) {
      if (targets.length > MANY && Math.abs(at - position.start) > FAR && evidence.twins.length === 0) continue;
      if (known.has(at)) continue;
      known.add(at);
      const places = placesOf(index, fingerprint, 1);
      if (places?.length === 1) found.push([at, index.skeleton.letter[places[0] as number] as number]);
    }
  }
  return found;
}

/**
 * A slot made narrower by the landmarks of a target that stand once near it, and once in the slot. They tell only where
 * no more of the source text belongs into the slot than they stand once in.
 */
export function narrowed(
  index: TextIndex,
  { evidence, position }: Target,
  slot: Slot,
  start: number,
  end: number,
): Slot {
  const isCovered = slot.sourceLow >= position.start - NEARBY && slot.sourceHigh <= position.end + NEARBY;
  if (!evidence?.nearby?.length || !isCovered) return slot;
  const { letter, length } = index.skeleton;
  const low = lowerBound(letter, length, slot.low);
  const high = lowerBound(letter, length, slot.high);
  const spots: Spot[] = [
    [slot.sourceLow, slot.low],
    [slot.sourceHigh, slot.high],
  ];
  for (const [at, fingerprint] of evidence.nearby) {
    if (at <= slot.sourceLow || at >= slot.sourceHigh) continue;
    const [place, ...others] = placesWithin(index, fingerprint, low, high, 2);
    if (place !== undefined && others.length === 0) spots.push([at, letter[place] as number]);
  }
  const [low0, high0, ...inside] = spots;
  // Without landmarks inside there is nothing to narrow it by.
  if (inside.length === 0) return slot;
  const pairs = [low0 as Spot, ...confirmed(inside), high0 as Spot];
  const inner = atOnce(Course.of(pairs, index.folded.length)).among(start, end);
  const isInside = inner && inner.low >= slot.low && inner.high <= slot.high;
  return isInside ? { ...inner, isMain: slot.isMain } : slot;
}
