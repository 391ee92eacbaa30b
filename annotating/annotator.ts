import { createPainter } from '../highlighting';
import type { Language } from '../locales';
import type { PageCommand } from '../messages/commands';
import type { OpenDocumentState } from '../messages/schema';
import type { SelectableReading, Span } from '../reading/types';
import type { CardHost } from './card-host';
import type { AnnotationStore, OpenReading, ShownSource } from './document-source';
import type { HandledText } from './handled-text';
import { OpenDocument } from './open-document';
import type { PageCommands } from './page-commands';
import type { PageVoice } from './page-voice';
import { paintDocument } from './paint';
import type { Stop } from './walk';
import type { Wording } from './wording';

/** How long a place that was jumped to stays lit, in milliseconds. */
const FLASH_MS = 1600;

/** A click on them has a meaning of its own. */
const OTHERS_CLICKS = 'a[href],button,input,select,textarea';

interface AnnotatorParts<Reading extends OpenReading & SelectableReading> {
  /** The DOM that shows the document: of a web page, or of our own PDF viewer. */
  page: Document;
  host: CardHost;
  source: ShownSource<Reading>;
  store: AnnotationStore;
  signal: AbortSignal;
}

/**
 * Everything that happens in one open document, web page or PDF: painting at once, card, selection and commands when they are needed.
 * Whoever makes it says when the document is to be read, by {@link refresh}.
 */
export class Annotator<Reading extends OpenReading & SelectableReading> {
  private readonly painter = createPainter();
  private readonly page: Document;
  private readonly host: CardHost;
  private readonly source: ShownSource<Reading>;
  private readonly signal: AbortSignal;
  readonly document: OpenDocument<Reading>;
  /** Fetched when the person takes hold of the text for the first time; what is done meanwhile is seen to then. */
  private handled: HandledText<Reading> | null = null;
  private fetchingHandled: Promise<HandledText<Reading>> | null = null;
  private hasPublished = false;
  /** Fetched when there is something to say. */
  private voice: Promise<PageVoice> | null = null;
  private readonly store: AnnotationStore;
  /** Fetched at the first command: most pages are read without one. */
  private commands: PageCommands<Reading> | null = null;
  private fetchingCommands: Promise<PageCommands<Reading>> | null = null;
  /** What the last card was opened for, and a command that came before there was something to carry it out on. */
  private opened: Pick<Stop, 'kind' | 'start' | 'end'> | null = null;
  private waiting: PageCommand | null = null;
  /** Asked for once: after an update of the extension the page's old script is refused every answer. */
  private readonly browserLanguage = browser.i18n.getUILanguage();

  constructor({ page, host, source, store, signal }: AnnotatorParts<Reading>) {
    this.page = page;
    this.host = host;
    this.source = source;
    this.signal = signal;
    this.store = store;
    this.document = new OpenDocument(source, store, () => this.publish());
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

  /** What a person does with the text by pointer and selection. */
  handling(): Promise<HandledText<Reading>> {
    this.fetchingHandled ??= import('./handled-text').then(({ HandledText }) => {
      const { page, host, document } = this;
      this.handled = new HandledText({
        page,
        host,
        document,
        wording: () => this.wording(),
        reveal: (span) => void this.reveal(span),
        onOpened: (place) => {
          this.opened = place;
          this.commands?.standAt(place);
        },
      });
      return this.handled;
    });
    return this.fetchingHandled;
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
    const [{ PageCommands }, { wordingIn }, { card, selected }] = await Promise.all([
      import('./page-commands'),
      import('./wording'),
      this.handling(),
    ]);
    const { page, host, document, source, signal } = this;
    const commands = new PageCommands({
      page,
      host,
      document,
      source,
      card,
      selectedSpan: () => selected.span,
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
    const captured = { signal, capture: true };
    page.addEventListener('click', (event) => this.onClick(event), captured);
    page.addEventListener('pointerdown', (event) => this.handle((handled) => handled.onPointerDown(event)), captured);
    page.addEventListener('pointerup', (event) => this.onPointerUp(event), captured);
    page.addEventListener('keyup', (event) => this.onKeyUp(event), { signal });
    page.addEventListener('keydown', (event) => this.onKeyDown(event), captured);
    page.addEventListener('scrollend', () => this.painter.reassert(), { signal, passive: true });
  }

  /** At once where the code is there, else as soon as it is; fetched only where it is needed, since most has nothing to do then. */
  private handle(act: (handled: HandledText<Reading>) => void, isNeeded = false): void {
    if (this.handled) act(this.handled);
    else if (isNeeded || this.fetchingHandled) void this.handling().then(act, warn);
  }

  private get hasSelection(): boolean {
    return this.document.reading !== null && this.page.getSelection()?.isCollapsed === false;
  }

  /** The words of the interface, in the language that the person has chosen. */
  async wording(): Promise<Wording> {
    const { wordingIn } = await import('./wording');
    return wordingIn(this.languageSetting, this.browserLanguage);
  }

  private get languageSetting(): 'auto' | Language {
    return this.document.opened?.language ?? 'auto';
  }

  private publish(): void {
    const isFirst = !this.hasPublished;
    this.hasPublished = true;
    this.repaint();
    const { opened, passages } = this.document;
    // With what is kept comes whether the person wants the count.
    if (opened) void this.speak((voice) => voice.count(passages, !opened.hidesCount, opened.countCorner));
    if (this.waiting && this.document.status !== 'reading') {
      const { waiting } = this;
      this.waiting = null;
      void this.command(waiting);
    }
    // Text may have been selected before it was read.
    this.handle((handled) => handled.selected.onRead(), isFirst && this.hasSelection);
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
    await this.voice.then(say).catch(warn);
  }

  private stop(): void {
    // An open card stays: something may be typed in it. It says why it cannot be saved.
    this.document.close();
    this.painter.clear();
  }

  private onPointerUp({ target }: Event): void {
    if (target instanceof Node && this.host.owns(target)) return;
    // The browser settles the selection after this event.
    setTimeout(() => this.offerSelection(), 0);
  }

  private onClick(event: MouseEvent): void {
    const { isTrusted, button, target } = event;
    // A page's own synthetic clicks open nothing; a click that follows a link is not for us.
    if (!isTrusted || button !== 0 || !this.document.reading) return;
    if (target instanceof Element && (target.closest(OTHERS_CLICKS) || this.host.owns(target))) return;
    this.handle((handled) => handled.onClick(event), true);
  }

  private onKeyUp({ key, shiftKey }: KeyboardEvent): void {
    if (key === 'Escape') this.handle(({ card }) => card.hide());
    else if (shiftKey || key === 'Shift') this.offerSelection();
  }

  private offerSelection(): void {
    this.handle(({ selected }) => selected.offer(), this.hasSelection);
  }

  /** At the place that a command went to, keys have a meaning where they have no other; Escape leaves it. */
  private onKeyDown(event: KeyboardEvent): void {
    if (event.target instanceof Node && this.host.owns(event.target)) return;
    if (event.key === 'Escape' && !this.host.isOpen) this.commands?.leave();
    this.commands?.onKey(event);
  }
}

/** After an update of the extension a page's old script can fetch no more of its code. */
function warn(error: unknown): void {
  console.warn('Revisionspennan: some of its code is gone', error);
}

async function tellPanel(): Promise<void> {
  try {
    const { sendMessage } = await import('../messages/protocol');
    await sendMessage('openDocumentChanged', null);
  } catch {
    // Nobody listens when no panel is open.
  }
}
