import type { Block, Reading, Span } from '../../reading/types';

/** Cells looked back over for the head of a column. */
const LONGEST_TABLE = 400;
/** Cells on either side that are looked at for the law of a row. */
const LONGEST_ROW = 12;

/** Blocks of a reading in order, with a pointer that walks along: offsets are asked for in rising order. */
export class BlockWalk {
  readonly blocks: readonly Block[];
  private pointer = 0;

  constructor(reading: Reading) {
    this.blocks =
      reading.blocks.length > 0 ? reading.blocks : [{ type: 'paragraph', start: 0, end: reading.text.length }];
  }

  /** Index of the block that holds `offset`, or of the last one before it; −1 before the first. */
  indexAt(offset: number): number {
    const start = this.blocks[this.pointer];
    if (start && start.start > offset) this.pointer = 0;
    while (this.pointer + 1 < this.blocks.length && (this.blocks[this.pointer + 1] as Block).start <= offset)
      this.pointer++;
    return (this.blocks[this.pointer] as Block).start <= offset ? this.pointer : -1;
  }

  /** The stretch of the table row that the cell at `index` stands in; null outside tables. Very long rows are looked at around the cell. */
  rowAround(index: number): Span | null {
    const own = this.blocks[index];
    if (own?.type !== 'cell' || own.row === undefined) return null;
    const isMate = (k: number): boolean => this.blocks[k]?.table === own.table && this.blocks[k]?.row === own.row;
    let first = index;
    while (index - first < LONGEST_ROW && isMate(first - 1)) first--;
    let last = index;
    while (last - index < LONGEST_ROW && isMate(last + 1)) last++;
    return { start: (this.blocks[first] as Block).start, end: (this.blocks[last] as Block).end };
  }

  /** The cell of the first row that a cell stands under; null outside tables and in the first row. */
  headOf(index: number): Span | null {
    const own = this.blocks[index];
    if (own?.type !== 'cell' || !own.row || own.column === undefined) return null;
    for (let k = index - 1; k >= 0 && index - k < LONGEST_TABLE; k--) {
      const other = this.blocks[k] as Block;
      if (other.table !== own.table) return null;
      if (other.row === 0 && other.column === own.column) return other;
    }
    return null;
  }

  at(index: number): Block | undefined {
    return this.blocks[index];
  }
}
