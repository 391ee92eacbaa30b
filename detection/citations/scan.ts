import { hashFolded, LETTER } from './fold';
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

const MASK_BITS = 16;
const BLOOM = new Uint8Array(1 << MASK_BITS);
let known: Set<number> | undefined;
let noLaw: Set<number> | undefined;

const bloomSlot = (hash: number): number => (hash ^ (hash >>> 15)) & ((1 << MASK_BITS) - 1);

function prepare(): Set<number> {
  known = new Set();
  noLaw = new Set(NO_LAW.map(hashFolded));
  for (const word of [...nameBook().anchors, ...OTHER_ANCHORS]) {
    const hash = hashFolded(word);
    known.add(hash);
    BLOOM[bloomSlot(hash)] = 1;
  }
  for (const word of ['lag', 'lagen', 'lagens', 'forordning', 'forordningen']) {
    const hash = hashFolded(word);
    known.add(hash);
    BLOOM[bloomSlot(hash)] = 1;
  }
  return known;
}

/** Last five letters, five bits each. */
function endingCode(word: string): number {
  let code = 0;
  for (const char of word) code = ((code << 5) | (char.charCodeAt(0) - 96)) & 0x1ffffff;
  return code;
}
const LAG = endingCode('lag');
const LAGEN = endingCode('lagen');
const AGENS = endingCode('agens');
const IAGEN = endingCode('iagen');
const BALK = endingCode('balk');
const BALKEN = endingCode('alken');
const ALKENS = endingCode('lkens');
const NINGEN = endingCode('ingen');

const isEnding = (code: number): boolean =>
  (code & 0x7fff) === LAG ||
  code === LAGEN ||
  code === IAGEN ||
  code === AGENS ||
  (code & 0xfffff) === BALK ||
  code === BALKEN ||
  code === ALKENS;

/**
 * Offsets in text[from, to) that a citation may hang on: section signs, chapter words, names of laws. One look at every
 * character, no regular expression. Words are compared by a hash of their folded letters, so that damaged and
 * capital print is found too; soft hyphens and line-end hyphens do not end a word.
 * @param extra hashes of short names that the document itself introduced
 * @param found anchors are appended: start and end of each, in turn
 */
export function scanAnchors(text: string, from: number, to: number, extra: ReadonlySet<number>, found: number[]): void {
  const hashes = known ?? prepare();
  const skip = noLaw as Set<number>;
  const hasExtra = extra.size > 0;
  let i = from;
  while (i < to) {
    let code = text.charCodeAt(i);
    let letter = code < 0x250 ? (LETTER[code] as number) : 0;
    if (letter === 0) {
      if (code === 0xa7) found.push(i, i + 1);
      i++;
      continue;
    }
    const start = i;
    let hash = 0;
    let length = 0;
    let whole = true;
    for (;;) {
      while (letter !== 0) {
        hash = (Math.imul(hash, 31) + letter) | 0;
        length++;
        i++;
        code = i < to ? text.charCodeAt(i) : 32;
        letter = code < 0x250 ? (LETTER[code] as number) : 0;
      }
      if (code === 32) break;
      const next = resume(text, i, to, code, length);
      if (next < 0) break;
      whole = false;
      if (next === i && length > 1) {
        // `f6rvaltningslagen`: a digit between letters stands for one.
        hash = (Math.imul(hash, 31) + (code === 52 ? 1 : code === 49 ? 12 : 15)) | 0;
        length++;
      }
      i = next === i ? i + 1 : next;
      code = i < to ? text.charCodeAt(i) : 32;
      letter = code < 0x250 ? (LETTER[code] as number) : 0;
    }
    if (length > 1) {
      if (BLOOM[bloomSlot(hash)] === 1 && hashes.has(hash)) found.push(start, i);
      else if (length > 6 && endsLikeLaw(text.charCodeAt(i - 1)) && isLawEnding(text, start, i, whole)) {
        if (!skip.has(hash)) found.push(start, i);
      } else if (hasExtra && extra.has(hash)) found.push(start, i);
    } else if (code === 46 && isLatinShorthand(text, i)) found.push(start, i);
  }
}

/**
 * Where a word goes on behind its letters: past soft hyphens, accents, hyphens at a line's end; the same offset where a digit
 * stands for a letter; −1 where the word ends.
 */
function resume(text: string, at: number, to: number, code: number, length: number): number {
  if (code === 0xad || (code >= 0x300 && code <= 0x30c)) return at + 1;
  if (code === 0x2d) {
    const next = at + 1 < to ? continuation(text, at + 1, to) : 0;
    return next > 0 ? next : -1;
  }
  if ((code === 54 || code === 52 || code === 48 || code === 49) && length > 0 && at + 1 < to) {
    const after = text.charCodeAt(at + 1);
    if (after < 0x250 && LETTER[after] !== 0) return at;
  }
  return -1;
}

/** Last letters of -lag, -lagen, -lagens, -balk; a cheap test before `isLawEnding`. */
const endsLikeLaw = (code: number): boolean => {
  const lower = code | 32;
  return lower === 103 || lower === 110 || lower === 115 || lower === 107;
};

/** Whether the word [start, end) ends like the name of a law. */
function isLawEnding(text: string, start: number, end: number, whole: boolean): boolean {
  let code = 0;
  let taken = 0;
  for (let k = end - 1; k >= start && taken < 5; k--) {
    const char = text.charCodeAt(k);
    const letter = char < 0x250 ? (LETTER[char] as number) : 0;
    if (letter === 0) continue;
    code |= letter << (5 * taken);
    taken++;
  }
  return isEnding(code) || (code === NINGEN && (!whole || text.startsWith('rordn', end - 10)));
}

/** `a.a.` */
function isLatinShorthand(text: string, at: number): boolean {
  return text[at - 1] === 'a' && (text[at + 1] === 'a' || (text[at + 1] === ' ' && text[at + 2] === 'a'));
}

/** Where a word goes on after a hyphen at the end of a line; 0 where it does not. */
function continuation(text: string, at: number, to: number): number {
  let k = at;
  while (k < to && k < at + 5 && (text.charCodeAt(k) === 32 || text.charCodeAt(k) === 13)) k++;
  if (text.charCodeAt(k) !== 10) return 0;
  k++;
  while (k < to && text.charCodeAt(k) === 32 && k < at + 20) k++;
  const code = text.charCodeAt(k);
  return code >= 97 && code < 0x250 && LETTER[code] !== 0 ? k : 0;
}
