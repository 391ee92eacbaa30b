import { searchTerms } from './fold';
import type { Columns } from './library-columns';
import { facetIndex, facetOf } from './library-order';
import {
  FACETS,
  type Facet,
  type FacetValue,
  type LibraryAnswer,
  type LibraryGroup,
  type LibraryGrouping,
  type LibraryQuery,
} from './library-types';
import type { LightRow } from './light-row';

/**
 * Answers a query over ordered slots.
 * @param ordered all slots in the order asked for
 */
export function answer(
  columns: Columns,
  ordered: Int32Array,
  query: LibraryQuery,
  grouping?: LibraryGrouping,
): LibraryAnswer {
  const chosen = FACETS.map((facet) => chosenNumbers(columns, facet, query[facet]));
  const matches = textMatcher(columns, searchTerms(query.text ?? ''));
  const deleted = query.deleted ?? false;
  const counts = FACETS.map((facet) => new Int32Array(columns.vocabulary[facet].keys.length));
  const found: number[] = [];
  for (const slot of ordered) {
    const row = columns.rows[slot] as LightRow;
    const numbers = columns.numbers[slot];
    if (!numbers || (row.deleted !== undefined) !== deleted) continue;
    // The one facet that the row fails in, -1 for none: with two it counts nowhere.
    let failing = -1;
    let failed = 0;
    for (let index = 0; index < numbers.length && failed < 2; index++) {
      const wanted = chosen[index];
      if (!wanted || hasAny(wanted, numbers[index] as readonly number[])) continue;
      failing = index;
      failed += 1;
    }
    if (failed > 1 || !matches(slot)) continue;
    if (failed === 0) found.push(slot);
    for (let index = 0; index < numbers.length; index++) {
      if (failed === 1 && index !== failing) continue;
      const count = counts[index] as Int32Array;
      for (const number of numbers[index] as readonly number[]) count[number] = (count[number] ?? 0) + 1;
    }
  }
  const facets = {} as Record<Facet, FacetValue[]>;
  for (const [index, facet] of FACETS.entries()) {
    facets[facet] = facetValues(columns, facet, counts[index] as Int32Array, chosen[index]);
  }
  const idOf = (slot: number) => (columns.rows[slot] as LightRow).id;
  return { ids: found.map(idOf), groups: grouping ? groups(columns, found, grouping, idOf) : [], facets };
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

function hasAny(flags: Uint8Array, numbers: readonly number[]): boolean {
  for (const number of numbers) if (flags[number] === 1) return true;
  return false;
}

const SEARCHED_FACETS = (['tags', 'documents', 'provisions', 'addressees'] as const).map((facet) => ({
  facet,
  index: FACETS.indexOf(facet),
}));

/** Every word in the row's own text, or in the names of what it belongs to. */
function textMatcher(columns: Columns, terms: readonly string[]): (slot: number) => boolean {
  if (terms.length === 0) return () => true;
  const wanted = terms.map((term) => ({
    term,
    // A name is looked into once, not once for each of its rows.
    names: SEARCHED_FACETS.map(({ facet, index }) => ({ index, flags: columns.vocabulary[facet].found(term) })),
  }));
  return (slot) =>
    wanted.every(
      ({ term, names }) =>
        names.some(({ index, flags }) => hasAny(flags, columns.numbers[slot]?.[index] ?? [])) ||
        columns.text(slot).includes(term),
    );
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

function groups(
  columns: Columns,
  found: readonly number[],
  grouping: LibraryGrouping,
  idOf: (slot: number) => string,
): LibraryGroup[] {
  const vocabulary = columns.vocabulary[facetOf(grouping)];
  const index = facetIndex(grouping);
  const byNumber = new Map<number, string[]>();
  for (const slot of found) {
    for (const number of columns.numbers[slot]?.[index] ?? []) {
      const ids = byNumber.get(number);
      if (ids) ids.push(idOf(slot));
      else byNumber.set(number, [idOf(slot)]);
    }
  }
  const ranks = vocabulary.ranks();
  return [...byNumber]
    .sort(([one], [other]) => (ranks[one] ?? 0) - (ranks[other] ?? 0))
    .map(([number, ids]) => ({ key: vocabulary.keys[number] ?? '', label: vocabulary.label(number), ids }));
}
