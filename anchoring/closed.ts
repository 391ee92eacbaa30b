import { consonantsOf } from './beside';
import type { Case } from './case';
import type { Slot } from './course';
import { lowerBound } from './fold';
import { skeletonOf } from './skeleton';
import { placesWithin, SEED, seedsOf, type TextIndex } from './text-index';

/** Consonants on each side that show what stood before a quote and after it to have met. */
const SIDE = 12;
/** Places looked at. */
const MOST = 8;

/** Whether what stood right before a quote and right after it follow each other in a slot: the quote was taken away. */
export function isClosed(index: TextIndex, { pattern }: Case, { low, high }: Slot): boolean {
  const { folded } = pattern;
  const own = skeletonOf(folded);
  const quote = { from: folded.words[pattern.from] as number, to: folded.words[pattern.to] as number };
  const [from, to] = consonantsOf(own, quote);
  if (from < SIDE || own.length - to < SIDE) return false;
  const seam = new Uint8Array(2 * SIDE);
  seam.set(own.codes.subarray(from - SIDE, from));
  seam.set(own.codes.subarray(to, to + SIDE), SIDE);
  // Where the quote ends as what stands before it does, the two sides met in the source too.
  for (let at = 0; at + seam.length <= own.length; at++) if (standsAt(own.codes, at, seam)) return false;
  const { letter, length, codes } = index.skeleton;
  const first = lowerBound(letter, length, low);
  const last = lowerBound(letter, length, Math.min(high, index.folded.length)) + SEED;
  const offset = SIDE - (SEED >> 1);
  const seed = seedsOf(seam.subarray(offset, offset + SEED), SEED)[0] as number;
  // Digits and vowels leave no trace among the consonants: none may be between the two sides.
  const between = quote.from - (own.letter[from - 1] as number) + (own.letter[to] as number) - quote.to;
  return placesWithin(index, seed, first, last, MOST).some((place) => {
    const right = place - offset + SIDE;
    const gap = (letter[right] as number) - (letter[right - 1] as number);
    return gap <= between && standsAt(codes, place - offset, seam);
  });
}

function standsAt(codes: Uint8Array, at: number, seam: Uint8Array): boolean {
  for (let i = 0; i < seam.length; i++) if (codes[at + i] !== seam[i]) return false;
  return true;
}
