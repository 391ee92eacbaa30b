import { type Database, withDatabase } from './database';
import { StorageError } from './errors';
import { Pace, type Work } from './pace';
import { sortByNumber } from './radix';
import { type Listing, readRows, type UnreadableRow } from './rows';
import {
  type Annotation,
  type AnnotationSet,
  annotationSchema,
  annotationSetSchema,
  type Correction,
  correctionSchema,
  type SourceDocument,
  sourceDocumentSchema,
  type Tag,
  tagSchema,
} from './schema';

/** Annotations with everything that they refer to: what leaves in a file, and what a file brings. */
export interface Contents {
  /** Every set that an annotation is of. */
  sets: AnnotationSet[];
  /** Every document that an annotation stands in. */
  documents: SourceDocument[];
  annotations: Annotation[];
  /** Every tag that an annotation has. */
  tags: Tag[];
  /** What a person corrected in these documents; absent where nothing was. */
  corrections?: Correction[];
}

/** The contents of one set. */
export interface SetContents extends Omit<Contents, 'sets'> {
  set: AnnotationSet;
}

/** Contents read from the database, with what had to be left out because it, or the document it stands in, cannot be read. */
export type Stored<Kind> = Kind & { unreadable: UnreadableRow[] };
export type StoredContents = Stored<SetContents>;

/** Which annotations are wanted: a set's, those of a selection, or all. */
export type Choice = { setId: string } | { ids: readonly string[] } | 'everything';

const SLICE = 200;
/** What sorting by number holds; no text is as long. */
const LAST_PLACE = 2 ** 48 - 1;

/** Everything of a set but the bin, read at one moment. @throws StorageError `not-found` */
export async function contentsOfSet(setId: string): Promise<StoredContents> {
  const { sets, ...contents } = await contentsOf({ setId });
  const [set] = sets;
  if (!set) throw new StorageError('not-found', `No set ${setId}`);
  return { set, ...contents };
}

/**
 * The annotations chosen, but for the bin, with all that they refer to: documents by title, annotations by document
 * and place, tags and sets by name. Of a set, the set itself is there even when it is empty; of everything, all sets.
 * @throws StorageError
 */
export function contentsOf(choice: Choice, work: Work = {}): Promise<Stored<Contents>> {
  const pace = new Pace(work);
  return withDatabase((db) =>
    db.transaction('r', db.tables, async () => {
      const annotations = await readAnnotations(db, await idsOf(db, choice), pace);
      const used = await readUsed(db, annotations.items);
      const sets = readRows('sets', annotationSetSchema, await db.sets.toArray());
      const wanted = new Set(annotations.items.map((annotation) => annotation.setId));
      if (choice !== 'everything' && 'setId' in choice) wanted.add(choice.setId);
      const chosenSets = sets.items.filter((set) =>
        choice === 'everything' ? set.deleted === undefined : wanted.has(set.id),
      );
      return {
        sets: chosenSets.sort((one, other) => one.name.localeCompare(other.name, 'sv')),
        ...ordered(used.documents.items, annotations.items, used.tags.items),
        ...(used.corrections.items.length > 0 ? { corrections: used.corrections.items } : {}),
        unreadable: [
          ...[used.documents, annotations, used.tags, used.corrections].flatMap((listing) => listing.unreadable),
          ...homeless(used.documents.items, annotations.items),
        ],
      };
    }),
  );
}

function idsOf(db: Database, choice: Choice): PromiseLike<string[]> | string[] {
  if (choice === 'everything') return db.annotations.toCollection().primaryKeys();
  if ('setId' in choice) return db.annotations.where('setId').equals(choice.setId).primaryKeys();
  return [...new Set(choice.ids)];
}

/** Reads annotations in use slice by slice: neither the page nor the browser is held up. */
async function readAnnotations(db: Database, ids: readonly string[], pace: Pace): Promise<Listing<Annotation>> {
  const all: Listing<Annotation> = { items: [], unreadable: [] };
  for (let from = 0; from < ids.length; from += SLICE) {
    pace.tell(from, ids.length);
    const rows = await db.annotations.bulkGet(ids.slice(from, from + SLICE));
    const inUse = rows.filter((row) => row !== undefined && row.deleted === undefined);
    const { items, unreadable } = readRows('annotations', annotationSchema, inUse);
    for (const item of items) all.items.push(item);
    all.unreadable.push(...unreadable);
  }
  return all;
}

async function readUsed(db: Database, annotations: readonly Annotation[]) {
  const documentIds = [...new Set(annotations.map((annotation) => annotation.documentId))];
  const tagIds = [...new Set(annotations.flatMap((annotation) => annotation.tags))];
  const there = <Row>(rows: (Row | undefined)[]) => rows.filter((row) => row !== undefined);
  return {
    documents: readRows('documents', sourceDocumentSchema, there(await db.documents.bulkGet(documentIds))),
    tags: readRows('tags', tagSchema, there(await db.tags.bulkGet(tagIds))),
    corrections: readRows(
      'corrections',
      correctionSchema,
      await db.corrections.where('documentId').anyOf(documentIds).toArray(),
    ),
  };
}

/** Annotations whose document cannot be read. */
function homeless(documents: readonly SourceDocument[], annotations: readonly Annotation[]): UnreadableRow[] {
  const known = new Set(documents.map((document) => document.id));
  return annotations
    .filter((annotation) => !known.has(annotation.documentId))
    .map(({ id, documentId }) => ({ table: 'annotations', id, detail: `Its document ${documentId} is not there` }));
}

/** An annotation whose document cannot be read cannot be exported. */
function ordered(documents: SourceDocument[], annotations: Annotation[], tags: Tag[]) {
  const byName = new Intl.Collator('sv').compare;
  documents.sort((one, other) => byName(one.title, other.title) || one.id.localeCompare(other.id));
  const rank = new Map(documents.map((document, index) => [document.id, index]));
  const known = new Set(tags.map((tag) => tag.id));
  const there = annotations.filter((annotation) => rank.has(annotation.documentId));
  const inText = Float64Array.from(there, ({ target }) => Math.min(target.position.start, LAST_PLACE));
  const inList = Float64Array.from(there, ({ documentId }) => rank.get(documentId) ?? 0);
  const order = sortByNumber(sortByNumber(Int32Array.from(there.keys()), inText), inList);
  return {
    documents,
    annotations: Array.from(order, (index) => withKnownTags(there[index] as Annotation, known)),
    tags: tags.sort((one, other) => byName(one.name, other.name)),
  };
}

/** A tag that cannot be read leaves its annotation. */
function withKnownTags(annotation: Annotation, known: ReadonlySet<string>): Annotation {
  if (annotation.tags.every((id) => known.has(id))) return annotation;
  return { ...annotation, tags: annotation.tags.filter((id) => known.has(id)) };
}
