/**
 * Which characters carry words, and what they are once typography is taken away. A character is folded to one
 * lower-case letter or digit, to several (ligatures), to nothing (soft hyphens, footnote marks), or parts words.
 */

/** Parts words. */
export const BREAK = 0;
/** Leaves no trace: soft hyphens, zero-width characters, raised footnote digits. */
export const NOTHING = 1;
/** Joins the letter before it: combining ring, dots, acute. */
export const COMBINING = 2;
/** Several letters: look in `LIGATURES`. */
export const LIGATURE = 3;

export const LIGATURES: ReadonlyMap<number, string> = new Map([
  [0xfb00, 'ff'],
  [0xfb01, 'fi'],
  [0xfb02, 'fl'],
  [0xfb03, 'ffi'],
  [0xfb04, 'ffl'],
  [0xfb05, 'st'],
  [0xfb06, 'st'],
  [0xdf, 'ss'],
  [0x132, 'ij'],
  [0x133, 'ij'],
]);

const RAISED = /[\u00b9\u00b2\u00b3\u2070-\u209c]/u;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;
const MARK = /\p{M}/u;
const WORD = /[\p{L}\p{N}§%]/u;

function classify(unit: number): number {
  const character = String.fromCharCode(unit);
  if (LIGATURES.has(unit)) return LIGATURE;
  if (RAISED.test(character) || INVISIBLE.test(character)) return NOTHING;
  if (MARK.test(character)) return COMBINING;
  // Halves of a pair (letters beyond the basic plane) stand for themselves.
  if (unit >= 0xd800 && unit <= 0xdfff) return unit;
  if (!WORD.test(character)) return BREAK;
  // Full-width and other compatibility forms become the plain letter where that is one letter.
  const plain = character.normalize('NFKC').toLowerCase();
  return plain.length === 1 && WORD.test(plain) ? plain.charCodeAt(0) : unit;
}

let table: Uint16Array | undefined;

/** The units whose class has to be looked up, one by one: European scripts, punctuation, compatibility forms. */
const CLASSIFIED: readonly (readonly [number, number])[] = [
  [0, 0x600],
  [0x1e00, 0x2190],
  [0x3000, 0x3040],
  [0xfb00, 0xfb10],
  [0xfe00, 0x10000],
];
/** Arrows, mathematics, bullets and the private signs that word processors print bullets with: no letters among them. */
const SIGNS: readonly (readonly [number, number])[] = [
  [0x2190, 0x2c00],
  [0xe000, 0xf900],
];

/**
 * For each UTF-16 unit: `BREAK`, `NOTHING`, `COMBINING`, `LIGATURE`, or the folded letter's unit. Made on first use;
 * other scripts stand for themselves, since looking all of Unicode up would hold a page for a fiftieth of a second.
 */
export function letterTable(): Uint16Array {
  if (table) return table;
  table = new Uint16Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) table[unit] = unit;
  for (const [from, to] of SIGNS) table.fill(BREAK, from, to);
  for (const [from, to] of CLASSIFIED) for (let unit = from; unit < to; unit++) table[unit] = classify(unit);
  return table;
}

const COMPOSED: ReadonlyMap<string, number> = new Map(
  ['å', 'ä', 'ö', 'é', 'è', 'ü'].map((letter) => [letter.normalize('NFD'), letter.charCodeAt(0)]),
);

/** The letter that a combining mark makes of the one before it, or that letter itself. */
export function compose(letter: number, mark: number): number {
  return COMPOSED.get(String.fromCharCode(letter, mark)) ?? letter;
}

const ENTITY_LETTERS: ReadonlyMap<string, number> = new Map(
  Object.entries({ aring: 'å', auml: 'ä', ouml: 'ö', eacute: 'é', uuml: 'ü', sect: '§' }).map(([name, letter]) => [
    name,
    letter.charCodeAt(0),
  ]),
);

/** What an HTML entity left in the text stands for: a folded letter, `NOTHING` (`shy`), or `BREAK`. */
export function entityLetter(name: string): number {
  if (name === 'shy') return NOTHING;
  return ENTITY_LETTERS.get(name.toLowerCase()) ?? BREAK;
}
