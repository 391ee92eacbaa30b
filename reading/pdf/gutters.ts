import { type Fragment, fragmentOf } from './fragments';
import { slicedSort } from './sliced-sort';

/** Fragments that stand beside each other, from left to right. */
export type Row = Fragment[];

/** A white strip between columns: no fragment of its rows stands in it. */
export interface Gutter {
  left: number;
  right: number;
  /** First and last row that has words on both sides of it. */
  first: number;
  last: number;
  /** How many rows have. */
  support: number;
  /** In how many of them the words behind it begin something: no next word of a sentence, or none in the file's order. */
  begins: number;
}

/** Rows that one or more gutters run through. */
export interface Zone {
  first: number;
  last: number;
  gutters: Gutter[];
}

/** Baselines that differ by less, in font sizes, may be of lines that stand side by side. */
const SAME_ROW = 0.6;
/** Narrowest gutter, in font sizes, where it begins, what may be left of it in a row, and the narrowest of two rows. */
const NARROWEST = 0.5;
const NARROWEST_LEFT = 0.35;
const NARROWEST_OF_TWO_ROWS = 1.2;
/** Fragments beside each other that are words of a person's page. */
const MOST_IN_ROW = 400;
const ROWS_A_SLICE = 200;
const FRAGMENTS_A_SLICE = 2000;
/** Rows with more gaps are charts or spaced letters, no columns. */
const MOST_GAPS = 24;
/** Rows with words on one side only that a gutter may run past. */
const MOST_ONE_SIDED = 25;
/** Distance between baselines, in font sizes, above which a one-sided row ends a gutter. */
const FAR = 3.2;
/** Left edges that differ by less, in points, are one column's. */
const SAME_EDGE = 3;
/** The same within a cell or paragraph. */
const NEAR = 1.6;

/** Groups fragments (sorted by baseline) into rows; what overlaps a fragment of the row goes to a row of its own. */
export function* readRows(fragments: readonly Fragment[]): Generator<void, Row[]> {
  const rows: Row[] = [];
  let row: Fragment[] = [];
  const close = () => {
    let rest = row;
    const rounds = row.length > MOST_IN_ROW ? 1 : 20;
    // Each round keeps what stands beside each other; a page with everything in one place has an end too.
    for (let round = 0; rest.length > 0; round++) {
      rest.sort((a, b) => a.left - b.left);
      const kept: Fragment[] = [];
      const over: Fragment[] = [];
      let right = Number.NEGATIVE_INFINITY;
      for (const fragment of rest) {
        if (fragment.left < right - 0.3 * fragment.size && round < rounds) over.push(fragment);
        else {
          kept.push(fragment);
          right = Math.max(right, fragment.right);
        }
      }
      rows.push(kept);
      rest = over;
    }
    row = [];
  };
  for (const [k, fragment] of fragments.entries()) {
    if (k % FRAGMENTS_A_SLICE === FRAGMENTS_A_SLICE - 1) yield;
    const first = row[0];
    if (first && fragment.baseline - first.baseline > SAME_ROW * Math.min(fragment.size, first.size)) close();
    row.push(fragment);
  }
  close();
  return rows;
}

/** Fragments of one column or cell as lines, from the top. */
export function* linesOf(fragments: readonly Fragment[]): Generator<void, Row[]> {
  return yield* readRows(yield* slicedSort(fragments, (a, b) => a.baseline - b.baseline || a.left - b.left));
}

interface OpenGutter extends Gutter {
  oneSided: number;
}

/**
 * Finds the gutters of a page or of a part of it.
 * @param ofTables only those that part cells: words begin behind them, and go on with no sentence from before them
 */
export function* findGutters(rows: readonly Row[], ofTables: boolean): Generator<void, Gutter[]> {
  const done: Gutter[] = [];
  let open: OpenGutter[] = [];
  const end = (gutter: OpenGutter, size: number) => {
    const wide = gutter.right - gutter.left >= NARROWEST_OF_TWO_ROWS * size;
    if (gutter.support >= 3 || (gutter.support === 2 && wide)) done.push(gutter);
  };
  let baseline = Number.NEGATIVE_INFINITY;
  for (const [index, row] of rows.entries()) {
    if (index % ROWS_A_SLICE === ROWS_A_SLICE - 1) yield;
    const first = row[0] as Fragment;
    const size = sizeOf(row);
    const far = first.baseline - baseline > FAR * size;
    baseline = Math.max(...row.slice(0, MOST_GAPS).map((fragment) => fragment.baseline));
    const kept: OpenGutter[] = [];
    for (const gutter of open) {
      // Words that stand in the strip make it narrower; they are on one of its sides then.
      const middle = (gutter.left + gutter.right) / 2;
      const twoSided = first.right < middle && (row.at(-1) as Fragment).left > middle;
      const broken = (!twoSided && (far || gutter.oneSided >= MOST_ONE_SIDED)) || (far && gutter.support < 2);
      const free = broken ? [] : freeParts(row, gutter, NARROWEST_LEFT * size);
      if (free.length === 0) end(gutter, size);
      for (const part of free)
        kept.push({
          ...gutter,
          ...part,
          begins: gutter.begins + (twoSided && beginsBehind(row, part.right) ? 1 : 0),
          last: twoSided ? index : gutter.last,
          // A fragment in the middle of the strip says that there are two of them.
          support: gutter.support + (twoSided || free.length > 1 ? 1 : 0),
          oneSided: twoSided ? 0 : gutter.oneSided + 1,
        });
    }
    open = kept;
    if (row.length - 1 > MOST_GAPS) continue;
    for (let k = 1; k < row.length; k++) {
      const left = (row[k - 1] as Fragment).right;
      const right = (row[k] as Fragment).left;
      if (right - left < NARROWEST * size) continue;
      if (open.some((gutter) => gutter.left < right && gutter.right > left)) continue;
      const begins = beginsBehind(row, right);
      if (ofTables && !begins) continue;
      open.push({ left, right, first: index, last: index, support: 1, begins: begins ? 1 : 0, oneSided: 0 });
    }
  }
  for (const gutter of open) end(gutter, sizeOf(rows.at(-1) ?? []));
  return done;
}

/** True unless the words behind a gutter go on with a sentence that the words before it, just before in the file, begin. */
function beginsBehind(row: Row, right: number): boolean {
  const k = row.findIndex((fragment) => fragment.left >= right - 1);
  const before = row[k - 1]?.runs.at(-1);
  const behind = row[k]?.runs[0];
  if (!before || !behind) return true;
  const follows = behind.item > before.item && behind.item - before.item <= 4;
  return !follows || !/^\p{Ll}/u.test(behind.words);
}

/** The size of most letters of a row, roughly: that of its longest fragment. */
function sizeOf(row: readonly Fragment[]): number {
  let longest: Fragment | undefined;
  for (const fragment of row)
    if (!longest || fragment.right - fragment.left > longest.right - longest.left) longest = fragment;
  return longest?.size ?? 1;
}

/** The parts of a gutter that a row leaves free, at least so wide; two of them where a fragment stands in its middle. */
function freeParts(row: Row, { left, right }: Gutter, narrowest: number): { left: number; right: number }[] {
  let low = 0;
  let high = row.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((row[middle] as Fragment).right <= left) low = middle + 1;
    else high = middle;
  }
  const parts: { left: number; right: number }[] = [];
  let from = left;
  for (let k = low; k < row.length; k++) {
    const fragment = row[k] as Fragment;
    if (fragment.left >= right) break;
    if (fragment.left - from >= narrowest) parts.push({ left: from, right: fragment.left });
    from = Math.max(from, fragment.right);
  }
  if (right - from >= narrowest) parts.push({ left: from, right });
  return parts.length <= 2 ? parts : [];
}

/** Zones of rows that are cut by gutters, from top to bottom; zones do not overlap. */
export function zonesOf(found: readonly Gutter[], rows: Row[]): Zone[] {
  const gutters = [...found].sort((a, b) => a.first - b.first || a.left - b.left);
  const zones: Zone[] = [];
  for (const gutter of gutters) {
    const zone = zones.at(-1);
    if (zone && gutter.first <= zone.last) {
      zone.gutters.push(gutter);
      zone.last = Math.max(zone.last, gutter.last);
    } else zones.push({ first: gutter.first, last: gutter.last, gutters: [gutter] });
  }
  zones.forEach((zone, k) => {
    stretch(zone, rows, zones[k - 1]?.last ?? -1, zones[k + 1]?.first ?? rows.length);
    zone.gutters.sort((a, b) => a.left - b.left);
  });
  return zones;
}

/** Takes along the rest of a cell or column above and below the rows that have words on both sides. */
function stretch(zone: Zone, rows: Row[], before: number, behind: number): void {
  const crosses = (row: Row) =>
    zone.gutters.some((gutter) => freeParts(row, gutter, NARROWEST_LEFT * sizeOf(row)).length === 0);
  while (zone.last + 1 < behind) {
    const row = rows[zone.last + 1] as Row;
    // What stands to the right of a gutter can hardly be anything else than its column.
    const rightOnly = zone.gutters.some((gutter) => Math.abs((row[0] as Fragment).left - gutter.right) < 2);
    if (crosses(row) || distance(rows[zone.last] as Row, row) > (rightOnly ? FAR : NEAR) * sizeOf(row)) break;
    zone.last++;
  }
  while (zone.first - 1 > before) {
    const row = rows[zone.first - 1] as Row;
    const near = distance(row, rows[zone.first] as Row) <= FAR * sizeOf(row);
    const head = near && crosses(row) ? splitAt(row, zone.gutters) : null;
    if (head) rows[zone.first - 1] = head;
    else {
      const rightOnly = zone.gutters.some((gutter) => (row[0] as Fragment).left >= gutter.right - 1);
      if (!rightOnly || crosses(row) || distance(row, rows[zone.first] as Row) > NEAR * sizeOf(row)) break;
    }
    zone.first--;
  }
}

/** Cuts a table's head whose cells stand close, where its words begin at the columns' edges; null where they do not. */
function splitAt(row: Row, gutters: readonly Gutter[]): Row | null {
  const cut: Row = [];
  for (const fragment of row) {
    let from = 0;
    fragment.runs.forEach((run, k) => {
      const begins = gutters.some((gutter) => Math.abs(gutter.right - run.left) < SAME_EDGE);
      if (k > from && begins) {
        cut.push(fragmentOf(fragment.runs.slice(from, k)));
        from = k;
      }
    });
    cut.push(fragmentOf(fragment.runs.slice(from)));
  }
  const crossing = gutters.some((gutter) => freeParts(cut, gutter, 1).length === 0);
  return cut.length > row.length && cut.length === gutters.length + 1 && !crossing ? cut : null;
}

function distance(above: Row, below: Row): number {
  return (below[0] as Fragment).baseline - (above[0] as Fragment).baseline;
}
