import { sendMessage } from '../messages/protocol';
import type { Answer } from '../messages/schema';
import type { AnnotationStore } from './document-source';

type Schemas = typeof import('../messages/schema');

/**
 * The store as a web page reaches it: by message to the background, which may have to wake up first.
 * A page whose extension was updated or removed gets `disconnected`.
 */
export function createMessageStore(): AnnotationStore {
  return {
    open: (identity) =>
      ask(
        () => sendMessage('openDocument', identity),
        (schemas) => schemas.openedDocumentSchema,
      ),
    save: (draft, document) =>
      ask(
        () => sendMessage('saveAnnotation', { draft, document }),
        (schemas) => schemas.keptAnnotationSchema,
      ),
    saveMany: (drafts, document, isLast) =>
      ask(
        () => sendMessage('saveAnnotations', { drafts, document, isLast }),
        (schemas) => schemas.savedManySchema,
      ),
    correctProfile: (document, corrections) =>
      ask(
        () => sendMessage('correctProfile', { document, corrections }),
        (schemas) => schemas.nothingSchema,
      ),
    chooseSet: (id) =>
      ask(
        () => sendMessage('chooseSet', { id }),
        (schemas) => schemas.setChoiceSchema,
      ),
    createSet: (name) =>
      ask(
        () => sendMessage('createSet', { name }),
        (schemas) => schemas.setChoiceSchema,
      ),
    update: (id, patch, expectedRevision) =>
      ask(
        () => sendMessage('updateAnnotation', { id, patch, expectedRevision }),
        (schemas) => schemas.keptAnnotationSchema,
      ),
    remove: (id) =>
      ask(
        () => sendMessage('removeAnnotation', { id }),
        (schemas) => schemas.keptAnnotationSchema,
      ),
    restore: (id) =>
      ask(
        () => sendMessage('restoreAnnotation', { id }),
        (schemas) => schemas.keptAnnotationSchema,
      ),
    saveCorrection: (draft, document) =>
      ask(
        () => sendMessage('saveCorrection', { draft, document }),
        (schemas) => schemas.keptCorrectionSchema,
      ),
    removeCorrection: (id) =>
      ask(
        () => sendMessage('removeCorrection', { id }),
        (schemas) => schemas.keptCorrectionSchema,
      ),
  };
}

async function ask<Value>(
  send: () => Promise<unknown>,
  schemaIn: (schemas: Schemas) => Parameters<Schemas['parseAnswer']>[1],
): Promise<Answer<Value>> {
  try {
    // Fetched with the first answer: nothing is checked before.
    const [answer, schemas] = await Promise.all([send(), import('../messages/schema')]);
    return schemas.parseAnswer<Value>(answer, schemaIn(schemas));
  } catch {
    return { ok: false, code: 'disconnected' };
  }
}
