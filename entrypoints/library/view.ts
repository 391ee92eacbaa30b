import type { Library } from '../../storage/library';
import {
  FACETS,
  type Facet,
  type FacetValue,
  type LibraryAnswer,
  type LibraryGrouping,
  type LibraryOrder,
  type LibraryQuery,
  type LibrarySort,
  NONE,
} from '../../storage/library-types';
import type { AnnotationSet } from '../../storage/schema';

/** Where the person is: what is in use, or what was deleted. */
export type Place = 'library' | 'bin';

/** What the filters offer: what storage counts, and municipalities, which are their documents. */
export type FilterName = Facet | 'municipalities';

export const FILTERS: readonly FilterName[] = [
  'kinds',
  'tags',
  'sets',
  'municipalities',
  'documents',
  'provisions',
  'addressees',
];

export type Filters = Partial<Record<FilterName, readonly string[]>>;

/** All that decides which rows are shown, and how. */
export interface View {
  place: Place;
  text: string;
  filters: Filters;
  order: LibraryOrder;
  grouping: LibraryGrouping | undefined;
}

export const FIRST_VIEW: View = {
  place: 'library',
  text: '',
  filters: {},
  order: { by: 'document' },
  grouping: undefined,
};

/** A filter that nothing passes. */
const NOTHING = ['\0'];

function municipalityOf(library: Library, documentId: string): string {
  return library.document(documentId)?.profile.municipality ?? NONE;
}

/** The view as a question to the library. */
export function queryOf(view: View, library: Library): LibraryQuery {
  const query: LibraryQuery = { text: view.text, deleted: view.place === 'bin' };
  for (const facet of FACETS) {
    const chosen = view.filters[facet];
    if (chosen && chosen.length > 0) query[facet] = chosen;
  }
  const municipalities = view.filters.municipalities ?? [];
  if (municipalities.length > 0) {
    const wanted = new Set(municipalities);
    const among = query.documents ?? library.documentIds(query.deleted);
    const documents = among.filter((id) => wanted.has(municipalityOf(library, id)));
    query.documents = documents.length > 0 ? documents : NOTHING;
  }
  return query;
}

/**
 * The values of every filter with their counts; municipalities counted from their documents.
 * @param sets all sets: one that holds nothing yet is there to be chosen too
 */
export function filterValues(
  answer: LibraryAnswer,
  view: View,
  library: Library,
  sets: readonly NamedSet[],
): Record<FilterName, FacetValue[]> {
  const { documents } = answer.facets;
  const chosen = new Set(view.filters.municipalities ?? []);
  const counts = new Map<string, number>([...chosen].map((key) => [key, 0]));
  for (const { key, count } of documents) {
    const municipality = municipalityOf(library, key);
    counts.set(municipality, (counts.get(municipality) ?? 0) + count);
  }
  const municipalities = [...counts]
    .map(([key, count]) => ({ key, label: key, count }))
    .sort((one, other) => Number(one.key === NONE) - Number(other.key === NONE) || byName(one.label, other.label));
  return {
    ...answer.facets,
    sets: view.place === 'library' ? withEmpty(answer.facets.sets, sets, library) : answer.facets.sets,
    municipalities,
    documents: chosen.size > 0 ? documents.filter(({ key }) => chosen.has(municipalityOf(library, key))) : documents,
  };
}

/** With the sets that hold nothing at all, each in its place. */
function withEmpty(counted: FacetValue[], sets: readonly NamedSet[], library: Library): FacetValue[] {
  const known = new Set(counted.map(({ key }) => key));
  const uncounted = sets.filter(({ id }) => !known.has(id));
  if (uncounted.length === 0) return counted;
  const uses = library.uses('sets');
  const empty = uncounted.filter(({ id }) => !uses.get(id)?.inUse);
  return [...counted, ...empty.map(({ id, name }) => ({ key: id, label: name, count: 0 }))].sort(
    (one, other) => Number(one.label === '') - Number(other.label === '') || byName(one.label, other.label),
  );
}

type NamedSet = Pick<AnnotationSet, 'id' | 'name'>;

const byName = new Intl.Collator('sv').compare;

/** The view with one value of a filter chosen or not. */
export function withFilter(view: View, name: FilterName, key: string, isChosen: boolean): View {
  const others = (view.filters[name] ?? []).filter((each) => each !== key);
  return { ...view, filters: { ...view.filters, [name]: isChosen ? [...others, key] : others } };
}

export function hasFilters({ text, filters }: View): boolean {
  return text.trim() !== '' || Object.values(filters).some((keys) => keys.length > 0);
}

/** Of times and dates the latest come first. */
const LATEST_FIRST: readonly LibrarySort[] = ['created', 'modified', 'deleted', 'documentDate'];

export function firstOrder(by: LibrarySort): LibraryOrder {
  return { by, descending: LATEST_FIRST.includes(by) };
}

/** The other direction when it is ordered by this already. */
export function nextOrder({ by, descending = false }: LibraryOrder, wanted: LibrarySort): LibraryOrder {
  return by === wanted ? { by, descending: !descending } : firstOrder(wanted);
}
