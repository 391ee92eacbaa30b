import type { Fragment } from './fragments';
import type { Row } from './gutters';
import { slicedSort } from './sliced-sort';

interface TableCell {
  column: number;
  fragments: Fragment[];
}

/** The cells of one row, from left to right; empty ones are left out. */
export interface TableRow {
  cells: TableCell[];
}

/** Share of steps against a table's order that content order may hold before it tells nothing. */
const MOST_STEPS_BACK = 0.08;
/** A gap between baselines, as a share of the usual one, that parts rows. */
const ROW_GAP = 1.3;
/** Widest distance between the lines of a paragraph, in font sizes. */
const CLOSE = 1.7;

/** Place of a fragment's first word in content order. */
export function firstItem(fragment: Fragment): number {
  let first = Number.POSITIVE_INFINITY;
  for (const run of fragment.runs) first = Math.min(first, run.item);
  return first;
}

function* inContentOrder(
  columnOf: ReadonlyMap<Fragment, number>,
): Generator<void, { fragment: Fragment; column: number; item: number }[]> {
  const all = [...columnOf].map(([fragment, column]) => ({ fragment, column, item: firstItem(fragment) }));
  return yield* slicedSort(all, (a, b) => a.item - b.item);
}

/**
 * How the file's content order goes through the columns of a zone.
 * @returns `visits`: how often it comes to a column; `inOrder`: true when it goes down within columns and comes back to
 *   one only below all that it has read, as it does in tables and in columns, and not where the order is by chance
 */
export function* visitsOf(
  columnOf: ReadonlyMap<Fragment, number>,
): Generator<void, { visits: number; inOrder: boolean }> {
  let visits = 0;
  let back = 0;
  let count = 0;
  let column = -1;
  let last: Fragment | undefined;
  const lowest: number[] = [];
  for (const { fragment, column: own } of yield* inContentOrder(columnOf)) {
    count++;
    const above = lowest[own] ?? Number.NEGATIVE_INFINITY;
    // A column may hold cells side by side: the next one begins as high as the last one began.
    const isBeside = own === column && last && (fragment.left >= last.right || fragment.right <= last.left);
    const from = own === column && last ? last.baseline : above;
    if (!isBeside && fragment.baseline < from - 0.6 * fragment.size) back++;
    if (own !== column) visits++;
    lowest[own] = Math.max(above, fragment.baseline);
    column = own;
    last = fragment;
  }
  return { visits, inOrder: back <= MOST_STEPS_BACK * count };
}

/** Rows in content order. */
export interface StreamRows {
  rows: TableRow[];
  /** Distance between the last line of each row and the first one of the next, in font sizes. */
  steps: number[];
}

/** Rows whose cells follow each other in content order: a step to an earlier column and down begins a row. */
export function* rowsOfStream(columnOf: ReadonlyMap<Fragment, number>): Generator<void, StreamRows> {
  const rows: TableRow[] = [];
  const steps: number[] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  let column = -1;
  for (const { fragment, column: own } of yield* inContentOrder(columnOf)) {
    const { baseline, size } = fragment;
    let row = rows.at(-1);
    const below = baseline > bottom + 0.4 * size;
    if (!row || (own < column && below) || (own > column && baseline > bottom + 2.2 * size)) {
      if (row) steps.push((baseline - bottom) / size);
      row = { cells: [] };
      rows.push(row);
      bottom = baseline;
    }
    const cell = row.cells.find((known) => known.column === own);
    if (cell) cell.fragments.push(fragment);
    else row.cells.push({ column: own, fragments: [fragment] });
    bottom = Math.max(bottom, baseline);
    column = own;
  }
  for (const row of rows) row.cells.sort((a, b) => a.column - b.column);
  return { rows, steps };
}

/**
 * Rows of a table in content order.
 * @returns null when the file goes line by line through cells of several lines, so that its order tells nothing of rows
 */
export function* readRowsByStream(columnOf: ReadonlyMap<Fragment, number>): Generator<void, TableRow[] | null> {
  const { rows, steps } = yield* rowsOfStream(columnOf);
  return areLines(steps) ? null : rows;
}

/** True when some rows follow each other as lines do and others with more white: then the close ones are but lines of a row. */
export function areLines(steps: readonly number[]): boolean {
  const least = Math.min(...steps.slice(0, 2000));
  const close = steps.filter((step) => step <= 1.15 * least && step < CLOSE).length;
  const apart = steps.filter((step) => step > ROW_GAP * least).length;
  return close >= 2 && apart >= 2;
}

/** Rows of a table whose content order tells nothing, from where its lines stand. */
export function readRowsByPlace(lines: readonly Row[], columnOf: ReadonlyMap<Fragment, number>): TableRow[] {
  const distances: number[] = [];
  for (let k = 1; k < lines.length; k++)
    distances.push(((lines[k] as Row)[0] as Fragment).baseline - ((lines[k - 1] as Row)[0] as Fragment).baseline);
  distances.sort((a, b) => a - b);
  const usual = distances[Math.floor(distances.length / 3)] ?? 0;
  const rows: TableRow[] = [];
  lines.forEach((line, k) => {
    const previous = lines[k - 1];
    const columns = new Set(line.map((fragment) => columnOf.get(fragment) ?? 0));
    const begins =
      !previous ||
      (line[0] as Fragment).baseline - (previous[0] as Fragment).baseline > ROW_GAP * usual ||
      (columns.has(0) && columns.size > new Set(previous.map((fragment) => columnOf.get(fragment) ?? 0)).size);
    if (begins) rows.push({ cells: [] });
    const row = rows.at(-1) as TableRow;
    for (const fragment of line) {
      const column = columnOf.get(fragment) ?? 0;
      const cell = row.cells.find((known) => known.column === column);
      if (cell) cell.fragments.push(fragment);
      else row.cells.push({ column, fragments: [fragment] });
    }
  });
  for (const row of rows) row.cells.sort((a, b) => a.column - b.column);
  return rows;
}
