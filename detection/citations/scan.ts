import { LETTER, hashFolded } from './fold';
import { nameBook } from './names';

/** Words besides statute names that a citation may hang on. */
const OTHER_ANCHORS = [
  'kap', 'kapitel', 'kapitlet', 'kapitlets', 'kapitels', 'kapitlen', 'paragraf', 'paragrafen', 'paragrafer', 'paragraferna', 'sect',
  'artikel', 'artikeln', 'artiklar', 'artiklarna', 'art', 'ibid', 'ibidem', 'sfs', 'sosfs', 'hslf', 'afs', 'skolfs', 'msbfs', 'bfs', 'nfs', 'lvfs',
  'lifs', 'rafs', 'fs', 'folkfs', 'elsakfs', 'ivofs', 'pmfs', 'mcffs', 'srvfs', 'statskontoretfs', 'soi', 'sfss',
] as const;
/** Frequent words in -lag, -lagen that are no law. */
const NO_LAW = [
  'forslag', 'forslagen', 'underlag', 'underlagen', 'bolag', 'bolagen', 'anslag', 'anslagen', 'avslag', 'avslagen', 'uppslag', 'uppslagen',
  'inslag', 'inslagen', 'overslag', 'tillslag', 'utslag', 'utslagen', 'omslag', 'lag', 'lagen', 'lags', 'lagens', 'beslag', 'dalag', 'nederlag', 'vardag', 'slag', 'slagen', 'nedslag', 'genomslag',
  'ordning', 'ordningen', 'ordningens', 'rangordning', 'anordning', 'dagordning', 'dagordningen', 'arbetsordning', 'arbetsordningen', 'samordning', 'samordningen', 'samordningens', 'delegationsordning', 'delegationsordningen', 'verksamhetsforlag',
  'aktiebolag', 'aktiebolagen', 'beslutsunderlag', 'beslutsunderlagen', 'andringsforslag', 'dotterbolag', 'dotterbolagen', 'moderbolag',
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
const BALK = endingCode('balk');
const BALKEN = endingCode('alken');
const ALKENS = endingCode('lkens');
const NINGEN = endingCode('ingen');

const isEnding = (code: number): boolean =>
  (code & 0x7fff) === LAG || code === LAGEN || code === AGENS || (code & 0xfffff) === BALK || code === BALKEN || code === ALKENS;

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
  let hash = 0;
  let ending = 0;
  let length = 0;
  let start = from;
  for (let i = from; i <= to; i++) {
    const code = i < to ? text.charCodeAt(i) : 32;
    const letter = code < 0x250 ? (LETTER[code] as number) : 0;
    if (letter !== 0) {
      if (length === 0) start = i;
      hash = (Math.imul(hash, 31) + letter) | 0;
      ending = ((ending << 5) | letter) & 0x1ffffff;
      length++;
      continue;
    }
    if (length > 0) {
      if (code === 0xad || (code >= 0x300 && code <= 0x30c)) continue;
      if (code === 0x2d && i + 1 < to) {
        const next = continuation(text, i + 1, to);
        if (next > 0) {
          i = next - 1;
          continue;
        }
      }
      if (code >= 48 && code <= 57 && length > 1 && i + 1 < to) {
        // `f6rvaltningslagen`: a digit between letters stands for one.
        const after = text.charCodeAt(i + 1);
        if ((code === 54 || code === 52 || code === 48 || code === 49) && after < 0x250 && LETTER[after] !== 0) {
          const asLetter = code === 52 ? 1 : code === 49 ? 12 : 15;
          hash = (Math.imul(hash, 31) + asLetter) | 0;
          ending = ((ending << 5) | asLetter) & 0x1ffffff;
          length++;
          continue;
        }
      }
      if (length > 1) {
        if (BLOOM[bloomSlot(hash)] === 1 && hashes.has(hash)) found.push(start, i);
        else if (length > 6 && isEnding(ending) && !skip.has(hash)) found.push(start, i);
        else if (ending === NINGEN && length > 12 && text.startsWith('rordn', i - 10)) found.push(start, i);
        else if (hasExtra && extra.has(hash)) found.push(start, i);
      } else if (length === 1 && (ending === 1 || ending === 12) && isLatinShorthand(text, i, ending)) found.push(start, i);
      hash = 0;
      ending = 0;
      length = 0;
    }
    if (code === 0xa7) found.push(i, i + 1);
  }
}

/** `a.a.` */
function isLatinShorthand(text: string, at: number, letter: number): boolean {
  return letter === 1 && text.charCodeAt(at) === 46 && (text[at + 1] === 'a' || (text[at + 1] === ' ' && text[at + 2] === 'a'));
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
