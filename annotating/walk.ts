import type { Passage } from '../detection/types';
import { offsetFromPoint, rectsOf } from '../highlighting';
import type { Placement } from '../messages/schema';
import type { SelectableReading, Span } from '../reading/types';
import type { AnnotationKind } from '../storage/schema';
import type { OpenReading } from './document-source';
import type { OpenDocument } from './open-document';

/** More stops than these do not stand in one window before or behind a word of it. */
const STOPS_IN_WINDOW = 100;

/** A place that the keyboard goes to: a passage, or what the person has kept without one. */
export interface Stop extends Span {
  kind: AnnotationKind;
  passage: Passage | null;
  placement: Placement | null;
}

/** Where the keyboard is: its stop, and which of how many of its kind that is, 1 first. */
export interface Step {
  stop: Stop;
  index: number;
  total: number;
}

/** Every place of the document that is highlighted, in text order; of two that begin together the longer first. */
function stopsOf<Reading extends OpenReading>(document: OpenDocument<Reading>): Stop[] {
  const hidden = new Set(document.opened?.hiddenKinds);
  const isSame = (one: Span, other: Span) => one.start === other.start && one.end === other.end;
  const passages = document.passages.flatMap((passage): Stop[] => {
    const placement = document.keptAt(passage) ?? null;
    if (hidden.has(passage.kind) && !placement) return [];
    return [{ kind: passage.kind, start: passage.start, end: passage.end, passage, placement }];
  });
  const others = document.placements.flatMap((placement): Stop[] => {
    const { span, annotation } = placement;
    if (!span || document.passages.some((passage) => isSame(passage, span))) return [];
    return [{ kind: annotation.kind, ...span, passage: null, placement }];
  });
  return [...passages, ...others].sort((one, other) => one.start - other.start || other.end - one.end);
}

/** Goes from place to place of one open document. */
export class Walk<Reading extends OpenReading & SelectableReading> {
  private at: { kind: AnnotationKind; start: number; end: number; quote: string } | null = null;
  /** False from a step until its place has been in the window: scrolling there takes a while. */
  private hasArrived = true;

  constructor(
    private readonly page: Document,
    private readonly document: OpenDocument<Reading>,
  ) {}

  /** The place that the keyboard stands at, as it is now; null when it stands nowhere or the place is gone. */
  get current(): Stop | null {
    const { at } = this;
    const text = this.document.reading?.text;
    if (!at || text === undefined) return null;
    const alike = stopsOf(this.document).filter(
      (stop) => stop.kind === at.kind && text.slice(stop.start, stop.end) === at.quote,
    );
    // The text may have grown before it: of several with its words the nearest.
    const [nearest] = alike.sort((one, other) => Math.abs(one.start - at.start) - Math.abs(other.start - at.start));
    return nearest ?? null;
  }

  /** Stands at a place, or nowhere. */
  set(stop: Omit<Stop, 'passage' | 'placement'> | null): void {
    this.hasArrived = true;
    const text = this.document.reading?.text;
    this.at =
      stop && text !== undefined
        ? { kind: stop.kind, start: stop.start, end: stop.end, quote: text.slice(stop.start, stop.end) }
        : null;
  }

  /** The window has come to rest. Once its place has been seen in it, who leaves it by scrolling has left it. */
  arrive(): void {
    if (this.hasArrived) return;
    const { current } = this;
    this.hasArrived = current === null || this.isInWindow(current);
  }

  /**
   * Goes to the next place or the one before; at the end round to the beginning. From out of sight it starts at what is in the
   * window, unless the window is still on its way to the place.
   */
  step(direction: 1 | -1): Step | null {
    const stops = stopsOf(this.document);
    const { current } = this;
    const isHere = current !== null && (!this.hasArrived || this.isInWindow(current));
    const known = isHere ? stops.findIndex((stop) => isSamePlace(stop, current)) : -1;
    const index = known >= 0 ? known + direction : this.fromWindow(stops, direction);
    const stop = stops.at(index >= stops.length ? 0 : index);
    if (!stop) return null;
    this.set(stop);
    this.hasArrived = false;
    const ofKind = stops.filter(({ kind }) => kind === stop.kind);
    return { stop, index: ofKind.indexOf(stop) + 1, total: ofKind.length };
  }

  private isInWindow({ start, end }: Span): boolean {
    const height = this.page.defaultView?.innerHeight ?? 0;
    const rects = this.document.reading?.locate(start, end).flatMap(rectsOf) ?? [];
    return rects.some(({ top, bottom }) => bottom > 0 && top < height);
  }

  /**
   * Index of the first stop to be seen in the window, or of the one before it. Where none is to be seen, of the next after the
   * text in the window, or of the last before it.
   */
  private fromWindow(stops: readonly Stop[], direction: 1 | -1): number {
    const offsets = this.offsetsInWindow();
    const behind = (offset: number) => {
      const index = stops.findIndex(({ start }) => start >= offset);
      return index < 0 ? stops.length : index;
    };
    const nearby = [...new Set(offsets.flatMap((offset) => around(behind(offset), stops.length)))];
    const seen = nearby.sort((one, other) => one - other).find((index) => this.isSeen(stops[index] as Stop));
    const first = seen ?? behind(offsets[0] ?? 0);
    return direction === 1 ? first : first - 1;
  }

  /** Whether a line of it stands in the window, its middle covered by nothing. */
  private isSeen({ start, end }: Span): boolean {
    const ranges = this.document.reading?.locate(start, end) ?? [];
    return ranges.some((range) => {
      const element = commonElement(range);
      return element !== null && rectsOf(range).some((rect) => isUncovered(rect, element));
    });
  }

  /** Offsets of text in the window, that in its middle first: its edges may hold a page's bars. */
  private offsetsInWindow(): number[] {
    const { page } = this;
    const { reading } = this.document;
    const { innerWidth = 0, innerHeight = 0 } = page.defaultView ?? {};
    if (!reading) return [];
    return [0.5, 0.35, 0.7, 0.2, 0.9, 0.1, 0.05].flatMap((down) =>
      [0.5, 0.3, 0.7].flatMap(
        (across) => offsetFromPoint(page, reading, across * innerWidth, down * innerHeight) ?? [],
      ),
    );
  }
}

/** Indices of the stops so near to one that they may stand in the same window. */
function around(index: number, count: number): number[] {
  const from = Math.max(0, index - STOPS_IN_WINDOW);
  return Array.from({ length: Math.min(count, index + STOPS_IN_WINDOW) - from }, (_, at) => from + at);
}

/** The innermost element that all of a range stands in. */
function commonElement({ startContainer, endContainer }: AbstractRange): Element | null {
  let element = startContainer.parentElement;
  while (element && !element.contains(endContainer)) element = element.parentElement;
  return element;
}

/** @param rect a line of text in `element`, in CSS pixels of the window */
function isUncovered({ left, right, top, bottom }: DOMRect, element: Element): boolean {
  const root = element.getRootNode() as Document | ShadowRoot;
  const stack = root.elementsFromPoint((left + right) / 2, (top + bottom) / 2);
  const own = stack.findIndex((each) => element.contains(each));
  // What paints nothing there covers nothing: a link over a PDF's text, a layer that only catches the pointer.
  return own >= 0 && !stack.slice(0, own).some(paintsBackground);
}

function paintsBackground(element: Element): boolean {
  const { backgroundColor, backgroundImage } = getComputedStyle(element);
  return backgroundImage !== 'none' || !/^transparent$|, 0\)$/.test(backgroundColor);
}

function isSamePlace(one: Stop, other: Stop): boolean {
  return one.kind === other.kind && one.start === other.start && one.end === other.end;
}
