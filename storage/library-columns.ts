import { provisionKey, provisionNames } from '../detection/citations';
import { fold, SORTED_SIGNS, sortKey } from './fold';
import { FACETS, type Facet, NONE } from './library-types';
import type { LightRow } from './light-row';
import type { AnnotationSet, SourceDocument, Tag } from './schema';

/** The values of one facet, each known by a small number: what rows hold instead of texts. */
export class Vocabulary {
  readonly keys: string[] = [];
  private readonly labels: string[] = [];
  private readonly searched: string[] = [];
  private readonly numbers = new Map<string, number>();
  private ranking: Int32Array | undefined;

  /** The number of a key, given on first sight. */
  number(key: string): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const next = this.keys.length;
    this.numbers.set(key, next);
    this.keys.push(key);
    this.labels.push('');
    this.searched.push('');
    this.ranking = undefined;
    return next;
  }

  /** The number of a key; undefined when no row and no name has it. */
  known(key: string): number | undefined {
    return this.numbers.get(key);
  }

  /** Names a value. `searched` is what a search finds it by, when that is more than its name. */
  name(key: string, label: string, searched: string = label): void {
    const number = this.number(key);
    this.labels[number] = label;
    this.searched[number] = fold(searched);
    this.ranking = undefined;
  }

  /** Takes all names away, before they are given anew. */
  unname(): void {
    this.labels.fill('');
    this.searched.fill('');
    this.ranking = undefined;
  }

  label(number: number): string {
    return this.labels[number] ?? '';
  }

  /** Which values a search word is found in, by their numbers. */
  found(term: string): Uint8Array {
    return Uint8Array.from(this.searched, (text) => (text.includes(term) ? 1 : 0));
  }

  /** The place of each value in Swedish order of label; what has no label comes last. */
  ranks(): Int32Array {
    if (this.ranking) return this.ranking;
    const sortable = this.labels.map((label, number) => ({ number, key: label === '' ? '\uFFFF' : sortKey(label) }));
    sortable.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : one.number - other.number));
    const ranks = new Int32Array(sortable.length);
    for (const [rank, { number }] of sortable.entries()) ranks[number] = rank;
    this.ranking = ranks;
    return ranks;
  }
}

/** The numbers of one row, facet by facet in the order of `FACETS`. What has none holds the number of `NONE`. */
type FacetNumbers = readonly (readonly number[])[];

/** All light rows, by slots, with what filters and search need at hand. */
export class Columns {
  readonly rows: (LightRow | undefined)[] = [];
  readonly numbers: (FacetNumbers | undefined)[] = [];
  readonly vocabulary: Record<Facet, Vocabulary>;
  readonly documents = new Map<string, SourceDocument>();
  private readonly texts: (string | undefined)[] = [];
  private readonly quoteKeys: (string | undefined)[] = [];
  private readonly slotOf = new Map<string, number>();
  private readonly free: number[] = [];
  private readonly provisionNumbers = new Map<string, number>();
  private readonly shared = new Map<number, readonly number[]>();

  constructor() {
    const vocabulary = {} as Record<Facet, Vocabulary>;
    for (const facet of FACETS) {
      vocabulary[facet] = new Vocabulary();
      vocabulary[facet].number(NONE);
    }
    this.vocabulary = vocabulary;
  }

  get size(): number {
    return this.slotOf.size;
  }

  row(id: string): LightRow | undefined {
    const slot = this.slotOf.get(id);
    return slot === undefined ? undefined : this.rows[slot];
  }

  put(row: LightRow): void {
    const slot = this.slotOf.get(row.id) ?? this.free.pop() ?? this.rows.length;
    this.slotOf.set(row.id, slot);
    this.rows[slot] = row;
    this.texts[slot] = undefined;
    this.quoteKeys[slot] = undefined;
    const { kinds, tags, sets, documents } = this.vocabulary;
    this.numbers[slot] = [
      this.one(kinds.number(row.kind)),
      this.several(row.tags, (id) => tags.number(id)),
      this.one(sets.number(row.setId)),
      this.one(documents.number(row.documentId)),
      this.several(row.provisions, (provision) => this.provisionNumber(provision)),
      this.several(row.addressees, (name) => this.addresseeNumber(name)),
    ];
  }

  remove(id: string): void {
    const slot = this.slotOf.get(id);
    if (slot === undefined) return;
    this.slotOf.delete(id);
    this.rows[slot] = undefined;
    this.numbers[slot] = undefined;
    this.texts[slot] = undefined;
    this.quoteKeys[slot] = undefined;
    this.free.push(slot);
  }

  /** The row's own words in the form in which they are searched. */
  text(slot: number): string {
    const known = this.texts[slot];
    if (known !== undefined) return known;
    const row = this.rows[slot];
    const text = row ? fold(`${row.quote}|${row.comment}|${row.label ?? ''}`) : '';
    this.texts[slot] = text;
    return text;
  }

  /** What the row's quote is sorted by. */
  quoteKey(slot: number): string {
    const known = this.quoteKeys[slot];
    if (known !== undefined) return known;
    const key = sortKey(this.rows[slot]?.quote.slice(0, SORTED_SIGNS) ?? '');
    this.quoteKeys[slot] = key;
    return key;
  }

  nameTags(tags: readonly Tag[]): void {
    this.vocabulary.tags.unname();
    for (const tag of tags) this.vocabulary.tags.name(tag.id, tag.name);
  }

  nameSets(sets: readonly AnnotationSet[]): void {
    this.vocabulary.sets.unname();
    for (const set of sets) this.vocabulary.sets.name(set.id, set.name);
  }

  nameDocuments(documents: readonly SourceDocument[]): void {
    this.documents.clear();
    this.vocabulary.documents.unname();
    for (const document of documents) {
      this.documents.set(document.id, document);
      const { municipality, auditor, diaryNumber, title } = document.profile;
      const name = document.title || title || document.canonicalUrl;
      const searched = [name, title, municipality, auditor, diaryNumber].filter(Boolean).join('\n');
      this.vocabulary.documents.name(document.id, name, searched);
    }
  }

  private provisionNumber(provision: LightRow['provisions'][number]): number {
    const key = provisionKey(provision);
    const known = this.provisionNumbers.get(key);
    if (known !== undefined) return known;
    const { provisions } = this.vocabulary;
    // Stycke and punkt are no part of the key, nor of its name.
    const { paragraph: _, item: __, ...place } = provision;
    const { long, short } = provisionNames(place);
    provisions.name(key, short, `${short}\n${long}`);
    const number = provisions.number(key);
    this.provisionNumbers.set(key, number);
    return number;
  }

  private addresseeNumber(name: string): number {
    const { addressees } = this.vocabulary;
    const known = addressees.known(name);
    if (known !== undefined) return known;
    addressees.name(name, name);
    return addressees.number(name);
  }

  /** One array for each number: a hundred thousand rows share a few thousand of them. */
  private one(number: number): readonly number[] {
    const known = this.shared.get(number);
    if (known) return known;
    const made = [number];
    this.shared.set(number, made);
    return made;
  }

  private several<Value>(values: readonly Value[], numberOf: (value: Value) => number): readonly number[] {
    const [first, second] = values;
    if (first === undefined) return this.one(0);
    if (second === undefined) return this.one(numberOf(first));
    return [...new Set(values.map(numberOf))];
  }
}
