import type { Block, Reading } from '../types';
import { type PageLayout, SEGMENT } from './layout';
import type { PdfPageText } from './readability';

/** A stretch of one text item. */
export interface PdfPlace {
  /** 1-based page number. */
  page: number;
  /** Index into `PdfPage.items`, which is the index into the page's `TextLayer.textDivs`. */
  item: number;
  /** UTF-16 offsets into the item's `str`, half-open. */
  start: number;
  end: number;
}

/** A page with the place of each of its lines in the reading's text. */
export interface PlacedPage {
  layout: PageLayout;
  /** Offset in the reading's text, for each line of the layout. */
  lineAt: Int32Array;
  text: PdfPageText;
}

/** The lines in text order. */
export interface PlacedLines {
  /** Offset in the reading's text where each line begins. */
  at: Int32Array;
  /** Index of its page in the list of pages. */
  page: Int32Array;
  /** Its index on that page. */
  line: Int32Array;
}

/**
 * The reading of a PDF, or of the pages that are known so far: spans of its text can be turned into stretches of text
 * items, and points in items into offsets. Lines of one block are parted by `\n`, as in plain text.
 */
export class PdfReading implements Reading {
  private readonly byNumber = new Map<number, PlacedPage>();
  /** Segments of a page ordered by item and offset; made when first asked for. */
  private readonly itemOrder = new Map<number, Int32Array>();

  constructor(
    readonly text: string,
    readonly blocks: readonly Block[],
    private readonly pages: readonly PlacedPage[],
    private readonly lines: PlacedLines,
  ) {
    for (const page of pages) this.byNumber.set(page.layout.page, page);
  }

  /** What is known of a page's text; undefined for a page that was not added. */
  textOf(page: number): PdfPageText | undefined {
    return this.byNumber.get(page)?.text;
  }

  /** Number of the page that an offset stands on; null in an empty reading. */
  pageAt(offset: number): number | null {
    const index = this.lineAt(offset);
    if (index < 0) return null;
    return (this.pages[this.lines.page[index] as number] as PlacedPage).layout.page;
  }

  /**
   * The stretches of text items that make up [start, end), in text order; stretches that follow each other in one item
   * are one. White space between items has no place.
   */
  itemsOf(start: number, end: number): PdfPlace[] {
    const places: PdfPlace[] = [];
    const { at, page: pageOf, line: lineOf } = this.lines;
    for (let index = Math.max(0, this.lineAt(start)); index < at.length && (at[index] as number) < end; index++) {
      const { layout } = this.pages[pageOf[index] as number] as PlacedPage;
      const line = layout.lines[lineOf[index] as number] as PageLayout['lines'][number];
      const shift = (at[index] as number) - line.start;
      for (let k = line.segmentStart; k < line.segmentEnd; k++) {
        const place = placeOf(layout, k, start - shift, end - shift);
        if (!place) continue;
        const last = places.at(-1);
        if (last && last.page === place.page && last.item === place.item && last.end === place.start)
          last.end = place.end;
        else places.push(place);
      }
    }
    return places;
  }

  /**
   * Offset in the text of a point in a text item.
   * @param page 1-based page number
   * @param item index into the page's items
   * @param offset UTF-16 offset into the item's `str`
   * @returns null for pages and items that hold nothing that was read
   */
  offsetOf(page: number, item: number, offset: number): number | null {
    const placed = this.byNumber.get(page);
    if (!placed) return null;
    const { layout, lineAt } = placed;
    const order = this.orderOf(placed);
    const { segments } = layout;
    const twin = layout.twins.get(item);
    const own = twin?.item ?? item;
    const point = offset + (twin?.shift ?? 0);
    let low = 0;
    let high = order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const k = (order[middle] as number) * SEGMENT;
      const before =
        (segments[k + 2] as number) < own ||
        (segments[k + 2] === own && (segments[k + 3] as number) + (segments[k + 4] as number) < point);
      if (before) low = middle + 1;
      else high = middle;
    }
    // The first segment of the item that ends at the point or behind it, else the item's last one.
    let segment = order[low];
    if (segment === undefined || segments[segment * SEGMENT + 2] !== own) segment = order[low - 1];
    if (segment === undefined || segments[segment * SEGMENT + 2] !== own) return null;
    const k = segment * SEGMENT;
    const [from, length, , itemFrom, itemLength] = segments.subarray(k, k + SEGMENT) as unknown as number[];
    const line = lineOfSegment(layout, segment);
    const base =
      (lineAt[line] as number) - (layout.lines[line] as PageLayout['lines'][number]).start + (from as number);
    const inside = Math.min(Math.max(0, point - (itemFrom as number)), itemLength as number);
    if (length === itemLength) return base + inside;
    return base + (inside >= (itemLength as number) ? (length as number) : 0);
  }

  private lineAt(offset: number): number {
    const { at } = this.lines;
    let low = 0;
    let high = at.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((at[middle] as number) <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1 < 0 && at.length > 0 ? 0 : low - 1;
  }

  private orderOf({ layout }: PlacedPage): Int32Array {
    let order = this.itemOrder.get(layout.page);
    if (!order) {
      const { segments } = layout;
      order = Int32Array.from({ length: segments.length / SEGMENT }, (_, k) => k);
      order.sort((a, b) => {
        const x = a * SEGMENT;
        const y = b * SEGMENT;
        return (
          (segments[x + 2] as number) - (segments[y + 2] as number) ||
          (segments[x + 3] as number) - (segments[y + 3] as number)
        );
      });
      this.itemOrder.set(layout.page, order);
    }
    return order;
  }
}

/** The part of a segment that lies in [start, end) of the page's text. */
function placeOf(layout: PageLayout, segment: number, start: number, end: number): PdfPlace | null {
  const k = segment * SEGMENT;
  const [at, length, item, from, itemLength] = layout.segments.subarray(k, k + SEGMENT) as unknown as number[];
  const left = Math.max(start, at as number);
  const right = Math.min(end, (at as number) + (length as number));
  if (right <= left) return null;
  const own = { page: layout.page, item: item as number };
  if (length !== itemLength) return { ...own, start: from as number, end: (from as number) + (itemLength as number) };
  const shift = (from as number) - (at as number);
  return { ...own, start: left + shift, end: right + shift };
}

function lineOfSegment(layout: PageLayout, segment: number): number {
  const { lines } = layout;
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] as PageLayout['lines'][number]).segmentEnd <= segment) low = middle + 1;
    else high = middle;
  }
  return low;
}
