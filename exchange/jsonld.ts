import type { SetContents } from '../storage/contents';
import type { Annotation, AnnotationSet, Correction, SourceDocument, Tag } from '../storage/schema';
import { annotationItem, type JsonObject } from './annotation-item';
import { FORMAT_VERSION, OWN_CONTEXT, uuidUrn, WEB_ANNOTATION_CONTEXT } from './own-terms';

/**
 * A set as a W3C AnnotationCollection with one embedded AnnotationPage (Web Annotation Data Model, section 5),
 * as plain JSON; the same input gives the same output. `readImport` reads all of it back.
 * @throws Error when an annotation is of another set, or its document or a tag is missing
 */
export function toJsonLd(
  set: AnnotationSet,
  documents: readonly SourceDocument[],
  annotations: readonly Annotation[],
  tags: readonly Tag[],
  corrections: readonly Correction[] = [],
): JsonObject {
  const { collection, page } = frame(set, documents, tags, corrections, annotations.length);
  return { ...collection, first: { ...page, items: annotations.map(itemWriter(set, documents, tags)) } };
}

/** The text of an export file: `toJsonLd` with one annotation a line, so that files stay small and can be compared. */
export function jsonLdText(contents: SetContents): string {
  return [...jsonLdLines(contents)].join('');
}

/** The same text in parts, one for each annotation. @throws Error as `toJsonLd` does */
export function* jsonLdLines({ set, documents, annotations, tags, corrections = [] }: SetContents): Generator<string> {
  const { collection, page } = frame(set, documents, tags, corrections, annotations.length);
  yield `${open(collection)},\n"first":${open(page)},"items":[\n`;
  const item = itemWriter(set, documents, tags);
  for (const [index, annotation] of annotations.entries()) {
    yield `${index === 0 ? '' : ',\n'}${JSON.stringify(item(annotation))}`;
  }
  yield '\n]}}\n';
}

/** An object's text without its closing brace. */
function open(object: JsonObject): string {
  return JSON.stringify(object).slice(0, -1);
}

interface Frame {
  /** The collection without its page. */
  collection: JsonObject;
  /** The page without its annotations. */
  page: JsonObject;
}

function frame(
  set: AnnotationSet,
  documents: readonly SourceDocument[],
  tags: readonly Tag[],
  corrections: readonly Correction[],
  total: number,
): Frame {
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
    total,
    last: page.id,
    'rp:formatVersion': FORMAT_VERSION,
    'rp:documents': documents,
    'rp:tags': tags,
    ...(corrections.length > 0 ? { 'rp:corrections': corrections } : {}),
  };
  return { collection, page };
}

function itemWriter(
  set: AnnotationSet,
  documents: readonly SourceDocument[],
  tags: readonly Tag[],
): (annotation: Annotation) => JsonObject {
  const documentById = new Map(documents.map((document) => [document.id, document]));
  const tagById = new Map(tags.map((tag) => [tag.id, tag]));
  return (annotation) => {
    const document = documentById.get(annotation.documentId);
    if (!document) throw new Error(`Annotation ${annotation.id} has an unknown document ${annotation.documentId}`);
    if (annotation.setId !== set.id) throw new Error(`Annotation ${annotation.id} is of another set`);
    return annotationItem(annotation, document, tagById);
  };
}
