import type { Passage, ProfileCorrections } from '../detection/types';
import { createPainter, offsetFromPoint } from '../highlighting';
import type { Language } from '../locales';
import type { PageCommand } from '../messages/commands';
import type { Answer, KeptAnnotation, OpenDocumentState, QuotedSpan, SaveAll, SavedMany } from '../messages/schema';
import type { SelectableReading, Span } from '../reading/types';
import type { CardHost } from './card-host';
import { CardOpener } from './card-opener';
import type { AnnotationStore, OpenReading, ShownSource } from './document-source';
import { OpenDocument } from './open-document';
import type { PageCommands } from './page-commands';
import type { PageVoice } from './page-voice';
import { paintDocument } from './paint';
import { SelectedText } from './selected-text';
import { subjectsAt } from './subjects';
import type { Stop } from './walk';
import type { Wording } from './wording';

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
  private readonly selected: SelectedText<Reading>;
  /** Fetched when there is something to say. */
  private voice: Promise<PageVoice> | null = null;
  private readonly store: AnnotationStore;
  /** Fetched at the first command: most pages are read without one. */
  private commands: PageCommands<Reading> | null = null;
  private fetchingCommands: Promise<PageCommands<Reading>> | null = null;
  /** What the last card was opened for, and a command that came before there was something to carry it out on. */
  private opened: Pick<Stop, 'kind' | 'start' | 'end'> | null = null;
  private waiting: PageCommand | null = null;
  /** Ends the saving of many. */
  private saving: AbortController | null = null;
  /** Asked for once: after an update of the extension the page's old script is refused every answer. */
  private readonly browserLanguage = browser.i18n.getUILanguage();

  constructor({ page, host, source, store, signal }: AnnotatorParts<Reading>) {
    this.page = page;
    this.host = host;
    this.source = source;
    this.signal = signal;
    this.store = store;
    this.document = new OpenDocument(source, store, () => this.publish());
    this.card = new CardOpener(
      host,
      this.document,
      () => this.wording(),
      (span) => void this.reveal(span),
      () => this.selected.deselect(),
    );
    this.selected = new SelectedText(page, host, this.document, this.card);
    this.listen();
  }

  /** Reads the document again; one call at a time. */
  refresh(): Promise<void> {
    return this.document.refresh();
  }

  /** Paints anew where the text stands now, without reading it. */
  repaint(): void {
    paintDocument(this.document, this.painter, this.commands?.focused ?? null);
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
    const ranges = await this.source.bringIntoView(reading, span, this.isStill);
    if (ranges.length === 0) return;
    this.painter.paint('flash', ranges);
    setTimeout(() => this.painter.paint('flash', []), FLASH_MS);
  }

  /** Keeps the passage at exactly this place, with the tag that suits its kind. */
  async savePassage({ start, end, quote }: QuotedSpan): Promise<Answer<KeptAnnotation>> {
    const passage = this.document.passages.find((each) => each.start === start && each.end === end);
    const place = this.document.placeOf({ start, end }, quote);
    if (!passage || !place) return { ok: false, code: 'conflict' };
    const { labelOf, suggestedTags } = await this.wording();
    const additions = { tagNames: suggestedTags(passage, this.vocabulary), comment: '' };
    return this.document.save(place, passage, labelOf(passage), additions);
  }

  /** Keeps every passage of a kind that is not kept yet, each with the tag that suits it. The panel is told how far it has come. */
  async saveAll({ kind }: SaveAll): Promise<Answer<SavedMany>> {
    const [{ saveAllOf }, wording] = await Promise.all([import('./save-all'), this.wording()]);
    this.saving?.abort();
    this.saving = new AbortController();
    const additionsOf = (passage: Passage) => ({
      label: wording.labelOf(passage),
      additions: { tagNames: wording.suggestedTags(passage, this.vocabulary), comment: '' },
    });
    return saveAllOf(this.document, kind, additionsOf, this.saving.signal);
  }

  /** Puts an end to the saving of many; what is stored by then stays. */
  stopSaving(): void {
    this.saving?.abort();
  }

  /** Keeps all that a person has set right in the document's profile. */
  correctProfile(corrections: ProfileCorrections): Promise<Answer<null>> {
    return this.document.correctProfile(corrections);
  }

  /** Gives an annotation a new place: one that the panel has shown, or what the person has selected. */
  async retarget(id: string, chosen: QuotedSpan | null): Promise<Answer<KeptAnnotation>> {
    const span = chosen ?? this.selected.span;
    if (!span) return { ok: false, code: 'not-found' };
    const place = this.document.placeOf(span, chosen?.quote);
    return place ? this.document.retarget(id, place) : { ok: false, code: 'conflict' };
  }

  /** Opens the card for what is selected. */
  openSelection(): void {
    this.selected.open();
  }

  /** Carries out a command of the keyboard, as soon as the document has been read. */
  async command(command: PageCommand): Promise<void> {
    if (this.document.status === 'reading') {
      this.waiting = command;
      return;
    }
    this.fetchingCommands ??= this.createCommands();
    this.commands = await this.fetchingCommands;
    await this.commands.run(command);
  }

  private async createCommands(): Promise<PageCommands<Reading>> {
    const [{ PageCommands }, { wordingIn }] = await Promise.all([import('./page-commands'), import('./wording')]);
    const { page, host, document, source, card, signal } = this;
    const commands = new PageCommands({
      page,
      host,
      document,
      source,
      card,
      selectedSpan: () => this.selected.span,
      isStill: () => this.isStill,
      texts: () => wordingIn(this.languageSetting, this.browserLanguage).texts,
      say: (words) => void this.speak((voice) => voice.say(words)),
      repaint: () => this.repaint(),
      signal,
    });
    if (this.opened) commands.standAt(this.opened);
    return commands;
  }

  /** A hidden tab runs no animations: it would stay where it is. */
  private get isStill(): boolean {
    const { page } = this;
    return page.hidden || (page.defaultView?.matchMedia('(prefers-reduced-motion: reduce)').matches ?? false);
  }

  private listen(): void {
    const { page, signal } = this;
    signal.addEventListener('abort', () => this.stop());
    // Captured: a page that stops its events must not silence the card.
    page.addEventListener('click', (event) => this.onClick(event), { signal, capture: true });
    page.addEventListener('pointerdown', (event) => this.onPointerDown(event), { signal, capture: true });
    page.addEventListener('pointerup', (event) => this.onPointerUp(event), { signal, capture: true });
    page.addEventListener('keyup', (event) => this.onKeyUp(event), { signal });
    page.addEventListener('keydown', (event) => this.onKeyDown(event), { signal, capture: true });
    page.addEventListener('scrollend', () => this.painter.reassert(), { signal, passive: true });
  }

  private get vocabulary(): readonly string[] {
    return this.document.opened?.tagNames ?? [];
  }

  private async wording(): Promise<Wording> {
    const { wordingIn } = await import('./wording');
    return wordingIn(this.languageSetting, this.browserLanguage);
  }

  private get languageSetting(): 'auto' | Language {
    return this.document.opened?.language ?? 'auto';
  }

  private publish(): void {
    this.repaint();
    const { opened, passages } = this.document;
    // With what is kept comes whether the person wants the count.
    if (opened) void this.speak((voice) => voice.count(passages, !opened.hidesCount, opened.countCorner));
    if (this.waiting && this.document.status !== 'reading') {
      const { waiting } = this;
      this.waiting = null;
      void this.command(waiting);
    }
    this.selected.onRead();
    void tellPanel();
  }

  /** What the page says of itself; after an update of the extension its old script can fetch no more code, and says nothing. */
  private async speak(say: (voice: PageVoice) => Promise<void>): Promise<void> {
    const { page, signal, store } = this;
    this.voice ??= import('./page-voice').then(({ PageVoice }) => {
      return new PageVoice({
        page,
        signal,
        texts: async () => (await this.wording()).texts,
        goToFirst: () => void this.command('next-passage'),
        // A page whose extension is gone keeps it where it is, for as long as it stands.
        moved: (corner) => void store.moveCount(corner),
      });
    });
    await this.voice.then(say).catch((error: unknown) => {
      console.warn('Revisionspennan: nothing can be said on the page', error);
    });
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
    setTimeout(() => this.selected.offer(), 0);
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
    const subjects = subjectsAt(this.document, offset, event.clientX, event.clientY);
    this.card.open(subjects, event.clientY);
    const [first] = subjects;
    if (!first) return;
    const { start, end } = first.place;
    this.opened = { start, end, kind: first.passage?.kind ?? first.placement?.annotation.kind ?? 'selection' };
    this.commands?.standAt(this.opened);
  }

  private onKeyUp(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.card.hide();
    else if (event.shiftKey || event.key === 'Shift') this.selected.offer();
  }

  /** At the place that a command went to, keys have a meaning where they have no other; Escape leaves it. */
  private onKeyDown(event: KeyboardEvent): void {
    if (event.target instanceof Node && this.host.owns(event.target)) return;
    if (event.key === 'Escape' && !this.host.isOpen) this.commands?.leave();
    this.commands?.onKey(event);
  }
}

async function tellPanel(): Promise<void> {
  try {
    const { sendMessage } = await import('../messages/protocol');
    await sendMessage('openDocumentChanged', null);
  } catch {
    // Nobody listens when no panel is open.
  }
}
