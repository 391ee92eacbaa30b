import { liveQuery, type Subscription } from 'dexie';
import { provisionKey } from '../detection/citations';
import { CheckedDocuments } from './checked-documents';
import { type Database, withDatabase } from './database';
import { toStorageError } from './errors';
import { Columns } from './library-columns';
import { orderedSlots, slotsByDocument } from './library-order';
import { answer } from './library-query';
import type { LibraryAnswer, LibraryGrouping, LibraryOrder, LibraryQuery, LibraryRow } from './library-types';
import { Pace, pageTurn, type Work } from './pace';
import { readRows } from './rows';
import { type AnnotationSet, annotationSetSchema, type SourceDocument, type Tag, tagSchema } from './schema';
import { WRITES_KEY } from './shelves';

/** Which shelves are read at a time: by the first sign of their documents' ids, so that no read is long. */
const SHELF_BOUNDS = ['', ...[...'0123456789abcdef'].flatMap((sign) => [sign, `${sign}8`]), 'g', '\uFFFF'];

/** Reads that are under way at once. */
const READ_AHEAD = 3;

/** Shelves read at once while following. */
const SHELVES_AT_ONCE = 100;

const BY_DOCUMENT: LibraryOrder = { by: 'document' };

/**
 * All annotations of the database in the memory of one page, for lists, search and filters: it keeps itself in step
 * with whatever any tab writes. Made by `openLibrary`; `close` it when the page has no more use for it.
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
  private last: { asked: string; answer: LibraryAnswer } | undefined;
  private tagsSeen = '';
  private setsSeen = '';

  /**
   * What a query finds, how it groups, and what each filter would find. Answers at once, from memory; the answer to the
   * last question is kept.
   * @param order document and place where none is given
   */
  query(query: LibraryQuery, order: LibraryOrder = BY_DOCUMENT, grouping?: LibraryGrouping): LibraryAnswer {
    const asked = JSON.stringify([query, order, grouping]);
    if (this.last?.asked !== asked) {
      this.last = { asked, answer: answer(this.columns, this.ordered(order), query, grouping) };
    }
    return this.last.answer;
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

  /** Reads everything once. */
  async load(db: Database, pace: Pace): Promise<void> {
    await this.names(db, pace);
    // What is written while this reads has a later stamp, and is what `follow` begins with.
    const begin = (await db.shelves.get(WRITES_KEY))?.stamp ?? 0;
    const total = SHELF_BOUNDS.length - 1;
    const read = (at: number) =>
      db.shelves
        .where('key')
        .between(SHELF_BOUNDS[at], SHELF_BOUNDS[at + 1], true, false)
        .toArray();
    // The browser reads what comes next while this takes in what has come.
    const coming = Array.from({ length: READ_AHEAD }, (_, at) => read(at));
    for (let at = 0; at < total; at++) {
      const shelves = (await coming.shift()) ?? [];
      if (at + READ_AHEAD < total) coming.push(read(at + READ_AHEAD));
      for (const shelf of shelves) {
        if (shelf.key !== WRITES_KEY) this.columns.put(shelf);
        await pace.step(at, total);
      }
    }
    this.stamp = begin;
    // The order that lists begin with, in a task of its own.
    await pageTurn();
    this.ordered(BY_DOCUMENT);
    await pageTurn();
  }

  /** Prepares search and orders by words and times, so that the first question is answered as fast as the others. */
  async prepare(pace: Pace): Promise<void> {
    const { texts } = this.columns;
    for (let done = 0; texts.prepareNext(); done++) await pace.step(done, texts.count);
  }

  /** Follows what any tab writes. */
  follow(db: Database, onError: (error: unknown) => void): void {
    const follow = <Value>(read: () => Promise<Value>, take: (value: Value) => Promise<void> | void) => {
      const fail = (error: unknown) => onError(toStorageError(error));
      this.subscriptions.push(
        liveQuery(read).subscribe({
          // One after another: what is taken in slices must not be overtaken by what was written after it.
          next: (value) => {
            this.taking = this.taking.then(() => (this.isClosed ? undefined : take(value))).catch(fail);
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
      async (rows) => this.nameDocuments(await this.checkedDocuments.read(rows, new Pace())),
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

  /** Takes in the shelves that were written up to a stamp: an import writes thousands of them at once. */
  private async catchUp(db: Database, stamp: number): Promise<void> {
    if (stamp <= this.stamp) return;
    const pace = new Pace();
    const keys = await db.shelves.where('stamp').above(this.stamp).primaryKeys();
    for (let from = 0; from < keys.length && !this.isClosed; from += SHELVES_AT_ONCE) {
      for (const shelf of await db.shelves.bulkGet(keys.slice(from, from + SHELVES_AT_ONCE))) {
        if (!shelf || shelf.key === WRITES_KEY) continue;
        this.columns.put(shelf);
        this.forget();
        await pace.step(from, keys.length);
      }
    }
    this.stamp = stamp;
    this.changed();
    if (!this.isClosed) await this.prepare(pace);
  }

  private ordered(order: LibraryOrder): Int32Array {
    const name = `${order.by} ${order.descending ?? false}`;
    const known = this.orders.get(name);
    if (known) return known;
    const byDocument = this.orders.get('document false') ?? slotsByDocument(this.columns);
    this.orders.set('document false', byDocument);
    const made = orderedSlots(this.columns, byDocument, order);
    this.orders.set(name, made);
    return made;
  }

  private async names(db: Database, pace: Pace): Promise<void> {
    this.nameDocuments(await this.checkedDocuments.read(await db.documents.toArray(), pace));
    this.nameTags(readRows('tags', tagSchema, await db.tags.toArray()).items);
    this.nameSets(readRows('sets', annotationSetSchema, await db.sets.toArray()).items);
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

/** How `openLibrary` tells of trouble while it follows the database. */
export interface LibraryOptions extends Work {
  /** Following ended because the database could not be read; given a StorageError. */
  onError?: (error: unknown) => void;
}

/**
 * Reads the library into memory and follows it. Rows can be shown as soon as it resolves; search is prepared in
 * the background and answers in between too, only slower the first time. @throws StorageError
 */
export async function openLibrary({ onError = () => {}, ...work }: LibraryOptions = {}): Promise<Library> {
  const library = new Library();
  await withDatabase((db) => library.load(db, new Pace(work)));
  await withDatabase(async (db) => library.follow(db, onError));
  // Whoever closes the page ends this with it; a cancelled preparation is no error.
  library.prepare(new Pace({ signal: work.signal })).catch(() => {});
  return library;
}
