import type { Columns } from './library-columns';
import type { Facet, LibraryGrouping, LibraryOrder, LibrarySort } from './library-types';
import { sortingByNumber } from './radix';
import type { Steps } from './steps';

const FACET_OF: Record<LibraryGrouping, Facet> = {
  document: 'documents',
  provision: 'provisions',
  tag: 'tags',
  addressee: 'addressees',
  set: 'sets',
  kind: 'kinds',
};

export function facetOf(grouping: LibraryGrouping): Facet {
  return FACET_OF[grouping];
}

/** The slots of all rows in the order of documents, in Swedish order of title, and in each by place. */
export function* slotsByDocument(columns: Columns): Steps<Int32Array> {
  const { ids, starts } = columns;
  const slots = new Int32Array(columns.size);
  const places = new Float64Array(ids.length);
  const documents = new Float64Array(ids.length);
  const ranks = columns.vocabulary.documents.ranks();
  let count = 0;
  for (let slot = 0; slot < ids.length; slot++) {
    if (ids[slot] === '') continue;
    slots[count++] = slot;
    places[slot] = Math.min(starts[slot] as number, LAST_NUMBER);
    documents[slot] = ranks[columns.facets.documents.first(slot)] as number;
  }
  yield;
  return yield* sortingByNumber(yield* sortingByNumber(slots, places), documents);
}

/**
 * Slots in another order; what has nothing to be ordered by comes last, and what is equal stands as in its document.
 * @param byDocument what `slotsByDocument` gives
 */
export function* orderedSlots(
  columns: Columns,
  byDocument: Int32Array,
  { by, descending = false }: LibraryOrder,
): Steps<Int32Array> {
  if (by === 'document') return descending ? byDocument.toReversed() : byDocument;
  if (by === 'quote' || by === 'comment') {
    const keys = yield* columns.texts.wordKeys(by);
    return yield* arranged(
      byDocument,
      descending,
      (slot) => keys.has(slot),
      (slots) => keys.sorting(slots),
    );
  }
  const keys = yield* numbersFor(columns, by);
  return yield* arranged(
    byDocument,
    descending,
    (slot) => !Number.isNaN(keys[slot]),
    (slots) => sortingByNumber(slots, keys),
  );
}

/** @param sort puts slots in order and keeps the order of equals */
function* arranged(
  slots: Int32Array,
  descending: boolean,
  has: (slot: number) => boolean,
  sort: (slots: Int32Array) => Steps<Int32Array>,
): Steps<Int32Array> {
  const have = slots.filter(has);
  // Backwards both before and after: equals then keep their order in the descending one too.
  const sorted = descending ? (yield* sort(have.toReversed())).toReversed() : yield* sort(have);
  const all = new Int32Array(slots.length);
  all.set(sorted);
  if (have.length < slots.length)
    all.set(
      slots.filter((slot) => !has(slot)),
      have.length,
    );
  return all;
}

/** No day that a document can have is before it: sorting takes no number below 0. */
const YEAR_ZERO = Date.parse('0000-01-01');

/** What sorting by number holds. */
const LAST_NUMBER = 2 ** 48 - 1;

/** What rows are ordered by, by slot; NaN for what has nothing. */
function* numbersFor(
  columns: Columns,
  by: Exclude<LibrarySort, 'document' | 'quote' | 'comment'>,
): Steps<Float64Array> {
  if (by === 'created' || by === 'modified' || by === 'deleted') return yield* columns.texts.times(by);
  const { ids, facets } = columns;
  const keys = new Float64Array(ids.length);
  if (by === 'documentDate') {
    const days = columns.vocabulary.documents.keys.map((id) => {
      const { date } = columns.documents.get(id)?.profile ?? {};
      return date === undefined ? Number.NaN : Date.parse(date) - YEAR_ZERO;
    });
    for (let slot = 0; slot < ids.length; slot++) keys[slot] = days[facets.documents.first(slot)] ?? Number.NaN;
    return keys;
  }
  const facet = FACET_OF[by];
  const ranks = columns.vocabulary[facet].ranks();
  // By the first of several, as it is shown. Kinds have no label: they stand in the order of their first sight.
  for (let slot = 0; slot < ids.length; slot++) {
    const number = facets[facet].first(slot);
    keys[slot] = number === 0 ? Number.NaN : (ranks[number] as number);
  }
  return keys;
}
