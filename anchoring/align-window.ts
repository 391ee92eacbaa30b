import { type Alignment, alignWords, SAME, wordWeight } from './align-words';
import { wordOf } from './fold';
import type { Pattern } from './pattern';
import { rising } from './rising';
import type { TextIndex } from './text-index';
import type { Window } from './windows';
import { wordKeys } from './word-keys';

/** Cells of one alignment at most: above it the pattern is cut at sure places and aligned piece by piece. */
const MOST_CELLS = 60_000;
/** Words of a piece when a long pattern is cut. */
const PIECE = 120;

/** A place in the pattern and in the text where both go on alike, in words. */
interface Cut {
  pattern: number;
  text: number;
}

/** Words beside the quote that are always weighed, however surely the context around them is in place. */
const NEAR = 10;

/** Aligns a pattern with a window of the text; the time it takes grows with the pattern's length, not its square. */
export function alignWindow(index: TextIndex, pattern: Pattern, window: Window): Alignment {
  const count = pattern.folded.wordCount;
  const whole: Alignment = {
    score: 0,
    state: new Uint8Array(count),
    from: new Int32Array(count).fill(-1),
    to: new Int32Array(count).fill(-1),
  };
  const lead = leading(index, pattern, window);
  const trail = trailing(index, pattern, window, lead);
  const cuts = cutsOf(index, pattern, window, lead, trail);
  if (lead.pattern > 0) copyExact(index, pattern, whole, 0, lead.pattern, lead.shift);
  if (trail.pattern < count) copyExact(index, pattern, whole, trail.pattern, count, trail.shift);
  for (let i = 0; i + 1 < cuts.length; i++) {
    const start = cuts[i] as Cut;
    const end = cuts[i + 1] as Cut;
    if ((end.pattern - start.pattern) * (end.text - start.text) > MOST_CELLS * 20) continue;
    const piece = alignWords(
      wordKeys(pattern.folded, start.pattern, end.pattern),
      wordKeys(index.folded, start.text, end.text),
      { from: pattern.from - start.pattern, to: pattern.to - start.pattern },
    );
    whole.score += piece.score;
    whole.state.set(piece.state, start.pattern);
    whole.from.set(piece.from, start.pattern);
    whole.to.set(piece.to, start.pattern);
  }
  return whole;
}

/** A cut at the border of context that stands in the text letter by letter; `shift` from the pattern's letters to the text's. */
interface ExactCut extends Cut {
  shift: number;
}

/** How far the pattern's beginning stands in the text unchanged, up to a few words before the quote. */
function leading(index: TextIndex, { folded, from }: Pattern, window: Window): ExactCut {
  const none = { pattern: 0, text: window.first, shift: 0 };
  const first = window.hits.reduce<[number, number] | undefined>(
    (low, hit) => (low && low[0] <= hit[0] ? low : hit),
    undefined,
  );
  if (!first || from <= NEAR) return none;
  const shift = first[1] - first[0];
  const limit = folded.words[from - NEAR] as number;
  const text = index.folded.letters;
  let letter = 0;
  // Context is cut out of the text and may begin in the middle of a word: its first word is left to the alignment.
  if (shift < 0) return none;
  while (letter < limit && folded.letters[letter] === text[letter + shift]) letter++;
  const word = letter === limit ? from - NEAR : wordOf(folded, letter);
  if (word < NEAR) return none;
  return { pattern: word, text: wordOf(index.folded, (folded.words[word] as number) + shift), shift };
}

/** How far back from the pattern's end it stands in the text unchanged, down to a few words after the quote. */
function trailing(index: TextIndex, { folded, to }: Pattern, window: Window, lead: ExactCut): ExactCut {
  const { wordCount, length, letters, words } = folded;
  const none = { pattern: wordCount, text: window.last, shift: 0 };
  const last = window.hits.reduce<[number, number] | undefined>(
    (high, hit) => (high && high[0] >= hit[0] ? high : hit),
    undefined,
  );
  if (!last || to + NEAR >= wordCount) return none;
  const shift = last[1] - last[0];
  const limit = words[to + NEAR] as number;
  const text = index.folded.letters;
  if (length + shift > index.folded.length) return none;
  let letter = length;
  while (letter > limit && letters[letter - 1] === text[letter - 1 + shift]) letter--;
  const word = letter === limit ? to + NEAR : wordOf(folded, letter) + 1;
  if (word > wordCount - NEAR) return none;
  const start = wordOf(index.folded, (words[word] as number) + shift);
  return start > lead.text ? { pattern: word, text: start, shift } : none;
}

function copyExact(
  index: TextIndex,
  pattern: Pattern,
  whole: Alignment,
  first: number,
  last: number,
  shift: number,
): void {
  const { words } = pattern.folded;
  for (let word = first; word < last; word++) {
    whole.state[word] = SAME;
    whole.from[word] = (words[word] as number) + shift;
    whole.to[word] = Math.min((words[word + 1] as number) + shift, index.folded.length);
    whole.score += wordWeight((words[word + 1] as number) - (words[word] as number));
  }
}

function cutsOf(index: TextIndex, pattern: Pattern, window: Window, start: Cut, end: Cut): Cut[] {
  if ((end.pattern - start.pattern) * (end.text - start.text) <= MOST_CELLS) return [start, end];
  const cuts: Cut[] = [start];
  let last = start;
  for (const [patternLetter, textLetter] of rising(window.hits)) {
    const cut = { pattern: wordOf(pattern.folded, patternLetter) + 1, text: wordOf(index.folded, textLetter) + 1 };
    if (
      cut.pattern >= last.pattern + PIECE &&
      cut.text > last.text &&
      cut.pattern < end.pattern &&
      cut.text < end.text
    ) {
      cuts.push(cut);
      last = cut;
    }
  }
  return [...cuts, end];
}
