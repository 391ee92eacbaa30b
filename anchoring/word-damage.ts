/**
 * Whether two different spellings are one word that text recognition, or a footnote mark, has damaged: `bedömer`,
 * `bedomer`, `bed6mer`, `beddmer`; `kommunallagen`, `kommunallagen1`.
 */

/** What recognition makes of a letter. Real edits hardly ever do just this. */
const READ_AS: Readonly<Record<string, string>> = {
  å: 'aáà4dié',
  ä: 'aáà4dié',
  ö: 'oóò60dée',
  é: 'aoe46åäö',
  ü: 'u',
  '§': '8s',
};
/** Mixed up by recognition too, but also the difference between real words (bör, hör): believed in long words only. */
const SIMILAR: readonly string[] = ['mn', 'bh', 'ft', 'ce', 'gq', 'il', 'ai', '0o', '5s', '8§', 's§'];
export const LONG_WORD = 7;
const FREE_EDIT_LENGTH = 6;
const FOOTNOTE_WORD = 4;
const LONGEST = 48;

/** Cost of a damaged letter; of any other change. Far apart, so that a sum tells how many of each there were. */
const DAMAGE = 1;
const EDIT = 100;

const confusions = makeConfusions();
const similar = new Set(SIMILAR.flatMap(([a, b]) => (a && b ? [pair(a, b), pair(b, a)] : [])));

function pair(a: string, b: string): number {
  return a.charCodeAt(0) * 0x10000 + b.charCodeAt(0);
}

function makeConfusions(): Set<number> {
  const pairs = new Set<number>();
  for (const [letter, readings] of Object.entries(READ_AS)) {
    for (const reading of readings) pairs.add(pair(letter, reading)).add(pair(reading, letter));
  }
  // Two damaged readings of one letter, and the letters that look like the digit one.
  for (const [a, b] of ['6é', '6d', 'éd', '4é', '4d', '4a', 'éo', 'éa', 'ad', 'di', 'do', '6o', '1l', '1i']) {
    if (a && b) pairs.add(pair(a, b)).add(pair(b, a));
  }
  return pairs;
}

function isDigit(letter: number): boolean {
  return letter >= 0x30 && letter <= 0x39;
}

/** A stretch of folded letters. */
export interface Letters {
  letters: Uint16Array;
  from: number;
  to: number;
}

function substitution(x: number, y: number, long: boolean): number {
  if (x === y) return 0;
  const key = x * 0x10000 + y;
  if (confusions.has(key)) return DAMAGE;
  return long && similar.has(key) ? DAMAGE : EDIT;
}

/** True where a word carries marks that no correctly spelled Swedish word does: é or 4 and 6 among letters. */
function looksDamaged({ letters, from, to }: Letters): boolean {
  let strange = false;
  let plain = 0;
  for (let i = from; i < to; i++) {
    const letter = letters[i] as number;
    if (letter === 0x34 || letter === 0x36 || letter === 0xe9) strange = true;
    else if (!isDigit(letter)) plain++;
  }
  return strange && plain > 1;
}

function allDigits({ letters, from, to }: Letters): boolean {
  for (let i = from; i < to; i++) if (!isDigit(letters[i] as number)) return false;
  return true;
}

/** True where `longer` is `shorter` with one or two digits of a footnote mark glued on. */
function hasFootnoteMark(longer: Letters, shorter: Letters): boolean {
  const length = shorter.to - shorter.from;
  const extra = longer.to - longer.from - length;
  if (length < FOOTNOTE_WORD || extra < 1 || extra > 2 || isDigit(shorter.letters[shorter.to - 1] as number)) {
    return false;
  }
  for (let i = 0; i < extra; i++) if (!isDigit(longer.letters[longer.to - 1 - i] as number)) return false;
  for (let i = 0; i < length; i++) {
    if (
      substitution(longer.letters[longer.from + i] as number, shorter.letters[shorter.from + i] as number, false) ===
      EDIT
    ) {
      return false;
    }
  }
  return true;
}

/** Two rows of costs, used again by each comparison; `LONGEST` letters and their beginning. */
const rows = [new Int32Array(LONGEST + 1), new Int32Array(LONGEST + 1)] as const;

/** Cheapest way from one word to the other: `DAMAGE` for each damaged letter, `EDIT` for each other change. */
function distance(a: Letters, b: Letters): number {
  const width = b.to - b.from;
  const long = Math.min(a.to - a.from, width) >= LONG_WORD;
  let above = rows[0];
  let row = rows[1];
  for (let j = 0; j <= width; j++) above[j] = j * EDIT;
  for (let i = a.from; i < a.to; i++) {
    const letter = a.letters[i] as number;
    let left = (i - a.from + 1) * EDIT;
    row[0] = left;
    for (let j = 0; j < width; j++) {
      const changed = (above[j] as number) + substitution(letter, b.letters[b.from + j] as number, long);
      left = Math.min(changed, (above[j + 1] as number) + EDIT, left + EDIT);
      row[j + 1] = left;
    }
    [above, row] = [row, above];
  }
  return above[width] as number;
}

/** True where the two spellings, of folded letters, are the same word but for damage. */
export function sameButForDamage(a: Letters, b: Letters): boolean {
  const [short, long] = a.to - a.from <= b.to - b.from ? [a, b] : [b, a];
  const length = short.to - short.from;
  const extra = long.to - long.from - length;
  if (hasFootnoteMark(long, short)) return true;
  if (extra > 2 || long.to - long.from > LONGEST || (allDigits(a) && allDigits(b))) return false;
  const cost = distance(short, long);
  const edits = Math.floor(cost / EDIT);
  const damage = cost % EDIT;
  if (edits === 0) return true;
  if (looksDamaged(a) !== looksDamaged(b)) return edits <= Math.max(1, length >> 2);
  return damage > 0 && edits === 1 && length >= FREE_EDIT_LENGTH;
}
