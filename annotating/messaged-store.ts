import { sendMessage } from '../messages/protocol';
import {
  type Answer,
  keptAnnotationSchema,
  keptCorrectionSchema,
  nothingSchema,
  openedDocumentSchema,
  parseAnswer,
  savedManySchema,
  setChoiceSchema,
} from '../messages/schema';
import type { AnnotationStore } from './document-source';

/** The store by message to the background, which may have to wake up first. Throws where nobody is left to ask. */
export const messagedStore: AnnotationStore = {
  open: (identity) => ask(sendMessage('openDocument', identity), openedDocumentSchema),
  save: (draft, document) => ask(sendMessage('saveAnnotation', { draft, document }), keptAnnotationSchema),
  saveMany: (drafts, document, isLast) =>
    ask(sendMessage('saveAnnotations', { drafts, document, isLast }), savedManySchema),
  correctProfile: (document, corrections) =>
    ask(sendMessage('correctProfile', { document, corrections }), nothingSchema),
  chooseSet: (id) => ask(sendMessage('chooseSet', { id }), setChoiceSchema),
  moveCount: (corner) => ask(sendMessage('moveCount', { corner }), nothingSchema),
  createSet: (name) => ask(sendMessage('createSet', { name }), setChoiceSchema),
  update: (id, patch, expectedRevision) =>
    ask(sendMessage('updateAnnotation', { id, patch, expectedRevision }), keptAnnotationSchema),
  remove: (id) => ask(sendMessage('removeAnnotation', { id }), keptAnnotationSchema),
  restore: (id) => ask(sendMessage('restoreAnnotation', { id }), keptAnnotationSchema),
  saveCorrection: (draft, document) => ask(sendMessage('saveCorrection', { draft, document }), keptCorrectionSchema),
  removeCorrection: (id) => ask(sendMessage('removeCorrection', { id }), keptCorrectionSchema),
};

async function ask<Value>(answer: Promise<unknown>, schema: Parameters<typeof parseAnswer>[1]): Promise<Answer<Value>> {
  return parseAnswer<Value>(await answer, schema);
}
