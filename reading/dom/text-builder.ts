import type { Block } from '../types';
import { DomReading, type Segment } from './dom-reading';

/** White space that the page shows as one space, or not at all. */
const COLLAPSED = /[ \t\n\r\f]{2,}|[\t\n\r\f]/g;
const WHITE = /[ \t\n\r\f]/;
/** Whole paragraphs in bold up to this length are headings in all but markup. */
const BOLD_HEADING_LENGTH = 120;

interface BlockRole {
  furniture: boolean;
  footnote: boolean;
  headingLevel: number;
  itemLevel: number;
}

interface OpenBlock extends BlockRole {
  /** True when this block's own first text was written: a list item's later paragraphs are no items. */
  used: boolean;
}

interface TextState {
  furniture: boolean;
  bold: boolean;
  preserved: boolean;
}

interface TablePlace {
  table: number;
  row: number;
  column: number;
  inCell: boolean;
}

/** Puts together a reading's text, blocks and segments while the DOM is walked in document order. */
export class TextBuilder {
  private readonly parts: string[] = [];
  private readonly blocks: Block[] = [];
  private readonly segments: Segment[] = [];
  private readonly openBlocks: OpenBlock[] = [];
  private readonly openItems: OpenBlock[] = [];
  private readonly tables: TablePlace[] = [];
  private tableCount = 0;
  /** Text length so far, UTF-16. */
  length = 0;
  private current: { block: Block; allBold: boolean } | null = null;
  /** A space that is shown only if more text follows in the same block. */
  private pending: { node: Text; from: number } | null = null;
  private pendingBreak = false;

  openBlock(role: BlockRole): void {
    this.endCurrent();
    const block = { ...role, used: false };
    this.openBlocks.push(block);
    if (role.itemLevel > 0) this.openItems.push(block);
  }

  closeBlock(): void {
    this.endCurrent();
    const block = this.openBlocks.pop();
    if (block && block === this.openItems.at(-1)) this.openItems.pop();
  }

  openTable(): void {
    this.tables.push({ table: this.tableCount++, row: -1, column: -1, inCell: false });
  }

  openRow(): void {
    const place = this.tables.at(-1);
    if (place) Object.assign(place, { row: place.row + 1, column: -1, inCell: false });
  }

  openCell(): void {
    const place = this.tables.at(-1);
    if (place) Object.assign(place, { row: Math.max(0, place.row), column: place.column + 1, inCell: true });
  }

  closeCell(): void {
    const place = this.tables.at(-1);
    if (place) place.inCell = false;
  }

  closeTable(): void {
    this.tables.pop();
  }

  /** One line break is kept in the text; two in a row part paragraphs, as old pages use them. */
  lineBreak(): void {
    this.pending = null;
    if (!this.current) return;
    if (this.pendingBreak) this.endCurrent();
    else this.pendingBreak = true;
  }

  /**
   * Adds [from, to) of a text node as shown.
   *
   * @param data the node's data, fetched once: each access copies it where the page's objects lie behind a wrapper
   */
  addText(node: Text, data: string, from: number, to: number, state: TextState): void {
    if (state.preserved) {
      this.addStretch(node, data, from, to, state);
      return;
    }
    COLLAPSED.lastIndex = from;
    let at = from;
    while (at < to) {
      const match = COLLAPSED.exec(data);
      const stop = match ? Math.min(match.index, to) : to;
      if (stop > at) this.addPlain(node, data, at, stop, state);
      if (!match || match.index >= to) break;
      this.pending ??= { node, from: match.index };
      at = Math.min(match.index + match[0].length, to);
      COLLAPSED.lastIndex = at;
    }
  }

  finish(): DomReading {
    this.endCurrent();
    return new DomReading(this.parts.join(''), this.blocks, this.segments);
  }

  /** A stretch that holds at most single spaces inside; a space at its ends may fall away. */
  private addPlain(node: Text, data: string, from: number, to: number, state: TextState): void {
    let start = from;
    let end = to;
    if (WHITE.test(data[start] as string)) {
      this.pending ??= { node, from: start };
      start++;
    }
    if (end > start && WHITE.test(data[end - 1] as string)) end--;
    if (end > start) this.addStretch(node, data, start, end, state);
    if (end < to && to - 1 >= start) this.pending ??= { node, from: end };
  }

  private addStretch(node: Text, data: string, from: number, to: number, state: TextState): void {
    if (!this.current) this.startCurrent(state);
    else if (this.pendingBreak) this.write('\n');
    else if (this.pending) this.addSegment(this.pending.node, this.pending.from, ' ');
    this.pending = null;
    this.pendingBreak = false;
    if (!state.bold && this.current) this.current.allBold = false;
    this.addSegment(node, from, data.slice(from, to));
  }

  private addSegment(node: Text, from: number, text: string): void {
    const last = this.segments.at(-1);
    if (last && last.node === node && last.from + last.length === from && last.at + last.length === this.length)
      last.length += text.length;
    else this.segments.push({ at: this.length, length: text.length, node, from });
    this.write(text);
  }

  private write(text: string): void {
    this.parts.push(text);
    this.length += text.length;
  }

  private startCurrent(state: TextState): void {
    if (this.length > 0) this.write('\n');
    const role = this.openBlocks.at(-1);
    const item = this.openItems.at(-1);
    const place = this.tables.at(-1);
    const block: Block = { type: 'paragraph', start: this.length, end: this.length };
    if (place?.inCell) Object.assign(block, { type: 'cell', table: place.table, row: place.row, column: place.column });
    if (item && !item.used) Object.assign(block, { type: 'item', level: item.itemLevel });
    if (role && role.headingLevel > 0) Object.assign(block, { type: 'heading', level: role.headingLevel });
    if (role?.footnote) block.type = 'footnote';
    if (role?.furniture || state.furniture) block.type = 'furniture';
    if (block.type === 'footnote' || block.type === 'furniture') delete block.level;
    this.markUsed();
    this.current = { block, allBold: true };
  }

  /** Where a block is used, all around it are: walking on from there would make deep pages slow. */
  private markUsed(): void {
    for (let i = this.openBlocks.length - 1; i >= 0; i--) {
      const block = this.openBlocks[i] as OpenBlock;
      if (block.used) return;
      block.used = true;
    }
  }

  private endCurrent(): void {
    this.pending = null;
    this.pendingBreak = false;
    if (!this.current) return;
    const { block, allBold } = this.current;
    block.end = this.length;
    if (allBold && block.type === 'paragraph' && block.end - block.start <= BOLD_HEADING_LENGTH)
      Object.assign(block, { type: 'heading', level: 6 });
    this.blocks.push(block);
    this.current = null;
  }
}
