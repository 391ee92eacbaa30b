import type { Block } from '../types';
import type { Line } from './lines';
import { cutAtTags, readRow, readWideRow, type TablePlace } from './tables';

const OPENS_TABLE = /<table\b/i;
const CLOSES_TABLE = /<\/table>/i;
/** Markdown's `|---|---|` parts head and body. */
const RULE = /^[\s:|-]+$/;
/** A tab before a row's first cell counts as so many characters of indent. */
const TAB_WIDTH = 4;

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

  constructor(private readonly text: string) {}

  close(): void {
    this.isOpen = false;
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
    }
    if (line.wide && !line.piped) return readWideRow(text, line.start, line.end, this.tables - 1, this.rows++);
    if (RULE.test(text.slice(line.start, line.end))) return [];
    // A row whose first cell is empty goes on with the row before it.
    const lineStart = line.indent >= TAB_WIDTH ? text.lastIndexOf('\n', line.start - 1) + 1 : line.start;
    const goesOn = lineStart < line.start && text[lineStart] === '\t' && this.rows > 0;
    if (!goesOn) this.rows++;
    return readRow(text, goesOn ? lineStart : line.start, line.end, this.tables - 1, this.rows - 1);
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
