import { inTransaction, withDatabase } from './database';
import { alikeDocuments, ensureDocument, matchingDocuments } from './documents';
import { StorageError } from './errors';
import { type Listing, readRows } from './rows';
import { samePlace } from './same-passage';
import {
  type Correction,
  type CorrectionDraft,
  correctionDraftSchema,
  correctionSchema,
  type DocumentDescription,
  type DocumentIdentity,
  documentDescriptionSchema,
  type SourceDocument,
  sourceDocumentSchema,
} from './schema';

/**
 * Keeps a correction, and its document; resolves when it is on disk. A passage has one correction: a second one takes the
 * place of the first.
 * @throws StorageError `invalid`, `full`, `closed`
 */
export function saveCorrection(draft: CorrectionDraft, description: DocumentDescription): Promise<Correction> {
  return inTransaction(async (db) => {
    const wanted = correctionDraftSchema.parse(draft);
    const document = await ensureDocument(db, documentDescriptionSchema.parse(description));
    const rows = await db.corrections.where('documentId').equals(document.id).toArray();
    const known = readRows('corrections', correctionSchema, rows).items.find(
      ({ id, kind, target }) => id === wanted.id || (kind === wanted.kind && samePlace(target, wanted.target)),
    );
    const now = new Date().toISOString();
    const correction = correctionSchema.parse({
      ...wanted,
      // What it was called at first stays: the correction of a correction is still one of the passage as it was found.
      ...(known ? { id: known.id, label: known.label } : {}),
      documentId: document.id,
      created: known?.created ?? now,
      modified: now,
    });
    await db.corrections.put(correction);
    return correction;
  });
}

/** Takes a correction away for good. @returns what it was @throws StorageError `not-found` */
export function removeCorrection(id: string): Promise<Correction> {
  return inTransaction(async (db) => {
    const row = await db.corrections.get(correctionSchema.shape.id.parse(id));
    if (!row) throw new StorageError('not-found', `No correction ${id}`);
    const correction = correctionSchema.parse(row);
    await db.corrections.delete(correction.id);
    return correction;
  });
}

/** The corrections of the document that a page shows, and of others with nearly the same text. Only reads. @throws StorageError */
export function findCorrectionsFor(identity: DocumentIdentity): Promise<Listing<Correction>> {
  return withDatabase((db) =>
    db.transaction('r', db.documents, db.corrections, async () => {
      const documents = await matchingDocuments(db, identity);
      const alike = await alikeDocuments(db, identity, documents.items);
      const ids = [...documents.items, ...alike.items].map(({ id }) => id);
      return readRows('corrections', correctionSchema, await db.corrections.where('documentId').anyOf(ids).toArray());
    }),
  );
}

/** A correction with the document that it is of; undefined where that cannot be read. */
export interface ListedCorrection {
  correction: Correction;
  document: SourceDocument | undefined;
}

/** All corrections, those made last first. @throws StorageError */
export function listCorrections(): Promise<Listing<ListedCorrection>> {
  return withDatabase((db) =>
    db.transaction('r', db.documents, db.corrections, async () => {
      const { items, unreadable } = readRows('corrections', correctionSchema, await db.corrections.toArray());
      const rows = await db.documents.bulkGet([...new Set(items.map(({ documentId }) => documentId))]);
      const documents = readRows(
        'documents',
        sourceDocumentSchema,
        rows.filter((row) => row !== undefined),
      ).items;
      const byId = new Map(documents.map((document) => [document.id, document]));
      return {
        items: items
          .sort((one, other) => other.modified.localeCompare(one.modified))
          .map((correction) => ({ correction, document: byId.get(correction.documentId) })),
        unreadable,
      };
    }),
  );
}

/** Puts a correction back that was taken away, just as it was, unless its passage has another by now. @throws StorageError `not-found`, `conflict` */
export function restoreCorrection(correction: Correction): Promise<Correction> {
  return inTransaction(async (db) => {
    const checked = correctionSchema.parse(correction);
    if (!(await db.documents.get(checked.documentId))) {
      throw new StorageError('not-found', `No document ${checked.documentId}`);
    }
    const rows = await db.corrections.where('documentId').equals(checked.documentId).toArray();
    const others = readRows('corrections', correctionSchema, rows).items;
    if (others.some(({ kind, target }) => kind === checked.kind && samePlace(target, checked.target))) {
      throw new StorageError('conflict', `The passage of ${checked.id} has another correction`);
    }
    await db.corrections.put(checked);
    return checked;
  });
}
