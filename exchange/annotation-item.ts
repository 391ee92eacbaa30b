import { provisionNames, provisionUrl } from '../detection/citations/describe';
import type { Annotation, SourceDocument, Tag } from '../storage/schema';
import { PAGE_CONFORMS_TO, toIri, uuidUrn } from './own-terms';

/** A JSON object on its way out; every value in it is plain JSON. */
export type JsonObject = { [key: string]: unknown };

/**
 * One annotation as a W3C Web Annotation (Web Annotation Data Model, sections 3 and 4).
 * @throws Error when `tags` lacks one of its tags: what is exported must be whole
 */
export function annotationItem(
  annotation: Annotation,
  document: SourceDocument,
  tags: ReadonlyMap<string, Tag>,
): JsonObject {
  return {
    id: uuidUrn(annotation.id),
    type: 'Annotation',
    motivation: annotation.comment === '' ? 'classifying' : ['classifying', 'commenting'],
    created: annotation.created,
    modified: annotation.modified,
    body: bodies(annotation, tags),
    target: target(annotation, document),
    'rp:origin': annotation.origin,
    'rp:addressees': annotation.addressees,
    ...optional('rp:label', annotation.label),
    ...optional('rp:answer', annotation.answer),
    ...optional('rp:date', annotation.date),
    ...optional('rp:deleted', annotation.deleted),
    'rp:revision': annotation.revision,
    ...(annotation.history.length > 0 ? { 'rp:history': annotation.history } : {}),
  };
}

function bodies(annotation: Annotation, tags: ReadonlyMap<string, Tag>): JsonObject[] {
  return [
    textualBody('classifying', annotation.kind),
    ...(annotation.comment === '' ? [] : [textualBody('commenting', annotation.comment)]),
    ...annotation.tags.map((id) => {
      const tag = tags.get(id);
      if (!tag) throw new Error(`Annotation ${annotation.id} has an unknown tag ${id}`);
      return { ...textualBody('tagging', tag.name), 'rp:tag': uuidUrn(id) };
    }),
    ...annotation.provisions.flatMap((provision) => {
      const url = provisionUrl(provision);
      return [
        { ...textualBody('identifying', provisionNames(provision).long), 'rp:provision': provision },
        // For other tools: where the provision can be read. Import goes by the body before.
        ...(url ? [{ type: 'SpecificResource', purpose: 'linking', source: toIri(url) }] : []),
      ];
    }),
  ];
}

function textualBody(purpose: string, value: string): JsonObject {
  return { type: 'TextualBody', purpose, value, format: 'text/plain' };
}

/**
 * Positions stay UTF-16 code units, as in the browser. W3C counts code points: the two differ only after a
 * character beyond U+FFFF, so `rp:unit` tells, and the quote is what other tools should go by.
 */
function target({ target }: Annotation, document: SourceDocument): JsonObject {
  const { quote, position, page, textHash, ...evidence } = target;
  return {
    type: 'SpecificResource',
    source: toIri(document.canonicalUrl),
    selector: [
      { type: 'TextQuoteSelector', exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix },
      { type: 'TextPositionSelector', start: position.start, end: position.end, 'rp:unit': 'utf-16' },
      ...(page === undefined
        ? []
        : [{ type: 'FragmentSelector', conformsTo: PAGE_CONFORMS_TO, value: `page=${page}` }]),
    ],
    'rp:document': uuidUrn(document.id),
    'rp:textHash': textHash,
    ...(Object.keys(evidence).length > 0 ? { 'rp:evidence': evidence } : {}),
  };
}

function optional(term: string, value: string | undefined): JsonObject {
  return value === undefined ? {} : { [term]: value };
}
