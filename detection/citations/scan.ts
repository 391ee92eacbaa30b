import { words } from './endings';
import { DIGIT_AS_LETTER, hashFolded, LETTER, LETTERS_END } from './fold';
import { behindLineHyphen } from './hyphens';
import { nameBook } from './names';
import { letterNumber, slotOf, TAIL, TAIL_LETTERS, tailOf, WordSlots } from './word-slots';
import { ARTICLE, KAP } from './words';

/** Words besides statute names that a citation may hang on. */
const OTHER_ANCHORS = [
  ...KAP,
  ...ARTICLE,
  ...words(
    'paragraf paragrafen paragrafer paragraferna sect ibid ibidem sfs sosfs hslf afs skolfs msbfs bfs nfs ' +
      'lvfs lifs rafs fs folkfs elsakfs ivofs pmfs mcffs srvfs statskontoretfs soi sfss lag lagen lagens ' +
      'forordning forordningen direktiv',
  ),
];
/** Frequent words of seven letters and more in -lag, -lagen that are no law. */
const NO_LAW = (
  'forslag forslagen underlag underlagen bolagen anslagen avslagen uppslag uppslagen inslagen overslag tillslag ' +
  'utslagen nederlag nedslag genomslag verksamhetsforlag aktiebolag aktiebolagen beslutsunderlag ' +
  'beslutsunderlagen andringsforslag dotterbolag dotterbolagen moderbolag'
).split(' ');

const SMALL_A = 97;

/** Endings of laws' names, with what they make of a word's last letters. */
const LAW_ENDINGS = ['lag', 'lagen', 'iagen', 'agens', 'balk', 'balken', 'balkens', 'rordningen'].map((letters) => ({
  letters,
  tail: tailOf(letters),
  mask: 2 ** (5 * Math.min(TAIL_LETTERS, letters.length)) - 1,
}));
/** Shortest word that is looked at for its ending alone. */
const SHORTEST_BY_ENDING = 7;

/** What a word in a slot may be. */
const MAY_BE_ANCHOR = 1;
const MAY_BE_LAW = 2;

/** Words to look for, by the hash of their folded letters. Most words of a text are ruled out by their slot. */
class Anchors {
  readonly slots: WordSlots;
  readonly hashes: Set<number>;

  constructor(from?: Anchors) {
    this.slots = new WordSlots(from?.slots);
    this.hashes = new Set(from?.hashes);
  }

  /** @param word folded */
  add(word: string): void {
    this.hashes.add(hashFolded(word));
    this.slots.addWord(word, MAY_BE_ANCHOR);
  }
}

let common: Anchors | undefined;

/** The anchors that every document has: the catalogue's names and the words of places in law. */
function commonAnchors(): Anchors {
  if (common) return common;
  common = new Anchors();
  for (const word of nameBook().anchors) common.add(word);
  for (const word of OTHER_ANCHORS) common.add(word);
  for (const { letters } of LAW_ENDINGS) common.slots.addEnding(letters, MAY_BE_LAW);
  return common;
}

const noLaw: ReadonlySet<number> = new Set(NO_LAW.map(hashFolded));

/** Whether a folded word ends as names of laws do and is none: `forslagen`. */
export const isNoLaw = (word: string): boolean => noLaw.has(hashFolded(word));

/** What a character can be within a word; 0 ends it. A hyphen does so unless a line ends behind it; */
const HYPHEN = 1;
/** soft hyphens and accents are no part of the folded word; */
const SILENT = 2;
/** a full stop and a section sign end it, and are looked at themselves; */
const STOP = 3;
const SECTION = 4;
/** a digit, with the folded letter in whose place scanning put it; */
const DIGIT = 32;
/** a letter, folded. The largest, so that one comparison tells a letter from everything else. */
const LETTER_KIND = 64;
/** The folded letter of a digit or a letter. */
const FOLDED = 31;
const KINDS = new Uint8Array(LETTER.length);
for (let code = 0; code < LETTERS_END; code++) {
  const letter = LETTER[code] as number;
  if (letter !== 0) KINDS[code] = LETTER_KIND + letter;
}
KINDS[0x2d] = HYPHEN;
KINDS[0xad] = SILENT;
KINDS[0x2e] = STOP;
KINDS[0xa7] = SECTION;
KINDS.fill(SILENT, 0x300, 0x30d);
for (const [digit, letter] of Object.entries(DIGIT_AS_LETTER))
  KINDS[digit.charCodeAt(0)] = DIGIT + letterNumber(letter, 0);

/** Finds the words and signs that a citation may hang on. Words are folded, so that damaged and capital print is found too. */
export class AnchorScanner {
  private readonly anchors = new Anchors(commonAnchors());

  /** @param text the document that is scanned */
  constructor(private readonly text: string) {}

  /** Looks from now on for a short name, too, that the document introduced; folded. */
  add(word: string): void {
    this.anchors.add(word);
  }

  /**
   * Section signs, chapter words and names of laws in text[from, to). One look at every character, no regular expression:
   * most words are ruled out by their last letters. Soft hyphens and line-end hyphens do not end a word.
   * @returns start and end of each, in turn
   */
  scan(from: number, to: number): number[] {
    const { text } = this;
    const slots = this.anchors.slots.kinds;
    const found: number[] = [];
    for (let at = nextNotable(text, from, to, slots); at < to; at = nextNotable(text, at, to, slots))
      at = this.look(at, to, found);
    return found;
  }

  /**
   * Looks closely at the word or section sign at an offset.
   * @returns the offset behind it
   */
  private look(start: number, to: number, found: number[]): number {
    const { text } = this;
    let tail = 0;
    let kind = 0;
    let i = start;
    for (; i < to; i++) {
      kind = KINDS[text.charCodeAt(i)] as number;
      if (kind >= LETTER_KIND) {
        tail = (tail << 5) | (kind & FOLDED);
        continue;
      }
      if (kind === 0 || kind === STOP || kind === SECTION) break;
      if (kind >= DIGIT) {
        if (i + 1 === to || LETTER[text.charCodeAt(i + 1)] === 0) break;
        tail = (tail << 5) | (kind & FOLDED);
      } else if (kind === HYPHEN) {
        const next = behindLineHyphen(text, i + 1, to);
        if (next === 0) break;
        i = next - 1;
      }
    }
    tail &= TAIL;
    const slot = this.anchors.slots.kinds[slotOf(tail)] as number;
    if (slot !== 0 && this.isAnchor(slot, tail, start, i)) found.push(start, i);
    else if (kind === STOP && i > start && isLatinShorthand(text, i)) found.push(i - 1, i);
    if (i < to && kind === SECTION) found.push(i, i + 1);
    return i + 1;
  }

  private isAnchor(slot: number, tail: number, start: number, end: number): boolean {
    const { text } = this;
    const hash = hashOf(text, start, end);
    if (this.anchors.hashes.has(hash)) return true;
    return (
      slot >= MAY_BE_LAW && end - start >= SHORTEST_BY_ENDING && endsLikeLaw(text, tail, start, end) && !noLaw.has(hash)
    );
  }
}

/**
 * Where the next word or section sign begins, at or behind an offset, that is worth a close look: a word whose last letters may be an
 * anchor's, or one that does not end at a plain sign; `to` where none does. Apart from what comes of it: engines keep so short a
 * loop in registers.
 */
function nextNotable(text: string, from: number, to: number, slots: Uint8Array): number {
  // A constant of its own: engines look an outer one up again and again.
  const kinds = KINDS;
  for (let i = from; i < to; i++) {
    let kind = kinds[text.charCodeAt(i)] as number;
    if (kind < LETTER_KIND) {
      if (kind === SECTION) return i;
      continue;
    }
    const start = i;
    let tail = kind & FOLDED;
    for (i++; i < to; i++) {
      kind = kinds[text.charCodeAt(i)] as number;
      if (kind < LETTER_KIND) break;
      tail = (tail << 5) | (kind & FOLDED);
    }
    if (slots[slotOf(tail & TAIL)] !== 0 || (kind !== 0 && i < to)) return start;
  }
  return to;
}

/** {@link hashFolded} of the word text[start, end), signs within it left out. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let i = start; i < end; i++) {
    const letter = foldedLetter(text.charCodeAt(i));
    if (letter !== 0) hash = (Math.imul(hash, 31) + letter) | 0;
  }
  return hash;
}

/** Whether the word text[start, end) ends as laws' names do. */
function endsLikeLaw(text: string, tail: number, start: number, end: number): boolean {
  for (const ending of LAW_ENDINGS) {
    if ((tail & ending.mask) !== ending.tail) continue;
    if (ending.letters.length <= TAIL_LETTERS || endsWith(text, start, end, ending.letters)) return true;
  }
  return false;
}

/** Whether the word text[start, end) ends in these folded letters. */
function endsWith(text: string, start: number, end: number, letters: string): boolean {
  let at = end - 1;
  for (let k = letters.length - 1; k >= 0; k--, at--) {
    while (at >= start && foldedLetter(text.charCodeAt(at)) === 0) at--;
    if (at < start || foldedLetter(text.charCodeAt(at)) !== letterNumber(letters, k)) return false;
  }
  return true;
}

/** The folded letter 1–26 of a letter, or of a digit within a word; 0 for signs that are no part of it. */
function foldedLetter(code: number): number {
  const kind = KINDS[code] as number;
  return kind >= DIGIT ? kind & FOLDED : 0;
}

/** `a.a.` */
function isLatinShorthand(text: string, stop: number): boolean {
  if (text.charCodeAt(stop - 1) !== SMALL_A) return false;
  return text[stop + 1] === 'a' || (text[stop + 1] === ' ' && text[stop + 2] === 'a');
}
