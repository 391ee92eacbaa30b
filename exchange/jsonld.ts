import type { SetContents } from '../storage/contents';
import type { Annotation, AnnotationSet, SourceDocument, Tag } from '../storage/schema';
import { annotationItem, type JsonObject } from './annotation-item';
import { FORMAT_VERSION, OWN_CONTEXT, uuidUrn, WEB_ANNOTATION_CONTEXT } from './own-terms';

/**
 * A set as a W3C AnnotationCollection with one embedded AnnotationPage (Web Annotation Data Model, section 5),
 * as plain JSON; the same input gives the same output. `fromJsonLd` reads all of it back.
 * @throws Error when an annotation is of another set, or its document or a tag is missing
 */
export function toJsonLd(
  set: AnnotationSet,
  documents: readonly SourceDocument[],
  annotations: readonly Annotation[],
  tags: readonly Tag[],
): JsonObject {
  const documentById = new Map(documents.map((document) => [document.id, document]));
  const tagById = new Map(tags.map((tag) => [tag.id, tag]));
  const items = annotations.map((annotation) => {
    const document = documentById.get(annotation.documentId);
    if (!document) throw new Error(`Annotation ${annotation.id} has an unknown document ${annotation.documentId}`);
    if (annotation.setId !== set.id) throw new Error(`Annotation ${annotation.id} is of another set`);
    return annotationItem(annotation, document, tagById);
  });
  const id = uuidUrn(set.id);
  const page = { id: `${id}#page-1`, type: 'AnnotationPage', partOf: id, startIndex: 0, items };
  return {
    '@context': [WEB_ANNOTATION_CONTEXT, OWN_CONTEXT],
    id,
    type: 'AnnotationCollection',
    generator: { id: 'https://revisionspennan.se/', type: 'Software', name: 'Revisionspennan' },
    label: set.name,
    created: set.created,
    modified: set.modified,
    total: items.length,
    first: page,
    last: page.id,
    'rp:formatVersion': FORMAT_VERSION,
    'rp:documents': documents,
    'rp:tags': tags,
  };
}

/** The text of an export file. */
export function jsonLdText({ set, documents, annotations, tags }: SetContents): string {
  return `${JSON.stringify(toJsonLd(set, documents, annotations, tags), null, 2)}\n`;
}
