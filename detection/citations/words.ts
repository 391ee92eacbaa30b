import { Endings, words } from './endings';
import { DIGIT_AS_LETTER, letterOf } from './fold';
import { ANY_PAPER_ENDINGS, ANY_PAPERS, PAPER_ENDINGS, PAPERS } from './minutes';
import { nameBook } from './names';
import { PARAGRAF } from './number-words';
import { slotOf, WordSlots } from './word-slots';

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
/** Words for a chapter. */
export const KAP = words('kap kapitel kapitlet kapitlets kapitlen kapitels kao kapt');
/** Words for an article. */
export const ARTICLE = words('artikel artikeln artiklar artiklarna art artikels');
const POINTING = words('samma namnda namnd sistnamnda forstnamnda ovannamnda denna ifragavarande berorda aktuella');
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

/** Words that begin a law and are no name or abbreviation; `a` begins `a.a.` */
const OTHER_LAW = 'sfs ibid ibidem soi eu a direktiv direktivet europaparlamentets radets kommissionens'.split(' ');

/** What words can be by their ending. */
const BY_ENDING: readonly [Endings, number][] = [
  [LAW_ENDING, Word.law],
  [PAPER_ENDINGS, Word.paper],
  [ANY_PAPER_ENDINGS, Word.anyPaper],
];

/** What folded words can be by themselves, whatever their ending and print. */
function readWords(): Map<string, number> {
  const book = nameBook();
  const flags = new Map<string, number>();
  const add = (values: Iterable<string>, flag: number): void => {
    for (const value of values) flags.set(value, (flags.get(value) ?? 0) | flag);
  };
  add(book.root.next.keys(), Word.law);
  for (const abbreviation of book.abbreviations.keys()) add([abbreviation, `${abbreviation}s`], Word.law);
  add(POINTING, Word.law);
  add(OTHER_LAW, Word.law);
  add(KAP, Word.chapter);
  add(PARAGRAF, Word.paragraf);
  add(ORDINALS.keys(), Word.ordinal);
  add(ARTICLE, Word.article);
  add(['samma'], Word.same);
  add(PAPERS, Word.paper);
  add(ANY_PAPERS, Word.anyPaper);
  return flags;
}

let known: { flags: ReadonlyMap<string, number>; slots: Uint8Array } | undefined;

/** The words above, and the slots of all words that mean something by themselves. */
function knownWords(): { flags: ReadonlyMap<string, number>; slots: Uint8Array } {
  if (known) return known;
  const flags = readWords();
  const slots = new WordSlots();
  for (const word of flags.keys()) slots.addWord(word, 1);
  for (const raw of ONE_LIKE) slots.addWord(raw.toLowerCase(), 1);
  for (const [endings] of BY_ENDING) for (const ending of endings.list) slots.addEnding(ending, 1);
  known = { flags, slots: slots.kinds };
  return known;
}

/**
 * False for nearly all words that have no flags, by their last letters; words that begin with capitals are to be looked at all the same.
 * @param tail see `tailOf`
 */
export function mayMeanSomething(tail: number): boolean {
  return knownWords().slots[slotOf(tail)] !== 0;
}

function classify(value: string, raw: string): number {
  let flags = knownWords().flags.get(value) ?? 0;
  for (const [endings, flag] of BY_ENDING) if (endings.endOf(value)) flags |= flag;
  if (raw.length >= 2 && raw.length <= 12 && beginsWithCapitals(raw)) flags |= Word.law;
  if (ONE_LIKE.has(raw)) flags |= Word.oneLike;
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
