import type { Folded } from './fold';

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

const TABLE: Uint8Array = makeTable();

function makeTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const consonant of CONSONANTS) {
    table[consonant.charCodeAt(0)] = CONSONANTS.indexOf(MERGED[consonant] ?? consonant) + 1;
  }
  // Scripts beyond Latin: every letter counts.
  for (let unit = FIRST_OTHER; unit < 0x10000; unit++) table[unit] = 32 + (Math.imul(unit, 2654435761) >>> 25);
  return table;
}

/** Code of a letter in the skeleton; 0 for letters that leave no trace there. */
export function skeletonCode(letter: number): number {
  return TABLE[letter] as number;
}

/** The skeleton of a folded text. */
export function skeletonOf(folded: Folded): Skeleton {
  const { letters, length } = folded;
  let count = 0;
  for (let i = 0; i < length; i++) if (TABLE[letters[i] as number]) count++;
  const codes = new Uint8Array(count);
  const letter = new Uint32Array(count);
  let n = 0;
  for (let i = 0; i < length; i++) {
    const code = TABLE[letters[i] as number] as number;
    if (code) {
      codes[n] = code;
      letter[n++] = i;
    }
  }
  return { length: count, codes, letter };
}
