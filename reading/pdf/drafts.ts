import { type Marker, readMarker } from '../text/markers';
import type { BlockType } from '../types';
import type { LayoutLine, PageLayout } from './layout';
import type { ColumnMetrics, PageMetrics } from './metrics';

/** A line with all that decides which block it belongs to. */
export interface BodyLine {
  /** Index of its page in the list of pages, and its own index there. */
  page: number;
  index: number;
  own: LayoutLine;
  layout: PageLayout;
  metrics: PageMetrics;
  column: ColumnMetrics;
  words: string;
  marker: Marker | null;
}

/** A block while it is put together. */
export interface Draft {
  type: BlockType;
  level?: number;
  lines: BodyLine[];
  cell?: { table: number; row: number; column: number };
  /** More white than between lines stands above it. */
  gapAbove: boolean;
  /** How many characters of its first line are a list's sign or number. */
  skip: number;
}

const NO_COLUMN: ColumnMetrics = { left: 0, right: 0 };

export function bodyLine(
  layout: PageLayout,
  page: number,
  index: number,
  metrics: PageMetrics,
  columnKey: string,
): BodyLine {
  const own = layout.lines[index] as LayoutLine;
  const words = layout.text.slice(own.start, own.end);
  return {
    page,
    index,
    own,
    layout,
    metrics,
    column: metrics.columns.get(columnKey) ?? NO_COLUMN,
    words,
    marker: readMarker(words, 0, words.length),
  };
}

/** How many characters at the beginning of an item's first line are its sign or number. */
export function markerLength({ words, marker }: BodyLine): number {
  if (!marker || marker.kind === 'footnote') return 0;
  const inner = marker.kind === 'bullet' ? readMarker(words, marker.content, words.length) : null;
  if (inner?.kind === 'number' && inner.closing !== '') return inner.content;
  return marker.content;
}
