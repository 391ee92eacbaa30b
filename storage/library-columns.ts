import { provisionKey, provisionNames } from '../detection/citations/describe';
import { FacetColumn } from './facet-column';
import { FACETS, type Facet, NONE, type Uses } from './library-types';
import type { LightRow } from './light-row';
import { withRoom } from './room';
import type { AnnotationSet, SourceDocument, Tag } from './schema';
import { ShelvedTexts } from './shelved-texts';
import { type Shelf, shelfRows } from './shelves';
import { Vocabulary } from './vocabulary';

/**
 * All light rows, by slots: what filters, groups and orders need of them as numbers in a few long arrays, the rows
 * themselves as the text of their shelf, which is read again for the few that are looked at.
 */
export class Columns {
  /** By slot; empty where a slot is free. */
  readonly ids: string[] = [];
  readonly vocabulary = Object.fromEntries(FACETS.map((facet) => [facet, new Vocabulary()])) as Record<
    Facet,
    Vocabulary
  >;
  readonly facets = Object.fromEntries(FACETS.map((facet) => [facet, new FacetColumn()])) as Record<Facet, FacetColumn>;
  readonly documents = new Map<string, SourceDocument>();
  /** By slot: 1 for what lies in the bin. */
  inBin: Uint8Array = new Uint8Array(0);
  /** By slot: where the quote begins in its text. */
  starts: Float64Array = new Float64Array(0);
  readonly texts = new ShelvedTexts();
  private shelfOf: Int32Array = new Int32Array(0);
  private readonly slotOf = new Map<string, number>();
  private readonly free: number[] = [];
  private readonly brokenOn = new Map<number, number>();
  private readonly provisionNumbers = new Map<string, number>();
  private binned = 0;

  constructor() {
    for (const facet of FACETS) this.vocabulary[facet].number(NONE);
  }

  /** How many rows there are. */
  get size(): number {
    return this.slotOf.size;
  }

  /** How many of them lie in the bin. */
  get sizeOfBin(): number {
    return this.binned;
  }

  /** How many rows are so broken that they cannot be listed. */
  get broken(): number {
    return [...this.brokenOn.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Slots up to here may be in use. */
  get length(): number {
    return this.ids.length;
  }

  row(id: string): LightRow | undefined {
    const slot = this.slotOf.get(id);
    return slot === undefined ? undefined : this.texts.row(this.shelfOf[slot] as number, id);
  }

  /** How many rows have each value of a facet, by its key. */
  uses(facet: Facet): Map<string, Uses> {
    const { keys } = this.vocabulary[facet];
    const inUse = new Int32Array(keys.length);
    const inBin = new Int32Array(keys.length);
    for (const [slot, id] of this.ids.entries()) {
      if (id !== '') this.facets[facet].count(slot, this.inBin[slot] === 1 ? inBin : inUse);
    }
    return new Map(
      keys.map((key, number) => [key, { inUse: inUse[number] as number, inBin: inBin[number] as number }]),
    );
  }

  /** Ids of the documents that rows stand in: those in use, or those in the bin. */
  documentIds(deleted: boolean): string[] {
    const wanted = deleted ? 1 : 0;
    const { keys } = this.vocabulary.documents;
    const flags = new Uint8Array(keys.length);
    for (const [slot, id] of this.ids.entries()) {
      if (id !== '' && this.inBin[slot] === wanted) flags[this.facets.documents.first(slot)] = 1;
    }
    return keys.filter((_, number) => flags[number] === 1);
  }

  /** Takes in a shelf as it is now: its rows, and that others have left it. */
  put(shelf: Shelf): void {
    const number = this.texts.number(shelf.key);
    const before = this.texts.slots(number);
    const all = shelfRows(shelf);
    const rows = all.filter((row): row is LightRow => !('broken' in row));
    const broken = all.length - rows.length;
    const slots = rows.map((row) => this.putRow(row, number));
    this.texts.put(number, shelf, rows, Int32Array.from(slots));
    if (broken > 0 || this.brokenOn.has(number)) this.brokenOn.set(number, broken);
    if (before.length === 0) return;
    const kept = new Set(slots);
    // What stands on another shelf by now has left this one, not the library.
    for (const slot of before) if (!kept.has(slot) && this.shelfOf[slot] === number) this.remove(slot);
  }

  private putRow(row: LightRow, shelf: number): number {
    const known = this.slotOf.get(row.id);
    const slot = known ?? this.free.pop() ?? this.ids.length;
    if (known === undefined) this.slotOf.set(row.id, slot);
    this.ids[slot] = row.id;
    this.shelfOf = withRoom(this.shelfOf, slot);
    this.shelfOf[slot] = shelf;
    this.starts = withRoom(this.starts, slot);
    this.starts[slot] = row.start;
    this.inBin = withRoom(this.inBin, slot);
    const isBinned = row.deleted === undefined ? 0 : 1;
    this.binned += isBinned - (this.inBin[slot] as number);
    this.inBin[slot] = isBinned;
    const { vocabulary, facets } = this;
    facets.kinds.setOne(slot, vocabulary.kinds.number(row.kind));
    facets.sets.setOne(slot, vocabulary.sets.number(row.setId));
    facets.documents.setOne(slot, vocabulary.documents.number(row.documentId));
    setAll(facets.tags, slot, row.tags, this.tagNumber);
    setAll(facets.provisions, slot, row.provisions, this.provisionNumber);
    setAll(facets.addressees, slot, row.addressees, this.addresseeNumber);
    return slot;
  }

  private remove(slot: number): void {
    this.slotOf.delete(this.ids[slot] as string);
    this.ids[slot] = '';
    this.binned -= this.inBin[slot] as number;
    this.inBin[slot] = 0;
    this.free.push(slot);
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

  private readonly tagNumber = (id: string): number => this.vocabulary.tags.number(id);

  private readonly provisionNumber = (provision: LightRow['provisions'][number]): number => {
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
  };

  private readonly addresseeNumber = (name: string): number => {
    const { addressees } = this.vocabulary;
    const known = addressees.known(name);
    if (known !== undefined) return known;
    addressees.name(name, name);
    return addressees.number(name);
  };
}

/** Sets a row's values without a list for the most, which have one or none: there are a hundred thousand rows. */
function setAll<Value>(
  column: FacetColumn,
  slot: number,
  values: readonly Value[],
  numberOf: (value: Value) => number,
): void {
  if (values.length > 1) column.set(slot, [...new Set(values.map(numberOf))]);
  else column.setOne(slot, values.length === 0 ? 0 : numberOf(values[0] as Value));
}
