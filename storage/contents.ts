import { withDatabase } from './database';
import { StorageError } from './errors';
import { readRows, type UnreadableRow } from './rows';
import {
  type Annotation,
  type AnnotationSet,
  annotationSchema,
  annotationSetSchema,
  type SourceDocument,
  sourceDocumentSchema,
  type Tag,
  tagSchema,
} from './schema';

/** A set with everything that it refers to: what leaves in a file, and what a file brings. */
export interface SetContents {
  set: AnnotationSet;
  /** Every document that an annotation of the set stands in. */
  documents: SourceDocument[];
  annotations: Annotation[];
  /** Every tag that an annotation of the set has. */
  tags: Tag[];
}

/** The contents of a stored set: documents by title, annotations by document and place, tags by name. */
export interface StoredContents extends SetContents {
  /** What had to be left out because it, or the document it stands in, cannot be read. */
  unreadable: UnreadableRow[];
}

/** Everything of a set but the bin, read at one moment. @throws StorageError `not-found` */
export function contentsOfSet(setId: string): Promise<StoredContents> {
  return withDatabase((db) =>
    db.transaction('r', db.tables, async () => {
      const sets = readRows('sets', annotationSetSchema, await db.sets.where('id').equals(setId).toArray());
      const [set] = sets.items;
      if (!set) throw new StorageError('not-found', `No set ${setId}`);
      const rows = await db.annotations.where('setId').equals(setId).toArray();
      const annotations = readRows(
        'annotations',
        annotationSchema,
        rows.filter((row) => row.deleted === undefined),
      );
      const documentIds = annotations.items.map((annotation) => annotation.documentId);
      const documents = readRows(
        'documents',
        sourceDocumentSchema,
        await db.documents.where('id').anyOf(documentIds).toArray(),
      );
      const tagIds = annotations.items.flatMap((annotation) => annotation.tags);
      const tags = readRows('tags', tagSchema, await db.tags.where('id').anyOf(tagIds).toArray());
      return {
        set,
        ...ordered(documents.items, annotations.items, tags.items),
        unreadable: [
          ...[documents, annotations, tags].flatMap((listing) => listing.unreadable),
          ...homeless(documents.items, annotations.items),
        ],
      };
    }),
  );
}

/** Annotations whose document cannot be read. */
function homeless(documents: readonly SourceDocument[], annotations: readonly Annotation[]): UnreadableRow[] {
  const known = new Set(documents.map((document) => document.id));
  return annotations
    .filter((annotation) => !known.has(annotation.documentId))
    .map(({ id, documentId }) => ({ table: 'annotations', id, detail: `Its document ${documentId} is not there` }));
}

/** An annotation whose document cannot be read cannot be exported; a tag that cannot be read leaves its annotation. */
function ordered(documents: SourceDocument[], annotations: Annotation[], tags: Tag[]) {
  documents.sort((one, other) => one.title.localeCompare(other.title, 'sv') || one.id.localeCompare(other.id));
  const rank = new Map(documents.map((document, index) => [document.id, index]));
  const known = new Set(tags.map((tag) => tag.id));
  return {
    documents,
    annotations: annotations
      .filter((annotation) => rank.has(annotation.documentId))
      .map((annotation) => ({ ...annotation, tags: annotation.tags.filter((id) => known.has(id)) }))
      .sort(
        (one, other) =>
          (rank.get(one.documentId) ?? 0) - (rank.get(other.documentId) ?? 0) ||
          one.target.position.start - other.target.position.start,
      ),
    tags: tags.sort((one, other) => one.name.localeCompare(other.name, 'sv')),
  };
}
