import { SORTED_SIGNS, sortKey } from './fold';
import type { Columns } from './library-columns';
import { FACETS, type Facet, type LibraryGrouping, type LibraryOrder, type LibrarySort } from './library-types';
import type { LightRow } from './light-row';

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

/** Place and slot in one number: more slots than a library has, offsets up to where both still fit. */
const SLOTS = 2 ** 22;
const LAST_PLACE = 2 ** 30;

/** The slots of all rows in the order of documents, in Swedish order of title, and in each by place. */
export function slotsByDocument(columns: Columns): Int32Array {
  const { rows, numbers } = columns;
  // By place first: numbers sort without a comparison of ours, which is many times faster.
  const places: number[] = [];
  for (let slot = 0; slot < rows.length; slot++) {
    const row = rows[slot];
    if (row) places.push(Math.min(row.start, LAST_PLACE) * SLOTS + slot);
  }
  const byPlace = Float64Array.from(places).sort();
  const ranks = columns.vocabulary.documents.ranks();
  const index = FACETS.indexOf('documents');
  const rankOf = (slot: number) => ranks[numbers[slot]?.[index]?.[0] ?? 0] ?? 0;
  // Then dealt out by document, which keeps that order.
  const begins = new Int32Array(ranks.length + 1);
  for (const place of byPlace) {
    const rank = rankOf(place % SLOTS);
    begins[rank + 1] = (begins[rank + 1] ?? 0) + 1;
  }
  for (let rank = 1; rank < begins.length; rank++) begins[rank] = (begins[rank] ?? 0) + (begins[rank - 1] ?? 0);
  const slots = new Int32Array(byPlace.length);
  for (const place of byPlace) {
    const slot = place % SLOTS;
    const rank = rankOf(slot);
    const at = begins[rank] ?? 0;
    slots[at] = slot;
    begins[rank] = at + 1;
  }
  return slots;
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
  const sign = descending ? -1 : 1;
  const keys = Array.from(byDocument, (slot) => key(slot, columns.rows[slot] as LightRow));
  const have: number[] = [];
  const lack: number[] = [];
  for (const [at, value] of keys.entries()) (value === undefined ? lack : have).push(at);
  have.sort((one, other) => {
    const [first, second] = [keys[one] as string | number, keys[other] as string | number];
    return first < second ? -sign : first > second ? sign : one - other;
  });
  return Int32Array.from([...have, ...lack], (at) => byDocument[at] as number);
}

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
