import type { FacetColumn } from './facet-column';
import { searchTerms } from './fold';
import type { Columns } from './library-columns';
import { facetOf } from './library-order';
import {
  FACETS,
  type Facet,
  type FacetValue,
  type LibraryAnswer,
  type LibraryGroup,
  type LibraryGrouping,
  type LibraryQuery,
} from './library-types';
import type { Steps } from './steps';

/** Rows that are looked at in one step. */
const ROWS_IN_STEP = 16_384;

/**
 * Answers a query over ordered slots. The columns may not change before it has ended.
 * @param ordered all slots in the order asked for
 */
export function* answer(
  columns: Columns,
  ordered: Int32Array,
  query: LibraryQuery,
  grouping?: LibraryGrouping,
): Steps<LibraryAnswer> {
  const chosen = FACETS.map((facet) => chosenNumbers(columns, facet, query[facet]));
  const { slots, failing } = yield* candidates(columns, ordered, query, chosen);
  const found = chosen.some((flags) => flags !== undefined)
    ? slots.filter((_, at) => failing[at] === NONE_FAILS)
    : slots;
  const facets = {} as Record<Facet, FacetValue[]>;
  for (const [index, facet] of FACETS.entries()) {
    const counts = new Int32Array(columns.vocabulary[facet].keys.length);
    const column = columns.facets[facet];
    for (let at = 0; at < slots.length; at++) {
      const fails = failing[at];
      if (fails === NONE_FAILS || fails === index) column.count(slots[at] as number, counts);
    }
    facets[facet] = facetValues(columns, facet, counts, chosen[index]);
    yield;
  }
  const ids = Array.from(found, (slot) => columns.ids[slot] as string);
  yield;
  return { ids, groups: grouping ? yield* groups(columns, found, ids, grouping) : [], facets };
}

const NONE_FAILS = -1;

/** Slots that fit the words and all facets but one at most, and for each the facet that it fails in. */
function* candidates(
  columns: Columns,
  ordered: Int32Array,
  query: LibraryQuery,
  chosen: readonly (Uint8Array | undefined)[],
): Steps<{ slots: Int32Array; failing: Int8Array }> {
  const wanted = query.deleted ? 1 : 0;
  const matches = yield* textMatcher(columns, searchTerms(query.text ?? ''));
  const slots = new Int32Array(ordered.length);
  const failing = new Int8Array(ordered.length);
  const filters = chosen.flatMap((flags, index) =>
    flags ? [{ flags, index, column: columns.facets[FACETS[index] as Facet] }] : [],
  );
  let count = 0;
  for (let at = 0; at < ordered.length; at++) {
    if (at % ROWS_IN_STEP === ROWS_IN_STEP - 1) yield;
    const slot = ordered[at] as number;
    if (columns.inBin[slot] !== wanted || !matches(slot)) continue;
    let fails = NONE_FAILS;
    let isOut = false;
    for (const { flags, index, column } of filters) {
      if (column.hasAny(slot, flags)) continue;
      // With two it counts nowhere.
      isOut = fails !== NONE_FAILS;
      if (isOut) break;
      fails = index;
    }
    if (isOut) continue;
    slots[count] = slot;
    failing[count++] = fails;
  }
  return { slots: slots.subarray(0, count), failing: failing.subarray(0, count) };
}

/** Which numbers of a facet were chosen, as flags; undefined where the facet does not filter. */
function chosenNumbers(columns: Columns, facet: Facet, keys: readonly string[] | undefined): Uint8Array | undefined {
  if (!keys || keys.length === 0) return undefined;
  const vocabulary = columns.vocabulary[facet];
  const flags = new Uint8Array(vocabulary.keys.length);
  for (const key of keys) {
    const number = vocabulary.known(key);
    if (number !== undefined) flags[number] = 1;
  }
  return flags;
}

const SEARCHED_FACETS = ['tags', 'documents', 'provisions', 'addressees'] as const satisfies Facet[];

/** Every word in the row's own text, or in the names of what it belongs to. */
function* textMatcher(columns: Columns, terms: readonly string[]): Steps<(slot: number) => boolean> {
  if (terms.length === 0) return () => true;
  const wanted: { own: Uint8Array; names: { column: FacetColumn; flags: Uint8Array }[] }[] = [];
  for (const term of terms) {
    const own = yield* columns.texts.finding(term, columns.length);
    // A name is looked into once, not once for each of its rows.
    const names = SEARCHED_FACETS.map((facet) => ({
      column: columns.facets[facet],
      flags: columns.vocabulary[facet].found(term),
    }));
    wanted.push({ own, names: names.filter(({ flags }) => flags.includes(1)) });
    yield;
  }
  return (slot) =>
    wanted.every(({ own, names }) => own[slot] === 1 || names.some(({ column, flags }) => column.hasAny(slot, flags)));
}

/** Values that some row has or that are chosen. */
function facetValues(columns: Columns, facet: Facet, counts: Int32Array, chosen: Uint8Array | undefined): FacetValue[] {
  const vocabulary = columns.vocabulary[facet];
  const ranks = vocabulary.ranks();
  const numbers: number[] = [];
  for (let number = 0; number < counts.length; number++) {
    if ((counts[number] ?? 0) > 0 || chosen?.[number] === 1) numbers.push(number);
  }
  numbers.sort((one, other) => (ranks[one] ?? 0) - (ranks[other] ?? 0));
  return numbers.map((number) => ({
    key: vocabulary.keys[number] ?? '',
    label: vocabulary.label(number),
    count: counts[number] ?? 0,
  }));
}

/** @param ids of what was found */
function* groups(
  columns: Columns,
  found: Int32Array,
  ids: readonly string[],
  grouping: LibraryGrouping,
): Steps<LibraryGroup[]> {
  const facet = facetOf(grouping);
  const vocabulary = columns.vocabulary[facet];
  const byNumber = new Map<number, string[]>();
  for (const [at, id] of ids.entries()) {
    if (at % ROWS_IN_STEP === ROWS_IN_STEP - 1) yield;
    for (const number of columns.facets[facet].all(found[at] as number)) {
      const group = byNumber.get(number);
      if (group) group.push(id);
      else byNumber.set(number, [id]);
    }
  }
  const ranks = vocabulary.ranks();
  return [...byNumber]
    .sort(([one], [other]) => (ranks[one] ?? 0) - (ranks[other] ?? 0))
    .map(([number, members]) => ({
      key: vocabulary.keys[number] ?? '',
      label: vocabulary.label(number),
      ids: members,
    }));
}
