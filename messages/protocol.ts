import { defineExtensionMessaging } from '@webext-core/messaging';
import type { ProfileCorrections } from '../detection/types';
import type { Span } from '../reading/types';
import type {
  AnnotationDraft,
  AnnotationPatch,
  CorrectionDraft,
  CountCorner,
  DocumentDescription,
  DocumentIdentity,
} from '../storage/schema';
import type { PageCommand, Shortcut } from './commands';
import type {
  Answer,
  KeptAnnotation,
  KeptCorrection,
  OpenDocumentState,
  OpenedDocument,
  QuotedSpan,
  SaveAll,
  SavedMany,
  SetChoice,
  WorkProgress,
} from './schema';

/** Every message of the extension: sender → receiver. All data are plain JSON and parsed by the receiver. */
interface Protocol {
  /** page → background: what is kept of this document? Only reads. */
  openDocument(identity: DocumentIdentity): Answer<OpenedDocument>;
  /** page → background; answered when the annotation is durably stored. */
  saveAnnotation(data: { draft: AnnotationDraft; document: DocumentDescription }): Answer<KeptAnnotation>;
  updateAnnotation(data: { id: string; patch: AnnotationPatch; expectedRevision?: number }): Answer<KeptAnnotation>;
  removeAnnotation(data: { id: string }): Answer<KeptAnnotation>;
  restoreAnnotation(data: { id: string }): Answer<KeptAnnotation>;
  /** page → background: all of them, or none; answered when they are durably stored. Other pages are told after the last. */
  saveAnnotations(data: {
    drafts: AnnotationDraft[];
    document: DocumentDescription;
    isLast: boolean;
  }): Answer<SavedMany>;
  /** page → background: all that a person has set right in the document's profile. */
  correctProfile(data: { document: DocumentDescription; corrections: ProfileCorrections }): Answer<null>;
  /** page → background: the set that new annotations go to. */
  chooseSet(data: { id: string }): Answer<SetChoice>;
  createSet(data: { name: string }): Answer<SetChoice>;
  /** page → background: the corner that the count stands in from now on. */
  moveCount(data: { corner: CountCorner }): Answer<null>;
  /** page → background: what a person says of a passage that was found wrongly. */
  saveCorrection(data: { draft: CorrectionDraft; document: DocumentDescription }): Answer<KeptCorrection>;
  removeCorrection(data: { id: string }): Answer<KeptCorrection>;
  /** page → background, after a click; false where the browser does not let the panel be opened so. */
  openPanel(data: null): boolean;
  /** page → background: the keys that the person has for the commands. */
  getShortcuts(data: null): Shortcut[];
  /** page → background: opens the browser's own page where they are set. */
  changeShortcuts(data: null): void;

  /** panel → page */
  getOpenDocument(data: null): OpenDocumentState;
  reveal(span: Span): void;
  /** Reads the pages of a document whose reading the person has put an end to. */
  readOn(data: null): void;
  savePassage(place: QuotedSpan): Answer<KeptAnnotation>;
  /** Keeps every passage of a kind that is not kept yet. */
  saveAll(data: SaveAll): Answer<SavedMany>;
  /** Puts an end to that; what is stored by then stays. */
  stopSaving(data: null): void;
  /** page → panel, while many passages are made ready to be saved */
  savingProgress(data: WorkProgress): void;
  /** panel → page: all that the person has set right in the profile of the document; a field that is not there is as the document says. */
  correctOpenDocument(corrections: ProfileCorrections): Answer<null>;
  /** Gives an annotation this place of the text as its target; null: the text that is selected in the page. */
  retarget(data: { id: string; place: QuotedSpan | null }): Answer<KeptAnnotation>;
  /** background → page: open the card for what is selected. */
  annotateSelection(data: null): void;
  /** background → page: the person has pressed the command's keys. */
  pageCommand(command: PageCommand): void;
  /** background → panels: the one of this window closes. */
  closePanel(data: { windowId: number }): void;
  /** anyone who wrote → pages */
  annotationsChanged(data: null): void;
  /** page → panel: ask again */
  openDocumentChanged(data: null): void;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();
