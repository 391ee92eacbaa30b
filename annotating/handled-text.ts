import { offsetFromPoint } from '../highlighting';
import type { SelectableReading, Span } from '../reading/types';
import type { CardHost } from './card-host';
import { CardOpener } from './card-opener';
import type { OpenReading } from './document-source';
import type { OpenDocument } from './open-document';
import { SelectedText } from './selected-text';
import { subjectsAt } from './subjects';
import type { Stop } from './walk';
import type { Wording } from './wording';

interface HandledTextParts<Reading extends OpenReading & SelectableReading> {
  page: Document;
  host: CardHost;
  document: OpenDocument<Reading>;
  wording(): Promise<Wording>;
  reveal(span: Span): void;
  /** Told what a card was opened for by a click. */
  onOpened(place: Pick<Stop, 'kind' | 'start' | 'end'>): void;
}

/**
 * What a person does with the text by pointer and selection: opens a card, is offered to keep what is selected. Fetched at the
 * first click in text or the first selection.
 */
export class HandledText<Reading extends OpenReading & SelectableReading> {
  readonly card: CardOpener<Reading>;
  readonly selected: SelectedText<Reading>;

  constructor(private readonly parts: HandledTextParts<Reading>) {
    const { page, host, document, wording, reveal } = parts;
    this.card = new CardOpener(host, document, wording, reveal, () => this.selected.deselect());
    this.selected = new SelectedText(page, host, document, this.card);
  }

  onPointerDown({ target }: Event): void {
    const { host } = this.parts;
    // What is typed and not stored stays: only Escape and the card's own button close it then.
    if (this.card.isDirty || !host.isOpen || !(target instanceof Node)) return;
    if (!host.owns(target)) this.card.hide();
  }

  /** A click in text that nothing else answers to. */
  onClick({ clientX, clientY }: MouseEvent): void {
    const { page, document, onOpened } = this.parts;
    const { reading } = document;
    // A click that ends a selection is not for us.
    if (!reading || this.card.isDirty || page.getSelection()?.isCollapsed === false) return;
    const offset = offsetFromPoint(page, reading, clientX, clientY);
    if (offset === null) return;
    const subjects = subjectsAt(document, offset, clientX, clientY);
    this.card.open(subjects, clientY);
    const [first] = subjects;
    if (!first) return;
    const { start, end } = first.place;
    onOpened({ start, end, kind: first.passage?.kind ?? first.placement?.annotation.kind ?? 'selection' });
  }
}
