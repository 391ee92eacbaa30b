import type * as z from 'zod';
import { type Database, inTransaction, withDatabase } from './database';
import { alikeDocuments, ensureDocument, matchingDocuments } from './documents';
import { type AppliedPatch, applyPatch, mergePatch } from './edits';
import { StorageError } from './errors';
import { type Listing, readRows, type UnreadableRow } from './rows';
import { joinedComment, samePlace } from './same-passage';
import {
  type Annotation,
  type AnnotationDraft,
  type AnnotationPatch,
  annotationDraftSchema,
  annotationPatchSchema,
  annotationSchema,
  type DocumentDescription,
  type DocumentIdentity,
  documentDescriptionSchema,
  type SourceDocument,
  sourceDocumentSchema,
} from './schema';
import { ensureSet, reviveSet } from './sets';
import { ensureTags } from './tags';
import { emptyUndo, noteChange, type Undo } from './undo';

/** What is stored about the document that a page shows. */
export interface DocumentAnnotations {
  /** Every stored document that this may be, the surest first; empty when nothing was ever saved from it. */
  documents: SourceDocument[];
  /** Those in use, in the order of their positions when saved. */
  annotations: Annotation[];
  /** Other documents that say nearly the same; their annotations are among `annotations`. */
  alike: SourceDocument[];
  /** Rows that could not be read. */
  unreadable: UnreadableRow[];
}

/**
 * Finds what was saved from a document: by its addresses, its text or its PDF fingerprint; and from other documents with
 * nearly the same text. Nothing is
 * written: the extension keeps no history of what was looked at. @throws StorageError
 */
export function findAnnotationsFor(identity: DocumentIdentity): Promise<DocumentAnnotations> {
  return withDatabase((db) =>
    db.transaction('r', db.documents, db.annotations, async () => {
      const documents = await matchingDocuments(db, identity);
      const alike = await alikeDocuments(db, identity, documents.items);
      const ids = [...documents.items, ...alike.items].map((document) => document.id);
      const annotations = inUse(await db.annotations.where('documentId').anyOf(ids).toArray());
      return {
        documents: documents.items,
        annotations: annotations.items.sort(byPosition),
        alike: alike.items,
        unreadable: [...documents.unreadable, ...alike.unreadable, ...annotations.unreadable],
      };
    }),
  );
}

/** What became of a save. */
export interface SavedAnnotation {
  annotation: Annotation;
  document: SourceDocument;
  /** `created`; `same` when this very annotation was saved before; `joined` when the set had the passage already: tags and comment were added to it. */
  outcome: 'created' | 'same' | 'joined';
}

/**
 * Keeps an annotation, and with the first one its document; resolves when it is on disk. Saving the same id
 * again changes nothing, so a client may repeat a save that it got no answer to.
 * @throws StorageError `invalid`, `full`, `closed`; `not-found` for an unknown set or tag id
 */
export function saveAnnotation(draft: AnnotationDraft, description: DocumentDescription): Promise<SavedAnnotation> {
  return inTransaction(async (db) => {
    const { tagNames = [], tags = [], comment = '', setId, ...rest } = parsed(annotationDraftSchema, draft);
    const repeated = await savedBefore(db, rest.id);
    if (repeated) return repeated;

    const document = await ensureDocument(db, parsed(documentDescriptionSchema, description));
    const set = await ensureSet(db, setId);
    const tagIds = await ensureTagIds(db, tags, tagNames);
    const twin = await samePassage(db, document.id, set.id, rest);
    if (twin) {
      const patch = { tags: union(twin.tags, tagIds), comment: joinedComment(twin.comment, comment) };
      const annotation = await store(db, applyPatch(twin, patch));
      return { annotation, document, outcome: 'joined' };
    }
    const now = new Date().toISOString();
    const annotation = newAnnotation(rest, { documentId: document.id, setId: set.id, tags: tagIds, comment, now });
    await db.annotations.add(annotation);
    await db.sets.update(set.id, { modified: now });
    return { annotation, document, outcome: 'created' };
  });
}

/** An annotation that is made now, checked. @throws ZodError */
export function newAnnotation(
  draft: Omit<AnnotationDraft, 'setId' | 'tags' | 'tagNames' | 'comment'>,
  { now, ...rest }: Pick<Annotation, 'documentId' | 'setId' | 'tags' | 'comment'> & { now: string },
): Annotation {
  return parsed(annotationSchema, { ...draft, ...rest, created: now, modified: now, revision: 1, history: [] });
}

/** The answer to a save that was answered before, when the client did not get it. */
async function savedBefore(db: Database, id: string): Promise<SavedAnnotation | undefined> {
  const row = await db.annotations.get(id);
  if (!row) return undefined;
  const annotation = parsed(annotationSchema, row);
  const document = parsed(sourceDocumentSchema, await db.documents.get(annotation.documentId));
  return { annotation, document, outcome: 'same' };
}

/**
 * Changes an annotation and keeps what it was in its history. With `expectedRevision`, the revision that the
 * person saw, the patch is refused when somebody since changed a field that it changes; changes to other
 * fields stand side by side.
 * @throws StorageError `not-found`, `conflict`, `invalid`, `full`, `closed`
 */
export async function updateAnnotation(
  id: string,
  patch: AnnotationPatch,
  expectedRevision?: number,
): Promise<Annotation> {
  return (await editAnnotation(id, patch, expectedRevision)).annotation;
}

/** `updateAnnotation`, with the way back. */
export function editAnnotation(
  id: string,
  patch: AnnotationPatch,
  expectedRevision?: number,
): Promise<{ annotation: Annotation; undo: Undo }> {
  return inTransaction(async (db) => {
    const { tagNames, ...fields } = parsed(annotationPatchSchema, patch);
    const known = await existing(db, id);
    const undo = emptyUndo('edit');
    const stored = async (applied: AppliedPatch) => {
      if (applied.changed) noteChange(undo, known, applied.annotation);
      return { annotation: await store(db, applied), undo };
    };
    // What lies in the bin is not edited: the writer would believe it kept.
    if (known.deleted !== undefined) throw new StorageError('not-found', `Annotation ${id} is in the bin`);
    if (fields.setId !== undefined) await ensureSet(db, fields.setId);
    const tags = fields.tags || tagNames ? await notedTagIds(db, fields.tags ?? [], tagNames ?? [], undo) : undefined;
    const wanted = tags ? { ...fields, tags } : fields;
    if (expectedRevision === undefined) return stored(applyPatch(known, wanted));
    const merged = mergePatch(known, wanted, expectedRevision);
    if (merged.clashing.length > 0) {
      throw new StorageError('conflict', `Changed since revision ${expectedRevision}: ${merged.clashing.join(', ')}`);
    }
    return stored(applyPatch(known, merged.patch));
  });
}

/** Puts an annotation in the bin; once there, it stays as it is. @throws StorageError `not-found` */
export function removeAnnotation(id: string): Promise<Annotation> {
  return inTransaction(async (db) => {
    const known = await existing(db, id);
    if (known.deleted !== undefined) return known;
    return put(db, { ...known, deleted: new Date().toISOString(), revision: known.revision + 1 });
  });
}

/** Takes an annotation out of the bin, just as it was, and its set with it; into the current set if its own is gone for good. @throws StorageError `not-found` */
export function restoreAnnotation(id: string): Promise<Annotation> {
  return inTransaction(async (db) => {
    const { deleted, ...known } = await existing(db, id);
    if (deleted === undefined) return known;
    const { set } = await reviveSet(db, known.setId);
    return put(db, { ...known, setId: set.id, revision: known.revision + 1 });
  });
}

/** One annotation, also from the bin; undefined when there is none. @throws StorageError `invalid` when it cannot be read */
export function getAnnotation(id: string): Promise<Annotation | undefined> {
  return withDatabase(async (db) => {
    const row = await db.annotations.get(id);
    return row && parsed(annotationSchema, row);
  });
}

function inUse(rows: Annotation[]): Listing<Annotation> {
  return readRows(
    'annotations',
    annotationSchema,
    rows.filter((row) => row.deleted === undefined),
  );
}

function byPosition(one: Annotation, other: Annotation): number {
  return one.target.position.start - other.target.position.start || one.created.localeCompare(other.created);
}

async function existing(db: Database, id: string): Promise<Annotation> {
  // Ids arrive in messages: anything but text would be a query to the database library.
  const row = await db.annotations.get(parsed(annotationSchema.shape.id, id));
  if (!row) throw new StorageError('not-found', `No annotation ${id}`);
  return parsed(annotationSchema, row);
}

async function store(db: Database, { annotation, changed }: AppliedPatch): Promise<Annotation> {
  return changed ? put(db, annotation) : annotation;
}

async function put(db: Database, annotation: Annotation): Promise<Annotation> {
  const checked = parsed(annotationSchema, annotation);
  await db.annotations.put(checked);
  return checked;
}

/** Inside a transaction: these tags and those of these names, made where they do not exist. @throws StorageError `not-found` */
export async function ensureTagIds(db: Database, ids: readonly string[], names: readonly string[]): Promise<string[]> {
  const known = await db.tags.bulkGet([...ids]);
  const missing = ids.find((_, index) => !known[index]);
  if (missing !== undefined) throw new StorageError('not-found', `No tag ${missing}`);
  const named = await ensureTags(db, names);
  return union(
    ids,
    named.map((tag) => tag.id),
  );
}

/** `ensureTagIds`, with a note of the tags that were made for it. @throws StorageError `not-found` */
export async function notedTagIds(
  db: Database,
  ids: readonly string[],
  names: readonly string[],
  undo: Undo,
): Promise<string[]> {
  const before = new Set(await db.tags.toCollection().primaryKeys());
  const given = await ensureTagIds(db, ids, names);
  for (const tag of await db.tags.bulkGet(given.filter((id) => !before.has(id)))) {
    if (!tag) continue;
    const { nameKey: _, ...after } = tag;
    undo.tags.push({ before: undefined, after });
  }
  return given;
}

/**
 * The annotation in use that a set already holds of this passage: same kind and words, at the same place of
 * the same text, or between the same words when the text around has been republished.
 */
async function samePassage(
  db: Database,
  documentId: string,
  setId: string,
  { kind, target }: Pick<Annotation, 'kind' | 'target'>,
): Promise<Annotation | undefined> {
  const rows = await db.annotations.where('documentId').equals(documentId).toArray();
  const twins = rows.filter((each) => each.setId === setId && each.kind === kind && samePlace(each.target, target));
  return inUse(twins).items[0];
}

function union(ids: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...ids, ...more])];
}

function parsed<Value>(schema: z.ZodType<Value>, value: unknown): Value {
  return schema.parse(value);
}
