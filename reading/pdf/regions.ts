import { type Fragment, joinJustified } from './fragments';
import { findGutters, type Gutter, type Row, readRows, type Zone, zonesOf } from './gutters';
import { slicedSort } from './sliced-sort';
import { firstItem, readRowsByPlace, readRowsByStream, type TableRow, visitsOf } from './table-rows';

/** Fragments that make up one line, from left to right. */
export type FragmentLine = Fragment[];

/** A part of a page that is read from top to bottom: a column, the page's whole width, or the rows of a table. */
export type Region = { kind: 'flow'; lines: FragmentLine[] } | { kind: 'table'; rows: TableRow[] };

/** Lines of a column, as far as they tell prose from cells. */
const PROSE_LINES = 4;
const PROSE_LETTERS = 18;
const FULL_LINES = 0.45;
/** Share of a table's lines whose words behind a gutter begin something; in a justified line they do not. */
const LEAST_BEGINNINGS = 0.3;
/** Columns within columns; what is nested deeper is no page that a person made. */
const DEEPEST = 5;
/** Gutters that are looked at, the longest first, for one between columns. */
const GUTTERS_TRIED = 4;
/** Distance of baselines, in font sizes, up to which a line above columns is one of theirs. */
const FURTHEST_ABOVE = 2.6;
/** Rows beside each other that make two columns of whatever they hold, where the file reads one after the other. */
const LONG_GUTTER = 8;
/** Cells of a zone with this many lines each are columns of a page in sections. */
const LINES_OF_SECTION = 7;

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

/** What stands above two columns, each of them, and what stands below; null where running text has no columns. */
function* findColumns(rows: Row[]): Generator<void, Fragment[][] | null> {
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
  const lines = [yield* linesOf(sides[0]), yield* linesOf(sides[1])];
  const prose = lines.filter((side) => isProse(side)).length;
  const { visits, inOrder } = yield* visitsOf(sideOf);
  // Read column after column in the file as well: nothing to decide.
  const long = prose > 0 || gutter.support >= LONG_GUTTER;
  if (visits === 2 && long && lines.every((side) => side.length >= PROSE_LINES)) return sides;
  if (prose < 2) return null;
  const byStream = inOrder ? yield* readRowsByStream(sideOf) : null;
  // A page in sections, each in two columns.
  if (byStream && byStream.length * 2 * LINES_OF_SECTION <= sideOf.size)
    return byStream.flatMap((row) => row.cells.map((cell) => cell.fragments));
  const lineByLine = byStream === null || byStream.length * 2 >= zone.last - zone.first + 1;
  return lineByLine && !hasAlignedGaps(lines) ? sides : null;
}

/** Tables and the text between them. */
function* readTables(cut: readonly Row[]): Generator<void, Region[]> {
  const rows = cut.map((row) => joinJustified(row));
  const regions: Region[] = [];
  let open: FragmentLine[] = [];
  const close = () => {
    if (open.length > 0) regions.push({ kind: 'flow', lines: open });
    open = [];
  };
  let at = 0;
  const gutters = (yield* findGutters(rows, true)).filter(
    ({ support, begins }) => begins >= Math.max(2, LEAST_BEGINNINGS * support),
  );
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

/** Fragments of one column or cell as lines. */
export function* linesOf(fragments: readonly Fragment[]): Generator<void, FragmentLine[]> {
  return yield* readRows(yield* slicedSort(fragments, (a, b) => a.baseline - b.baseline || a.left - b.left));
}

/** True when a column's lines are full, as running text is and cells are not. */
function isProse(lines: readonly FragmentLine[]): boolean {
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
function hasAlignedGaps(columns: readonly FragmentLine[][]): boolean {
  let aligned = 0;
  let lonely = 0;
  const [first, ...others] = columns as [FragmentLine[], ...FragmentLine[][]];
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
