import type { BodyLine, Draft } from './drafts';

type Place = NonNullable<Draft['cell']>;

/** Columns of two pages' tables that begin this close, in points, are one. */
const SAME_COLUMN = 5;

interface OpenTable {
  table: number;
  /** Rows that stand above the part of the table on this page. */
  rowsAbove: number;
  lastRow: number;
  /** Left edges of its columns. */
  lefts: Map<number, number>;
  /** The latest block of each column in the last row. */
  latest: Map<number, Draft>;
}

/** Numbers tables through the document; one that ends a page and begins the next with the same columns is one table. */
export class TableJoiner {
  private count = 0;
  private open: OpenTable | null = null;
  /** The layout's number of the open table, and its page. */
  private openKey = '';
  /** Table at the end of the page before; null once something else was read. */
  private above: OpenTable | null = null;

  /** @returns true when the page before ended with a table */
  beginPage(): boolean {
    this.above = this.open;
    this.open = null;
    this.openKey = '';
    return this.above !== null;
  }

  /** Running text stands here: what comes below is another table. */
  leave(): void {
    this.open = null;
    this.above = null;
    this.openKey = '';
  }

  /** The cell's place in the whole document's count of tables. */
  place(line: BodyLine, cell: Place, previousTable: boolean): Place {
    const key = `${line.page}:${cell.table}`;
    if (key !== this.openKey) {
      const { above } = this;
      this.openKey = key;
      if (above && previousTable && this.hasColumn(above, line)) {
        const rest = startsInRow(line, cell, above);
        this.open = { ...above, rowsAbove: rest ? above.lastRow : above.lastRow + 1 };
      } else this.open = { table: this.count++, rowsAbove: 0, lastRow: 0, lefts: new Map(), latest: new Map() };
      this.above = null;
    }
    const open = this.open as OpenTable;
    const row = open.rowsAbove + cell.row;
    if (row > open.lastRow) {
      open.lastRow = row;
      open.latest = new Map();
    }
    const left = open.lefts.get(cell.column);
    open.lefts.set(cell.column, Math.min(left ?? line.own.left, line.own.left));
    return { table: open.table, row, column: cell.column };
  }

  /** The block that the row's column ended with on the page before; undefined where it did not. */
  lastOf(place: Place): Draft | undefined {
    return place.row === this.open?.lastRow ? this.open.latest.get(place.column) : undefined;
  }

  remember(place: Place, draft: Draft): void {
    this.open?.latest.set(place.column, draft);
  }

  private hasColumn(table: OpenTable, line: BodyLine): boolean {
    return [...table.lefts.values()].some((left) => Math.abs(left - line.own.left) <= SAME_COLUMN);
  }
}

/** True when a page's first cell goes on with a row that the page break cut. */
function startsInRow(line: BodyLine, cell: Place, above: OpenTable): boolean {
  if (cell.column > 0 && !above.latest.has(cell.column)) return false;
  return cell.column > 0 || /^\p{Ll}/u.test(line.words);
}
