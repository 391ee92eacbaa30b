import { BREAK, COMBINING, compose, entityLetter, LIGATURE, LIGATURES, letterTable, NOTHING } from './letters';

/**
 * A text reduced to what its words are: lower-case letters and digits without white space, hyphens, punctuation,
 * footnote marks and markup residue. Two printings of one sentence, on a web page and in a PDF, fold to the same letters.
 */
export interface Folded {
  text: string;
  /** Number of letters. */
  length: number;
  letters: Uint16Array;
  /** For each letter, where it stands in the text (UTF-16 offset). */
  at: Uint32Array;
  wordCount: number;
  /** For each word its first letter; one more at the end: `length`. */
  words: Uint32Array;
}

/** Units folded between two pauses: some 5 ms. */
const SLICE = 1 << 17;
/** Words of this many letters are cut into pieces, so that an endless word has words too. */
const ENDLESS = 40;
const MARKUP_REACH = 120;
const LINK_REACH = 300;
const ENTITY_REACH = 10;
const LINE_END_REACH = 12;

const LT = 0x3c;
const GT = 0x3e;
const AMPERSAND = 0x26;
const SEMICOLON = 0x3b;
const BRACKET = 0x5d;
const PAREN = 0x28;
const PAREN_END = 0x29;

function isHyphen(unit: number): boolean {
  return unit === 0x2d || unit === 0xad || unit === 0x2010 || unit === 0x2011 || unit === 0xac;
}

function isLineEnd(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d || unit === 0x0c || unit === 0x2028;
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0xa0 || isLineEnd(unit);
}

/** After a hyphen at `i`: where the word goes on, on the next line in lower case, or -1. */
function continuation(text: string, i: number): number {
  let ended = false;
  for (let j = i + 1; j < text.length && j <= i + LINE_END_REACH; j++) {
    const unit = text.charCodeAt(j);
    if (isLineEnd(unit)) ended = true;
    else if (!isBlank(unit)) return ended && isLowerCase(text.charAt(j)) ? j : -1;
  }
  return -1;
}

function isLowerCase(character: string): boolean {
  return character !== character.toUpperCase();
}

/** End of an HTML tag or comment that begins at `i`, or -1. */
function tagEnd(text: string, i: number): number {
  if (!/[a-z/!]/i.test(text.charAt(i + 1))) return -1;
  for (let j = i + 1; j < text.length && j <= i + MARKUP_REACH; j++) {
    const unit = text.charCodeAt(j);
    if (unit === GT) return j + 1;
    if (unit === LT || isLineEnd(unit)) return -1;
  }
  return -1;
}

/** End of a Markdown link's address, `](…)`, that begins at `i`, or -1. */
function linkEnd(text: string, i: number): number {
  if (text.charCodeAt(i + 1) !== PAREN || !/[a-z/#.]/i.test(text.charAt(i + 2))) return -1;
  for (let j = i + 2; j < text.length && j <= i + LINK_REACH; j++) {
    const unit = text.charCodeAt(j);
    if (unit === PAREN_END) return j + 1;
    if (isBlank(unit)) return -1;
  }
  return -1;
}

/** End of an HTML entity that begins at `i`, or -1. */
function entityEnd(text: string, i: number): number {
  for (let j = i + 1; j < text.length && j <= i + ENTITY_REACH; j++) {
    const unit = text.charCodeAt(j);
    if (unit === SEMICOLON) return j > i + 2 ? j + 1 : -1;
    const letter = (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);
    if (!letter && !(unit >= 0x30 && unit <= 0x39) && unit !== 0x23) return -1;
  }
  return -1;
}

class Folding implements Folded {
  readonly text: string;
  length = 0;
  letters: Uint16Array;
  at: Uint32Array;
  wordCount = 0;
  words: Uint32Array;
  private next = 0;
  private run = 0;
  private readonly table = letterTable();

  constructor(text: string) {
    this.text = text;
    this.letters = new Uint16Array(text.length + 8);
    this.at = new Uint32Array(text.length + 8);
    this.words = new Uint32Array((text.length >> 1) + 8);
  }

  get done(): boolean {
    return this.next >= this.text.length;
  }

  slice(): void {
    const { text, table } = this;
    const end = Math.min(text.length, this.next + SLICE);
    let i = this.next;
    while (i < end) {
      const unit = text.charCodeAt(i);
      const folded = table[unit] as number;
      if (folded > LIGATURE && unit !== 0xac) {
        this.add(folded, i++);
      } else {
        i = this.other(unit, folded, i);
      }
    }
    this.next = i;
  }

  finish(): this {
    this.words[this.wordCount] = this.length;
    return this;
  }

  private other(unit: number, folded: number, i: number): number {
    const { text } = this;
    if (isHyphen(unit) && this.run > 0) {
      const next = continuation(text, i);
      if (next >= 0) return next;
    }
    if (folded === LIGATURE) {
      for (const letter of LIGATURES.get(unit) ?? '') this.add(letter.charCodeAt(0), i);
      return i + 1;
    }
    if (folded === COMBINING) {
      const last = this.length - 1;
      if (last >= 0) this.letters[last] = compose(this.letters[last] as number, unit);
      return i + 1;
    }
    if (folded === NOTHING) return i + 1;
    let end = -1;
    if (unit === LT) end = tagEnd(text, i);
    else if (unit === BRACKET) end = linkEnd(text, i);
    else if (unit === AMPERSAND) {
      end = entityEnd(text, i);
      if (end >= 0) {
        const letter = entityLetter(text.slice(i + 1, end - 1));
        if (letter > LIGATURE) this.add(letter, i);
        else if (letter === BREAK) this.run = 0;
        return end;
      }
    }
    this.run = 0;
    return end >= 0 ? end : i + 1;
  }

  private add(letter: number, i: number): void {
    const n = this.length;
    if (n + 1 >= this.letters.length) this.grow();
    const run = this.run++;
    if (run === 0 || (run >= ENDLESS && (letter * 31 + (this.letters[n - 1] as number)) % 7 === 0)) {
      if (this.wordCount + 2 >= this.words.length) this.words = enlarged(this.words);
      this.words[this.wordCount++] = n;
    }
    this.letters[n] = letter;
    this.at[n] = i;
    this.length = n + 1;
  }

  private grow(): void {
    const letters = new Uint16Array(this.letters.length * 2);
    letters.set(this.letters);
    this.letters = letters;
    this.at = enlarged(this.at);
  }
}

function enlarged(array: Uint32Array): Uint32Array {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** Folds a text in slices of a few milliseconds. */
export function* foldSliced(text: string): Generator<void, Folded> {
  const folding = new Folding(text);
  while (!folding.done) {
    folding.slice();
    yield;
  }
  return folding.finish();
}

/** Folds a text at once; for quotes and contexts. */
export function fold(text: string): Folded {
  const folding = new Folding(text);
  while (!folding.done) folding.slice();
  return folding.finish();
}

/** Where the letter at index `letter` ends in the text, with the marks that belong to it. */
export function letterEnd(folded: Folded, letter: number): number {
  const { text } = folded;
  const start = folded.at[letter] as number;
  let end = start + 1;
  if (text.charCodeAt(start) === AMPERSAND) {
    const entity = entityEnd(text, start);
    if (entity > 0) end = entity;
  }
  const table = letterTable();
  while (end < text.length && table[text.charCodeAt(end)] === COMBINING) end++;
  return end;
}

/** First letter that stands at `offset` in the text or after it. */
export function letterAt(folded: Folded, offset: number): number {
  return lowerBound(folded.at, folded.length, offset);
}

/** The word that the letter belongs to. */
export function wordOf(folded: Folded, letter: number): number {
  return lowerBound(folded.words, folded.wordCount, letter + 1) - 1;
}

/** First index in the ascending `values` whose value is at least `wanted`. */
export function lowerBound(values: Uint32Array, length: number, wanted: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
