import { createMessageStore } from '../../annotating/message-store';
import { OpenDocument } from '../../annotating/open-document';
import { paintDocument } from '../../annotating/paint';
import type { FormValues } from '../../components/annotation-form';
import { labelOf, suggestedTags } from '../../components/describe-passage';
import { TextsProvider } from '../../components/texts';
import type { Passage } from '../../detection/types';
import { createPainter, isOnRanges, offsetFromPoint, rectsOf } from '../../highlighting';
import { languageOf, type Texts, textsIn } from '../../locales';
import { sendMessage } from '../../messages/protocol';
import type { Answer, KeptAnnotation, QuotedSpan } from '../../messages/schema';
import type { DomReading } from '../../reading/dom';
import type { Span } from '../../reading/types';
import { Card, type CardActions, type Subject } from './card';
import { type CardHost, createCardHost } from './card-host';
import { createPageSource } from './page-source';
import { SelectionButton } from './selection-button';
import { watchPage } from './watch-page';

/** How long a place that was jumped to stays lit, in milliseconds. */
const FLASH_MS = 1600;

/** Everything that happens in one web page: reading, painting, card, selection, and the panel's wishes. */
export class PageController {
  private readonly painter = createPainter();
  private readonly host: CardHost;
  private readonly document: OpenDocument<DomReading>;
  /** Asked for once: after an update of the extension the page's old script is refused every answer. */
  private readonly browserLanguage = browser.i18n.getUILanguage();
  private isDirty = false;
  private lastAnchor = new DOMRect();
  private clickedLine: { place: Span; index: number } | null = null;

  constructor(
    private readonly page: Document,
    private readonly signal: AbortSignal,
  ) {
    this.host = createCardHost(page);
    const source = createPageSource(page, (element) => this.host.owns(element));
    this.document = new OpenDocument(source, createMessageStore(), () => this.publish());
  }

  async start(): Promise<void> {
    this.signal.addEventListener('abort', () => this.stop());
    // Captured: a page that stops its events must not silence the card.
    this.page.addEventListener('click', (event) => this.onClick(event), { signal: this.signal, capture: true });
    this.page.addEventListener('pointerdown', (event) => this.onPointerDown(event), {
      signal: this.signal,
      capture: true,
    });
    this.page.addEventListener('pointerup', (event) => this.onPointerUp(event), { signal: this.signal, capture: true });
    this.page.addEventListener('keyup', (event) => this.onKeyUp(event), { signal: this.signal });
    this.page.addEventListener('scrollend', () => this.painter.reassert(), { signal: this.signal, passive: true });
    await watchPage(
      this.page,
      () => this.document.refresh(),
      (node) => this.host.owns(node),
      this.signal,
    );
  }

  state() {
    return this.document.state();
  }

  reload(): Promise<void> {
    return this.document.reloadAnnotations();
  }

  /** Scrolls to a span of the text and lights it up for a moment. */
  reveal(span: Span): void {
    const ranges = this.document.reading?.locate(span.start, span.end) ?? [];
    const first = ranges[0];
    if (!first) return;
    const element = first.startContainer.parentElement;
    // A hidden tab runs no animations: it would stay where it is.
    const still = this.page.hidden || this.page.defaultView?.matchMedia('(prefers-reduced-motion: reduce)').matches;
    element?.scrollIntoView({ block: 'center', behavior: still ? 'instant' : 'smooth' });
    this.painter.paint('flash', ranges);
    setTimeout(() => this.painter.paint('flash', []), FLASH_MS);
  }

  /** Keeps the passage at exactly this place, with the tag that suits its kind. */
  async savePassage({ start, end, quote }: QuotedSpan): Promise<Answer<KeptAnnotation>> {
    const passage = this.document.passages.find((each) => each.start === start && each.end === end);
    const place = this.document.placeOf({ start, end }, quote);
    if (!passage || !place) return { ok: false, code: 'conflict' };
    const additions = { tagNames: suggestedTags(passage), comment: '' };
    return this.document.save(place, passage, labelOf(passage, this.texts), additions);
  }

  /** Gives an annotation a new place: one that the panel has shown, or what the person has selected. */
  async retarget(id: string, chosen: QuotedSpan | null): Promise<Answer<KeptAnnotation>> {
    const span = chosen ?? this.selectedSpan();
    if (!span) return { ok: false, code: 'not-found' };
    const place = this.document.placeOf(span, chosen?.quote);
    return place ? this.document.retarget(id, place) : { ok: false, code: 'conflict' };
  }

  private selectedSpan(): Span | null {
    const selection = this.page.getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
    return this.document.reading?.spanOf(selection.getRangeAt(0)) ?? null;
  }

  private get texts(): Texts {
    return textsIn(languageOf(this.document.opened?.language ?? 'auto', this.browserLanguage));
  }

  private publish(): void {
    paintDocument(this.document, this.painter);
    // Nobody listens when no panel is open.
    sendMessage('openDocumentChanged', null).catch(() => {});
  }

  private hideCard(): void {
    this.isDirty = false;
    this.host.hide();
  }

  private stop(): void {
    // An open card stays: something may be typed in it. It says why it cannot be saved.
    this.document.close();
    this.painter.clear();
  }

  private onPointerDown(event: PointerEvent): void {
    // What is typed and not stored stays: only Escape and the card's own button close it then.
    if (this.isDirty || !this.host.isOpen || !(event.target instanceof Node)) return;
    if (!this.host.owns(event.target)) this.hideCard();
  }

  private onPointerUp(event: PointerEvent): void {
    if (event.target instanceof Node && this.host.owns(event.target)) return;
    // The browser settles the selection after this event.
    setTimeout(() => this.offerSelection(), 0);
  }

  private onClick(event: MouseEvent): void {
    // A page's own synthetic clicks open nothing; a click that ends a selection or follows a link is not for us.
    if (!event.isTrusted || event.button !== 0 || this.isDirty) return;
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
    const subjects = this.subjectsAt(offset, event.clientX, event.clientY);
    if (subjects.length > 0) this.openCard(subjects, event.clientY);
  }

  private onKeyUp(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.hideCard();
    else if (event.shiftKey || event.key === 'Shift') this.offerSelection();
  }

  private subjectsAt(offset: number, x: number, y: number): Subject[] {
    const { document } = this;
    const { reading } = document;
    if (!reading) return [];
    const onSpan = (span: Span) => isOnRanges(reading.locate(span.start, span.end), x, y);
    const kept = document.placementsAt(offset).filter(({ span }) => span && onSpan(span));
    const passages = document.passagesAt(offset).filter(onSpan);
    const ofPassages = passages.map((passage) => this.subject(passage, passage, reading));
    const ofOthers = kept
      .filter(({ span }) => !passages.some((passage) => passage.start === span?.start && passage.end === span.end))
      .map(({ span }) => this.subject(span as Span, null, reading));
    return [...ofOthers, ...ofPassages].sort((one, other) => length(one.place) - length(other.place));
  }

  private subject({ start, end }: Span, passage: Passage | null, reading: DomReading): Subject {
    const place = { start, end, reading };
    const quote = reading.text.slice(start, end);
    return { place, quote, passage, placement: this.document.keptAt(place) ?? null };
  }

  /** Offers to keep the text that is selected, unless it lies in a form field or was not read. */
  private offerSelection(): void {
    const selection = this.page.getSelection();
    const { reading } = this.document;
    if (!selection || selection.isCollapsed || selection.rangeCount === 0 || !reading || this.isDirty) return;
    const active = this.page.activeElement;
    if (active && (this.host.owns(active) || active.matches('input,textarea,select,[contenteditable]'))) return;
    const range = selection.getRangeAt(0);
    if (!reading.spanOf(range)) return;
    const lastLine = () => [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect();
    this.host.show(
      <TextsProvider value={this.texts}>
        <SelectionButton onChoose={() => this.openSelection()} />
      </TextsProvider>,
      lastLine,
      { focus: false },
    );
  }

  /** Opens the card for what is selected. */
  openSelection(): void {
    const span = this.selectedSpan();
    const { reading } = this.document;
    if (!span || !reading) return;
    const passage = this.document.passages.find(({ start, end }) => start === span.start && end === span.end) ?? null;
    this.openCard([this.subject(span, passage, reading)], null);
  }

  /** @param y where the click was, so that the card stands by that line of a long passage */
  private openCard(subjects: readonly Subject[], y: number | null): void {
    const actions: CardActions = {
      save: ({ place, passage }: Subject, label: string, values: FormValues) =>
        this.document.save(place, passage, label, values),
      update: ({ id, revision }, values) => this.document.update(id, values, revision),
      remove: (id) => this.document.remove(id),
      restore: (id) => this.document.restore(id),
      retarget: async (id, { start, end }) => {
        const place = this.document.placeOf({ start, end });
        return place ? this.document.retarget(id, place) : { ok: false, code: 'conflict' };
      },
      reveal: (span) => this.reveal(span),
      setDirty: (isDirty) => {
        this.isDirty = isDirty;
      },
      close: () => this.hideCard(),
    };
    const [first] = subjects;
    if (!first) return;
    this.isDirty = false;
    this.host.show(
      <TextsProvider value={this.texts}>
        <Card
          subjects={subjects}
          vocabulary={this.document.opened?.tagNames ?? []}
          date={this.document.profile.date}
          actions={actions}
        />
      </TextsProvider>,
      () => this.anchorOf(first.place, y),
      { focus: true },
    );
  }

  /** The line of the span that was clicked, followed while the page scrolls. */
  private anchorOf(place: Subject['place'], y: number | null): DOMRect {
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

function length(span: Span): number {
  return span.end - span.start;
}
