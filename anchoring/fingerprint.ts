import { type Folded, lowerBound } from './fold';
import { type Skeleton, skeletonCode } from './skeleton';

/** Consonants of the fingerprints of what stands beside a place: some four words. */
const BESIDE = 12;

/** Fingerprint of the letters [from, to), the same for a damaged and a clean printing. */
export function fingerprint({ letters }: Folded, from: number, to: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = from; i < to; i++) {
    const letter = letters[i] as number;
    // Digits have no consonants but tell years and provisions apart.
    const code = skeletonCode(letter) || (letter >= 0x30 && letter <= 0x39 ? letter + 0x100 : 0);
    if (code) hash = Math.imul(hash ^ code, 0x01000193);
  }
  return hash >>> 0;
}

/** Fingerprints of what stands just before and just after the letters [from, to) of a text. */
export function fingerprintsBeside(skeleton: Skeleton, from: number, to: number): { before: number; after: number } {
  const { codes, letter, length } = skeleton;
  const first = lowerBound(letter, length, from);
  const next = lowerBound(letter, length, to);
  return { before: hashed(codes, first - BESIDE, first), after: hashed(codes, next, next + BESIDE) };
}

function hashed(codes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = Math.max(0, from); i < Math.min(codes.length, to); i++) {
    hash = Math.imul(hash ^ (codes[i] as number), 0x01000193);
  }
  return hash >>> 0;
}
