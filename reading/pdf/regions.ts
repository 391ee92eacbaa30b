import type { Fragment } from './fragments';
import { findZones, type Row, readRows, sizeOf, type Zone } from './gutters';
import { readRowsByPlace, readRowsByStream, type TableRow, visitsOf } from './table-rows';

/** Fragments that make up one line, from left to right. */
export type FragmentLine = Fragment[];

/** A part of a page that is read from top to bottom: a column, the page's whole width, or the rows of a table. */
export type Region = { kind: 'flow'; lines: FragmentLine[] } | { kind: 'table'; rows: TableRow[] };

/** Lines of a column, as far as they tell prose from cells. */
const PROSE_LINES = 4;
const PROSE_LETTERS = 18;
/** Cells of a zone with this many lines each are columns of a page in sections. */
const LINES_OF_SECTION = 7;

/** Finds columns and tables among a page's fragments (sorted by baseline); regions come in reading order. */
export function* readRegions(fragments: readonly Fragment[]): Generator<void, Region[]> {
  if (fragments.length === 0) return [];
  const rows = readRows(fragments);
  yield;
  const zones = findZones(rows);
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
    regions.push(...readZone(rows, zone));
    at = zone.last + 1;
    yield;
  }
  for (; at < rows.length; at++) open.push(rows[at] as Row);
  close();
  return regions;
}

function readZone(rows: readonly Row[], zone: Zone): Region[] {
  const columns: Fragment[][] = Array.from({ length: zone.gutters.length + 1 }, () => []);
  const columnOf = new Map<Fragment, number>();
  for (let k = zone.first; k <= zone.last; k++)
    for (const fragment of rows[k] as Row) {
      const column = zone.gutters.filter((gutter) => fragment.left >= gutter.right - 0.5 * fragment.size).length;
      columnOf.set(fragment, column);
      (columns[column] as Fragment[]).push(fragment);
    }
  const filled = columns.filter((column) => column.length > 0);
  if (filled.length < 2) return [{ kind: 'flow', lines: rows.slice(zone.first, zone.last + 1) }];
  const { visits, inOrder } = visitsOf(columnOf);
  const prose = filled.length <= 3 && filled.every(isProse);
  // Read column after column in the file as well: nothing to decide.
  if (visits === filled.length && inOrder && filled.every((column) => column.length > 1))
    return filled.map((column) => ({ kind: 'flow', lines: linesOf(column) }));
  const byStream = inOrder ? readRowsByStream(columnOf) : null;
  if (prose && byStream && byStream.length * filled.length * LINES_OF_SECTION <= columnOf.size)
    return byStream.flatMap((row) =>
      row.cells.map((cell): Region => ({ kind: 'flow', lines: linesOf(cell.fragments) })),
    );
  if (prose && !hasAlignedGaps(filled) && (!byStream || byStream.length * 2 >= rowCount(zone)))
    return filled.map((column) => ({ kind: 'flow', lines: linesOf(column) }));
  return [{ kind: 'table', rows: byStream ?? readRowsByPlace(rows.slice(zone.first, zone.last + 1), columnOf) }];
}

function rowCount(zone: Zone): number {
  return zone.last - zone.first + 1;
}

/** Fragments of one column or cell as lines. */
export function linesOf(fragments: readonly Fragment[]): FragmentLine[] {
  return readRows([...fragments].sort((a, b) => a.baseline - b.baseline || a.left - b.left));
}

/** True when a column's lines are full, as running text is and cells are not. */
function isProse(column: readonly Fragment[]): boolean {
  if (column.length < PROSE_LINES) return false;
  const left = Math.min(...column.map((fragment) => fragment.left));
  const right = Math.max(...column.map((fragment) => fragment.right));
  let full = 0;
  let letters = 0;
  for (const fragment of column) {
    if (fragment.right - fragment.left > 0.7 * (right - left)) full++;
    for (const run of fragment.runs) letters += run.words.length;
  }
  return full >= 0.55 * column.length && letters >= PROSE_LETTERS * column.length;
}

/** True when the white between blocks runs through all columns at the same heights, as between a table's rows. */
function hasAlignedGaps(columns: readonly Fragment[][]): boolean {
  const lines = columns.map((column) => linesOf(column));
  let aligned = 0;
  let lonely = 0;
  const [first, ...others] = lines as [FragmentLine[], ...FragmentLine[][]];
  for (let k = 1; k < first.length; k++) {
    const above = (first[k - 1] as Row)[0] as Fragment;
    const below = (first[k] as Row)[0] as Fragment;
    if (below.baseline - above.baseline <= 1.45 * sizeOf([below]) * 1.15) continue;
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
