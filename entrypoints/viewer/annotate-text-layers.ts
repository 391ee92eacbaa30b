import type { PdfPlace } from '../../reading/pdf';
import type { PDFViewer } from './pdfjs';

/** A text layer that stands in the window: its elements by index of text item. */
interface Layer {
  page: number;
  element: HTMLElement;
  /** Elements of empty items are in the list but not in the window. pdf.js may replace elements while it finds words. */
  items: readonly Node[];
}

/** A point in a text item. */
export interface ItemPoint {
  page: number;
  item: number;
  /** UTF-16 offset into the item's text. */
  offset: number;
}

/**
 * The way between text items and the text layers that pdf.js has in the window right now: it makes and throws them away
 * as pages scroll by, and rewrites what is in their elements when it marks words that were searched for. So nothing of it
 * is remembered; each question is answered from the window.
 */
export class TextLayers {
  constructor(private readonly viewer: PDFViewer) {}

  /** True when the page's text can be pointed at now. */
  isShown(page: number): boolean {
    return this.layerOf(page) !== null;
  }

  /** Elements of a page's text items, those of empty items too; none while the page is not in the window. */
  itemsOf(page: number): readonly Node[] {
    return this.layerOf(page)?.items ?? [];
  }

  /** Numbers of the pages whose text can be pointed at now. */
  pages(): number[] {
    return this.shown().map(({ page }) => page);
  }

  /** The element of a text item; null while its page is not in the window. */
  elementOf(page: number, item: number): HTMLElement | null {
    const node = this.layerOf(page)?.items[item];
    return node instanceof HTMLElement && node.isConnected ? node : null;
  }

  /** The ranges of those places that stand in the window: neighbouring items are one range. */
  rangesOf(places: readonly PdfPlace[]): StaticRange[] {
    const ranges: StaticRange[] = [];
    let run: { layer: Layer; first: PdfPlace; last: PdfPlace } | null = null;
    const close = () => {
      const range = run && rangeOf(run.layer, run.first, run.last);
      if (range) ranges.push(range);
      run = null;
    };
    let layer: Layer | null = null;
    for (const place of places) {
      if (layer?.page !== place.page) layer = this.layerOf(place.page);
      if (run && layer === run.layer && goesOn(layer, run.last, place)) {
        run.last = place;
        continue;
      }
      close();
      if (layer) run = { layer, first: place, last: place };
    }
    close();
    return ranges;
  }

  /**
   * The text item that a DOM point stands in; where it stands between items, the one behind it (`forward`) or before it.
   * Null outside the pages' text.
   */
  pointAt(node: Node, offset: number, forward: boolean): ItemPoint | null {
    const element = node instanceof Element ? node : node.parentElement;
    const own = this.shown().find((layer) => layer.element.contains(node));
    const inside = own && element && itemAround(own, element);
    if (own && inside) {
      return { page: own.page, item: inside.index, offset: lengthBefore(inside.element, node, offset) };
    }
    return this.nearest(node, offset, forward);
  }

  /** Points at both ends of the next (`forward`) or last item beside one, over pages in the window; null at the end. */
  neighbour({ page, item }: ItemPoint, forward: boolean): ItemPoint | null {
    const layers = this.shown();
    const step = forward ? 1 : -1;
    for (let at = layers.findIndex((layer) => layer.page === page); layers[at]; at += step) {
      const { items, page: number } = layers[at] as Layer;
      const from = number === page ? item + step : forward ? 0 : items.length - 1;
      const node = items[from];
      if (node) return { page: number, item: from, offset: forward ? 0 : (node.textContent?.length ?? 0) };
    }
    return null;
  }

  private nearest(node: Node, offset: number, forward: boolean): ItemPoint | null {
    const point = node.ownerDocument?.createRange();
    if (!point) return null;
    point.setStart(node, offset);
    const layers = forward ? this.shown() : this.shown().reverse();
    for (const { page, items } of layers) {
      const order = items.map((_, index) => index).filter((index) => items[index]?.isConnected);
      // Items stand in the window in the order of their numbers.
      const split = order.findIndex((index) => point.comparePoint(items[index] as Node, 0) >= 0);
      const index = order.at(forward ? split : split < 0 ? -1 : split - 1);
      if (index === undefined || (forward ? split < 0 : split === 0)) continue;
      return { page, item: index, offset: forward ? 0 : (items[index]?.textContent?.length ?? 0) };
    }
    return null;
  }

  /** The layers in the window, in page order. */
  private shown(): Layer[] {
    const views = [...this.viewer.getCachedPageViews()] as { id: number }[];
    return views
      .map(({ id }) => this.layerOf(id))
      .filter((layer) => layer !== null)
      .sort((one, other) => one.page - other.page);
  }

  private layerOf(page: number): Layer | null {
    const layer = this.viewer.getPageView(page - 1)?.textLayer;
    const items = layer?.highlighter?.textDivs;
    return layer && items && layer.div.isConnected ? { page, element: layer.div, items } : null;
  }
}

/** Whether a place begins where another ends: in the same item, or with nothing but blank items between. */
function goesOn(layer: Layer, last: PdfPlace, next: PdfPlace): boolean {
  if (next.item === last.item) return next.start >= last.end;
  if (next.item < last.item) return false;
  for (let between = last.item + 1; between < next.item; between++) {
    if (layer.items[between]?.textContent?.trim()) return false;
  }
  return true;
}

function rangeOf({ items }: Layer, first: PdfPlace, last: PdfPlace): StaticRange | null {
  const start = pointIn(items[first.item], first.start, false);
  const end = pointIn(items[last.item], last.end, true);
  if (!start || !end) return null;
  return new StaticRange({
    startContainer: start.node,
    startOffset: start.offset,
    endContainer: end.node,
    endOffset: end.offset,
  });
}

/** The text node that holds an offset of an item; at a seam the one before it for a range's end, else the one behind. */
function pointIn(item: Node | undefined, offset: number, isEnd: boolean): { node: Text; offset: number } | null {
  if (!item?.isConnected) return null;
  let before = 0;
  let last: Text | null = null;
  for (const node of textNodes(item)) {
    const inside = offset - before;
    if (inside < node.length || (isEnd && inside <= node.length)) return { node, offset: Math.max(0, inside) };
    before += node.length;
    last = node;
  }
  return last && { node: last, offset: last.length };
}

function* textNodes(root: Node): Generator<Text> {
  const walker = root.ownerDocument?.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker?.nextNode(); node; node = walker?.nextNode()) yield node as Text;
}

function itemAround(layer: Layer, element: Element): { element: Element; index: number } | null {
  for (let each: Element | null = element; each && each !== layer.element; each = each.parentElement) {
    const index = layer.items.indexOf(each);
    if (index >= 0) return { element: each, index };
  }
  return null;
}

/** UTF-16 length of an item's text before a DOM point in it. */
function lengthBefore(item: Element, node: Node, offset: number): number {
  const range = item.ownerDocument.createRange();
  range.setStart(item, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}
