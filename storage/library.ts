import { liveQuery, type Subscription } from 'dexie';
import { provisionKey } from '../detection/citations/describe';
import { CheckedDocuments } from './checked-documents';
import { type Database, withDatabase } from './database';
import { toStorageError } from './errors';
import { Columns } from './library-columns';
import { orderedSlots, slotsByDocument } from './library-order';
import { answer } from './library-query';
import { partsOf, readBeginning, readDocuments, readShelves } from './library-reading';
import type {
  Facet,
  LibraryAnswer,
  LibraryGrouping,
  LibraryOrder,
  LibraryQuery,
  LibraryRow,
  Uses,
} from './library-types';
import { Pace, type Work } from './pace';
import { readRows } from './rows';
import { type AnnotationSet, annotationSetSchema, type SourceDocument, type Tag, tagSchema } from './schema';
import { WRITES_KEY } from './shelves';
import { atOnce, inTurns, type Steps } from './steps';

/** Shelves read at once while following. */
const SHELVES_AT_ONCE = 100;

/** Annotations that were ever written; with more than these a library is read in parts, and shown before its end. */
const MANY_WRITES = 10_000;

const BY_DOCUMENT: LibraryOrder = { by: 'document' };

/**
 * All annotations of the database in the memory of one page, for lists, search and filters: it keeps itself in step
 * with whatever any tab writes. Made by `readLibrary`; `close` it when the page has no more use for it.
 */
export class Library {
  private readonly columns = new Columns();
  private readonly checkedDocuments = new CheckedDocuments();
  private readonly orders = new Map<string, Int32Array>();
  private readonly listeners = new Set<() => void>();
  private readonly subscriptions: Subscription[] = [];
  private stamp = 0;
  private taking: Promise<void> = Promise.resolve();
  private isClosed = false;
  private isWhole = false;
  private reading: Promise<void> = Promise.resolve();
  private readonly asking = new Set<Promise<LibraryAnswer>>();
  private last: { asked: string; answer: LibraryAnswer } | undefined;
  private tagsSeen = '';
  private setsSeen = '';

  /**
   * What a query finds, how it groups, and what each filter would find. Answers at once, from memory, which takes a large
   * library longer than a page may be held up: a page asks with `ask`.
   * @param order document and place where none is given
   */
  query(query: LibraryQuery, order: LibraryOrder = BY_DOCUMENT, grouping?: LibraryGrouping): LibraryAnswer {
    return atOnce(this.answering(query, order, grouping));
  }

  /**
   * `query` in turns with the page: what is written meanwhile is taken in after it. The answer to the last question is
   * kept. While the library is being read it waits for the end of that.
   * @throws the signal's reason when the work was cancelled; StorageError when the library cannot be read
   */
  async ask(
    query: LibraryQuery,
    order: LibraryOrder = BY_DOCUMENT,
    grouping?: LibraryGrouping,
    work: Work = {},
  ): Promise<LibraryAnswer> {
    if (!this.isWhole) await this.reading;
    const asked = JSON.stringify([query, order, grouping]);
    if (this.last?.asked === asked) return this.last.answer;
    const answering = inTurns(this.answering(query, order, grouping), new Pace(work));
    this.asking.add(answering);
    try {
      const answer = await answering;
      this.last = { asked, answer };
      return answer;
    } finally {
      this.asking.delete(answering);
    }
  }

  /**
   * What is in use, in the order of documents, of as much as has been read: the very rows that the whole list begins
   * with, where `readLibrary` has told of its beginning.
   */
  beginning(): LibraryAnswer {
    return atOnce(answer(this.columns, atOnce(slotsByDocument(this.columns)), {}));
  }

  /** How many annotations each tag, or set, has in use and in the bin, by its id. */
  uses(facet: Facet): ReadonlyMap<string, Uses> {
    return this.columns.uses(facet);
  }

  /** Ids of the documents that annotations stand in: those in use, or those in the bin. */
  documentIds(deleted = false): string[] {
    return this.columns.documentIds(deleted);
  }

  /** One row to show; undefined when there is no such annotation any more. */
  row(id: string): LibraryRow | undefined {
    const row = this.columns.row(id);
    if (!row) return undefined;
    const documents = this.columns.vocabulary.documents;
    return {
      ...row,
      documentTitle: documents.label(documents.number(row.documentId)),
      provisionKeys: row.provisions.map(provisionKey),
    };
  }

  /** A document that rows stand in; undefined when it cannot be read. */
  document(id: string): SourceDocument | undefined {
    return this.columns.documents.get(id);
  }

  /** How many annotations there are: in use, in the bin, and so broken that they are not listed (see `listUnreadable`). */
  get counts(): { inUse: number; inBin: number; broken: number } {
    const { size, sizeOfBin, broken } = this.columns;
    return { inUse: size - sizeOfBin, inBin: sizeOfBin, broken };
  }

  /** Calls `listener` after every change that was taken in; returns the way to end that. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Ends following the database. */
  close(): void {
    this.isClosed = true;
    for (const subscription of this.subscriptions) subscription.unsubscribe();
    this.listeners.clear();
  }

  /**
   * Reads everything once.
   * @param onBeginning called when a large library has its first rows and reads on
   * @throws StorageError
   */
  load(db: Database, pace: Pace, onBeginning: () => void): Promise<void> {
    this.reading = this.readAll(db, pace, onBeginning);
    return this.reading;
  }

  private async readAll(db: Database, pace: Pace, onBeginning: () => void): Promise<void> {
    // What is written while this reads has a later stamp, and is what `follow` begins with.
    const begin = (await db.shelves.get(WRITES_KEY))?.stamp ?? 0;
    const isLarge = begin > MANY_WRITES;
    const parts = partsOf(isLarge);
    await this.names(db, pace, parts);
    if (isLarge && (await readBeginning(db, this.columns))) onBeginning();
    await readShelves(db, this.columns, parts, pace);
    this.stamp = begin;
    // The order that lists begin with.
    await inTurns(this.ordering(BY_DOCUMENT), pace);
    this.isWhole = true;
  }

  /** Prepares orders by words and times, so that the first question is answered as fast as the others. */
  async prepare(pace: Pace): Promise<void> {
    while (this.asking.size > 0) await this.quiet();
    await inTurns(this.columns.texts.preparing(), pace);
  }

  /** Follows what any tab writes. */
  follow(db: Database, onError: (error: unknown) => void): void {
    if (this.isClosed) return;
    const follow = <Value>(read: () => Promise<Value>, take: (value: Value) => Promise<void> | void) => {
      const fail = (error: unknown) => onError(toStorageError(error));
      this.subscriptions.push(
        liveQuery(read).subscribe({
          // One after another: what is taken in slices must not be overtaken by what was written after it.
          next: (value) => {
            this.taking = this.taking.then(() => this.take(value, take)).catch(fail);
          },
          error: fail,
        }),
      );
    };
    follow(
      () => db.shelves.get(WRITES_KEY),
      (counter) => this.catchUp(db, counter?.stamp ?? 0),
    );
    // The first answers are mostly what `load` has read, but something may have been written in between.
    follow(
      () => db.documents.toArray(),
      async (rows) => {
        const documents = await this.checkedDocuments.read(rows, new Pace());
        while (this.asking.size > 0) await this.quiet();
        this.nameDocuments(documents);
      },
    );
    follow(
      async () => readRows('tags', tagSchema, await db.tags.toArray()).items,
      (tags) => this.nameTags(tags),
    );
    follow(
      async () => readRows('sets', annotationSetSchema, await db.sets.toArray()).items,
      (sets) => this.nameSets(sets),
    );
  }

  private async take<Value>(value: Value, take: (value: Value) => Promise<void> | void): Promise<void> {
    while (this.asking.size > 0) await this.quiet();
    if (!this.isClosed) await take(value);
  }

  /** Waits for the questions that are being answered: what is here does not change under them. There may be new ones then. */
  private quiet(): Promise<unknown> {
    return Promise.allSettled(this.asking);
  }

  /** Takes in the shelves that were written up to a stamp: an import writes thousands of them at once. */
  private async catchUp(db: Database, stamp: number): Promise<void> {
    if (stamp <= this.stamp) return;
    const pace = new Pace();
    const keys = await db.shelves.where('stamp').above(this.stamp).primaryKeys();
    for (let from = 0; from < keys.length && !this.isClosed; from += SHELVES_AT_ONCE) {
      for (const shelf of await db.shelves.bulkGet(keys.slice(from, from + SHELVES_AT_ONCE))) {
        if (!shelf || shelf.key === WRITES_KEY) continue;
        while (this.asking.size > 0) await this.quiet();
        this.columns.put(shelf);
        this.forget();
        await pace.step(from, keys.length);
      }
    }
    this.stamp = stamp;
    this.changed();
    if (!this.isClosed) await this.prepare(pace);
  }

  private *answering(query: LibraryQuery, order: LibraryOrder, grouping?: LibraryGrouping): Steps<LibraryAnswer> {
    return yield* answer(this.columns, yield* this.ordering(order), query, grouping);
  }

  private *ordering(order: LibraryOrder): Steps<Int32Array> {
    const name = `${order.by} ${order.descending ?? false}`;
    const known = this.orders.get(name);
    if (known) return known;
    const byDocument = this.orders.get('document false') ?? (yield* slotsByDocument(this.columns));
    this.orders.set('document false', byDocument);
    const made = yield* orderedSlots(this.columns, byDocument, order);
    this.orders.set(name, made);
    return made;
  }

  private async names(db: Database, pace: Pace, parts: readonly string[]): Promise<void> {
    const [documents, tags, sets] = await Promise.all([
      readDocuments(db, this.checkedDocuments, parts, pace),
      db.tags.toArray(),
      db.sets.toArray(),
    ]);
    this.nameDocuments(documents);
    this.nameTags(readRows('tags', tagSchema, tags).items);
    this.nameSets(readRows('sets', annotationSetSchema, sets).items);
  }

  private nameDocuments(documents: readonly SourceDocument[]): void {
    // The very same where nothing was written: then there is nothing to do anew.
    const { documents: known } = this.columns;
    if (known.size === documents.length && documents.every((each) => known.get(each.id) === each)) return;
    this.refresh(() => this.columns.nameDocuments(documents));
  }

  private nameTags(tags: readonly Tag[]): void {
    const json = JSON.stringify(tags);
    if (json === this.tagsSeen) return;
    this.tagsSeen = json;
    this.refresh(() => this.columns.nameTags(tags));
  }

  private nameSets(sets: readonly AnnotationSet[]): void {
    const json = JSON.stringify(sets);
    if (json === this.setsSeen) return;
    this.setsSeen = json;
    this.refresh(() => this.columns.nameSets(sets));
  }

  private refresh(change: () => void): void {
    change();
    this.changed();
  }

  /** What was answered holds no longer. */
  private forget(): void {
    this.orders.clear();
    this.last = undefined;
  }

  private changed(): void {
    this.forget();
    for (const listener of this.listeners) listener();
  }
}

/** How an open library tells of trouble. */
export interface LibraryOptions extends Work {
  /** Following ended because the database could not be read; given a StorageError. */
  onError?: (error: unknown) => void;
}

/** How a library is read. */
export interface Reading extends Work {
  /** Called when a large library has the rows that lists begin with (`beginning`), while it reads on. */
  onBeginning?: (library: Library) => void;
}

/** Reads the library into memory; it stays as it was then until `keepUp`. @throws StorageError */
export async function readLibrary({ onBeginning, ...work }: Reading = {}): Promise<Library> {
  const library = new Library();
  await withDatabase((db) => library.load(db, new Pace(work), () => onBeginning?.(library)));
  return library;
}

/**
 * Follows what any tab writes from the moment on when the library was read, and prepares orders in the background, which
 * answers in between too, only slower the first time. @throws StorageError
 */
export async function keepUp(library: Library, { onError = () => {}, signal }: LibraryOptions = {}): Promise<void> {
  await withDatabase(async (db) => library.follow(db, onError));
  // Whoever closes the page ends this with it; a cancelled preparation is no error.
  library.prepare(new Pace({ signal })).catch(() => {});
}
