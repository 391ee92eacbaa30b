import type { SelectableReading, Span } from '../reading/types';
import type { CardHost } from './card-host';
import type { CardOpener } from './card-opener';
import type { OpenReading } from './document-source';
import type { OpenDocument } from './open-document';
import { subjectOf } from './subjects';

/** The text that a person has selected in an open document, and the offer to keep it. */
export class SelectedText<Reading extends OpenReading & SelectableReading> {
  /** Text may be selected before it is read, as on a far page of a PDF, even before this is here to see it. */
  private offersWhenRead = true;

  constructor(
    private readonly page: Document,
    private readonly host: CardHost,
    private readonly document: OpenDocument<Reading>,
    private readonly card: CardOpener<Reading>,
  ) {}

  /** Where the text stands in the reading, in UTF-16 offsets; null where nothing that was read is selected. */
  get span(): Span | null {
    const selection = this.page.getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
    return this.document.reading?.spanOf(selection.getRangeAt(0)) ?? null;
  }

  /** Offers to keep the text, unless it lies in a form field; as soon as it is read, where it is not. */
  offer(): void {
    const { reading } = this.document;
    const { span } = this;
    this.offersWhenRead = !span && this.page.getSelection()?.isCollapsed === false;
    if (!span || !reading || this.card.isDirty) return;
    const active = this.page.activeElement;
    if (active && (this.host.owns(active) || active.matches('input,textarea,select,[contenteditable]'))) return;
    this.card.offer({ ...span, reading }, () => this.open());
  }

  /** To be told whenever there is a new reading. */
  onRead(): void {
    if (this.offersWhenRead) this.offer();
  }

  /** Opens the card for the text. */
  open(): void {
    const { reading, passages } = this.document;
    const { span } = this;
    if (!span || !reading) return;
    const passage = passages.find(({ start, end }) => start === span.start && end === span.end) ?? null;
    this.card.open([subjectOf(this.document, reading, span, passage)], null);
  }

  /** Lets go of the text. */
  deselect(): void {
    const selection = this.page.getSelection();
    if (selection?.isCollapsed === false) selection.collapseToEnd();
  }
}
