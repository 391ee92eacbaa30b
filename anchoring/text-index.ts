import { type Folded, foldSliced } from './fold';
import { countLines } from './lines';
import { type Skeleton, skeletonSliced } from './skeleton';
import { atOnce } from './slices';

/**
 * Consonants in a seed: some three words. Shorter seeds survive edits better, longer ones are rarer;
 * nine leaves a hit or two for each seed in a whole report.
 */
export const SEED = 9;

const MULTIPLIER = 0x01000193;
const SLICE = 1 << 17;
/** Buckets summed up between two pauses. */
const BUCKETS = 1 << 20;

/** A text made ready for finding seeds: every run of `SEED` consonants by its fingerprint. */
export interface TextIndex {
  folded: Folded;
  skeleton: Skeleton;
  /** Fingerprint of the seed that begins at each place of the skeleton. */
  seeds: Uint32Array;
  /** Places of all seeds, bucket by bucket. */
  places: Uint32Array;
  /** For each bucket where it begins in `places`; one more at the end. */
  buckets: Uint32Array;
  shift: number;
  /** How often each short line comes back, by its `lineKey`. */
  lines: ReadonlyMap<number, number>;
}

/** Fingerprints of all seeds of a skeleton; empty when it is shorter than one seed. */
export function seedsOf(codes: Uint8Array, length: number): Uint32Array {
  return atOnce(seedsSliced(codes, length));
}

function* seedsSliced(codes: Uint8Array, length: number): Generator<void, Uint32Array> {
  const seeds = new Uint32Array(Math.max(0, length - SEED + 1));
  let leaving = 1;
  for (let i = 0; i < SEED; i++) leaving = Math.imul(leaving, MULTIPLIER);
  let rolling = 0;
  for (let i = 0; i < length; i++) {
    rolling = (Math.imul(rolling, MULTIPLIER) + (codes[i] as number)) | 0;
    if (i >= SEED) rolling = (rolling - Math.imul(leaving, codes[i - SEED] as number)) | 0;
    if (i >= SEED - 1) seeds[i - SEED + 1] = mix(rolling);
    if (i % SLICE === SLICE - 1) yield;
  }
  return seeds;
}

function mix(value: number): number {
  let hash = value ^ (value >>> 15);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Makes the index in slices of a few milliseconds. */
export function* indexSliced(text: string): Generator<void, TextIndex> {
  const folded = yield* foldSliced(text);
  const lines = yield* countLines(text);
  yield;
  const skeleton = yield* skeletonSliced(folded);
  yield;
  const seeds = yield* seedsSliced(skeleton.codes, skeleton.length);
  yield;
  const bits = Math.max(4, Math.ceil(Math.log2(seeds.length + 1)));
  const shift = 32 - bits;
  const buckets = new Uint32Array((1 << bits) + 1);
  for (let from = 0; from < seeds.length; from += SLICE) {
    const to = Math.min(seeds.length, from + SLICE);
    for (let i = from; i < to; i++) (buckets[((seeds[i] as number) >>> shift) + 1] as number)++;
    yield;
  }
  for (let i = 1; i < buckets.length; i++) {
    (buckets[i] as number) += buckets[i - 1] as number;
    if (i % BUCKETS === 0) yield;
  }
  yield;
  const fill = buckets.slice(0, -1);
  const places = new Uint32Array(seeds.length);
  for (let from = 0; from < seeds.length; from += SLICE) {
    const to = Math.min(seeds.length, from + SLICE);
    for (let i = from; i < to; i++) {
      const bucket = (seeds[i] as number) >>> shift;
      places[fill[bucket] as number] = i;
      (fill[bucket] as number)++;
    }
    yield;
  }
  return { folded, skeleton, seeds, places, buckets, shift, lines };
}

let latest: { text: string; index: WeakRef<TextIndex> } | undefined;

/**
 * The index of a text, made at most once while the same text is asked for again and memory lasts: a person marks many
 * passages in one document, and looks for all of them in one text.
 */
export function* indexOfText(text: string): Generator<void, TextIndex> {
  const known = latest?.text === text ? latest.index.deref() : undefined;
  if (known) return known;
  const index = yield* indexSliced(text);
  latest = { text, index: new WeakRef(index) };
  return index;
}

/**
 * Places of the skeleton where a seed stands, in text order, or null where it stands in more than `most` places
 * (such a seed tells nothing).
 */
export function placesOf(index: TextIndex, seed: number, most: number): number[] | null {
  const { seeds, places, buckets, shift } = index;
  const bucket = seed >>> shift;
  const found: number[] = [];
  const end = buckets[bucket + 1] as number;
  for (let i = buckets[bucket] as number; i < end; i++) {
    const place = places[i] as number;
    if (seeds[place] !== seed) continue;
    if (found.length === most) return null;
    found.push(place);
  }
  return found;
}

/** Places of the skeleton from `low` up to, not including, `high` where a seed stands, in text order; `most` of them at most. */
export function placesWithin(index: TextIndex, seed: number, low: number, high: number, most: number): number[] {
  const { seeds, places, buckets, shift } = index;
  const bucket = seed >>> shift;
  const end = buckets[bucket + 1] as number;
  // The places of a bucket stand in text order.
  let first = buckets[bucket] as number;
  for (let last = end; first < last; ) {
    const middle = (first + last) >> 1;
    if ((places[middle] as number) < low) first = middle + 1;
    else last = middle;
  }
  const found: number[] = [];
  for (let i = first; i < end && found.length < most; i++) {
    const place = places[i] as number;
    if (place >= high) break;
    if (seeds[place] === seed) found.push(place);
  }
  return found;
}
