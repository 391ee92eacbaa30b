import { rising } from './align-window';
import { placesOf, type TextIndex } from './text-index';
import type { Target } from './types';

/** Between which letters of the folded text a spot of the source text must stand for the order to be kept. */
export interface Stretch {
  low: number;
  high: number;
  /** The spots of the source text that these are, UTF-16 offsets. */
  sourceLow: number;
  sourceHigh: number;
}

/**
 * How the order of the source text runs through the text: spots of the source whose places in the text are sure, in
 * an order that both texts have. Made from the landmarks of all targets and from the targets that are settled.
 */
export class Course {
  private readonly pairs: [source: number, letter: number][];

  /** @param spots sure places: UTF-16 offset in the source, letter of the folded text */
  constructor(spots: readonly [source: number, letter: number][]) {
    this.pairs = rising(spots);
  }

  /** Where the source's [start, end) must stand, or null where the course tells nothing. */
  expect(start: number, end: number): Stretch | null {
    const { pairs } = this;
    if (pairs.length === 0) return null;
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[middle] as [number, number])[0] < start) low = middle + 1;
      else high = middle;
    }
    let next = low;
    while (next < pairs.length && (pairs[next] as [number, number])[0] < end) next++;
    const [sourceLow, lowLetter] = pairs[low - 1] ?? [0, 0];
    const [sourceHigh, highLetter] = pairs[next] ?? [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    return { low: lowLetter, high: highLetter, sourceLow, sourceHigh };
  }
}

/** The landmarks of the targets that stand in the text, each in one place only. */
export function landmarkSpots(index: TextIndex, targets: readonly Target[]): [source: number, letter: number][] {
  const spots = new Map<number, number>();
  for (const { evidence } of targets) {
    if (evidence?.version !== 1) continue;
    for (const [at, fingerprint] of evidence.landmarks) if (!spots.has(at)) spots.set(at, fingerprint);
  }
  const found: [number, number][] = [];
  for (const [at, fingerprint] of spots) {
    const places = placesOf(index, fingerprint, 1);
    if (places?.length === 1) found.push([at, index.skeleton.letter[places[0] as number] as number]);
  }
  return found;
}
