import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Span } from '../reading/types';
import type { AnnotationDraft, AnnotationPatch, DocumentDescription, DocumentIdentity } from '../storage/schema';
import type { Answer, KeptAnnotation, OpenDocumentState, OpenedDocument, QuotedSpan } from './schema';

/** Every message of the extension: sender → receiver. All data are plain JSON and parsed by the receiver. */
interface Protocol {
  /** page → background: what is kept of this document? Only reads. */
  openDocument(identity: DocumentIdentity): Answer<OpenedDocument>;
  /** page → background; answered when the annotation is durably stored. */
  saveAnnotation(data: { draft: AnnotationDraft; document: DocumentDescription }): Answer<KeptAnnotation>;
  updateAnnotation(data: { id: string; patch: AnnotationPatch; expectedRevision?: number }): Answer<KeptAnnotation>;
  removeAnnotation(data: { id: string }): Answer<KeptAnnotation>;
  restoreAnnotation(data: { id: string }): Answer<KeptAnnotation>;

  /** panel → page */
  getOpenDocument(data: null): OpenDocumentState;
  reveal(span: Span): void;
  savePassage(place: QuotedSpan): Answer<KeptAnnotation>;
  /** Gives an annotation this place of the text as its target; null: the text that is selected in the page. */
  retarget(data: { id: string; place: QuotedSpan | null }): Answer<KeptAnnotation>;
  /** background → page: open the card for what is selected. */
  annotateSelection(data: null): void;
  /** anyone who wrote → pages */
  annotationsChanged(data: null): void;
  /** page → panel: ask again */
  openDocumentChanged(data: null): void;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();
