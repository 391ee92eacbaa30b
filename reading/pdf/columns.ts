import type { Fragment } from './fragments';
import { findGutters, type Gutter, linesOf, type Row, type Zone, zonesOf } from './gutters';
import { slicedSort } from './sliced-sort';
import { areLines, firstItem, rowsOfStream, type StreamRows, type TableRow, visitsOf } from './table-rows';

/** Lines of a column, as far as they tell prose from cells. */
const PROSE_LINES = 4;
const PROSE_LETTERS = 18;
const FULL_LINES = 0.45;
/** Gutters that are looked at, the longest first, for one between columns. */
const GUTTERS_TRIED = 4;
/** Distance of baselines, in font sizes, up to which a line above columns is one of theirs. */
const FURTHEST_ABOVE = 2.6;
/** Rows beside each other that make two columns of whatever they hold, where the file reads one after the other. */
const LONG_GUTTER = 8;
/** Low rows that follow each other are a table's, not short sections of a page. */
const ROWS_OF_TABLE = 3;
/** Cells of a zone with this many lines each are columns of a page in sections. */
const LINES_OF_SECTION = 7;

/** What stands above two columns, each of them, and what stands below; null where running text has no columns. */
export function* findColumns(rows: Row[]): Generator<void, Fragment[][] | null> {
  const gutters = (yield* findGutters(rows, false)).sort((a, b) => b.support - a.support);
  for (const gutter of gutters.slice(0, GUTTERS_TRIED)) {
    const zone = zonesOf([gutter], rows)[0] as Zone;
    takeRestOfLeft(rows, zone, gutter);
    takeRowsAbove(rows, zone, gutter);
    const sides = yield* splitColumns(rows, zone, gutter);
    if (!sides) continue;
    const above = rows.slice(0, zone.first).flat();
    const below = rows.slice(zone.last + 1).flat();
    const parts: Fragment[][] = [];
    for (const part of [above, ...sides, below])
      parts.push(yield* slicedSort(part, (a, b) => a.baseline - b.baseline || a.left - b.left));
    return parts;
  }
  return null;
}

/**
 * Takes along the rows below a zone that go on with its left column, which is longer than the right one: they come
 * before the right column in the file, or stand close where the file's order tells nothing.
 */
function takeRestOfLeft(rows: readonly Row[], zone: Zone, gutter: Gutter): void {
  const { lastOfLeft, firstOfRight } = orderOf(rows, zone, gutter);
  const inOrder = lastOfLeft < firstOfRight;
  for (let k = zone.last + 1; k < rows.length; k++) {
    const row = rows[k] as Row;
    if ((row.at(-1) as Fragment).right > gutter.left + 1) return;
    const first = row[0] as Fragment;
    const above = (rows[k - 1] as Row)[0] as Fragment;
    const goesOn = inOrder ? firstItem(first) < firstOfRight : first.baseline - above.baseline < 2.5 * first.size;
    if (!goesOn) return;
    zone.last = k;
  }
}

/** Where the file's content order leaves the left side of a gutter and comes to the right one. */
function orderOf(rows: readonly Row[], zone: Zone, gutter: Gutter): { lastOfLeft: number; firstOfRight: number } {
  let firstOfRight = Number.POSITIVE_INFINITY;
  let lastOfLeft = -1;
  for (let k = zone.first; k <= zone.last; k++)
    for (const fragment of rows[k] as Row) {
      if (fragment.left >= gutter.right - 1) firstOfRight = Math.min(firstOfRight, firstItem(fragment));
      else lastOfLeft = Math.max(lastOfLeft, firstItem(fragment));
    }
  return { lastOfLeft, firstOfRight };
}

/**
 * Takes along the rows above a zone that stand in one of its columns: lines of columns need not stand side by side.
 * What stands on the right belongs to the right column only where the file has it behind the left one.
 */
function takeRowsAbove(rows: readonly Row[], zone: Zone, gutter: Gutter): void {
  const { lastOfLeft, firstOfRight } = orderOf(rows, zone, gutter);
  const inOrder = lastOfLeft < firstOfRight;
  while (zone.first > 0) {
    const row = rows[zone.first - 1] as Row;
    const below = (rows[zone.first] as Row)[0] as Fragment;
    const first = row[0] as Fragment;
    if (below.baseline - first.baseline > FURTHEST_ABOVE * Math.max(first.size, below.size)) return;
    const inColumns = row.every(
      (fragment) =>
        fragment.right <= gutter.left + 1 ||
        (fragment.left >= gutter.right - 1 && (!inOrder || firstItem(fragment) > lastOfLeft)),
    );
    if (!inColumns) return;
    zone.first--;
  }
}

/** The two sides of a gutter when they are columns of running text; null for tables. */
function* splitColumns(rows: readonly Row[], zone: Zone, gutter: Gutter): Generator<void, Fragment[][] | null> {
  const sides: [Fragment[], Fragment[]] = [[], []];
  const sideOf = new Map<Fragment, number>();
  for (let k = zone.first; k <= zone.last; k++)
    for (const fragment of rows[k] as Row) {
      const side = (fragment.left + fragment.right) / 2 < (gutter.left + gutter.right) / 2 ? 0 : 1;
      sides[side].push(fragment);
      sideOf.set(fragment, side);
    }
  const { visits, inOrder } = yield* visitsOf(sideOf);
  const stream = inOrder ? yield* rowsOfStream(sideOf) : null;
  const aroundTables = stream && (yield* columnsAroundTables(stream));
  if (aroundTables) return aroundTables;
  const byStream = stream && !areLines(stream.steps) ? stream.rows : null;
  const lines = [yield* linesOf(sides[0]), yield* linesOf(sides[1])];
  const prose = lines.filter((side) => isProse(side)).length;
  // Read column after column in the file as well: nothing to decide.
  const long = prose > 0 || gutter.support >= LONG_GUTTER;
  if (visits === 2 && long && lines.every((side) => side.length >= PROSE_LINES)) return sides;
  if (prose < 2) return null;
  // A page in sections, each in two columns.
  if (byStream && byStream.length * 2 * LINES_OF_SECTION <= sideOf.size)
    return byStream.flatMap((row) => row.cells.map((cell) => cell.fragments));
  const lineByLine = byStream === null || byStream.length * 2 >= zone.last - zone.first + 1;
  return lineByLine && !hasAlignedGaps(lines) ? sides : null;
}

/**
 * Columns with tables over both of them: the file reads one column after the other, then goes to and fro between the
 * gutter's sides with each row of the table, then reads columns again. Null where it does not.
 */
function* columnsAroundTables({ rows, steps }: StreamRows): Generator<void, Fragment[][] | null> {
  const parts: Fragment[][] = [];
  const columns: Fragment[][] = [[], []];
  let tables = 0;
  for (let k = 0; k < rows.length; ) {
    let end = k;
    while (end < rows.length && isLow(rows[end] as TableRow)) end++;
    if (end - k >= ROWS_OF_TABLE && !areLines(steps.slice(k, end - 1))) {
      parts.push(rows.slice(k, end).flatMap(({ cells }) => cells.flatMap(({ fragments }) => fragments)));
      tables++;
    } else {
      end = Math.max(end, k + 1);
      for (const { cells } of rows.slice(k, end))
        for (const { column, fragments } of cells) {
          parts.push(fragments);
          columns[column]?.push(...fragments);
        }
    }
    k = end;
  }
  if (tables === 0) return null;
  for (const column of columns) if (!isProse(yield* linesOf(column))) return null;
  for (const [k, part] of parts.entries())
    parts[k] = yield* slicedSort(part, (a, b) => a.baseline - b.baseline || a.left - b.left);
  return parts;
}

/** True for what may be a row of a table: no cell of it is as high as a section of a page. */
function isLow({ cells }: TableRow): boolean {
  return cells.every(({ fragments }) => {
    const baselines = fragments.map(({ baseline, size }) => Math.round(baseline / (0.5 * size)));
    return new Set(baselines).size < LINES_OF_SECTION;
  });
}

/** True when a column's lines are full, as running text is and cells are not. */
function isProse(lines: readonly Row[]): boolean {
  if (lines.length < PROSE_LINES) return false;
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  for (const line of lines) {
    left = Math.min(left, (line[0] as Fragment).left);
    right = Math.max(right, (line.at(-1) as Fragment).right);
  }
  let full = 0;
  let letters = 0;
  for (const line of lines) {
    if ((line.at(-1) as Fragment).right - (line[0] as Fragment).left > 0.7 * (right - left)) full++;
    for (const fragment of line) for (const run of fragment.runs) letters += run.words.length;
  }
  return full >= FULL_LINES * lines.length && letters >= PROSE_LETTERS * lines.length;
}

/** True when the white between blocks runs through all columns at the same heights, as between a table's rows. */
function hasAlignedGaps(columns: readonly Row[][]): boolean {
  let aligned = 0;
  let lonely = 0;
  const [first, ...others] = columns as [Row[], ...Row[][]];
  const passed = others.map(() => 0);
  for (let k = 1; k < first.length; k++) {
    const above = (first[k - 1] as Row)[0] as Fragment;
    const below = (first[k] as Row)[0] as Fragment;
    if (below.baseline - above.baseline <= 1.6 * below.size) continue;
    const from = above.baseline + 0.3 * above.size;
    const to = below.baseline - 0.75 * below.size;
    const shared = others.every((column, n) => {
      // Gaps and lines both go down the page: each line is passed once.
      let at = passed[n] as number;
      for (; at < column.length; at++) {
        const { baseline, size } = (column[at] as Row)[0] as Fragment;
        if (baseline + 0.2 * size > from) break;
      }
      passed[n] = at;
      const next = column[at]?.[0];
      return !next || next.baseline - 0.7 * next.size >= to;
    });
    if (shared) aligned++;
    else lonely++;
  }
  return aligned >= 2 && aligned >= lonely;
}
