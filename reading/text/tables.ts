import type { Block, Span } from '../types';
import { isSpace, readMarker } from './markers';

const BAR = 124;
/** Longest tag that is taken for one; what is longer is text with a less-than sign. */
const LONGEST_TAG = 200;
/** Tags that part two blocks; others (sup, b, a) stand inside a block's words. */
const PARTING_TAG = /^<\/?(?:ul|ol|li|p|div|br|table|thead|tbody|tr|td|th|h[1-6])\b/i;
const ROW_TAG = /^<\/?tr\b/i;
const CELL_TAG = /^<t[dh]\b/i;
const ITEM_TAG = /^<li\b/i;

/** The words of [start, end) without white space, bullets and table bars around them; null when none are left. */
export function trimSpan(text: string, start: number, end: number): Span | null {
  let from = start;
  let to = end;
  while (from < to && isLoose(text.charCodeAt(from))) from++;
  while (to > from && isLoose(text.charCodeAt(to - 1))) to--;
  const marker = from < to ? readMarker(text, from, to) : null;
  if (marker && (marker.kind === 'bullet' || marker.kind === 'letter')) from = marker.content;
  return from < to ? { start: from, end: to } : null;
}

function isLoose(code: number): boolean {
  return isSpace(code) || code === BAR || code === 10 || code === 13;
}

/** A piece of a line between parting tags, with the table place that the tags gave it. */
interface Piece extends Span {
  item: boolean;
  row: number;
  column: number;
}

/** Where in an HTML table a text stands; a row's tags may be spread over several lines. */
export interface TablePlace {
  row: number;
  column: number;
}

/**
 * Cuts a span at the block tags that a converter left in the text.
 * @param at the table place that the span begins in; ends up as the one it ends in
 */
export function cutAtTags(text: string, start: number, end: number, at: TablePlace = { row: 0, column: 0 }): Piece[] {
  const pieces: Piece[] = [];
  let from = start;
  let item = false;
  const push = (to: number) => {
    const span = trimSpan(text, from, to);
    if (span) pieces.push({ start: span.start, end: span.end, item, row: at.row, column: at.column });
  };
  const words = text.slice(start, end);
  for (let k = words.indexOf('<'); k >= 0; k = words.indexOf('<', Math.max(k + 1, from - start))) {
    const tag = words.slice(k, k + LONGEST_TAG);
    const close = tag.indexOf('>');
    if (close < 0 || !PARTING_TAG.test(tag)) continue;
    push(start + k);
    if (ROW_TAG.test(tag)) {
      at.row++;
      at.column = 0;
    } else if (CELL_TAG.test(tag)) at.column++;
    item = ITEM_TAG.test(tag);
    from = start + k + close + 1;
  }
  push(end);
  return pieces;
}

/** The cells of a line whose columns are parted by runs of spaces, as PDF tools lay out tables, and where each stands in the line. */
export function readWideCells(text: string, { start, end, indent }: Span & { indent: number }): WideCell[] {
  const cells: WideCell[] = [];
  for (const match of text.slice(start, end).matchAll(/\S+(?:\s{1,2}\S+)*/g)) {
    const span = trimSpan(text, start + match.index, start + match.index + match[0].length);
    cells.push({ span, at: indent + match.index });
  }
  return cells;
}

/** A cell between runs of spaces; `span` is null where it holds nothing but a bullet. */
export interface WideCell {
  span: Span | null;
  /** Characters before it in its line. */
  at: number;
}

/** The cells of one row parted by tabs or bars as blocks; a cell of several paragraphs gives several blocks. */
export function readRow(text: string, start: number, end: number, table: number, row: number): Block[] {
  const words = text.slice(start, end);
  const framed = words.startsWith('|');
  const sign = framed || !words.includes('\t') ? '|' : '\t';
  const tagged = words.includes('<');
  const blocks: Block[] = [];
  let column = 0;
  for (let from = framed ? start + 1 : start; from <= end; column++) {
    const found = words.indexOf(sign, from - start);
    const to = found < 0 ? end : start + found;
    if (tagged) {
      for (const piece of cutAtTags(text, from, to))
        blocks.push({ type: 'cell', start: piece.start, end: piece.end, table, row, column });
    } else {
      const span = trimSpan(text, from, to);
      if (span) blocks.push({ type: 'cell', start: span.start, end: span.end, table, row, column });
    }
    from = to + 1;
  }
  return blocks;
}
