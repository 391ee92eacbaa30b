import { DIGIT_AS_LETTER, hashFolded, LETTER } from './fold';
import { behindLineHyphen } from './hyphens';
import { nameBook } from './names';

/** Words besides statute names that a citation may hang on. */
const OTHER_ANCHORS = [
  'kap',
  'kapitel',
  'kapitlet',
  'kapitlets',
  'kapitels',
  'kapitlen',
  'paragraf',
  'paragrafen',
  'paragrafer',
  'paragraferna',
  'sect',
  'artikel',
  'artikeln',
  'artiklar',
  'artiklarna',
  'art',
  'ibid',
  'ibidem',
  'sfs',
  'sosfs',
  'hslf',
  'afs',
  'skolfs',
  'msbfs',
  'bfs',
  'nfs',
  'lvfs',
  'lifs',
  'rafs',
  'fs',
  'folkfs',
  'elsakfs',
  'ivofs',
  'pmfs',
  'mcffs',
  'srvfs',
  'statskontoretfs',
  'soi',
  'sfss',
  'lag',
  'lagen',
  'lagens',
  'forordning',
  'forordningen',
] as const;
/** Frequent words in -lag, -lagen that are no law. */
const NO_LAW = [
  'forslag',
  'forslagen',
  'underlag',
  'underlagen',
  'bolag',
  'bolagen',
  'anslag',
  'anslagen',
  'avslag',
  'avslagen',
  'uppslag',
  'uppslagen',
  'inslag',
  'inslagen',
  'overslag',
  'tillslag',
  'utslag',
  'utslagen',
  'omslag',
  'lag',
  'lagen',
  'lags',
  'lagens',
  'beslag',
  'dalag',
  'nederlag',
  'vardag',
  'slag',
  'slagen',
  'nedslag',
  'genomslag',
  'ordning',
  'ordningen',
  'ordningens',
  'rangordning',
  'anordning',
  'dagordning',
  'dagordningen',
  'arbetsordning',
  'arbetsordningen',
  'samordning',
  'samordningen',
  'samordningens',
  'delegationsordning',
  'delegationsordningen',
  'verksamhetsforlag',
  'aktiebolag',
  'aktiebolagen',
  'beslutsunderlag',
  'beslutsunderlagen',
  'andringsforslag',
  'dotterbolag',
  'dotterbolagen',
  'moderbolag',
] as const;

/** A word's last five folded letters, five bits each. */
const TAIL = 0x1ffffff;

function tailOf(folded: string): number {
  let tail = 0;
  for (let i = 0; i < folded.length; i++) tail = (tail << 5) | (folded.charCodeAt(i) - 96);
  return tail & TAIL;
}

/** Endings of laws' names. */
const LAW_ENDINGS = ['lag', 'lagen', 'iagen', 'agens', 'balk', 'balken', 'balkens', 'rordningen'] as const;
/** Shortest word that is looked at for its ending alone. */
const SHORTEST_BY_ENDING = 7;

/** What a word in a slot may be. */
const MAY_BE_ANCHOR = 1;
const MAY_BE_LAW = 2;
const SLOT_BITS = 16;

/** Words share a slot by their last five letters. */
function slotOf(tail: number): number {
  return (tail ^ (tail >>> 10)) & ((1 << SLOT_BITS) - 1);
}

/** Words to look for, by the hash of their folded letters. Most words of a text are ruled out by their slot. */
class Anchors {
  readonly slots: Uint8Array;
  readonly hashes: Set<number>;

  constructor(from?: Anchors) {
    this.slots = from ? from.slots.slice() : new Uint8Array(1 << SLOT_BITS);
    this.hashes = new Set(from?.hashes);
  }

  /** @param word folded */
  add(word: string): void {
    this.hashes.add(hashFolded(word));
    this.mark(tailOf(word), MAY_BE_ANCHOR);
  }

  /** @param ending folded; one shorter than a slot needs stands for every word that ends so */
  addLawEnding(ending: string): void {
    const tail = tailOf(ending);
    for (let before = 0; before < 1 << (25 - 5 * Math.min(5, ending.length)); before++)
      this.mark((before << (5 * ending.length)) | tail, MAY_BE_LAW);
  }

  private mark(tail: number, kind: number): void {
    const slot = slotOf(tail);
    this.slots[slot] = (this.slots[slot] as number) | kind;
  }
}

let common: Anchors | undefined;

/** The anchors that every document has: the catalogue's names and the words of places in law. */
function commonAnchors(): Anchors {
  if (common) return common;
  common = new Anchors();
  for (const word of nameBook().anchors) common.add(word);
  for (const word of OTHER_ANCHORS) common.add(word);
  for (const letters of LAW_ENDINGS) common.addLawEnding(letters);
  return common;
}

const noLaw: ReadonlySet<number> = new Set(NO_LAW.map(hashFolded));

/** Letters of {@link LETTER}, and this for signs that may stand within a word. */
const JOINT = 27;
const KINDS = LETTER.slice();
for (const char of '-\u00ad0146') KINDS[char.charCodeAt(0)] = JOINT;
KINDS.fill(JOINT, 0x300, 0x30d);

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
    const { slots } = this.anchors;
    // A constant of its own: engines look an imported one up again and again.
    const kinds = KINDS;
    const found: number[] = [];
    let start = from;
    let tail = 0;
    for (let i = from; i < to; i++) {
      const code = text.charCodeAt(i);
      const kind = kinds[code] as number;
      if (kind !== 0) {
        if (kind < JOINT) {
          tail = ((tail << 5) | kind) & TAIL;
          continue;
        }
        const next = tail === 0 ? 0 : resume(text, i, to, code);
        if (next === i) tail = ((tail << 5) | letterOfDigit(code)) & TAIL;
        else if (next > i) i = next - 1;
        if (next > 0) continue;
      }
      if (tail !== 0) {
        const slot = slots[slotOf(tail)] as number;
        if (slot !== 0 && this.isAnchor(slot, start, i)) found.push(start, i);
        else if (code === 46 && isLatinShorthand(text, i)) found.push(i - 1, i);
        tail = 0;
      }
      if (code === 0xa7) found.push(i, i + 1);
      start = i + 1;
    }
    if (tail !== 0 && this.isAnchor(slots[slotOf(tail)] as number, start, to)) found.push(start, to);
    return found;
  }

  private isAnchor(slot: number, start: number, end: number): boolean {
    const { text } = this;
    const hash = hashOf(text, start, end);
    if (this.anchors.hashes.has(hash)) return true;
    return (
      slot >= MAY_BE_LAW &&
      end - start >= SHORTEST_BY_ENDING &&
      LAW_ENDINGS.some((ending) => endsWith(text, start, end, ending)) &&
      !noLaw.has(hash)
    );
  }
}

/** {@link hashFolded} of the word text[start, end), signs within it left out. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    const kind = KINDS[code] as number;
    if (kind === 0) continue;
    if (kind < JOINT) hash = (Math.imul(hash, 31) + kind) | 0;
    else if (isDigit(code)) hash = (Math.imul(hash, 31) + letterOfDigit(code)) | 0;
  }
  return hash;
}

/** Whether the word text[start, end) ends in these folded letters. */
function endsWith(text: string, start: number, end: number, letters: string): boolean {
  let at = end - 1;
  for (let k = letters.length - 1; k >= 0; k--, at--) {
    while (at >= start && !isDigit(text.charCodeAt(at)) && LETTER[text.charCodeAt(at)] === 0) at--;
    if (at < start) return false;
    const code = text.charCodeAt(at);
    const letter = isDigit(code) ? letterOfDigit(code) : LETTER[code];
    if (letter !== letters.charCodeAt(k) - 96) return false;
  }
  return true;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** The folded letter 1–26 that a digit within a word stands for. */
const letterOfDigit = (code: number): number => (DIGIT_AS_LETTER[String.fromCharCode(code)] ?? '').charCodeAt(0) - 96;

/**
 * Where a word goes on behind its letters: past soft hyphens, accents, hyphens at a line's end; the same offset where a digit
 * stands for a letter; 0 where the word ends.
 */
function resume(text: string, at: number, to: number, code: number): number {
  if (code === 0x2d) return behindLineHyphen(text, at + 1, to);
  if (code > 0x39) return at + 1;
  return at + 1 < to && LETTER[text.charCodeAt(at + 1)] !== 0 ? at : 0;
}

/** `a.a.` */
function isLatinShorthand(text: string, at: number): boolean {
  return text[at - 1] === 'a' && (text[at + 1] === 'a' || (text[at + 1] === ' ' && text[at + 2] === 'a'));
}
