import type { Block } from '../types';
import { isOpenEnded, type Line, startsLowerCase } from './lines';
import { cutAtTags, readRow, readWideCells, type TablePlace, type WideCell } from './tables';

const OPENS_TABLE = /<table\b/i;
const CLOSES_TABLE = /<\/table>/i;
/** Markdown's `|---|---|` parts head and body. */
const RULE = /^[\s:|-]+$/;
/** A tab before a row's first cell counts as so many characters of indent. */
const TAB_WIDTH = 4;

/** Characters by which a cell may stand beside the column that it is in. */
const ASIDE = 2;

/** What was read of a line with HTML tags. */
interface TaggedLine {
  blocks: Block[];
  /** What stands before the line does not go on in it. */
  apart: boolean;
}

/** The table that lines are read into, and its place among the text's tables. */
export class OpenTable {
  isOpen = false;
  private tables = 0;
  private rows = 0;
  /** Where the table's HTML tags have come to; null where it has none. */
  private place: TablePlace | null = null;
  /** Where the columns begin in their lines, in a table whose columns are parted by spaces; empty in others. */
  private starts: number[] = [];
  /** The newest cell of each column of such a table. */
  private readonly newest: (Block | undefined)[] = [];

  constructor(private readonly text: string) {}

  close(): void {
    this.isOpen = false;
  }

  /** True inside a table whose columns are parted by runs of spaces. */
  get isWide(): boolean {
    return this.isOpen && this.starts.length > 0;
  }

  /** True inside a table that HTML tags make. */
  get isHtml(): boolean {
    return this.isOpen && this.place !== null;
  }

  /** The cells of a line whose columns are parted by tabs, bars or spaces; opens a table where none is open. */
  readRow(line: Line): Block[] {
    const { text } = this;
    if (!this.isOpen) {
      this.tables++;
      this.rows = 0;
      this.isOpen = true;
      this.starts = [];
      this.newest.length = 0;
    }
    if (line.wide && !line.piped) return this.readWide(line, readWideCells(text, line));
    if (RULE.test(text.slice(line.start, line.end))) return [];
    // A row whose first cell is empty goes on with the row before it.
    const lineStart = line.indent >= TAB_WIDTH ? text.lastIndexOf('\n', line.start - 1) + 1 : line.start;
    const goesOn = lineStart < line.start && text[lineStart] === '\t' && this.rows > 0;
    if (!goesOn) this.rows++;
    return readRow(text, goesOn ? lineStart : line.start, line.end, this.tables - 1, this.rows - 1);
  }

  /**
   * A line below a row of a table whose columns are parted by spaces, where it is the next line of one cell: a block of its own in
   * that cell's column, unless the cell is the last that was read, which it lengthens. Null where the line is none.
   */
  readWrapped(line: Line): Block[] | null {
    if (!this.isWide || line.wide) return null;
    const cell: WideCell = { span: line, at: line.indent };
    const column = this.columnOf(cell);
    if (column === undefined || column === this.newest.length - 1 || !this.goesOn(cell, column)) return null;
    return this.readWide(line, [cell]);
  }

  /** A row's cells; those of a line that only goes on with the cells above it stand in the row before. */
  private readWide(line: Line, cells: readonly WideCell[]): Block[] {
    const columns = cells.map((cell, k) => (cells.length === this.starts.length ? k : (this.columnOf(cell) ?? k)));
    const wraps = !line.gap && this.rows > 0 && cells.every((cell, k) => this.goesOn(cell, columns[k] as number));
    if (!wraps) {
      this.rows++;
      this.newest.length = 0;
      if (cells.length >= this.starts.length) this.starts = cells.map(({ at }) => at);
    }
    const blocks: Block[] = [];
    for (const [k, { span }] of cells.entries()) {
      const column = columns[k] as number;
      if (!span) continue;
      const { start, end } = span;
      const block: Block = { type: 'cell', start, end, table: this.tables - 1, row: this.rows - 1, column };
      this.newest[column] = block;
      blocks.push(block);
    }
    return blocks;
  }

  /** The column that a cell stands in; undefined where it stands below none. */
  private columnOf({ at }: WideCell): number | undefined {
    const column = this.starts.findIndex((start) => Math.abs(start - at) <= ASIDE);
    return column < 0 ? undefined : column;
  }

  /** Whether a cell is the next line of the one above it: in the middle of a sentence, with the column's own indent. */
  private goesOn({ span, at }: WideCell, column: number): boolean {
    const above = this.newest[column];
    if (!span || !above || Math.abs((this.starts[column] as number) - at) > ASIDE) return false;
    return startsLowerCase(this.text, span) && isOpenEnded(this.text, above);
  }

  /** The cells, or outside a table the paragraphs and items, of a line with HTML tags; null when the tags stand inside running words. */
  readTagged(line: Line): TaggedLine | null {
    const { text } = this;
    const words = text.slice(line.start, line.end);
    const opens = OPENS_TABLE.test(words);
    if (opens || !this.isOpen) this.place = null;
    const place = this.place ?? { row: Math.max(0, this.rows - 1), column: 0 };
    if (opens) place.row = 0;
    const pieces = cutAtTags(text, line.start, line.end, place);
    const cells = opens || place.column > 0 || pieces.some((piece) => piece.column > 0);
    const whole = pieces.length === 1 && pieces[0]?.start === line.start && pieces[0].end === line.end;
    if (whole && !cells) return null;
    const begins = cells && (opens || !this.isOpen);
    if (begins) {
      this.tables++;
      this.isOpen = true;
    }
    if (cells) {
      this.place = place;
      this.rows = place.row + 1;
    }
    const inTable = this.isOpen;
    const blocks = pieces.map(({ start, end, item, row, column }): Block => {
      if (inTable) return { type: 'cell', start, end, table: this.tables - 1, row, column };
      return item ? { type: 'item', start, end, level: 1 } : { type: 'paragraph', start, end };
    });
    if (inTable && CLOSES_TABLE.test(words)) this.isOpen = false;
    return { blocks, apart: begins || (pieces.length > 0 && !inTable) };
  }
}
