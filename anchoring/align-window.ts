import { type Alignment, alignWords } from './align-words';
import { wordOf } from './fold';
import type { Pattern } from './pattern';
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

/** Aligns a pattern with a window of the text; the time it takes grows with the pattern's length, not its square. */
export function alignWindow(index: TextIndex, pattern: Pattern, window: Window): Alignment {
  const cuts = cutsOf(index, pattern, window);
  const whole: Alignment = {
    score: 0,
    state: new Uint8Array(pattern.folded.wordCount),
    from: new Int32Array(pattern.folded.wordCount).fill(-1),
    to: new Int32Array(pattern.folded.wordCount).fill(-1),
  };
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

function cutsOf(index: TextIndex, pattern: Pattern, window: Window): Cut[] {
  const count = pattern.folded.wordCount;
  const start = { pattern: 0, text: window.first };
  const end = { pattern: count, text: window.last };
  if (count * (window.last - window.first) <= MOST_CELLS) return [start, end];
  const cuts = [start];
  let last = start;
  for (const [patternLetter, textLetter] of rising(window.hits)) {
    const cut = { pattern: wordOf(pattern.folded, patternLetter) + 1, text: wordOf(index.folded, textLetter) + 1 };
    if (cut.pattern >= last.pattern + PIECE && cut.text > last.text && cut.pattern < count && cut.text < window.last) {
      cuts.push(cut);
      last = cut;
    }
  }
  return [...cuts, end];
}

/** The longest row of hits that rises in pattern and text alike. */
export function rising(hits: readonly [number, number][]): [number, number][] {
  const sorted = [...hits].sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const tails: number[] = [];
  const previous: number[] = [];
  sorted.forEach(([, text], i) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[tails[middle] as number] as [number, number])[1] < text) low = middle + 1;
      else high = middle;
    }
    previous[i] = low > 0 ? (tails[low - 1] as number) : -1;
    tails[low] = i;
  });
  const row: [number, number][] = [];
  for (let i = tails.at(-1) ?? -1; i >= 0; i = previous[i] as number) row.push(sorted[i] as [number, number]);
  return row.reverse();
}
