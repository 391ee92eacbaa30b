import type { ComponentChild } from 'preact';
import { rectsOf } from '../highlighting';
import type { Texts } from '../locales';
import type { SelectableReading, Span } from '../reading/types';
import type { CardActions } from './card';
import type * as CardContents from './card-contents';
import type { CardHost } from './card-host';
import type { OpenReading, Place } from './document-source';
import type { OpenDocument } from './open-document';
import type { Subject } from './subjects';

/** Opens card and selection button beside the text they are about, and ties the card to the document. */
export class CardOpener<Reading extends OpenReading & SelectableReading> {
  /** True while something is typed that is not stored. */
  isDirty = false;
  private lastAnchor = new DOMRect();
  private clickedLine: { place: Span; index: number } | null = null;

  constructor(
    private readonly host: CardHost,
    private readonly document: OpenDocument<Reading>,
    private readonly texts: () => Texts,
    private readonly reveal: (span: Span) => void,
  ) {}

  hide(): void {
    this.isDirty = false;
    this.host.hide();
  }

  /** Shows the button that keeps a selection. */
  offer(place: Place<Reading>, onChoose: () => void): void {
    this.show(place, null, false, ({ selectionButton }) => selectionButton({ onChoose }, this.texts()));
  }

  /** @param y where the click was, so that the card stands by that line of a long passage */
  open(subjects: readonly Subject<Reading>[], y: number | null): void {
    const [first] = subjects;
    if (!first) return;
    this.isDirty = false;
    const vocabulary = this.document.opened?.tagNames ?? [];
    const { date } = this.document.profile;
    const card = { subjects, vocabulary, date, actions: this.actions() };
    this.show(first.place, y, true, (contents) => contents.card(card, this.texts()));
  }

  private show(
    place: Place<Reading>,
    y: number | null,
    focus: boolean,
    content: (contents: typeof CardContents) => ComponentChild,
  ): void {
    const fetched = async () => content(await import('./card-contents'));
    void this.host.show(fetched, () => this.anchorOf(place, y), { focus });
  }

  private actions(): CardActions<Reading> {
    return {
      save: ({ place, passage }, label, values) => this.document.save(place, passage, label, values),
      update: ({ id, revision }, values) => this.document.update(id, values, revision),
      remove: (id) => this.document.remove(id),
      restore: (id) => this.document.restore(id),
      retarget: async (id, { start, end }) => {
        const place = this.document.placeOf({ start, end });
        return place ? this.document.retarget(id, place) : { ok: false, code: 'conflict' };
      },
      reveal: this.reveal,
      setDirty: (isDirty) => {
        this.isDirty = isDirty;
      },
      close: () => this.hide(),
    };
  }

  /** The line of the span that was clicked, followed while the page scrolls. */
  private anchorOf(place: Place<Reading>, y: number | null): DOMRect {
    const rects = place.reading.locate(place.start, place.end).flatMap(rectsOf);
    if (this.clickedLine?.place !== place) {
      const index = y === null ? -1 : rects.findIndex((rect) => rect.top <= y && y <= rect.bottom);
      this.clickedLine = { place, index };
    }
    const line = rects.at(this.clickedLine.index) ?? rects.at(-1);
    if (line) this.lastAnchor = line;
    return this.lastAnchor;
  }
}
