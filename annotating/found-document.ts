import type { Anchoring, Target } from '../anchoring/types';
import { corrected } from '../detection/corrected-profile';
import { detectFirst } from '../detection/first';
import type { Detection, DocumentProfile, Passage, ProfileCorrections, ProfileDoubts } from '../detection/types';
import type { CitedDocument } from '../exchange/citation-text';
import type { FailureCode, KeptAnnotation, OpenDocumentState, OpenedDocument, Placement } from '../messages/schema';
import type { Span } from '../reading/types';
import type { DocumentDescription } from '../storage/schema';
import type { AppliedCorrection, PlacedCorrection } from './corrections';
import type { AnnotationStore, DocumentSource, OpenReading, Place } from './document-source';
import { Identities } from './identity';
import { listedPassages } from './listed-passages';
import { keptPlaces, restOfDetection } from './on-demand';
import { pagesOf } from './pages';
import { pageTurn, runSliced } from './slices';

/**
 * What is found in one open document: its reading, passages, annotations and their places, kept in step while the text changes.
 * `refresh` is the only way in; what it finds is published to `onChange` when all of it fits together.
 */
export class FoundDocument<Reading extends OpenReading> {
  reading: Reading | null = null;
  /** What was found, as the person has corrected it. */
  passages: Passage[] = [];
  placements: Placement[] = [];
  profile: DocumentProfile = {};
  opened: OpenedDocument | null = null;
  problem: FailureCode | undefined;
  status: OpenDocumentState['status'] = 'reading';
  /** Hashes, addresses and targets of the text as it is read. */
  readonly identities: Identities<Reading>;
  /** Settles when it is known what is kept of the document, or that it cannot be. */
  readonly isAnswered: Promise<void>;
  private answered = () => {};
  /** Number of the newest fetch: answers can come in another order than they were asked for. */
  private lastFetch = 0;
  private readonly closing = new AbortController();
  /** Fetched when the citations have been found. */
  private rest: Awaited<ReturnType<typeof restOfDetection>> | null = null;
  /** Fetched with what is kept. */
  private keptPlaces: Awaited<ReturnType<typeof keptPlaces>> | null = null;
  /** Passages as detection found them. */
  private found: Passage[] = [];
  private placedCorrections: PlacedCorrection[] = [];
  private applied: AppliedCorrection[] = [];
  /** What a person has set right in the profile, as far as the passages know of it. */
  private profileCorrections: ProfileCorrections = {};
  private own: { reading: Reading; profile: DocumentProfile; doubts: ProfileDoubts } | undefined;
  /** What was saved since the document was opened: where it stands needs no search, however the text has grown since. */
  protected readonly savedHere = new Map<string, { place: Place<Reading>; target: Target }>();

  constructor(
    protected readonly source: DocumentSource<Reading>,
    readonly store: AnnotationStore,
    private readonly onChange: () => void,
  ) {
    this.identities = new Identities(source);
    this.isAnswered = new Promise((resolve) => {
      this.answered = resolve;
    });
  }

  /**
   * Reads the document again and finds everything in it. One refresh at a time: the caller waits for it,
   * so that a page that never stops changing still gets its turn.
   */
  async refresh(): Promise<void> {
    const { signal } = this.closing;
    await pageTurn();
    const reading = await runSliced(this.source.read(), signal);
    if (!reading) return;
    this.identities.readNow(reading);
    await pageTurn();
    if (reading.text !== this.reading?.text || reading.isPartial !== this.reading.isPartial) {
      const isFirst = this.reading === null;
      const detection = await this.detectIn(reading, (partial) => {
        // The first highlights of a page come as early as can be; later, new ones replace old ones all at once.
        if (isFirst) this.show(reading, partial);
      });
      if (!detection) return;
      const before = this.reading;
      // Annotations that are shown stay until they are placed in the new text: no flicker.
      const carried = this.keptPlaces?.carried;
      const placements =
        before?.carryTo && carried ? this.placements.map((each) => carried(each, before, reading)) : [];
      const nothingToLose = placements.length === this.placements.length;
      Object.assign(this, { reading, placements });
      // Their places are of the text before.
      this.placedCorrections = [];
      this.take(detection);
      this.status = reading.text.trim() === '' && !reading.isPartial ? 'empty' : 'ready';
      await pageTurn();
      if (nothingToLose) this.onChange();
      await pageTurn();
      await this.fetchAnnotations();
      await this.followCorrections();
    }
    this.reading = reading;
    if (!signal.aborted) this.onChange();
  }

  /** Fetches the annotations again after someone wrote. */
  async reloadAnnotations(): Promise<void> {
    if (!this.reading) return;
    await this.fetchAnnotations();
    await this.followCorrections();
    if (!this.closing.signal.aborted) this.onChange();
  }

  /** Ends all work; nothing is published any more. */
  close(): void {
    this.closing.abort();
  }

  /** Passages at an offset, the shortest first. */
  passagesAt(offset: number): Passage[] {
    return this.passages.filter((passage) => contains(passage, offset)).sort(byLength);
  }

  /** Annotations that stand at an offset, the shortest first. */
  placementsAt(offset: number): Placement[] {
    return this.placements
      .filter(({ span }) => span && contains(span, offset))
      .sort((one, other) => byLength(one.span as Span, other.span as Span));
  }

  /** What a person has said of passages that stand at an offset to be none. */
  dismissedAt(offset: number): AppliedCorrection[] {
    return this.dismissed.filter(({ found }) => contains(found, offset));
  }

  /** All passages that a person has said to be none. */
  get dismissed(): AppliedCorrection[] {
    return this.applied.filter(({ correction }) => correction.change.type === 'none');
  }

  /** The correction that a passage is as it is by. */
  correctionOf({ kind, start, end }: Passage): AppliedCorrection | undefined {
    return this.applied.find(({ found }) => found.kind === kind && found.start === start && found.end === end);
  }

  /** The annotation that keeps exactly this span. */
  keptAt(span: Span): Placement | undefined {
    return this.placements.find((placement) => placement.span?.start === span.start && placement.span.end === span.end);
  }

  /** Of all spans at once: whether an annotation keeps exactly that one. */
  areKept(): (span: Span) => boolean {
    const keptIds = this.keptIds();
    return (span) => keptIds.has(placeKey(span));
  }

  /** Ids of annotations by the place that they keep. */
  private keptIds(): Map<string, string> {
    const keptIds = new Map<string, string>();
    for (const { span, annotation } of this.placements) {
      if (span && !keptIds.has(placeKey(span))) keptIds.set(placeKey(span), annotation.id);
    }
    return keptIds;
  }

  /** Where [start, end) of the present text is; null when nothing was read, or other words than `quote` stand there by now. */
  placeOf({ start, end }: Span, quote?: string): Place<Reading> | null {
    const { reading } = this;
    if (!reading || (quote !== undefined && reading.text.slice(start, end) !== quote)) return null;
    return { start, end, reading };
  }

  /** Everything as plain JSON, for the side panel; of very many passages the first, and how many there are besides. */
  state(): OpenDocumentState {
    const { reading } = this;
    const pages = this.source.pagesRead?.();
    const own = this.ownProfileOf(reading);
    const [address] = this.source.urls();
    const keptIds = this.keptIds();
    const { listed, unsent } = listedPassages(this.passages, (passage) => keptIds.has(placeKey(passage)));
    return {
      status: this.status,
      title: this.title,
      profile: this.profile,
      ownProfile: own.profile,
      profileCorrections: this.profileCorrections,
      profileDoubts: own.doubts,
      ...(address === undefined ? {} : { address }),
      ...(this.opened?.unreadable ? { unreadable: this.opened.unreadable } : {}),
      passages: listed.map((passage) => {
        const keptAs = keptIds.get(placeKey(passage));
        return {
          passage,
          quote: reading?.text.slice(passage.start, passage.end) ?? '',
          ...(keptAs === undefined ? {} : { keptAs }),
          ...(reading ? pagesOf(reading, passage) : {}),
        };
      }),
      unsent,
      placements: this.placements,
      ...(this.problem ? { problem: this.problem } : {}),
      ...(pages ? { pages } : {}),
    };
  }

  private show(reading: Reading, detection: Detection): void {
    Object.assign(this, { reading, status: 'ready' });
    this.take(detection);
    this.onChange();
  }

  private take({ passages, profile }: Detection): void {
    this.found = passages;
    this.profile = profile;
    this.applyCorrections();
  }

  private applyCorrections(): void {
    const corrected = this.keptPlaces?.correctPassages(this.found, this.placedCorrections);
    this.passages = corrected?.passages ?? this.found;
    this.applied = corrected?.applied ?? [];
  }

  /** A detector that fails on some text must not take the person's annotations with it. */
  private async detectIn(reading: Reading, onPartial: (partial: Detection) => void): Promise<Detection | undefined> {
    try {
      const hints = { ...this.source.hints(), profileCorrections: this.profileCorrections };
      const { signal } = this.closing;
      const first = await runSliced(detectFirst(reading, hints), signal, onPartial);
      if (!first) return undefined;
      this.rest = await restOfDetection();
      return await runSliced(this.rest.detectRest(reading, hints, first), signal, onPartial);
    } catch (error) {
      console.error('Revisionspennan: detection failed', error);
      return { passages: [], profile: {} };
    }
  }

  /**
   * What a person has set right is known when the annotations are, after the passages were found. A date or a kind may
   * settle other passages; the rest only names the document.
   */
  private async followCorrections(): Promise<void> {
    const { reading } = this;
    const { date, kind } = this.profileCorrections;
    const wanted = this.opened?.profileCorrections ?? {};
    if (!reading || JSON.stringify(wanted) === JSON.stringify(this.profileCorrections)) return;
    this.profileCorrections = wanted;
    this.profile = corrected(this.ownProfileOf(reading).profile, wanted);
    if (wanted.date === date && wanted.kind === kind) return;
    const detection = await this.detectIn(reading, () => {});
    // A newer text was read meanwhile, with the same corrections.
    if (detection && reading.text === this.reading?.text) this.take(detection);
  }

  /** The profile as the document itself has it, asked for only when a person sees or keeps it. */
  private ownProfileOf(reading: Reading | null): { profile: DocumentProfile; doubts: ProfileDoubts } {
    if (!reading || !this.rest) return { profile: {}, doubts: {} };
    if (this.own?.reading !== reading) {
      try {
        this.own = { reading, ...this.rest.ownProfile(reading, this.source.hints()) };
      } catch (error) {
        console.error('Revisionspennan: the profile cannot be read', error);
        this.own = { reading, profile: {}, doubts: {} };
      }
    }
    return this.own;
  }

  /** The document as a reference names it. */
  get cited(): CitedDocument {
    const [address = ''] = this.source.urls();
    return { title: this.title, profile: this.profile, canonicalUrl: address.replace(/#.*/, '') };
  }

  private get title(): string {
    return this.profile.title ?? this.source.hints().title ?? '';
  }

  /** What the store is told of the document. */
  async describe(reading: Reading): Promise<DocumentDescription> {
    const { profile } = this.ownProfileOf(reading);
    return { ...(await this.identities.of(reading)), title: profile.title ?? this.source.hints().title ?? '', profile };
  }

  private async fetchAnnotations(): Promise<void> {
    const { reading } = this;
    if (!reading) return;
    const fetch = ++this.lastFetch;
    const answer = await this.store.open(await this.identities.of(reading));
    if (this.closing.signal.aborted || fetch !== this.lastFetch) return;
    this.problem = answer.ok ? undefined : answer.code;
    if (!answer.ok) return this.answered();
    this.keptPlaces = await keptPlaces();
    const textHash = await this.identities.hashOf(reading);
    const kept = await this.keptPlaces.placeKept(
      answer.value,
      { reading, textHash, whereItWasSaved: (annotation) => this.whereItWasSaved(annotation, reading) },
      this.closing.signal,
    );
    // The text or the annotations may have changed meanwhile; then a newer call places the newer ones in the newer text.
    if (!kept || reading.text !== this.reading?.text || fetch !== this.lastFetch) return;
    Object.assign(this, kept);
    this.opened = answer.value;
    this.applyCorrections();
    this.answered();
  }

  /** The place that the person saved, in what has been read of the same file since. */
  private whereItWasSaved({ id, target }: KeptAnnotation, reading: Reading): Anchoring | undefined {
    const saved = this.savedHere.get(id);
    // Somebody may have given it another place since.
    if (!saved || saved.target.textHash !== target.textHash || saved.place.start !== target.position.start) return;
    const span = saved.place.reading.carryTo?.(saved.place, reading);
    return span ? { verdict: 'placed', ...span } : undefined;
  }
}

function placeKey({ start, end }: Span): string {
  return `${start} ${end}`;
}

function contains(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

function byLength(one: Span, other: Span): number {
  return one.end - one.start - (other.end - other.start);
}
