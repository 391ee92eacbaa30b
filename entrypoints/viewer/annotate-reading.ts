import type { OpenReading } from '../../annotating/document-source';
import type { PdfPlace, PdfReading } from '../../reading/pdf';
import type { Block, SelectableReading, Span } from '../../reading/types';
import type { ItemPoint, TextLayers } from './annotate-text-layers';

/** Items that a selection may go over against the reading's order, before its ends alone decide. */
const MOST_ITEMS = 5000;

/** The reading of a PDF that the viewer shows: its spans stand in the text layers that are in the window just now. */
export class ShownPdfReading implements OpenReading, SelectableReading {
  readonly text: string;
  readonly blocks: readonly Block[];

  constructor(
    private readonly pdf: PdfReading,
    private readonly layers: TextLayers,
    readonly isPartial: boolean,
    /** What the file calls its pages, where that is not their numbers. */
    private readonly labels: readonly string[] | null = null,
  ) {
    this.text = pdf.text;
    this.blocks = pdf.blocks;
  }

  /** Ranges in the window; none for pages that are not in it. */
  locate(start: number, end: number): StaticRange[] {
    if (!this.isInWindow(start, end)) return [];
    return this.layers.rangesOf(this.pdf.itemsOf(start, end));
  }

  pageAt(offset: number): number | undefined {
    return this.pdf.pageAt(offset) ?? undefined;
  }

  pageLabelAt(offset: number): string | undefined {
    const page = this.pageAt(offset) ?? 0;
    const label = this.labels?.[page - 1];
    return label && label !== String(page) ? label : undefined;
  }

  /** Stretches of text items of [start, end), on pages in the window and elsewhere. */
  placesOf({ start, end }: Span): PdfPlace[] {
    return this.pdf.itemsOf(start, end);
  }

  carryTo(span: Span, other: this): Span | null {
    const places = this.placesOf(span);
    const first = places[0];
    const last = places.at(-1);
    if (!first || !last) return null;
    const start = other.pdf.offsetOf(first.page, first.item, first.start);
    const end = other.pdf.offsetOf(last.page, last.item, last.end);
    if (start === null || end === null) return null;
    const same = other.text.slice(start, end) === this.text.slice(span.start, span.end);
    return same ? { start, end } : null;
  }

  offsetOf(node: Node, offset: number): number | null {
    return this.offsetNear(this.layers.pointAt(node, offset, true), true);
  }

  spanOf(range: AbstractRange): Span | null {
    const from = this.layers.pointAt(range.startContainer, range.startOffset, true);
    const to = this.layers.pointAt(range.endContainer, range.endOffset, false);
    if (!from || !to) return null;
    const start = this.offsetNear(from, true);
    const end = this.offsetNear(to, false);
    if (start === null || end === null) return null;
    return this.trimmed(start < end ? { start, end } : this.spanOfItems(from, to));
  }

  /** A selection follows the file's order of text; where that is not the order of reading, all it went over counts. */
  private spanOfItems(from: ItemPoint, to: ItemPoint): Span {
    let start = Number.POSITIVE_INFINITY;
    let end = 0;
    let point: ItemPoint | null = from;
    for (let count = 0; point && count < MOST_ITEMS; count++) {
      const isLast: boolean = point.page === to.page && point.item === to.item;
      const first = this.pdf.offsetOf(point.page, point.item, point.offset);
      const behind = this.pdf.offsetOf(point.page, point.item, isLast ? to.offset : Number.MAX_SAFE_INTEGER);
      if (first !== null) start = Math.min(start, first);
      if (behind !== null) end = Math.max(end, behind);
      point = isLast ? null : this.layers.neighbour(point, true);
    }
    return { start, end };
  }

  private trimmed({ start, end }: Span): Span | null {
    if (start >= end) return null;
    const raw = this.text.slice(start, end);
    const words = raw.trim();
    if (words === '') return null;
    const from = start + raw.indexOf(words);
    return { start: from, end: from + words.length };
  }

  /** Offset of a point; blank items were not read, so the next one in the direction is taken. */
  private offsetNear(point: ItemPoint | null, forward: boolean): number | null {
    let at = point;
    for (let count = 0; at && count < MOST_ITEMS; count++) {
      const offset = this.pdf.offsetOf(at.page, at.item, at.offset);
      if (offset !== null) return offset;
      at = this.layers.neighbour(at, forward);
    }
    return null;
  }

  private isInWindow(start: number, end: number): boolean {
    const first = this.pdf.pageAt(start);
    const last = this.pdf.pageAt(Math.max(start, end - 1));
    if (first === null || last === null) return false;
    for (let page = Math.min(first, last); page <= Math.max(first, last); page++) {
      if (this.layers.isShown(page)) return true;
    }
    return false;
  }
}
