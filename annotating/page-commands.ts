import { askForHelp } from '../components/ask-for-help';
import { labelOf, suggestedTags } from '../components/describe-passage';
import { isHelpKey } from '../components/help-key';
import { provisionNames } from '../detection/citations/describe';
import type { Texts } from '../locales';
import type { PageCommand } from '../messages/commands';
import type { SelectableReading, Span } from '../reading/types';
import type { CardHost } from './card-host';
import type { CardOpener } from './card-opener';
import type { OpenReading, ShownSource } from './document-source';
import type { OpenDocument } from './open-document';
import { subjectOf } from './subjects';
import { type Step, type Stop, Walk } from './walk';

/** UTF-16 units of a text that are said of it. */
const SAID = 100;
/** What Enter has a meaning of its own in. */
const TAKES_ENTER = 'a[href],button,input,select,textarea,summary,iframe,[contenteditable],[role]';

/** What the commands work on. */
export interface CommandContext<Reading extends OpenReading & SelectableReading> {
  page: Document;
  host: CardHost;
  document: OpenDocument<Reading>;
  source: ShownSource<Reading>;
  card: CardOpener<Reading>;
  /** What the person has selected. */
  selectedSpan(): Span | null;
  /** True for who wants no movement, and in a hidden tab. */
  isStill(): boolean;
  texts(): Texts;
  say(words: string): void;
  repaint(): void;
  /** Aborted when the document is closed. */
  signal: AbortSignal;
}

/** Carries out the keyboard's commands: goes from place to place, keeps one, opens its card. */
export class PageCommands<Reading extends OpenReading & SelectableReading> {
  private readonly walk: Walk<Reading>;
  /** True while the place that the keyboard stands at is to be seen. */
  private isShown = false;

  constructor(private readonly context: CommandContext<Reading>) {
    const { page, document, signal } = context;
    this.walk = new Walk(page, document);
    // Captured: what scrolls may be an element, as in the viewer.
    page.addEventListener('scrollend', () => this.walk.arrive(), { signal, capture: true, passive: true });
  }

  /** Where the keyboard stands, to be painted; null where it has not been used. */
  get focused(): Span | null {
    return this.isShown ? this.walk.current : null;
  }

  /** The person has turned to a place by other means: the next step goes from there. */
  standAt(place: Pick<Stop, 'kind' | 'start' | 'end'>): void {
    this.walk.set(place);
    this.isShown = false;
  }

  /** Leaves the place where it stands. */
  leave(): void {
    if (!this.isShown) return;
    this.walk.set(null);
    this.isShown = false;
    this.context.repaint();
  }

  async run(command: PageCommand): Promise<void> {
    switch (command) {
      case 'next-passage':
        return this.go(1);
      case 'previous-passage':
        return this.go(-1);
      case 'save-passage':
        return this.save();
      case 'tag-passage':
        return this.openCard({ on: '.tag-input' });
      case 'show-help':
        return this.showHelp();
    }
  }

  /** At the marked place Enter opens its card, unless the person has gone on to a field, a link or a button, and ? the help. */
  onKey(event: KeyboardEvent): void {
    if (!this.focused || !event.isTrusted || event.defaultPrevented) return;
    const isHelp = isHelpKey(event);
    if (!isHelp && (!isPlainEnter(event) || this.takesEnter() !== null)) return;
    event.preventDefault();
    // The page's own shortcuts are not meant.
    event.stopPropagation();
    if (isHelp) this.showHelp();
    else this.openCard('card');
  }

  /** Pages of ours have a sheet of their own; on others it opens as the card does, unless something typed there is not stored. */
  private showHelp(): void {
    const { card, document } = this.context;
    if (!card.isDirty && !askForHelp()) card.showShortcuts(document.opened?.tagNames ?? []);
  }

  /** Opens the card of the place where the keyboard stands, or of what is selected. */
  openCard(focus: 'card' | { on: string }): void {
    const { document, card, say, texts } = this.context;
    const { reading } = document;
    const place = this.wanted();
    if (!place || !reading) {
      say(texts().walk.chooseFirst);
      return;
    }
    const passage = 'passage' in place ? place.passage : null;
    card.open([subjectOf(document, reading, place, passage)], null, focus);
  }

  private async go(direction: 1 | -1): Promise<void> {
    const { context } = this;
    const { document, source, host, card } = context;
    const step = this.walk.step(direction);
    const { reading } = document;
    if (!step || !reading) return context.say(context.texts().walk.nothing);
    this.isShown = true;
    context.say(this.wordsFor(step));
    this.takeAttention();
    const ranges = await source.bringIntoView(reading, step.stop, context.isStill());
    this.walk.arrive();
    context.repaint();
    this.putCaret(ranges[0]);
    if (host.isOpen && !card.isDirty) card.open([subjectOf(document, reading, step.stop, step.stop.passage)], null);
  }

  /** Keeps what is selected, or else the place where the keyboard stands, with the tag that suits it. */
  private async save(): Promise<void> {
    const { page, document, texts, say, selectedSpan } = this.context;
    const words = texts();
    const place = this.wanted();
    const where = place && document.placeOf(place);
    if (!place || !where) return say(words.walk.chooseFirst);
    const what = this.nameOf(place);
    if (document.keptAt(place)) return say(words.walk.already(what));
    const passage = 'passage' in place ? place.passage : null;
    const tagNames = suggestedTags(passage, document.opened?.tagNames ?? []);
    const isSelected = selectedSpan() !== null;
    const answer = await document.save(where, passage, passage ? labelOf(passage, words) : '', {
      tagNames,
      comment: '',
    });
    // What is kept is highlighted; left selected, it would be offered to be kept once more.
    if (answer.ok && isSelected) page.getSelection()?.collapseToEnd();
    say(answer.ok ? words.walk.saved(what) : words.failure[answer.code]);
  }

  /** What a command is about: the selection before the place where the keyboard stands. */
  private wanted(): Stop | Span | null {
    return this.context.selectedSpan() ?? this.walk.current;
  }

  private wordsFor({ stop, index, total }: Step): string {
    const texts = this.context.texts();
    const kept = stop.placement ? ` (${texts.walk.kept})` : '';
    return `${texts.kind[stop.kind]} ${texts.walk.of(index, total)}: ${this.nameOf(stop)}${kept}`;
  }

  /** A citation by its name in law, anything else by its words. */
  private nameOf(place: Stop | Span): string {
    const { document, texts } = this.context;
    const passage = 'passage' in place ? place.passage : null;
    if (passage?.kind === 'citation' && passage.provisions.length > 0) {
      const names = passage.provisions.map((provision) => provisionNames(provision).long);
      return new Intl.ListFormat(texts().language, { type: 'conjunction' }).format(names);
    }
    const quote = (document.reading?.text.slice(place.start, place.end) ?? '').replace(/\s+/gu, ' ').trim();
    return quote.length > SAID ? `${quote.slice(0, SAID).trimEnd()} …` : quote;
  }

  /** The place has the attention now: what Enter would follow lets go of the focus. A field keeps what is typed in it. */
  private takeAttention(): void {
    const element = this.takesEnter();
    if (element && !this.context.host.owns(element)) element.blur();
  }

  /** What has the focus, if Enter has a meaning of its own there. */
  private takesEnter(): HTMLElement | null {
    const { page } = this.context;
    let active = page.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    if (!(active instanceof HTMLElement)) return null;
    // A page that says its whole is of some role has nothing focused.
    const isWhole = active === page.body || active === page.documentElement;
    const takes = isWhole ? active.isContentEditable : active.closest(TAKES_ENTER) !== null;
    return takes || this.context.host.owns(active) ? active : null;
  }

  /** Tab and a screen reader go on from where the keyboard has come to, unless the person is in the card. */
  private putCaret(range: AbstractRange | undefined): void {
    const { page, host } = this.context;
    if (!range || (page.activeElement && host.owns(page.activeElement))) return;
    page.getSelection()?.collapse(range.startContainer, range.startOffset);
  }
}

function isPlainEnter(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && !(event.ctrlKey || event.altKey || event.metaKey || event.shiftKey);
}
