/**
 * What a person reads, taken from a web page, a PDF or a plain text file.
 * All offsets in the project are UTF-16 code units, spans are half-open: [start, end).
 */
export interface Span {
  start: number;
  end: number;
}

export type BlockType = 'heading' | 'paragraph' | 'item' | 'cell' | 'footnote' | 'furniture';

/** One piece of the text with a role of its own. Blocks stand in text order and do not overlap. */
export interface Block extends Span {
  type: BlockType;
  /** Headings: 1–6. Items: depth of nesting, 1 outermost. */
  level?: number;
  /** PDFs: page number, 1 first. */
  page?: number;
  /** Cells: 0-based place in their table; all cells of a table share `table`. */
  table?: number;
  row?: number;
  column?: number;
}

/**
 * A text with its structure. `furniture` (menus, running page headers and footers) is in the text
 * but is not what the author says there. White space, soft hyphens and line-end hyphens stand as in
 * the source: who needs them healed heals a copy and maps back.
 */
export interface Reading {
  text: string;
  blocks: readonly Block[];
}

/** A reading that knows where in its source (DOM, PDF) each span of the text stands. */
export interface LocatedReading<Place> extends Reading {
  /** The places in the source that make up [start, end); empty when they are no longer there. */
  locate(start: number, end: number): Place[];
}

/** A reading that a person can point at: points and selections of the DOM that shows it become offsets. */
export interface SelectableReading extends LocatedReading<AbstractRange> {
  /** Offset of a DOM point in the text, the next one that was read where the point itself was not; null when nothing follows. */
  offsetOf(node: Node, offset: number): number | null;
  /** The span of the text that a DOM range selects, trimmed of white space; null when it selects nothing that was read. */
  spanOf(range: AbstractRange): Span | null;
}
