import { isSameDamaged, sameJoined, type WordKeys } from './word-keys';

/** How the words of a pattern stand in a text. */
export interface Alignment {
  /** Sum of what agrees less what does not. */
  score: number;
  /** For each word of the pattern: `ABSENT`, `SAME`, or `OTHER` (another word stands in its place). */
  state: Uint8Array;
  /** For each word of the pattern that is not absent: first letter and letter after the last one in the folded text. */
  from: Int32Array;
  to: Int32Array;
}

export const ABSENT = 0;
export const SAME = 1;
export const OTHER = 2;

/**
 * Costs, in sixteenths of a long word. A gap costs more than any single word brings, so that no lone chance match far away
 * is taken along, and less than two words, so that a pair is. Words that were taken away cost nothing more: whole
 * paragraphs go. Words that were put in cost a little each, lest set phrases be gathered from here and there.
 */
const GAP = 20;
const PUT_IN = 1;
const REPLACED = 8;
/** Tips the scale among equals: what is gone went as the quote, not as bits of it and of its like neighbour. */
const QUOTE_BORDER = 1;

/** What a word in its place tells, by its length: `i`, `att`, `enligt`, `nämnden`. */
export function wordWeight(length: number): number {
  if (length <= 1) return 4;
  if (length <= 3) return 8;
  return length <= 5 ? 12 : 16;
}

// One cell of the traceback: kind of step (3 bits), fresh start (1), gap flags (2), best state (2).
const STEP = 7;
const STEP_SAME = 1;
const STEP_OTHER = 2;
const STEP_TWO_TO_ONE = 3;
const STEP_ONE_TO_TWO = 4;
const FRESH = 8;
const TEXT_GAP_GOES_ON = 16;
const PATTERN_GAP_GOES_ON = 32;
const BEST = 192;
const BEST_WORD = 0;
const BEST_TEXT_GAP = 64;
const BEST_PATTERN_GAP = 128;

const LOW = -0x3fffffff;

/** Reused between calls, grown when needed: the table is by far the largest thing an alignment needs. */
let table = new Uint8Array(1 << 16);

/**
 * Best local alignment of the pattern's words with the text's (Smith–Waterman with affine gaps). Beside word with word,
 * two words may stand for one (`barn och` / `barnoch`, a word broken at a line end).
 * @param quote words of the pattern that are the quote, [from, to), counted from the pattern stretch's first
 * @param gap what it costs to leave words out
 */
export function alignWords(
  pattern: WordKeys,
  text: WordKeys,
  quote: { from: number; to: number },
  gap = GAP,
): Alignment {
  const rows = pattern.count;
  const columns = text.count;
  const width = columns + 1;
  const patternExact = pattern.exact;
  const { exact: textExact, lengths: textLengths } = text;
  if (table.length < (rows + 1) * width) table = new Uint8Array((rows + 1) * width * 2);
  table.fill(0, 0, width);
  let earlier = new Int32Array(width);
  let above = new Int32Array(width);
  let best = new Int32Array(width);
  let gapAbove = new Int32Array(width).fill(LOW);
  let gapHere = new Int32Array(width).fill(LOW);
  let top = 0;
  let topRow = 0;
  let topColumn = 0;
  for (let i = 1; i <= rows; i++) {
    const row = i * width;
    const letters = pattern.lengths[i - 1] as number;
    const twoLetters = i > 1 ? (pattern.lengths[i - 2] as number) + letters : -1;
    const weight = wordWeight(letters);
    const open = i - 1 === quote.from ? gap - QUOTE_BORDER : gap;
    const closing = i === quote.to ? QUOTE_BORDER : 0;
    // Between two equal splits the one that leaves the quote whole is meant.
    const put = i > quote.from && i < quote.to ? gap + QUOTE_BORDER : gap;
    let textGap = LOW;
    best[0] = 0;
    gapHere[0] = LOW;
    table[row] = BEST_WORD | FRESH;
    for (let j = 1; j <= columns; j++) {
      let cell = 0;
      let word: number;
      const before = above[j - 1] as number;
      if (patternExact[i - 1] === textExact[j - 1] || isSameDamaged(pattern, i - 1, text, j - 1)) {
        word = Math.max(0, before) + weight;
        cell = before > 0 ? STEP_SAME : STEP_SAME | FRESH;
      } else {
        word = before - REPLACED;
        cell = STEP_OTHER;
        if (twoLetters === textLengths[j - 1] && sameJoined(pattern, i - 2, text, j - 1)) {
          const joined = Math.max(0, earlier[j - 1] as number) + weight * 2;
          if (joined > word) {
            word = joined;
            cell = (earlier[j - 1] as number) > 0 ? STEP_TWO_TO_ONE : STEP_TWO_TO_ONE | FRESH;
          }
        }
        if (
          j > 1 &&
          (textLengths[j - 2] as number) + (textLengths[j - 1] as number) === letters &&
          sameJoined(text, j - 2, pattern, i - 1)
        ) {
          const joined = Math.max(0, above[j - 2] as number) + weight;
          if (joined > word) {
            word = joined;
            cell = (above[j - 2] as number) > 0 ? STEP_ONE_TO_TWO : STEP_ONE_TO_TWO | FRESH;
          }
        }
      }
      textGap -= PUT_IN;
      const opened = (best[j - 1] as number) - put;
      if (textGap >= opened) cell |= TEXT_GAP_GOES_ON;
      else textGap = opened;
      const dropped = (above[j] as number) - open;
      let patternGap = gapAbove[j] as number;
      if (patternGap >= dropped) cell |= PATTERN_GAP_GOES_ON;
      else patternGap = dropped;
      gapHere[j] = patternGap;
      let value = word;
      if (textGap > value) {
        value = textGap;
        cell |= BEST_TEXT_GAP;
      }
      if (patternGap + closing > value) {
        value = patternGap + closing;
        cell = (cell & ~BEST) | BEST_PATTERN_GAP;
      }
      if (value <= 0) {
        value = 0;
        cell = (cell & ~(BEST | STEP)) | FRESH;
      }
      best[j] = value;
      table[row + j] = cell;
      if (word > top && value === word) {
        top = word;
        topRow = i;
        topColumn = j;
      }
    }
    const spare = earlier;
    earlier = above;
    above = best;
    best = spare;
    const spareGap = gapAbove;
    gapAbove = gapHere;
    gapHere = spareGap;
  }
  return traced(pattern, text, top, topRow, topColumn, width);
}

function traced(
  pattern: WordKeys,
  text: WordKeys,
  score: number,
  row: number,
  column: number,
  width: number,
): Alignment {
  const state = new Uint8Array(pattern.count);
  const from = new Int32Array(pattern.count).fill(-1);
  const to = new Int32Array(pattern.count).fill(-1);
  const { first, folded } = text;
  const begins = (j: number) => folded.words[first + j] as number;
  let i = row;
  let j = column;
  let gap = 0;
  while (i > 0 && j > 0) {
    const cell = table[i * width + j] as number;
    const where = gap || cell & BEST;
    if (where === BEST_TEXT_GAP) {
      gap = cell & TEXT_GAP_GOES_ON ? BEST_TEXT_GAP : 0;
      j--;
      continue;
    }
    if (where === BEST_PATTERN_GAP) {
      gap = cell & PATTERN_GAP_GOES_ON ? BEST_PATTERN_GAP : 0;
      i--;
      continue;
    }
    const step = cell & STEP;
    if (step === 0) break;
    i--;
    j--;
    state[i] = step === STEP_OTHER ? OTHER : SAME;
    to[i] = begins(j + 1);
    if (step === STEP_TWO_TO_ONE) {
      const middle = begins(j) + (pattern.lengths[i - 1] as number);
      from[i] = middle;
      i--;
      state[i] = SAME;
      from[i] = begins(j);
      to[i] = middle;
    } else {
      if (step === STEP_ONE_TO_TWO) j--;
      from[i] = begins(j);
    }
    if (cell & FRESH) break;
  }
  return { score, state, from, to };
}
