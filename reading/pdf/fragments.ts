import type { Run } from './runs';
import { slicedSort } from './sliced-sort';

/** Runs on one baseline with no more than a word space between them. */
export interface Fragment {
  /** From left to right. */
  runs: Run[];
  left: number;
  right: number;
  baseline: number;
  /** Size and font of most letters. */
  size: number;
  font: string;
}

/** Runs that lie further apart, in font sizes, may stand in different columns. */
const WIDEST_WORD_SPACE = 0.8;
/** The same for runs that do not follow each other in the file: two cells of a table may stand close. */
const WIDEST_OUT_OF_ORDER = 0.4;
/** Furthest that a list's sign or number stands from its words, in font sizes. */
const FURTHEST_MARKER = 5;
const FURTHEST_NUMBER = 5;
/** Widest word space of a justified line, in font sizes, and how far word spaces of one line differ, in points. */
const WIDEST_JUSTIFIED = 2.2;
const EVEN = 0.4;
/** Baselines that differ by less, in font sizes, are one. */
const SAME_BASELINE = 0.15;
/** Furthest that a raised or lowered sign stands from the baseline, in its own size. */
const FURTHEST_RAISED = 0.85;
const RUNS_A_SLICE = 1500;
const ROWS_A_SLICE = 300;

/** A sign, number or letter before a list item or a heading, alone in its run. */
export const MARKER =
  /^(?:[•●►▪■◦·○‣➢➤✓✔∙⁃▶▫□▸»→⇒➔➜➡❖◆◇☐☑*\-–—\uf000-\uf0ff]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\d{1,2}(?:\.\d{1,2})+\.?)$/u;
/** What is one only at the left edge: elsewhere a figure in a table, the last word of a justified line. */
const MARKER_AT_EDGE = /^(?:\d{1,2}|att|o)$/;

/** Puts runs of one direction together to fragments, sorted by baseline, then from left to right. */
export function* readFragments(runs: readonly Run[]): Generator<void, Fragment[]> {
  const sorted = yield* slicedSort(runs, (a, b) => a.baseline - b.baseline || a.left - b.left);
  const rows: Fragment[][] = [];
  let row: Run[] = [];
  let count = 0;
  for (const run of sorted) {
    if (++count % RUNS_A_SLICE === 0) yield;
    const first = row[0];
    const last = row.at(-1);
    const sameRow =
      first &&
      last &&
      run.baseline - last.baseline <= SAME_BASELINE * Math.min(run.size, last.size) &&
      run.baseline - first.baseline <= 0.4 * Math.min(run.size, first.size);
    if (!sameRow && row.length > 0) {
      rows.push(splitRow(row));
      row = [];
    }
    row.push(run);
  }
  if (row.length > 0) rows.push(splitRow(row));
  yield;
  return yield* joinRaised(rows);
}

/** Splits runs of one baseline where the space between them is wider than between words. */
function splitRow(row: Run[]): Fragment[] {
  row.sort((a, b) => a.left - b.left || a.item - b.item);
  const fragments: Fragment[] = [];
  let open: Run[] = [];
  let right = 0;
  for (const run of row) {
    const last = open.at(-1);
    if (last && run.left - right > widestSpace(open, last, run, fragments.length === 0)) {
      fragments.push(fragmentOf(open));
      open = [];
    }
    right = open.length === 0 ? run.right : Math.max(right, run.right);
    open.push(run);
  }
  fragments.push(fragmentOf(open));
  return fragments;
}

/**
 * Joins fragments of a row whose distances are equal: the wide word spaces of a justified line.
 * @param isParted whether the space between two places parts the row's columns, and is no word space
 */
export function joinJustified(
  fragments: readonly Fragment[],
  isParted: (left: number, right: number) => boolean = () => false,
): Fragment[] {
  if (fragments.length < 3) return [...fragments];
  const gap = (k: number) => (fragments[k] as Fragment).left - (fragments[k - 1] as Fragment).right;
  const parted = fragments.map((fragment, k) => k > 0 && isParted((fragments[k - 1] as Fragment).right, fragment.left));
  const isEven = (k: number) => {
    if (k < 2 || k >= fragments.length || parted[k] || parted[k - 1]) return false;
    const wide = Math.max(gap(k - 1), gap(k));
    return (
      wide <= WIDEST_JUSTIFIED * (fragments[k] as Fragment).size && Math.abs(gap(k) - gap(k - 1)) <= EVEN + 0.03 * wide
    );
  };
  const joined: Fragment[] = [];
  let runs = [...(fragments[0] as Fragment).runs];
  for (let k = 1; k < fragments.length; k++) {
    const next = fragments[k] as Fragment;
    // The gap before this fragment is as wide as the one before it or behind it.
    if (isEven(k) || isEven(k + 1)) runs.push(...next.runs);
    else {
      joined.push(fragmentOf(runs));
      runs = [...next.runs];
    }
  }
  joined.push(fragmentOf(runs));
  return joined;
}

function widestSpace(open: readonly Run[], last: Run, next: Run, leftmost: boolean): number {
  const size = Math.max(Math.min(last.size, next.size), 0.6 * Math.max(last.size, next.size));
  // A raised figure is a note's mark, no list's number.
  if (open.length === 1 && last.size >= 0.9 * next.size) {
    if (MARKER.test(last.words)) return FURTHEST_MARKER * size;
    if (leftmost && MARKER_AT_EDGE.test(last.words) && /^\p{L}/u.test(next.words)) return FURTHEST_NUMBER * size;
  }
  // Words of one line follow each other in the file; what stands beside by chance does not.
  const follows = !last.endsLine && next.item - last.item > 0 && next.item - last.item <= 2;
  return (follows ? WIDEST_WORD_SPACE : WIDEST_OUT_OF_ORDER) * size;
}

/** Makes a fragment of runs that are ordered from left to right. */
export function fragmentOf(runs: Run[]): Fragment {
  const first = runs[0] as Run;
  if (runs.length === 1) {
    const { left, right, baseline, size, font } = first;
    return { runs, left, right, baseline, size, font };
  }
  let right = first.right;
  let main = first;
  const letters = new Map<string, number>();
  let most = 0;
  for (const run of runs) {
    right = Math.max(right, run.right);
    const key = `${Math.round(run.size * 2)} ${run.font}`;
    const sum = (letters.get(key) ?? 0) + run.words.length;
    letters.set(key, sum);
    if (sum > most) {
      most = sum;
      main = run;
    }
  }
  return { runs, left: first.left, right, baseline: main.baseline, size: main.size, font: main.font };
}

/** Joins what stands a little above or below its line (note marks, words of a crooked scan) with the line. */
function* joinRaised(rows: readonly Fragment[][]): Generator<void, Fragment[]> {
  const flat = rows.flat();
  const first: number[] = [];
  let sum = 0;
  for (const row of rows) {
    first.push(sum);
    sum += row.length;
  }
  const parent = Int32Array.from({ length: flat.length }, (_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root] as number] as number;
      root = parent[root] as number;
    }
    return root;
  };
  let joined = false;
  let work = 0;
  for (let upper = 0; upper < rows.length; upper++) {
    if (upper % ROWS_A_SLICE === ROWS_A_SLICE - 1) yield;
    const above = rows[upper] as Fragment[];
    const top = Math.min(...above.slice(0, 50).map((f) => f.baseline));
    const size = Math.max(...above.slice(0, 50).map((f) => f.size));
    for (let lower = upper + 1; lower < rows.length && lower <= upper + 8; lower++) {
      const below = rows[lower] as Fragment[];
      if ((below[0] as Fragment).baseline - top > FURTHEST_RAISED * size) break;
      for (let a = 0, b = 0; a < above.length && b < below.length; ) {
        const f = above[a] as Fragment;
        const g = below[b] as Fragment;
        if (++work % RUNS_A_SLICE === 0) yield;
        if (belongTogether(f, g)) {
          parent[find((first[upper] as number) + a)] = find((first[lower] as number) + b);
          joined = true;
        }
        if (f.right < g.right) a++;
        else b++;
      }
    }
  }
  if (!joined) return flat;
  const members = new Map<number, Fragment[]>();
  for (const [i, fragment] of flat.entries()) {
    if (i % RUNS_A_SLICE === RUNS_A_SLICE - 1) yield;
    const root = find(i);
    const known = members.get(root);
    if (known) known.push(fragment);
    else members.set(root, [fragment]);
  }
  const whole: Fragment[] = [];
  for (const parts of members.values()) {
    if (whole.length % RUNS_A_SLICE === RUNS_A_SLICE - 1) yield;
    if (parts.length === 1) whole.push(parts[0] as Fragment);
    else {
      const runs = parts.flatMap((part) => part.runs);
      runs.sort((a, b) => a.left - b.left || a.item - b.item);
      whole.push(fragmentOf(runs));
    }
  }
  return yield* slicedSort(whole, (a, b) => a.baseline - b.baseline || a.left - b.left);
}

/** True for a fragment and one a little below it that stand side by side in one line. */
function belongTogether(f: Fragment, g: Fragment): boolean {
  const smaller = Math.min(f.size, g.size);
  const larger = Math.max(f.size, g.size);
  const apart = Math.abs(g.baseline - f.baseline);
  if (apart > FURTHEST_RAISED * smaller) return false;
  // How much of the smaller one's height the other one shares: letters reach 0.7 above the line and 0.2 below.
  const shared =
    Math.min(f.baseline + 0.2 * f.size, g.baseline + 0.2 * g.size) -
    Math.max(f.baseline - 0.7 * f.size, g.baseline - 0.7 * g.size);
  if (shared < 0.45 * 0.9 * smaller) return false;
  const gap = Math.max(f.left, g.left) - Math.min(f.right, g.right);
  if (gap > WIDEST_WORD_SPACE * larger) return false;
  if (gap >= -0.3 * smaller) return apart <= 0.45 * larger || smaller < 0.85 * larger;
  // One above the other: only a small sign between the words of a line.
  return smaller <= 0.85 * larger && Math.min(f.right - f.left, g.right - g.left) < 4 * smaller;
}
