import { labelOf, suggestedTags } from '../components/describe-passage';
import type { ProfileCorrections } from '../detection/types';
import { createPainter, offsetFromPoint } from '../highlighting';
import { languageOf, type Texts, textsIn } from '../locales';
import { sendMessage } from '../messages/protocol';
import type { Answer, KeptAnnotation, OpenDocumentState, QuotedSpan, SaveAll, SavedMany } from '../messages/schema';
import type { SelectableReading, Span } from '../reading/types';
import type { CardHost } from './card-host';
import { CardOpener } from './card-opener';
import type { AnnotationStore, OpenReading, ShownSource } from './document-source';
import { OpenDocument } from './open-document';
import { paintDocument } from './paint';
import { subjectOf, subjectsAt } from './subjects';

/** How long a place that was jumped to stays lit, in milliseconds. */
const FLASH_MS = 1600;

interface AnnotatorParts<Reading extends OpenReading & SelectableReading> {
  /** The DOM that shows the document: of a web page, or of our own PDF viewer. */
  page: Document;
  host: CardHost;
  source: ShownSource<Reading>;
  store: AnnotationStore;
  signal: AbortSignal;
}

/**
 * Everything that happens in one open document, web page or PDF: painting, card, selection, and the panel's wishes.
 * Whoever makes it says when the document is to be read, by {@link refresh}.
 */
export class Annotator<Reading extends OpenReading & SelectableReading> {
  private readonly painter = createPainter();
  private readonly page: Document;
  private readonly host: CardHost;
  private readonly source: ShownSource<Reading>;
  private readonly signal: AbortSignal;
  private readonly document: OpenDocument<Reading>;
  private readonly card: CardOpener<Reading>;
  /** Asked for once: after an update of the extension the page's old script is refused every answer. */
  private readonly browserLanguage = browser.i18n.getUILanguage();

  constructor({ page, host, source, store, signal }: AnnotatorParts<Reading>) {
    this.page = page;
    this.host = host;
    this.source = source;
    this.signal = signal;
    this.document = new OpenDocument(source, store, () => this.publish());
    this.card = new CardOpener(
      host,
      this.document,
      () => this.texts,
      (span) => void this.reveal(span),
    );
    this.listen();
  }

  /** Reads the document again; one call at a time. */
  refresh(): Promise<void> {
    return this.document.refresh();
  }

  /** Paints anew where the text stands now, without reading it. */
  repaint(): void {
    paintDocument(this.document, this.painter);
  }

  state(): OpenDocumentState {
    return this.document.state();
  }

  reload(): Promise<void> {
    return this.document.reloadAnnotations();
  }

  /** Scrolls to a span of the text and lights it up for a moment. */
  async reveal(span: Span): Promise<void> {
    const { reading } = this.document;
    if (!reading) return;
    // A hidden tab runs no animations: it would stay where it is.
    const still = this.page.hidden || this.page.defaultView?.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const ranges = await this.source.bringIntoView(reading, span, still ?? false);
    if (ranges.length === 0) return;
    this.painter.paint('flash', ranges);
    setTimeout(() => this.painter.paint('flash', []), FLASH_MS);
  }

  /** Keeps the passage at exactly this place, with the tag that suits its kind. */
  async savePassage({ start, end, quote }: QuotedSpan): Promise<Answer<KeptAnnotation>> {
    const passage = this.document.passages.find((each) => each.start === start && each.end === end);
    const place = this.document.placeOf({ start, end }, quote);
    if (!passage || !place) return { ok: false, code: 'conflict' };
    const additions = { tagNames: suggestedTags(passage, this.vocabulary), comment: '' };
    return this.document.save(place, passage, labelOf(passage, this.texts), additions);
  }

  /** Keeps every passage of a kind that is not kept yet, each with the tag that suits it. The panel is told how far it has come. */
  async saveAll({ kind }: SaveAll): Promise<Answer<SavedMany>> {
    const passages = this.document.passages.filter((passage) => passage.kind === kind);
    const wanted = passages
      .filter((passage) => !this.document.keptAt(passage))
      .map((passage) => ({
        passage,
        label: labelOf(passage, this.texts),
        additions: { tagNames: suggestedTags(passage, this.vocabulary), comment: '' },
      }));
    const answer = await this.document.saveMany(wanted, (done, total) => {
      sendMessage('savingProgress', { done, total }).catch(() => {});
    });
    if (!answer.ok) return answer;
    const { made, already } = answer.value;
    return { ok: true, value: { made, already: already + passages.length - wanted.length } };
  }

  /** Keeps all that a person has set right in the document's profile. */
  correctProfile(corrections: ProfileCorrections): Promise<Answer<null>> {
    return this.document.correctProfile(corrections);
  }

  /** Gives an annotation a new place: one that the panel has shown, or what the person has selected. */
  async retarget(id: string, chosen: QuotedSpan | null): Promise<Answer<KeptAnnotation>> {
    const span = chosen ?? this.selectedSpan();
    if (!span) return { ok: false, code: 'not-found' };
    const place = this.document.placeOf(span, chosen?.quote);
    return place ? this.document.retarget(id, place) : { ok: false, code: 'conflict' };
  }

  /** Opens the card for what is selected. */
  openSelection(): void {
    const span = this.selectedSpan();
    const { reading } = this.document;
    if (!span || !reading) return;
    const passage = this.document.passages.find(({ start, end }) => start === span.start && end === span.end) ?? null;
    this.card.open([subjectOf(this.document, reading, span, passage)], null);
  }

  private listen(): void {
    const { page, signal } = this;
    signal.addEventListener('abort', () => this.stop());
    // Captured: a page that stops its events must not silence the card.
    page.addEventListener('click', (event) => this.onClick(event), { signal, capture: true });
    page.addEventListener('pointerdown', (event) => this.onPointerDown(event), { signal, capture: true });
    page.addEventListener('pointerup', (event) => this.onPointerUp(event), { signal, capture: true });
    page.addEventListener('keyup', (event) => this.onKeyUp(event), { signal });
    page.addEventListener('scrollend', () => this.painter.reassert(), { signal, passive: true });
  }

  private selectedSpan(): Span | null {
    const selection = this.page.getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
    return this.document.reading?.spanOf(selection.getRangeAt(0)) ?? null;
  }

  private get vocabulary(): readonly string[] {
    return this.document.opened?.tagNames ?? [];
  }

  private get texts(): Texts {
    return textsIn(languageOf(this.document.opened?.language ?? 'auto', this.browserLanguage));
  }

  private publish(): void {
    this.repaint();
    // Nobody listens when no panel is open.
    sendMessage('openDocumentChanged', null).catch(() => {});
  }

  private stop(): void {
    // An open card stays: something may be typed in it. It says why it cannot be saved.
    this.document.close();
    this.painter.clear();
  }

  private onPointerDown(event: PointerEvent): void {
    // What is typed and not stored stays: only Escape and the card's own button close it then.
    if (this.card.isDirty || !this.host.isOpen || !(event.target instanceof Node)) return;
    if (!this.host.owns(event.target)) this.card.hide();
  }

  private onPointerUp(event: PointerEvent): void {
    if (event.target instanceof Node && this.host.owns(event.target)) return;
    // The browser settles the selection after this event.
    setTimeout(() => this.offerSelection(), 0);
  }

  private onClick(event: MouseEvent): void {
    // A page's own synthetic clicks open nothing; a click that ends a selection or follows a link is not for us.
    if (!event.isTrusted || event.button !== 0 || this.card.isDirty) return;
    if (
      event.target instanceof Element &&
      (event.target.closest('a[href],button,input,select,textarea') || this.host.owns(event.target))
    )
      return;
    if (this.page.getSelection()?.isCollapsed === false) return;
    const { reading } = this.document;
    if (!reading) return;
    const offset = offsetFromPoint(this.page, reading, event.clientX, event.clientY);
    if (offset === null) return;
    this.card.open(subjectsAt(this.document, offset, event.clientX, event.clientY), event.clientY);
  }

  private onKeyUp(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.card.hide();
    else if (event.shiftKey || event.key === 'Shift') this.offerSelection();
  }

  /** Offers to keep the text that is selected, unless it lies in a form field or was not read. */
  private offerSelection(): void {
    const span = this.selectedSpan();
    const { reading } = this.document;
    if (!span || !reading || this.card.isDirty) return;
    const active = this.page.activeElement;
    if (active && (this.host.owns(active) || active.matches('input,textarea,select,[contenteditable]'))) return;
    this.card.offer({ ...span, reading }, () => this.openSelection());
  }
}
