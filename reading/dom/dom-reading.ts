import type { Block, LocatedReading, Span } from '../types';

/** A stretch of the reading's text that stands, letter by letter, in one text node. */
export interface Segment {
  /** UTF-16 offset into the reading's text. */
  at: number;
  length: number;
  node: Text;
  /** UTF-16 offset into the node's data. */
  from: number;
}

/** The reading of a web page: spans of its text can be turned into DOM ranges, and DOM points into offsets. */
export class DomReading implements LocatedReading<StaticRange> {
  private readonly firstSegmentOf = new Map<Node, number>();

  constructor(
    readonly text: string,
    readonly blocks: readonly Block[],
    private readonly segments: readonly Segment[],
  ) {
    segments.forEach((segment, i) => {
      if (!this.firstSegmentOf.has(segment.node)) this.firstSegmentOf.set(segment.node, i);
    });
  }

  /** True while every piece of text stands in the page as it was read. */
  isCurrent(): boolean {
    return this.segments.every(({ node, from, length }) => node.isConnected && from + length <= node.length);
  }

  /**
   * One range for each block that [start, end) touches; StaticRanges, so that a page that changes its
   * DOM all the time does not pay for keeping them up to date.
   */
  locate(start: number, end: number): StaticRange[] {
    const ranges: StaticRange[] = [];
    let open: { first: Segment; startOffset: number; last: Segment; endOffset: number } | null = null;
    const close = () => {
      if (open) ranges.push(rangeOf(open.first.node, open.startOffset, open.last.node, open.endOffset));
      open = null;
    };
    for (let i = this.segmentIndexAt(start); i < this.segments.length; i++) {
      const segment = this.segments[i] as Segment;
      if (segment.at >= end) break;
      if (!segment.node.isConnected) continue;
      const from = Math.max(start, segment.at);
      const to = Math.min(end, segment.at + segment.length);
      if (to <= from) continue;
      if (open && this.text.slice((open as { last: Segment }).last.at, segment.at).includes('\n')) close();
      const endOffset = Math.min(segment.from + to - segment.at, segment.node.length);
      if (open) Object.assign(open, { last: segment, endOffset });
      else
        open = {
          first: segment,
          startOffset: Math.min(segment.from + from - segment.at, segment.node.length),
          last: segment,
          endOffset,
        };
    }
    close();
    return ranges;
  }

  /** Offset of a DOM point in the text, the next one that was read where the point itself was not; null when nothing follows. */
  offsetOf(node: Node, offset: number): number | null {
    if (node.nodeType === Node.TEXT_NODE && this.firstSegmentOf.has(node)) {
      let last: Segment | undefined;
      for (let i = this.firstSegmentOf.get(node) as number; this.segments[i]?.node === node; i++) {
        const segment = this.segments[i] as Segment;
        if (offset < segment.from) return segment.at;
        if (offset <= segment.from + segment.length) return segment.at + offset - segment.from;
        last = segment;
      }
      return last ? last.at + last.length : null;
    }
    return this.offsetAfter(node, offset);
  }

  /** The span of the text that a DOM range selects, trimmed of white space; null when it selects nothing that was read. */
  spanOf(range: AbstractRange): Span | null {
    const start = this.offsetOf(range.startContainer, range.startOffset);
    if (start === null) return null;
    const rawEnd = this.offsetOf(range.endContainer, range.endOffset) ?? this.text.length;
    const raw = this.text.slice(start, rawEnd);
    const trimmed = raw.trim();
    if (trimmed === '') return null;
    const from = start + raw.indexOf(trimmed);
    return { start: from, end: from + trimmed.length };
  }

  /** First segment that ends after the offset. */
  private segmentIndexAt(offset: number): number {
    let low = 0;
    let high = this.segments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const segment = this.segments[middle] as Segment;
      if (segment.at + segment.length <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private offsetAfter(node: Node, offset: number): number | null {
    const document = node.ownerDocument;
    if (!document) return null;
    const point = document.createRange();
    point.setStart(node, offset);
    let low = 0;
    let high = this.segments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const { node: text, from } = this.segments[middle] as Segment;
      const isBefore = text.isConnected && point.comparePoint(text, Math.min(from, text.length)) < 0;
      if (isBefore) low = middle + 1;
      else high = middle;
    }
    return this.segments[low]?.at ?? null;
  }
}

function rangeOf(startContainer: Node, startOffset: number, endContainer: Node, endOffset: number): StaticRange {
  return new StaticRange({ startContainer, startOffset, endContainer, endOffset });
}
