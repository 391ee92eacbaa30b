import { findColumns } from './columns';
import { type Fragment, joinJustified } from './fragments';
import { findGutters, type Gutter, linesOf, type Row, readRows, type Zone, zonesOf } from './gutters';
import { readRowsByPlace, readRowsByStream, type TableRow, visitsOf } from './table-rows';

/** Fragments that make up one line, from left to right. */
export type FragmentLine = Fragment[];

/** A part of a page that is read from top to bottom: a column, the page's whole width, or the rows of a table. */
export type Region = { kind: 'flow'; lines: FragmentLine[] } | { kind: 'table'; rows: TableRow[] };

/** Share of a table's lines whose words behind a gutter begin something; in a justified line they do not. */
const LEAST_BEGINNINGS = 0.3;
/** Rows that show a gutter, at the least, where a line's spaces are equal: white runs through a few justified lines by chance. */
const LEAST_OF_EVEN = 4;
/** Columns within columns; what is nested deeper is no page that a person made. */
const DEEPEST = 5;

/** Finds columns and tables among a page's fragments (sorted by baseline); regions come in reading order. */
export function* readRegions(fragments: readonly Fragment[], depth = 0): Generator<void, Region[]> {
  if (fragments.length === 0) return [];
  const rows = yield* readRows(fragments);
  yield;
  const columns = depth < DEEPEST ? yield* findColumns(rows) : null;
  yield;
  if (!columns) return yield* readTables(rows);
  const regions: Region[] = [];
  for (const part of columns) regions.push(...(yield* readRegions(part, depth + 1)));
  return regions;
}

/** Tables and the text between them. */
function* readTables(cut: readonly Row[]): Generator<void, Region[]> {
  const rows = yield* joinLines(cut);
  const regions: Region[] = [];
  let open: FragmentLine[] = [];
  const close = () => {
    if (open.length > 0) regions.push({ kind: 'flow', lines: open });
    open = [];
  };
  let at = 0;
  const gutters = yield* findTableGutters(rows);
  for (const zone of zonesOf(gutters, rows)) {
    for (; at < zone.first; at++) open.push(rows[at] as Row);
    close();
    regions.push(...(yield* readTable(rows, zone)));
    at = zone.last + 1;
    yield;
  }
  for (; at < rows.length; at++) open.push(rows[at] as Row);
  close();
  return regions;
}

/** Gutters that part cells: what stands behind them begins something. */
function* findTableGutters(rows: readonly Row[]): Generator<void, Gutter[]> {
  const gutters = yield* findGutters(rows, true);
  return gutters.filter(({ support, begins }) => begins >= Math.max(2, LEAST_BEGINNINGS * support));
}

/** Justified lines put together again. Spaces that are as wide in each line of a table are gutters, also where two are equal. */
function* joinLines(cut: readonly Row[]): Generator<void, Row[]> {
  const joined = cut.map((row) => joinJustified(row));
  if (joined.every((row, k) => row.length === cut[k]?.length)) return joined;
  const gutters = (yield* findTableGutters(cut)).filter(({ support }) => support >= LEAST_OF_EVEN);
  return cut.map((row, k) => {
    const own = gutters.filter(({ first, last }) => first <= k && k <= last);
    return joinJustified(row, (left, right) =>
      own.some((gutter) => gutter.left >= left - 1 && gutter.right <= right + 1),
    );
  });
}

function* readTable(rows: readonly Row[], zone: Zone): Generator<void, Region[]> {
  const columnOf = new Map<Fragment, number>();
  for (let k = zone.first; k <= zone.last; k++) {
    let last: Fragment | undefined;
    for (const fragment of rows[k] as Row) {
      const { left, size } = fragment;
      const before = last ? (columnOf.get(last) ?? 0) : 0;
      const right = last?.right ?? Number.NEGATIVE_INFINITY;
      // A gutter that does not run past this row parts nothing here.
      const parted =
        !last ||
        zone.gutters.some(
          (gutter) => gutter.first <= k && k <= gutter.last && gutter.right <= left + 1 && gutter.left >= right - 1,
        );
      const column = zone.gutters.filter((gutter) => left >= gutter.right - 0.5 * size).length;
      columnOf.set(fragment, parted ? Math.max(column, before) : before);
      last = fragment;
    }
  }
  if (new Set(columnOf.values()).size < 2) return [{ kind: 'flow', lines: rows.slice(zone.first, zone.last + 1) }];
  const { visits, inOrder } = yield* visitsOf(columnOf);
  // Two blocks side by side, one read after the other in the file: addresses, a box in the margin.
  if (visits === 2 && inOrder) {
    const blocks = [yield* linesOf(blockOf(columnOf, 0)), yield* linesOf(blockOf(columnOf, 1))];
    const [first, second] = blocks.map((lines) => (lines[0] as Row)[0] as Fragment) as [Fragment, Fragment];
    const besideEachOther = Math.abs(first.baseline - second.baseline) < 0.6 * first.size;
    if (!besideEachOther) return blocks.map((lines) => ({ kind: 'flow', lines }));
  }
  const byStream = inOrder ? yield* readRowsByStream(columnOf) : null;
  return [{ kind: 'table', rows: byStream ?? readRowsByPlace(rows.slice(zone.first, zone.last + 1), columnOf) }];
}

/** The fragments of the first column, or those of all others. */
function blockOf(columnOf: ReadonlyMap<Fragment, number>, side: number): Fragment[] {
  let first = Number.POSITIVE_INFINITY;
  for (const column of columnOf.values()) first = Math.min(first, column);
  return [...columnOf].filter(([, column]) => (column === first) === (side === 0)).map(([fragment]) => fragment);
}
