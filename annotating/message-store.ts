import type { sendMessage } from '../messages/protocol';
import type { Answer } from '../messages/schema';
import type { AnnotationStore } from './document-source';

type Schemas = typeof import('../messages/schema');
type Send = typeof sendMessage;

/**
 * The store as a web page reaches it: by message to the background, which may have to wake up first.
 * A page whose extension was updated or removed gets `disconnected`.
 */
export function createMessageStore(): AnnotationStore {
  return {
    open: (identity) =>
      ask(
        (send) => send('openDocument', identity),
        (schemas) => schemas.openedDocumentSchema,
      ),
    save: (draft, document) =>
      ask(
        (send) => send('saveAnnotation', { draft, document }),
        (schemas) => schemas.keptAnnotationSchema,
      ),
    saveMany: (drafts, document, isLast) =>
      ask(
        (send) => send('saveAnnotations', { drafts, document, isLast }),
        (schemas) => schemas.savedManySchema,
      ),
    correctProfile: (document, corrections) =>
      ask(
        (send) => send('correctProfile', { document, corrections }),
        (schemas) => schemas.nothingSchema,
      ),
    chooseSet: (id) =>
      ask(
        (send) => send('chooseSet', { id }),
        (schemas) => schemas.setChoiceSchema,
      ),
    moveCount: (corner) =>
      ask(
        (send) => send('moveCount', { corner }),
        (schemas) => schemas.nothingSchema,
      ),
    createSet: (name) =>
      ask(
        (send) => send('createSet', { name }),
        (schemas) => schemas.setChoiceSchema,
      ),
    update: (id, patch, expectedRevision) =>
      ask(
        (send) => send('updateAnnotation', { id, patch, expectedRevision }),
        (schemas) => schemas.keptAnnotationSchema,
      ),
    remove: (id) =>
      ask(
        (send) => send('removeAnnotation', { id }),
        (schemas) => schemas.keptAnnotationSchema,
      ),
    restore: (id) =>
      ask(
        (send) => send('restoreAnnotation', { id }),
        (schemas) => schemas.keptAnnotationSchema,
      ),
    saveCorrection: (draft, document) =>
      ask(
        (send) => send('saveCorrection', { draft, document }),
        (schemas) => schemas.keptCorrectionSchema,
      ),
    removeCorrection: (id) =>
      ask(
        (send) => send('removeCorrection', { id }),
        (schemas) => schemas.keptCorrectionSchema,
      ),
  };
}

async function ask<Value>(
  request: (send: Send) => Promise<unknown>,
  schemaIn: (schemas: Schemas) => Parameters<Schemas['parseAnswer']>[1],
): Promise<Answer<Value>> {
  try {
    // Fetched with the first message, which comes after the first highlights: nothing is said or checked before.
    const fetched = import('../messages/protocol').then(({ sendMessage }) => request(sendMessage));
    const [answer, schemas] = await Promise.all([fetched, import('../messages/schema')]);
    return schemas.parseAnswer<Value>(answer, schemaIn(schemas));
  } catch {
    return { ok: false, code: 'disconnected' };
  }
}
