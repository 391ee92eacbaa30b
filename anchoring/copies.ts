import type { Place } from './case';
import type { Pattern } from './pattern';
import { skeletonOf } from './skeleton';
import { placesOf, SEED, seedsOf, type TextIndex } from './text-index';

/** Consonants that a quote must have to be looked for by them. */
const SHORTEST = 5;
/** Places of a seed that are looked at: where each seed of a quote has more, it is a set phrase. */
const MOST_PLACES = 40;

/** A place with a quote's consonants. */
export interface Copied extends Place {
  /** Where the quote begins if the letters before its first consonant are the quote's, too. */
  start: number;
}

/**
 * Where a text has a quote's consonants: its words, damaged or not, or words that differ by a number. In text order, from
 * the first consonant to the last one.
 * @returns null where there are more than `most`, or too few consonants to tell anything
 */
export function copiesOf(index: TextIndex, { folded, from, to }: Pattern, most: number): Copied[] | null {
  const first = folded.words[from] as number;
  const letters = folded.letters.subarray(first, folded.words[to] as number);
  const { codes, length, letter: own } = skeletonOf({ ...folded, letters, length: letters.length });
  if (length < SHORTEST) return null;
  const { skeleton } = index;
  const isHere = (at: number) => {
    if (at < 0 || at + length > skeleton.length) return false;
    for (let i = 0; i < length; i++) if (skeleton.codes[at + i] !== codes[i]) return false;
    return true;
  };
  const candidates = length >= SEED ? seeded(index, codes, length) : scanned(skeleton.codes, codes[0] as number);
  const found: Copied[] = [];
  for (const at of candidates ?? []) {
    if (!isHere(at)) continue;
    if (found.length === most) return null;
    const start = skeleton.letter[at] as number;
    const end = skeleton.letter[at + length - 1] as number;
    found.push({ from: start, to: end + 1, start: start - (own[0] as number) });
  }
  return candidates && found;
}

/** Consonants at which a stretch begins if it stands there, by the first of its seeds that is rare; null without. */
function seeded(index: TextIndex, codes: Uint8Array, length: number): number[] | null {
  for (const [i, seed] of seedsOf(codes, length).entries()) {
    const places = placesOf(index, seed, MOST_PLACES);
    if (places) return places.map((place) => place - i);
  }
  return null;
}

function* scanned(codes: Uint8Array, first: number): Generator<number> {
  for (let at = codes.indexOf(first); at >= 0; at = codes.indexOf(first, at + 1)) yield at;
}
