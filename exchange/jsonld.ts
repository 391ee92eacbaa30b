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
  const { collection, page, items } = parts(set, documents, annotations, tags);
  return { ...collection, first: { ...page, items } };
}

/** The text of an export file: `toJsonLd` with one annotation a line, so that files stay small and can be compared. */
export function jsonLdText({ set, documents, annotations, tags }: SetContents): string {
  const { collection, page, items } = parts(set, documents, annotations, tags);
  const lines = items.map((item) => JSON.stringify(item)).join(',\n');
  return `${open(collection)},\n"first":${open(page)},"items":[\n${lines}\n]}}\n`;
}

/** An object's text without its closing brace. */
function open(object: JsonObject): string {
  return JSON.stringify(object).slice(0, -1);
}

interface Parts {
  /** The collection without its page. */
  collection: JsonObject;
  /** The page without its annotations. */
  page: JsonObject;
  items: JsonObject[];
}

function parts(
  set: AnnotationSet,
  documents: readonly SourceDocument[],
  annotations: readonly Annotation[],
  tags: readonly Tag[],
): Parts {
  const documentById = new Map(documents.map((document) => [document.id, document]));
  const tagById = new Map(tags.map((tag) => [tag.id, tag]));
  const items = annotations.map((annotation) => {
    const document = documentById.get(annotation.documentId);
    if (!document) throw new Error(`Annotation ${annotation.id} has an unknown document ${annotation.documentId}`);
    if (annotation.setId !== set.id) throw new Error(`Annotation ${annotation.id} is of another set`);
    return annotationItem(annotation, document, tagById);
  });
  const id = uuidUrn(set.id);
  const page = { id: `${id}#page-1`, type: 'AnnotationPage', partOf: id, startIndex: 0 };
  const collection = {
    '@context': [WEB_ANNOTATION_CONTEXT, OWN_CONTEXT],
    id,
    type: 'AnnotationCollection',
    generator: { id: 'https://revisionspennan.se/', type: 'Software', name: 'Revisionspennan' },
    label: set.name,
    created: set.created,
    modified: set.modified,
    total: items.length,
    last: page.id,
    'rp:formatVersion': FORMAT_VERSION,
    'rp:documents': documents,
    'rp:tags': tags,
  };
  return { collection, page, items };
}
