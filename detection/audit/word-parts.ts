/** A part of a word that is looked for. */
export interface Part<Mark> {
  /** As printed; `[öo]` stands for either letter. */
  letters: string;
  /** What must stand where the letters do, them included, for the part to count; a sticky pattern. */
  whole?: RegExp;
  mark: Mark;
}

/** Signs that have a number of their own, in either case, those that are frequent in Swedish first; all others share 0. */
const SIGNS = ' eantrsildomkgvhfupäböåyjxcwzq?';
const BITS = 5;
const NUMBERS = new Uint8Array(0x1_0000);
for (let k = 0; k < SIGNS.length; k++) {
  NUMBERS[SIGNS.charCodeAt(k)] = k + 1;
  NUMBERS[(SIGNS[k] as string).toUpperCase().charCodeAt(0)] = k + 1;
}
/** Signs in a row that tell whether a part may stand somewhere. */
const ROW = 3;
const ROWS = 1 << (BITS * ROW);

/** A spelling of a part. */
interface Spelling {
  letters: string;
  /** Code of its first letter. */
  first: number;
  part: number;
  /** Characters from its beginning to behind the row that tells it. */
  told: number;
}

/**
 * Finds many parts of words in one look at each character: three of them in a row rule out nearly all places. A pattern of many
 * alternatives, or many patterns one after the other, take several times as long.
 */
export class PartScanner<Mark> {
  /** Whether some spelling is told by a row. */
  private readonly tells = new Uint8Array(ROWS);
  private readonly byRow: (Spelling[] | undefined)[] = new Array(ROWS);

  constructor(readonly parts: readonly Part<Mark>[]) {
    parts.forEach(({ letters: pattern }, part) => {
      for (const letters of spellings(pattern)) this.add(letters, part);
    });
  }

  private add(letters: string, part: number): void {
    const told = rarestRow(letters);
    const known = Math.min(ROW, letters.length);
    let row = 0;
    for (let k = told - known; k < told; k++) row = (row << BITS) | numberAt(letters, k);
    // A part of fewer letters is told by every row that ends with it.
    for (let before = 0; before < 1 << (BITS * (ROW - known)); before++) {
      const all = (before << (BITS * known)) | row;
      this.tells[all] = 1;
      const spelling = { letters, first: letters.charCodeAt(0), part, told };
      const others = this.byRow[all];
      if (others) others.push(spelling);
      else this.byRow[all] = [spelling];
    }
  }

  /**
   * The parts in text[from, to), in text order but for those that stand in one another.
   * @returns where each begins and the number of the part, in turn; `whole` is not asked yet
   */
  scan(text: string, from: number, to: number): number[] {
    const found: number[] = [];
    for (let at = this.nextTold(text, from, from, to); at > 0; at = this.nextTold(text, from, at, to)) {
      let row = 0;
      for (let k = Math.max(from, at - ROW); k < at; k++) row = (row << BITS) | numberAt(text, k);
      for (const { letters, first, part, told } of this.byRow[row] as Spelling[]) {
        const start = at - told;
        // Most words differ at once; engines do not inline the rest.
        if (start < from || text.charCodeAt(start) !== first || !text.startsWith(letters, start)) continue;
        found.push(start, part);
      }
    }
    return found;
  }

  /** The marks of the parts in text[from, to), numbers whose bits are joined; `whole` is not asked. */
  marks(this: PartScanner<number>, text: string, from: number, to: number): number {
    let marks = 0;
    const found = this.scan(text, from, to);
    for (let k = 1; k < found.length; k += 2) marks |= (this.parts[found[k] as number] as Part<number>).mark;
    return marks;
  }

  /**
   * Where the first row ends, behind an offset, that tells a part; 0 where none does. Apart from what comes of it: engines keep
   * so short a loop in registers.
   * @param begin no row begins before it
   */
  private nextTold(text: string, begin: number, after: number, to: number): number {
    const { tells } = this;
    // A constant of its own: engines look an outer one up again and again.
    const numbers = NUMBERS;
    let row = 0;
    for (let at = Math.max(begin, after - ROW + 1); at < to; at++) {
      row = ((row << BITS) & (ROWS - 1)) | (numbers[text.charCodeAt(at)] as number);
      if (tells[row] !== 0 && at >= after) return at + 1;
    }
    return 0;
  }

  /** Whether a part that was found at an offset counts there. */
  counts(part: Part<Mark>, text: string, at: number): boolean {
    if (!part.whole) return true;
    part.whole.lastIndex = at;
    return part.whole.test(text);
  }
}

function numberAt(letters: string, at: number): number {
  return NUMBERS[letters.charCodeAt(at)] as number;
}

/** Rows of frequent words and endings, which tell little. */
const FREQUENT = new Set(
  'för for kom omm men til ill den ent ede nde and ing ver era sen ion nin vis rev bed lig kti tar en-'.split(' '),
);

/** Where the row of a word's part ends that is rarest in Swedish, by its signs. */
function rarestRow(letters: string): number {
  let best = Math.min(ROW, letters.length);
  let rarity = -1;
  for (let end = best; end <= letters.length; end++) {
    let own = 0;
    for (let k = Math.max(0, end - ROW); k < end; k++) own += numberAt(letters, k) || SIGNS.length;
    if (FREQUENT.has(letters.slice(end - ROW, end).toLowerCase())) own = 0;
    if (own > rarity) {
      rarity = own;
      best = end;
    }
  }
  return best;
}

/** `b[öo]r` as `bör` and `bor`. */
function spellings(letters: string): string[] {
  const open = letters.indexOf('[');
  if (open < 0) return [letters];
  const close = letters.indexOf(']', open);
  return [...letters.slice(open + 1, close)].flatMap((letter) =>
    spellings(letters.slice(0, open) + letter + letters.slice(close + 1)),
  );
}
