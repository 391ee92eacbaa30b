import type { SelectableReading } from '../reading/types';

/** Pixels round a line of text that still count as on it. */
const TOLERANCE = 2;

/**
 * Where in the reading's text the point of the viewport lies.
 *
 * @param x CSS pixels from the viewport's left edge
 * @param y CSS pixels from its top
 * @returns UTF-16 offset, or null when no text that was read stands there
 */
export function offsetFromPoint(document: Document, reading: SelectableReading, x: number, y: number): number | null {
  const caret = caretFromPoint(document, x, y);
  if (!caret || caret.node.nodeType !== Node.TEXT_NODE) return null;
  return reading.offsetOf(caret.node, caret.offset);
}

/** True when the point lies on one of the ranges' lines; a caret is found beside a line's end as well. */
export function isOnRanges(ranges: readonly AbstractRange[], x: number, y: number): boolean {
  return ranges.some((range) => rectsOf(range).some((rect) => isInside(rect, x, y)));
}

/** Client rectangles of a static range; empty when the page has changed under it. */
export function rectsOf(range: AbstractRange): DOMRect[] {
  const document = range.startContainer.ownerDocument;
  if (!document || !range.startContainer.isConnected || !range.endContainer.isConnected) return [];
  const live = document.createRange();
  try {
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
  } catch {
    return [];
  }
  return [...live.getClientRects()];
}

function isInside(rect: DOMRect, x: number, y: number): boolean {
  return (
    x >= rect.left - TOLERANCE &&
    x <= rect.right + TOLERANCE &&
    y >= rect.top - TOLERANCE &&
    y <= rect.bottom + TOLERANCE
  );
}

function caretFromPoint(document: Document, x: number, y: number): { node: Node; offset: number } | null {
  if (typeof document.caretPositionFromPoint === 'function') {
    const position = document.caretPositionFromPoint(x, y);
    return position ? { node: position.offsetNode, offset: position.offset } : null;
  }
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}
