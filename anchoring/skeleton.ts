import type { Folded } from './fold';
import { atOnce } from './slices';

/**
 * The skeleton of a text: its consonants. Text recognition garbles vowels and å ä ö (`bedömer` → `bed6mer`, `beddmer`)
 * and footnote marks add digits; the consonants stay, and find a damaged sentence as well as a clean one.
 */
export interface Skeleton {
  length: number;
  codes: Uint8Array;
  /** For each code the letter of the folded text that it stands for. */
  letter: Uint32Array;
}

/** `d` is left out because recognition reads ä and ö as d; m and n, b and h are one because it mixes them up. */
const CONSONANTS = 'bcfghjklmnpqrstvwxz';
const MERGED: Readonly<Record<string, string>> = { m: 'n', h: 'b' };
const FIRST_OTHER = 0x250;
/** Letters looked at between two pauses. */
const SLICE = 1 << 18;

const LATIN = new Uint8Array(FIRST_OTHER);
for (const consonant of CONSONANTS) {
  LATIN[consonant.charCodeAt(0)] = CONSONANTS.indexOf(MERGED[consonant] ?? consonant) + 1;
}

/** Code of a letter in the skeleton; 0 for letters that leave no trace there. Scripts beyond Latin: every letter counts. */
export function skeletonCode(letter: number): number {
  return letter < FIRST_OTHER ? (LATIN[letter] as number) : 32 + (Math.imul(letter, 2654435761) >>> 25);
}

const known = new WeakMap<Folded, Skeleton>();

/** The skeleton of a folded text, made once. */
export function skeletonOf(folded: Folded): Skeleton {
  const before = known.get(folded);
  if (before) return before;
  const skeleton = atOnce(skeletonSliced(folded));
  known.set(folded, skeleton);
  return skeleton;
}

/** {@link skeletonOf} in slices of a few milliseconds. */
export function* skeletonSliced({ letters, length }: Folded): Generator<void, Skeleton> {
  // Room for every letter, cut to size at the end: counting the consonants first would take as long again.
  const codes = new Uint8Array(length);
  const letter = new Uint32Array(length);
  let count = 0;
  for (let from = 0; from < length; from += SLICE) {
    const to = Math.min(length, from + SLICE);
    for (let i = from; i < to; i++) {
      const own = letters[i] as number;
      const code = own < FIRST_OTHER ? (LATIN[own] as number) : skeletonCode(own);
      if (code === 0) continue;
      codes[count] = code;
      letter[count++] = i;
    }
    if (to < length) yield;
  }
  return { length: count, codes: codes.slice(0, count), letter: letter.slice(0, count) };
}
