import { withDatabase } from '../../storage/database';
import { keepUp, type Library, type LibraryOptions, readLibrary } from '../../storage/library';
import { type Listing, readRows } from '../../storage/rows';
import { type Annotation, annotationSchema, type SourceDocument, sourceDocumentSchema } from '../../storage/schema';

/** What a test looks at after the writes that it is about: everything that is stored, read as the extension reads rows. */

/** The annotations in use of a set, or all; oldest first. */
export function listAnnotations({ setId }: { setId?: string } = {}): Promise<Listing<Annotation>> {
  return withDatabase(async (db) => {
    const rows = await db.annotations
      .filter((row) => row.deleted === undefined && (setId === undefined || row.setId === setId))
      .sortBy('created');
    return readRows('annotations', annotationSchema, rows);
  });
}

/** All documents, latest seen first. */
export function listDocuments(): Promise<Listing<SourceDocument>> {
  return withDatabase(async (db) =>
    readRows('documents', sourceDocumentSchema, await db.documents.orderBy('lastSeen').reverse().toArray()),
  );
}

/** A library that is read and follows what is written, as the library's page has it. */
export async function openLibrary(options: LibraryOptions = {}): Promise<Library> {
  const library = await readLibrary(options);
  await keepUp(library, options);
  return library;
}
