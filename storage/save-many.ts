import { ensureTagIds, newAnnotation } from './annotations';
import { type Database, inTransaction } from './database';
import { ensureDocument } from './documents';
import { forgetIfUnused } from './forget-document';
import { samePlace } from './same-passage';
import {
  type Annotation,
  type AnnotationDraft,
  annotationDraftSchema,
  annotationSchema,
  type DocumentDescription,
  documentDescriptionSchema,
} from './schema';
import { ensureSet } from './sets';
import { shelfRows } from './shelves';

/** What became of saving many annotations of one document. */
export interface SavedMany {
  /** Those that were made, with their revision: the way back. */
  made: { id: string; revision: number }[];
  /** How many were left out because the passage is saved already, in whichever set. */
  already: number;
}

/**
 * Keeps many annotations of one document in one transaction: all of them, or none. What is saved already at the same
 * place is left as it is; so is what this very call saved before, when a client repeats it.
 * @throws StorageError `invalid`, `full`, `closed`; `not-found` for an unknown set or tag id
 */
export function saveAnnotations(
  drafts: readonly AnnotationDraft[],
  description: DocumentDescription,
): Promise<SavedMany> {
  return inTransaction(async (db) => {
    const wanted = drafts.map((draft) => annotationDraftSchema.parse(draft));
    if (wanted.length === 0) return { made: [], already: 0 };
    const document = await ensureDocument(db, documentDescriptionSchema.parse(description));
    const held = new Map<string, Annotation[]>();
    const quotes = new Set(wanted.map(({ target }) => target.quote.exact));
    for (const row of await rowsWithQuotes(db, document.id, quotes)) {
      const known = annotationSchema.safeParse(row);
      if (known.success && known.data.deleted === undefined) put(held, known.data);
    }
    const now = new Date().toISOString();
    const added: Annotation[] = [];
    const sets = new Set<string>();
    for (const { tagNames = [], tags = [], comment = '', setId, ...rest } of wanted) {
      if (held.get(rest.target.quote.exact)?.some((each) => isSame(each, rest))) continue;
      const set = await ensureSet(db, setId);
      const tagIds = await ensureTagIds(db, tags, tagNames);
      const annotation = newAnnotation(rest, { documentId: document.id, setId: set.id, tags: tagIds, comment, now });
      put(held, annotation);
      added.push(annotation);
      sets.add(set.id);
    }
    await db.annotations.bulkAdd(added);
    for (const id of sets) await db.sets.update(id, { modified: now });
    return { made: added.map(({ id, revision }) => ({ id, revision })), already: wanted.length - added.length };
  });
}

/**
 * The rows of a document with one of these quotes. Their shelves tell which: of a hundred thousand only those are read that
 * may be the same, however many batches they are saved in.
 */
async function rowsWithQuotes(db: Database, documentId: string, quotes: ReadonlySet<string>): Promise<Annotation[]> {
  const shelves = await db.shelves.where('key').startsWith(`${documentId}/`).toArray();
  const ids = shelves
    .flatMap(shelfRows)
    .filter((row) => 'quote' in row && quotes.has(row.quote))
    .map(({ id }) => id);
  return (await db.annotations.bulkGet(ids)).filter((row) => row !== undefined);
}

function put(held: Map<string, Annotation[]>, annotation: Annotation): void {
  const words = annotation.target.quote.exact;
  held.set(words, [...(held.get(words) ?? []), annotation]);
}

function isSame(one: Annotation, other: Pick<AnnotationDraft, 'id' | 'kind' | 'target'>): boolean {
  return one.id === other.id || (one.kind === other.kind && samePlace(one.target, other.target));
}

/**
 * Takes a saving of many back: those that nobody has changed since go as if they had never been, and their document with
 * them where nothing else keeps it. @returns how many went. @throws StorageError
 */
export function unsaveAnnotations(made: SavedMany['made']): Promise<number> {
  return inTransaction(async (db) => {
    const rows = await db.annotations.bulkGet(made.map(({ id }) => id));
    const gone = rows.filter((row, index) => row !== undefined && row.revision === made[index]?.revision);
    await db.annotations.bulkDelete(gone.flatMap((row) => row?.id ?? []));
    for (const id of new Set(gone.flatMap((row) => row?.documentId ?? []))) await forgetIfUnused(db, id);
    return gone.length;
  });
}
