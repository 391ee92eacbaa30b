import type { Block, Reading } from '../../reading/types';

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

  at(index: number): Block | undefined {
    return this.blocks[index];
  }
}
