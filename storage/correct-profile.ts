import type { ProfileCorrections } from '../detection/types';
import { inTransaction } from './database';
import { documentRow, ensureDocument, matchingDocuments } from './documents';
import { forgetIfUnused } from './forget-document';
import { profileAsRead, profileFields } from './profile-fields';
import {
  type DocumentDescription,
  documentDescriptionSchema,
  profileCorrectionsSchema,
  sourceDocumentSchema,
} from './schema';

/**
 * Keeps what a person has set right about a document, with the document: it wins over every later reading, travels with
 * exports and backups, and the earlier words are kept beside it. A document that nothing was saved from is remembered
 * from now on, and forgotten again when the last correction is taken back.
 *
 * @param corrections all of them: a field that is not there is as the document says
 * @throws StorageError
 */
export function correctProfile(description: DocumentDescription, corrections: ProfileCorrections): Promise<void> {
  return inTransaction(async (db) => {
    const described = documentDescriptionSchema.parse(description);
    const wanted = profileCorrectionsSchema.parse(corrections);
    const isNone = Object.values(wanted).every((value) => value === undefined);
    if (isNone && (await matchingDocuments(db, described)).items.length === 0) return;
    const document = await ensureDocument(db, described);
    const { profileAsRead: _, ...rest } = document;
    const next = { ...rest, ...profileFields(profileAsRead(document), wanted) };
    // Lists and references go by the document's title.
    const title = next.profile.title ?? (wanted.title === null ? '' : described.title || document.title);
    await db.documents.put(documentRow(sourceDocumentSchema.parse({ ...next, title })));
    if (isNone) await forgetIfUnused(db, document.id);
  });
}
