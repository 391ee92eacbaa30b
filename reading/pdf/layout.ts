import type { Twin } from './runs';

/** How one page's text stands on it: what is kept of a page once its items have been put in order. */

/** A line of text in one column or table cell, in points of the upright page, y downwards. */
export interface LayoutLine {
  /** UTF-16 span in the page's text. */
  start: number;
  end: number;
  /** First segment of the line and the one behind its last. */
  segmentStart: number;
  segmentEnd: number;
  left: number;
  right: number;
  /** Where its words begin behind a list's sign or number; else `left`. */
  wordsLeft: number;
  baseline: number;
  /** Font size of most of its letters, in points. */
  size: number;
  /** Font of most of its letters, by pdf.js's name. */
  font: string;
  /** A note's mark is raised in it, which may push it down. */
  raised?: true;
  /** All its letters are of that font. */
  uniform: boolean;
  /** Column or table of the page that it stands in; lines of one flow stand together, in reading order. */
  flow: number;
  /** Set in tables: 0-based place, `table` counted on the page. */
  cell?: { table: number; row: number; column: number };
  labelled?: true;
  artifact?: true;
  /** Runs in another direction than the page: a stamp in the margin, a watermark. */
  turned?: true;
}

/** Numbers that a segment takes in {@link PageLayout.segments}. */
export const SEGMENT = 5;

export interface PageLayout {
  /** 1 first. */
  page: number;
  width: number;
  height: number;
  /** The fonts' own names, as far as they are known, by pdf.js's names. */
  fontNames?: Readonly<Record<string, string>>;
  /** The lines' words one after another, in reading order; what parts them is decided when pages are put together. */
  text: string;
  lines: readonly LayoutLine[];
  /**
   * Where the text stands in the items, in text order, five numbers each: offset in `text`, length there, index of the
   * item, offset in its `str`, length there. Where the lengths differ (a ligature spelt out) the segment is one sign.
   */
  segments: Int32Array;
  /** Items that print once more what another one prints (imitated bold), by index. */
  twins: ReadonlyMap<number, Twin>;
}
