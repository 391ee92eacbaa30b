import type { ComponentChild } from 'preact';
import { rectsOf } from '../highlighting';
import type { Texts } from '../locales';
import type { SelectableReading, Span } from '../reading/types';
import type * as CardContents from './card-contents';
import type { CardHost } from './card-host';
import type { CardAnchor } from './card-place';
import type { CardContext } from './card-props';
import type { CardFocus } from './card-view';
import type { OpenReading, Place } from './document-source';
import type { OpenDocument } from './open-document';
import { type Subject, subjectOf } from './subjects';
import type { Wording } from './wording';

/** How long a card waits for what is kept of its document, in milliseconds: it shows sets, tags, and whether its passage is kept. */
const WAIT_FOR_STORE_MS = 500;

/** Opens card and selection button beside the text they are about, and ties the card to the document. */
export class CardOpener<Reading extends OpenReading & SelectableReading> {
  /** True while something is typed that is not stored. */
  isDirty = false;
  private lastAnchor = new DOMRect();
  private clickedLine: { place: Span; index: number } | null = null;

  private readonly context: CardContext<Reading>;

  constructor(
    private readonly host: CardHost,
    private readonly document: OpenDocument<Reading>,
    private readonly wording: () => Promise<Wording>,
    reveal: (span: Span) => void,
    deselect: () => void,
  ) {
    const setDirty = (isDirty: boolean) => {
      this.isDirty = isDirty;
    };
    this.context = { document, wording, reveal, deselect, setDirty, close: () => this.hide() };
  }

  hide(): void {
    this.isDirty = false;
    this.host.hide();
  }

  /** Shows the button that keeps a selection. */
  offer(place: Place<Reading>, onChoose: () => void): void {
    this.show(place, null, 'none', ({ selectionButton }, texts) => selectionButton({ onChoose }, texts));
  }

  /** @param y where the click was, so that the card stands by that line of a long passage */
  open(subjects: readonly Subject<Reading>[], y: number | null, focus: CardFocus = 'card'): void {
    const [first] = subjects;
    if (!first) return;
    this.isDirty = false;
    const isEarly = this.document.opened === null && this.document.problem === undefined;
    const known = isEarly ? Promise.race([this.document.isAnswered, delay(WAIT_FOR_STORE_MS)]) : undefined;
    this.show(first.place, y, focus, async (contents, texts) => {
      await known;
      const shown = isEarly ? subjects.map((each) => this.asKnown(each)) : subjects;
      return contents.card(contents.cardProps(this.context, shown), texts);
    });
  }

  /** Shows the sheet of shortcuts in the window's middle. @param tags names in the person's order */
  showShortcuts(tags: readonly string[]): void {
    this.isDirty = false;
    const fetched = async () => {
      const [contents, { texts }] = await Promise.all([import('./card-contents'), this.wording()]);
      return contents.help({ tags, onClose: () => this.hide() }, texts);
    };
    const anchor: CardAnchor = { lines: () => [], line: () => middleOfWindow(), putCaret: () => null };
    void this.host.show(fetched, anchor, 'card');
  }

  /** The subject with what has become known of its place since, in the same text. */
  private asKnown(subject: Subject<Reading>): Subject<Reading> {
    const { place, passage } = subject;
    return place.reading === this.document.reading ? subjectOf(this.document, place.reading, place, passage) : subject;
  }

  private show(
    place: Place<Reading>,
    y: number | null,
    focus: CardFocus,
    content: (contents: typeof CardContents, texts: Texts) => ComponentChild | Promise<ComponentChild>,
  ): void {
    const fetched = async () => {
      const [contents, { texts }] = await Promise.all([import('./card-contents'), this.wording()]);
      return content(contents, texts);
    };
    const anchor: CardAnchor = {
      lines: () => linesOf(place),
      line: () => this.lineOf(place, y),
      putCaret: (isBehind) => putCaret(place, isBehind),
    };
    void this.host.show(fetched, anchor, focus);
  }

  /** The line of the span that was clicked, followed while the page scrolls. */
  private lineOf(place: Place<Reading>, y: number | null): DOMRect {
    const rects = linesOf(place);
    if (this.clickedLine?.place !== place) {
      const index = y === null ? -1 : rects.findIndex((rect) => rect.top <= y && y <= rect.bottom);
      this.clickedLine = { place, index };
    }
    const line = rects.at(this.clickedLine.index) ?? rects.at(-1);
    if (line) this.lastAnchor = line;
    return this.lastAnchor;
  }
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function linesOf({ start, end, reading }: Place<OpenReading>): DOMRect[] {
  return reading.locate(start, end).flatMap(rectsOf);
}

function putCaret({ start, end, reading }: Place<OpenReading>, isBehind: boolean): Node | null {
  const range = reading.locate(start, end).at(isBehind ? -1 : 0);
  if (!range) return null;
  const [node, offset] = isBehind ? [range.endContainer, range.endOffset] : [range.startContainer, range.startOffset];
  node.ownerDocument?.getSelection()?.collapse(node, offset);
  return node;
}

/** A card stands below it: as wide as the card is at most, a little below the window's top. */
function middleOfWindow(): DOMRect {
  return new DOMRect(Math.max(0, innerWidth / 2 - 190), innerHeight / 8, 0, 0);
}
