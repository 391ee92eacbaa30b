import * as z from 'zod/mini';
import { sendMessage } from '../messages/protocol';
import {
  type Answer,
  keptAnnotationSchema,
  keptCorrectionSchema,
  openedDocumentSchema,
  parseAnswer,
  savedManySchema,
  setChoiceSchema,
} from '../messages/schema';
import type { AnnotationStore } from './document-source';

/**
 * The store as a web page reaches it: by message to the background, which may have to wake up first.
 * A page whose extension was updated or removed gets `disconnected`.
 */
export function createMessageStore(): AnnotationStore {
  return {
    open: (identity) => ask(() => sendMessage('openDocument', identity), openedDocumentSchema),
    save: (draft, document) => ask(() => sendMessage('saveAnnotation', { draft, document }), keptAnnotationSchema),
    saveMany: (drafts, document) => ask(() => sendMessage('saveAnnotations', { drafts, document }), savedManySchema),
    correctProfile: (document, corrections) =>
      ask(() => sendMessage('correctProfile', { document, corrections }), z.null()),
    chooseSet: (id) => ask(() => sendMessage('chooseSet', { id }), setChoiceSchema),
    createSet: (name) => ask(() => sendMessage('createSet', { name }), setChoiceSchema),
    update: (id, patch, expectedRevision) =>
      ask(() => sendMessage('updateAnnotation', { id, patch, expectedRevision }), keptAnnotationSchema),
    remove: (id) => ask(() => sendMessage('removeAnnotation', { id }), keptAnnotationSchema),
    restore: (id) => ask(() => sendMessage('restoreAnnotation', { id }), keptAnnotationSchema),
    saveCorrection: (draft, document) =>
      ask(() => sendMessage('saveCorrection', { draft, document }), keptCorrectionSchema),
    removeCorrection: (id) => ask(() => sendMessage('removeCorrection', { id }), keptCorrectionSchema),
  };
}

async function ask<Value>(
  send: () => Promise<unknown>,
  schema: Parameters<typeof parseAnswer>[1],
): Promise<Answer<Value>> {
  try {
    return parseAnswer<Value>(await send(), schema);
  } catch {
    return { ok: false, code: 'disconnected' };
  }
}
