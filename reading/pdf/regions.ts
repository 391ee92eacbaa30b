import type { Fragment } from './fragments';
import { findZones, type Row, readRows, type Zone } from './gutters';
import { readRowsByPlace, readRowsByStream, type TableRow, visitsOf } from './table-rows';

/** Fragments that make up one line, from left to right. */
export type FragmentLine = Fragment[];

/** A part of a page that is read from top to bottom: a column, the page's whole width, or the rows of a table. */
export type Region = { kind: 'flow'; lines: FragmentLine[] } | { kind: 'table'; rows: TableRow[] };

/** Lines of a column, as far as they tell prose from cells. */
const PROSE_LINES = 4;
const PROSE_LETTERS = 18;
const FULL_LINES = 0.45;
/** Columns within columns; what is nested deeper is no page that a person made. */
const DEEPEST = 4;
/** Cells of a zone with this many lines each are columns of a page in sections. */
const LINES_OF_SECTION = 7;

/** Finds columns and tables among a page's fragments (sorted by baseline); regions come in reading order. */
export function* readRegions(fragments: readonly Fragment[], depth = 0): Generator<void, Region[]> {
  if (fragments.length === 0) return [];
  const rows = readRows(fragments);
  yield;
  const zones = depth < DEEPEST ? findZones(rows) : [];
  yield;
  const regions: Region[] = [];
  let open: FragmentLine[] = [];
  const close = () => {
    if (open.length > 0) regions.push({ kind: 'flow', lines: open });
    open = [];
  };
  let at = 0;
  for (const zone of zones) {
    for (; at < zone.first; at++) open.push(rows[at] as Row);
    close();
    const columns = splitColumns(rows, zone);
    if (columns) for (const column of columns) regions.push(...(yield* readRegions(column, depth + 1)));
    else regions.push(...readTable(rows, zone));
    at = zone.last + 1;
    yield;
  }
  for (; at < rows.length; at++) open.push(rows[at] as Row);
  close();
  return regions;
}

/** The two sides of a zone's longest gutter when they are columns of running text; null for tables. */
function splitColumns(rows: readonly Row[], zone: Zone): Fragment[][] | null {
  const gutter = zone.gutters.reduce((a, b) => (b.support > a.support ? b : a));
  const sides: [Fragment[], Fragment[]] = [[], []];
  const sideOf = new Map<Fragment, number>();
  for (let k = zone.first; k <= zone.last; k++)
    for (const fragment of rows[k] as Row) {
      const side = (fragment.left + fragment.right) / 2 < (gutter.left + gutter.right) / 2 ? 0 : 1;
      sides[side].push(fragment);
      sideOf.set(fragment, side);
    }
  if (sides.some((side) => side.length < 2)) return null;
  const { visits, inOrder } = visitsOf(sideOf);
  const lines = sides.map((side) => linesOf(side));
  const prose = lines.every((side) => isProse(side));
  // Read column after column in the file as well: nothing to decide.
  if (visits === 2 && inOrder && (prose || zone.gutters.length === 1)) return sides;
  if (!prose) return null;
  const byStream = inOrder ? readRowsByStream(sideOf) : null;
  // A page in sections, each in two columns.
  if (byStream && byStream.length * 2 * LINES_OF_SECTION <= sideOf.size)
    return byStream.flatMap((row) => row.cells.map((cell) => cell.fragments));
  const lineByLine = byStream === null || byStream.length * 2 >= zone.last - zone.first + 1;
  return lineByLine && !hasAlignedGaps(lines) ? sides : null;
}

function readTable(rows: readonly Row[], zone: Zone): Region[] {
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
  const byStream = visitsOf(columnOf).inOrder ? readRowsByStream(columnOf) : null;
  return [{ kind: 'table', rows: byStream ?? readRowsByPlace(rows.slice(zone.first, zone.last + 1), columnOf) }];
}

/** Fragments of one column or cell as lines. */
export function linesOf(fragments: readonly Fragment[]): FragmentLine[] {
  return readRows([...fragments].sort((a, b) => a.baseline - b.baseline || a.left - b.left));
}

/** True when a column's lines are full, as running text is and cells are not. */
function isProse(lines: readonly FragmentLine[]): boolean {
  if (lines.length < PROSE_LINES) return false;
  const lefts = lines.map((line) => (line[0] as Fragment).left);
  const rights = lines.map((line) => (line.at(-1) as Fragment).right);
  const width = Math.max(...rights) - Math.min(...lefts);
  let full = 0;
  let letters = 0;
  for (const [k, line] of lines.entries()) {
    if ((rights[k] as number) - (lefts[k] as number) > 0.7 * width) full++;
    for (const fragment of line) for (const run of fragment.runs) letters += run.words.length;
  }
  return full >= FULL_LINES * lines.length && letters >= PROSE_LETTERS * lines.length;
}

/** True when the white between blocks runs through all columns at the same heights, as between a table's rows. */
function hasAlignedGaps(columns: readonly FragmentLine[][]): boolean {
  let aligned = 0;
  let lonely = 0;
  const [first, ...others] = columns as [FragmentLine[], ...FragmentLine[][]];
  for (let k = 1; k < first.length; k++) {
    const above = (first[k - 1] as Row)[0] as Fragment;
    const below = (first[k] as Row)[0] as Fragment;
    if (below.baseline - above.baseline <= 1.6 * below.size) continue;
    const from = above.baseline + 0.3 * above.size;
    const to = below.baseline - 0.75 * below.size;
    const shared = others.every((column) =>
      column.every((line) => {
        const { baseline, size } = line[0] as Fragment;
        return baseline + 0.2 * size <= from || baseline - 0.7 * size >= to;
      }),
    );
    if (shared) aligned++;
    else lonely++;
  }
  return aligned >= 2 && aligned >= lonely;
}
