import type { Folded } from './fold';
import { skeletonCode } from './skeleton';
import { LONG_WORD, sameButForDamage } from './word-damage';

/** The words of a stretch of folded text, ready for being compared. */
export interface WordKeys {
  folded: Folded;
  /** First word of the stretch. */
  first: number;
  count: number;
  /** Equal for equal words. */
  exact: Int32Array;
  /** Equal for words with equal consonants, as most damaged spellings have; 0 without consonants. */
  skeleton: Int32Array;
  lengths: Uint16Array;
  /** One bit for each consonant that the word has, and `MARKED` where it has letters that damage makes or befalls. */
  traits: Int32Array;
}

/** å ä ö é ü and digits: without one of them in either word, only like consonants can have been mixed up. */
const MARKED = 1 << 30;

/** Makes the keys of the words [first, last). */
export function wordKeys(folded: Folded, first: number, last: number): WordKeys {
  const count = Math.max(0, last - first);
  const exact = new Int32Array(count);
  const skeleton = new Int32Array(count);
  const lengths = new Uint16Array(count);
  const traits = new Int32Array(count);
  const { letters, words } = folded;
  for (let i = 0; i < count; i++) {
    const from = words[first + i] as number;
    const to = words[first + i + 1] as number;
    let whole = 0x811c9dc5 | 0;
    let consonants = 0;
    let trait = 0;
    for (let l = from; l < to; l++) {
      const letter = letters[l] as number;
      whole = Math.imul(whole ^ letter, 0x01000193);
      const code = skeletonCode(letter);
      if (code) {
        consonants = (Math.imul(consonants, 31) + code) | 0;
        trait |= 1 << (code % 29);
      } else if (letter > 0x7f || isDigit(letter)) trait |= MARKED;
    }
    exact[i] = whole;
    skeleton[i] = consonants;
    lengths[i] = Math.min(to - from, 0xffff);
    traits[i] = trait;
  }
  return { folded, first, count, exact, skeleton, lengths, traits };
}

/** Words whose consonants differ are compared letter by letter from this length on. */
const COMPARABLE = 5;
const LENGTH_DIFFERENCE = 2;

function ends(keys: WordKeys, i: number): [number, number] {
  const { words } = keys.folded;
  return [words[keys.first + i] as number, words[keys.first + i + 1] as number];
}

/** True where word `i` of the one and word `j` of the other stretch, which differ, are one word that was damaged. */
export function isSameDamaged(a: WordKeys, i: number, b: WordKeys, j: number): boolean {
  const length = a.lengths[i] as number;
  const difference = length - (b.lengths[j] as number);
  if (difference > LENGTH_DIFFERENCE || -difference > LENGTH_DIFFERENCE) return false;
  const shorter = difference > 0 ? length - difference : length;
  if (((a.traits[i] as number) | (b.traits[j] as number)) & MARKED) {
    if (difference === 0 && isMisread(a, i, b, j)) return true;
    if (a.skeleton[i] !== b.skeleton[j]) {
      if (shorter < COMPARABLE || !shareConsonants(a, i, b, j) || !shareAnEnd(a, i, b, j)) return false;
    }
  } else if (a.skeleton[i] !== b.skeleton[j] || shorter < LONG_WORD) return false;
  const [from, to] = ends(a, i);
  const [otherFrom, otherTo] = ends(b, j);
  return sameButForDamage(
    { letters: a.folded.letters, from, to },
    { letters: b.folded.letters, from: otherFrom, to: otherTo },
  );
}

const PARAGRAPH_SIGN = 0xa7;
/** What recognition makes of `§`. */
const SIGN_READ_AS: readonly number[] = [PARAGRAPH_SIGN, 0x73, 0x38];
const ONE = 0x31;
/** … and of l, or of the digit one, in a word of some letters. */
const ONE_READ_AS: readonly number[] = [ONE, 0x6c, 0x69];
const SOME_LETTERS = 3;

/** Whether recognition has read the one word as the other, of as many letters: `§` as `S`, `till` as `til1`. */
function isMisread(a: WordKeys, i: number, b: WordKeys, j: number): boolean {
  const length = a.lengths[i] as number;
  const from = a.folded.words[a.first + i] as number;
  const otherFrom = b.folded.words[b.first + j] as number;
  const x = a.folded.letters;
  const y = b.folded.letters;
  if (length === 1) {
    const isSign = x[from] === PARAGRAPH_SIGN || y[otherFrom] === PARAGRAPH_SIGN;
    return isSign && [x[from], y[otherFrom]].every((letter) => SIGN_READ_AS.includes(letter as number));
  }
  if (length < SOME_LETTERS) return false;
  for (let l = 0; l < length; l++) {
    const own = x[from + l] as number;
    const other = y[otherFrom + l] as number;
    if (own === other) continue;
    const isOne = (own === ONE || other === ONE) && ONE_READ_AS.includes(own) && ONE_READ_AS.includes(other);
    if (!isOne) return false;
  }
  return true;
}

/** Damage adds and takes a consonant or two. */
const CONSONANTS_APART = 3;

function shareConsonants(a: WordKeys, i: number, b: WordKeys, j: number): boolean {
  let apart = ((a.traits[i] as number) ^ (b.traits[j] as number)) & ~MARKED;
  for (let count = 0; apart !== 0; apart &= apart - 1) if (++count > CONSONANTS_APART) return false;
  return true;
}

/** A cheap look before the costly comparison: damage leaves the first or the last two letters. */
function shareAnEnd(a: WordKeys, i: number, b: WordKeys, j: number): boolean {
  const [from, to] = ends(a, i);
  const [otherFrom, otherTo] = ends(b, j);
  const x = a.folded.letters;
  const y = b.folded.letters;
  return (
    (x[from] === y[otherFrom] && x[from + 1] === y[otherFrom + 1]) ||
    (x[to - 1] === y[otherTo - 1] && x[to - 2] === y[otherTo - 2])
  );
}

/** True where two neighbouring words of `a`, the first of them `i`, are word `j` of `b` written as one. */
export function sameJoined(a: WordKeys, i: number, b: WordKeys, j: number): boolean {
  const length = (a.lengths[i] as number) + (a.lengths[i + 1] as number);
  if (length !== b.lengths[j]) return false;
  const [from] = ends(a, i);
  const [otherFrom] = ends(b, j);
  const x = a.folded.letters;
  const y = b.folded.letters;
  for (let l = 0; l < length; l++) if (x[from + l] !== y[otherFrom + l]) return false;
  return !betweenDigits(x, ends(a, i)[1]);
}

/** `14:1` and `1:41` have the same letters: a boundary between two digits is never given up. */
function betweenDigits(letters: Uint16Array, at: number): boolean {
  return isDigit(letters[at - 1] as number) && isDigit(letters[at] as number);
}

function isDigit(letter: number): boolean {
  return letter >= 0x30 && letter <= 0x39;
}
