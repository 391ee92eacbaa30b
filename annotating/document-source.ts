import type { DocumentHints, ProfileCorrections } from '../detection/types';
import type {
  Answer,
  KeptAnnotation,
  KeptCorrection,
  OpenedDocument,
  PagesRead,
  SavedMany,
  SetChoice,
} from '../messages/schema';
import type { LocatedReading, SelectableReading, Span } from '../reading/types';
import type {
  AnnotationDraft,
  AnnotationPatch,
  CorrectionDraft,
  CountCorner,
  DocumentDescription,
  DocumentIdentity,
} from '../storage/schema';

/** A reading of something that is open in a window. */
export interface OpenReading extends LocatedReading<AbstractRange> {
  /** True while pages are missing that are still to be read, or that the person did not want to wait for. */
  readonly isPartial?: boolean;
  /** PDFs: the page that an offset of the text stands on, 1 first. */
  pageAt?(offset: number): number | undefined;
  /** PDFs: what the file calls that page, where it is not its number. */
  pageLabelAt?(offset: number): string | undefined;
  /** The same printed letters in another reading of the same file; null where that does not hold them all. */
  carryTo?(span: Span, other: this): Span | null;
}

/** Where the text comes from: a web page, a PDF. */
export interface DocumentSource<Reading extends OpenReading> {
  /** Reads what there is to read now. */
  read(): Generator<void, Reading>;
  /** Addresses, the one to open it by first. */
  urls(): string[];
  hints(): DocumentHints;
  /** PDFs: the file's own identifier, whatever address it was opened by. */
  pdfFingerprint?(): string;
  /** PDFs: how far the reading of the pages has come. */
  pagesRead?(): PagesRead;
}

/** A source that is on show: its text can be pointed at and scrolled to. */
export interface ShownSource<Reading extends OpenReading & SelectableReading> extends DocumentSource<Reading> {
  /**
   * Scrolls to a span of the text.
   *
   * @param still without movement, for a hidden tab or who wants none
   * @returns the span's ranges, once they stand there; empty when the text is gone
   */
  bringIntoView(reading: Reading, span: Span, still: boolean): Promise<readonly AbstractRange[]>;
}

/** Where annotations are kept: by message from a web page, directly from a page of ours. */
export interface AnnotationStore {
  open(identity: DocumentIdentity): Promise<Answer<OpenedDocument>>;
  save(draft: AnnotationDraft, document: DocumentDescription): Promise<Answer<KeptAnnotation>>;
  /** All of them, or none. @param isLast false while more are to follow: other pages hear of all of them at once */
  saveMany(drafts: AnnotationDraft[], document: DocumentDescription, isLast: boolean): Promise<Answer<SavedMany>>;
  /** @param corrections all that is set right in the document's profile */
  correctProfile(document: DocumentDescription, corrections: ProfileCorrections): Promise<Answer<null>>;
  /** Makes a set the one that new annotations go to. */
  chooseSet(id: string): Promise<Answer<SetChoice>>;
  createSet(name: string): Promise<Answer<SetChoice>>;
  /** The count on pages stands in this corner of the window from now on. */
  moveCount(corner: CountCorner): Promise<Answer<null>>;
  /** @param expectedRevision what the person saw: a field that somebody else changed since is not overwritten */
  update(id: string, patch: AnnotationPatch, expectedRevision?: number): Promise<Answer<KeptAnnotation>>;
  remove(id: string): Promise<Answer<KeptAnnotation>>;
  restore(id: string): Promise<Answer<KeptAnnotation>>;
  /** Keeps what the person says of a passage; a passage has one correction. */
  saveCorrection(draft: CorrectionDraft, document: DocumentDescription): Promise<Answer<KeptCorrection>>;
  removeCorrection(id: string): Promise<Answer<KeptCorrection>>;
}

/** A place in the text as it was read at one moment: it stays right when the page changes while a card is open. */
export interface Place<Reading extends OpenReading> extends Span {
  reading: Reading;
}

/** What a person adds when saving. */
export interface Additions {
  tagNames: string[];
  comment: string;
}
