import { Endings } from './endings';
import { DIGIT_AS_LETTER, letterOf } from './fold';
import { isAnyPaper, isPaper } from './minutes';
import { nameBook } from './names';

/** What a folded word can be in a citation; a word may be several. Most words are nothing. */
export const Word = {
  /** May begin a law: a name, an abbreviation, `lag`, `samma`, a word in -lag or -lagen, `SOSFS`, `Ibid`. */
  law: 1,
  /** `kap`, `kapitlet` … */
  chapter: 2,
  /** `paragraf`, `paragraferna` … */
  paragraf: 4,
  /** `första` … */
  ordinal: 8,
  /** `artikel`, `art` … */
  article: 16,
  /** `l`, `I`, `ll`: perhaps a figure that scanning misread. */
  oneLike: 32,
  /** `samma`: may begin `samma kapitel`. */
  same: 64,
  /** `reglementet`, `avtalets`: a paper with sections of its own. */
  paper: 128,
  /** `reglemente`: such a paper where a word before says whose it is. */
  anyPaper: 256,
  /** Numbers: figures that scanning misread were mended. */
  mended: 512,
} as const;

export const ORDINALS: ReadonlyMap<string, number> = new Map([
  ['forsta', 1],
  ['andra', 2],
  ['tredje', 3],
  ['fjarde', 4],
  ['femte', 5],
  ['sjatte', 6],
  ['sjunde', 7],
  ['attonde', 8],
  ['nionde', 9],
  ['tionde', 10],
  ['elfte', 11],
  ['tolfte', 12],
  ['trettonde', 13],
  ['fjortonde', 14],
  ['femtonde', 15],
  ['sextonde', 16],
]);
const KAP = new Set(['kap', 'kapitel', 'kapitlet', 'kapitlets', 'kapitlen', 'kapitels', 'kao', 'kapt']);
const PARAGRAF = new Set(['paragraf', 'paragrafen', 'paragrafer', 'paragraferna', 'paragrafens', 'par']);
const ARTICLE = new Set(['artikel', 'artikeln', 'artiklar', 'artiklarna', 'art', 'artikels']);
const POINTING = new Set([
  'samma',
  'namnda',
  'namnd',
  'sistnamnda',
  'forstnamnda',
  'ovannamnda',
  'denna',
  'ifragavarande',
  'berorda',
  'aktuella',
]);
export const LAW_ENDING = new Endings(
  'lag lagen lagens iagen iagens lageri balk balken balkens ordning ordningen ordningens kungorelse kungorelsen',
);

/** Words that point back at a law: `samma lag`. */
export const isPointing = (value: string): boolean => POINTING.has(value);

/** What scanning makes of `1`, `11` and `1 a`. */
const ONE_LIKE: ReadonlySet<string> = new Set(
  ['l', 'I'].flatMap((one) => ['', 'l', 'I', ...'abcdefgh'].map((other) => one + other)),
);

/** `HSLF`, `ÄB`: the first two letters are capitals. */
function beginsWithCapitals(word: string): boolean {
  return isUpper(word[0]) && isUpper(word[1]);
}

const isUpper = (letter: string | undefined): boolean => letter !== undefined && letter !== letter.toLowerCase();

function classify(value: string, raw: string): number {
  const book = nameBook();
  let flags = 0;
  if (
    book.root.next.has(value) ||
    book.abbreviations.has(value) ||
    (value.endsWith('s') && book.abbreviations.has(value.slice(0, -1))) ||
    POINTING.has(value) ||
    LAW_ENDING.endOf(value) ||
    value === 'sfs' ||
    value === 'ibid' ||
    value === 'ibidem' ||
    value === 'soi' ||
    value === 'eu' ||
    (raw.length >= 2 && raw.length <= 12 && beginsWithCapitals(raw)) ||
    (value.length === 1 && value === 'a')
  )
    flags |= Word.law;
  if (KAP.has(value)) flags |= Word.chapter;
  if (PARAGRAF.has(value)) flags |= Word.paragraf;
  if (ORDINALS.has(value)) flags |= Word.ordinal;
  if (ARTICLE.has(value)) flags |= Word.article;
  if (ONE_LIKE.has(raw)) flags |= Word.oneLike;
  if (value === 'samma') flags |= Word.same;
  if (isPaper(value)) flags |= Word.paper;
  if (isAnyPaper(value)) flags |= Word.anyPaper;
  return flags;
}

/** A printed word, folded, with what it can be. */
export interface WordInfo {
  value: string;
  raw: string;
  flags: number;
}

const LIMIT = 20_000;
let cache = new Map<string, WordInfo>();

/** Folds and classes a word as printed (layout hyphens already gone); remembers the most recent words. */
export function wordInfo(raw: string): WordInfo {
  let info = cache.get(raw);
  if (info === undefined) {
    let value = '';
    for (let i = 0; i < raw.length; i++) {
      const letter = letterOf(raw.charCodeAt(i));
      value += letter ? String.fromCharCode(96 + letter) : (DIGIT_AS_LETTER[raw[i] as string] ?? '');
    }
    info = { value, raw, flags: classify(value, raw) };
    if (cache.size > LIMIT) cache = new Map();
    // A copy of its own, so that a slice does not keep the whole document alive.
    cache.set(` ${raw}`.slice(1), info);
  }
  return info;
}
