import Dexie, { liveQuery } from 'dexie';
import { IDBDatabase, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { saveAnnotation, updateAnnotation } from '../../storage/annotations';
import { Database, inTransaction, useDatabase, withDatabase } from '../../storage/database';
import { listSets } from '../../storage/sets';
import { listTags } from '../../storage/tags';
import { listAnnotations } from './lists';
import { description, draft, dump, freshDatabase, targetAt } from './support';

let db: Database;
beforeEach(() => {
  db = freshDatabase();
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Runs work on another connection to the same database, as another tab would. */
async function fromAnotherTab<Result>(work: () => Promise<Result>): Promise<Result> {
  const other = new Database(db.name);
  const earlier = useDatabase(other);
  try {
    return await work();
  } finally {
    useDatabase(earlier);
    other.close();
  }
}

/** The connection's own close, as Firefox and Chromium do under storage pressure: with or without telling. */
async function closeUnder(how: 'told' | 'untold'): Promise<void> {
  await db.open();
  const native = db.backendDB();
  native.close();
  if (how === 'told') native.onclose?.(new Event('close'));
}

/** What a later release might be. */
class NewerDatabase extends Database {
  constructor(name: string) {
    super(name);
    this.version(4).stores({ annotations: 'id, documentId, setId, *tags, modified, deleted, created' });
  }
}

describe('a new database', () => {
  it('holds the default set and the tags of the field, once, also with two tabs opening it', async () => {
    const [sets, tags] = await Promise.all([listSets(), fromAnotherTab(listTags)]);
    expect(sets.items.map((set) => set.name)).toEqual(['Min granskning']);
    expect(tags.items.map((tag) => tag.name)).toEqual([
      'Bedömning',
      'Följ upp',
      'Iakttagelse',
      'Rekommendation',
      'Revisionskriterium',
      'Svar',
    ]);
    expect(new Set(tags.items.map((tag) => tag.colour)).size).toBe(6);
    expect((await fromAnotherTab(listSets)).items).toEqual(sets.items);
  });

  it('asks for strict durability whenever it writes', async () => {
    const begun = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await saveAnnotation(draft(), description());
    const writes = begun.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writes.length).toBeGreaterThan(0);
    for (const [, , options] of writes) expect(options).toEqual({ durability: 'strict' });
  });
});

describe('two tabs', () => {
  it('see what the other wrote', async () => {
    const { annotation } = await saveAnnotation(draft(), description());
    await fromAnotherTab(() => updateAnnotation(annotation.id, { comment: 'Från andra fliken' }));
    expect((await listAnnotations()).items).toMatchObject([{ comment: 'Från andra fliken', revision: 2 }]);
  });

  it('that save the same annotation and the same passage at once keep one', async () => {
    const one = draft();
    await Promise.all([
      saveAnnotation(one, description()),
      fromAnotherTab(() => saveAnnotation(one, description())),
      saveAnnotation(draft({ comment: 'Tredje' }), description()),
    ]);
    expect((await listAnnotations()).items).toMatchObject([{ comment: 'Tredje' }]);
    expect(await db.documents.count()).toBe(1);
  });

  it('lose no edit when they write in turn many times', async () => {
    const { annotation } = await saveAnnotation(draft(), description());
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => updateAnnotation(annotation.id, { tagNames: [`Tagg ${index}`] })),
    );
    expect((await listAnnotations()).items[0]).toMatchObject({ revision: 21 });
    expect((await listTags()).items.filter((tag) => tag.name.startsWith('Tagg'))).toHaveLength(20);
  });

  it('are told by a live query', async () => {
    const counts: number[] = [];
    const subscription = liveQuery(() => listAnnotations()).subscribe(({ items }) => counts.push(items.length));
    await vi.waitFor(() => expect(counts).toEqual([0]));
    await saveAnnotation(draft(), description());
    await vi.waitFor(() => expect(counts.at(-1)).toBe(1));
    subscription.unsubscribe();
  });
});

describe('a connection that the browser closed', () => {
  it.each(['told', 'untold'] as const)('is opened again for the next write (%s)', async (how) => {
    await saveAnnotation(draft(), description());
    await closeUnder(how);
    await saveAnnotation(draft({ target: targetAt(500) }), description());
    await closeUnder(how);
    expect((await listAnnotations()).items).toHaveLength(2);
  });

  it('in the middle of a write leaves nothing half done, and the write is done anew', async () => {
    let runs = 0;
    await inTransaction(async (open) => {
      runs += 1;
      await open.sets.toArray();
      await open.settings.put({ key: 'language', value: 'en' });
      if (runs === 1) throw new Dexie.DatabaseClosedError('closed in the middle');
    });
    expect(runs).toBe(2);
    expect(await db.settings.get('language')).toEqual({ key: 'language', value: 'en' });
  });

  it('is reported when it cannot be opened again', async () => {
    await expect(
      withDatabase(async () => {
        throw new Dexie.DatabaseClosedError('again and again');
      }),
    ).rejects.toMatchObject({ name: 'StorageError', code: 'closed' });
  });

  it('does not run work twice for any other error', async () => {
    const work = vi.fn(async () => {
      throw new RangeError('A fault of our own');
    });
    await expect(withDatabase(work)).rejects.toMatchObject({ code: 'unknown' });
    expect(work).toHaveBeenCalledTimes(1);
  });
});

describe('storage that is full', () => {
  it('is reported as such, and nothing of the save stays', async () => {
    await saveAnnotation(draft(), description());
    const before = await dump(db);
    const quota = new DOMException('No room', 'QuotaExceededError');
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw quota;
    });
    await expect(
      saveAnnotation(draft({ target: targetAt(9), tagNames: ['Ny'] }), description({ title: 'Ny titel' })),
    ).rejects.toMatchObject({ code: 'full' });
    vi.restoreAllMocks();
    expect(await dump(db)).toEqual(before);
    await expect(saveAnnotation(draft({ target: targetAt(9) }), description())).resolves.toMatchObject({
      outcome: 'created',
    });
  });
});

describe('another version of the extension', () => {
  it('is let through at once, and outdated code then writes no more', async () => {
    await saveAnnotation(draft(), description());
    const newer = new NewerDatabase(db.name);
    await newer.open();
    await expect(saveAnnotation(draft({ target: targetAt(5) }), description())).rejects.toMatchObject({
      code: 'blocked',
    });
    expect(await newer.table('annotations').count()).toBe(1);
    newer.close();
    // Opened afresh, outdated code refuses too.
    useDatabase(new Database(db.name));
    await expect(listAnnotations()).rejects.toMatchObject({ code: 'blocked' });
  });

  it('may delete the database, which begins anew', async () => {
    await saveAnnotation(draft(), description());
    await Dexie.delete(db.name);
    expect((await listAnnotations()).items).toEqual([]);
    expect((await listSets()).items).toHaveLength(1);
  });
});
