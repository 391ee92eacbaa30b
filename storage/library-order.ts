import { SORTED_SIGNS, sortKey } from './fold';
import type { Columns } from './library-columns';
import { FACETS, type Facet, type LibraryGrouping, type LibraryOrder, type LibrarySort } from './library-types';
import type { LightRow } from './light-row';
import { sortByNumber, sortByText } from './radix';

const FACET_OF: Record<LibraryGrouping, Facet> = {
  document: 'documents',
  provision: 'provisions',
  tag: 'tags',
  addressee: 'addressees',
  set: 'sets',
  kind: 'kinds',
};

/** The place of a grouping's facet in the numbers of a row. */
export function facetIndex(grouping: LibraryGrouping): number {
  return FACETS.indexOf(FACET_OF[grouping]);
}

export function facetOf(grouping: LibraryGrouping): Facet {
  return FACET_OF[grouping];
}

/** The slots of all rows in the order of documents, in Swedish order of title, and in each by place. */
export function slotsByDocument(columns: Columns): Int32Array {
  const { rows, numbers } = columns;
  const slots: number[] = [];
  const places = new Float64Array(rows.length);
  const documents = new Float64Array(rows.length);
  const ranks = columns.vocabulary.documents.ranks();
  const index = FACETS.indexOf('documents');
  for (const [slot, row] of rows.entries()) {
    if (!row) continue;
    slots.push(slot);
    places[slot] = Math.min(row.start, LAST_NUMBER);
    documents[slot] = ranks[numbers[slot]?.[index]?.[0] ?? 0] ?? 0;
  }
  return sortByNumber(sortByNumber(Int32Array.from(slots), places), documents);
}

/**
 * Slots in another order; what has nothing to be ordered by comes last, and what is equal stands as in its document.
 * @param byDocument what `slotsByDocument` gives
 */
export function orderedSlots(
  columns: Columns,
  byDocument: Int32Array,
  { by, descending = false }: LibraryOrder,
): Int32Array {
  if (by === 'document') return descending ? byDocument.toReversed() : byDocument;
  const key = keyOf(columns, by);
  const have: number[] = [];
  const lack: number[] = [];
  // Made in its full length: an array that grows in odd places is slow.
  const keys = new Array<string | number>(columns.rows.length).fill(0);
  for (const slot of byDocument) {
    const value = key(slot, columns.rows[slot] as LightRow);
    if (value === undefined) lack.push(slot);
    else have.push(slot);
    if (value !== undefined) keys[slot] = value;
  }
  const sorted = sortByKeys(have, keys, descending);
  return Int32Array.from([...sorted, ...lack]);
}

/** What is equal keeps its order in either direction. */
function sortByKeys(slots: readonly number[], keys: readonly (string | number)[], descending: boolean): Int32Array {
  // Backwards both before and after: an order that keeps equals then keeps them in the descending one too.
  const given = Int32Array.from(descending ? slots.toReversed() : slots);
  const texts = typeof keys[given[0] ?? 0] === 'string';
  const sorted = texts ? sortByText(given, keys as string[]) : sortByNumber(given, numbersOf(given, keys));
  return descending ? sorted.toReversed() : sorted;
}

function numbersOf(slots: Int32Array, keys: readonly (string | number)[]): Float64Array {
  const numbers = new Float64Array(keys.length);
  for (const slot of slots) numbers[slot] = Math.min(Math.max(0, Number(keys[slot])), LAST_NUMBER);
  return numbers;
}

/** What sorting by number holds. */
const LAST_NUMBER = 2 ** 48 - 1;

type Key = (slot: number, row: LightRow) => string | number | undefined;

function keyOf(columns: Columns, by: LibrarySort): Key {
  switch (by) {
    case 'created':
    case 'modified':
    case 'deleted':
      return (_, row) => (row[by] === undefined ? undefined : Date.parse(row[by]));
    case 'quote':
      return (slot) => columns.quoteKey(slot) || undefined;
    case 'comment':
      return (_, row) => (row.comment === '' ? undefined : sortKey(row.comment.slice(0, SORTED_SIGNS)) || undefined);
    case 'documentDate':
      return (_, row) => columns.documents.get(row.documentId)?.profile.date;
    default: {
      const index = facetIndex(by);
      const vocabulary = columns.vocabulary[facetOf(by)];
      const ranks = vocabulary.ranks();
      // By the first of several, as it is shown. Kinds have no label: they stand in the order of their first sight.
      return (slot) => {
        const number = columns.numbers[slot]?.[index]?.[0] ?? 0;
        return number === 0 ? undefined : ranks[number];
      };
    }
  }
}
