import type { Annotation } from './schema';

/**
 * What lists, search and filters need of an annotation: a tenth of the whole, so that a library of 100,000 opens
 * within a second. It is derived: whoever edits or exports reads the annotation itself.
 */
export type LightRow = Pick<
  Annotation,
  | 'id'
  | 'documentId'
  | 'setId'
  | 'kind'
  | 'provisions'
  | 'addressees'
  | 'tags'
  | 'comment'
  | 'label'
  | 'date'
  | 'origin'
  | 'created'
  | 'modified'
  | 'deleted'
> & {
  /** The words as printed. */
  quote: string;
  /** UTF-16 offset of the quote in the text it was taken from, for the order within a document. */
  start: number;
  /** PDFs: page number, 1 first, and that of the last page, where there are several. */
  page?: number;
  pageEnd?: number;
};

/** The light row of a stored annotation; undefined for a row so broken that it has no such fields. */
export function lightRow(row: unknown): LightRow | undefined {
  if (!isWhole(row)) return undefined;
  const { target } = row;
  return {
    id: row.id,
    documentId: row.documentId,
    setId: row.setId,
    kind: row.kind,
    provisions: row.provisions,
    addressees: row.addressees,
    tags: row.tags,
    comment: row.comment,
    label: row.label,
    date: row.date,
    origin: row.origin,
    created: row.created,
    modified: row.modified,
    deleted: row.deleted,
    quote: target.quote.exact,
    start: target.position.start,
    page: target.page,
    pageEnd: target.pageEnd,
  };
}

/** A look at the fields that lists use; the schema's whole check is for those who edit. */
function isWhole(row: unknown): row is Annotation {
  if (typeof row !== 'object' || row === null) return false;
  const { id, documentId, setId, kind, comment, created, modified, provisions, addressees, tags, target } =
    row as Record<string, unknown>;
  return (
    [id, documentId, setId, kind, comment, created, modified].every((value) => typeof value === 'string') &&
    [provisions, addressees, tags].every(Array.isArray) &&
    hasPlace(target)
  );
}

function hasPlace(target: unknown): boolean {
  if (typeof target !== 'object' || target === null) return false;
  const { quote, position } = target as { quote?: { exact?: unknown }; position?: { start?: unknown } };
  return typeof quote?.exact === 'string' && typeof position?.start === 'number';
}
