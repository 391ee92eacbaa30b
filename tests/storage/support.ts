import Dexie from 'dexie';
import { IDBKeyRange, indexedDB } from 'fake-indexeddb';
import { vi } from 'vitest';
import { Database, useDatabase } from '../../storage/database';
import type { AnnotationDraft, DocumentDescription } from '../../storage/schema';

// A database in memory is slow on a machine that is busy.
vi.setConfig({ testTimeout: 60_000 });

/*
 * These tests run on an IndexedDB in memory. What only a real browser can show stands in tests/browser/storage.test.ts:
 * that confirmed saves survive a kill of the browser, two real tabs, a quota that is really reached. No test shows that
 * strict durability reaches the disk (a power cut would), nor how a browser closes a database of its own accord.
 */

// Dexie looks for the browser's own when it is imported; whatever was imported first, this comes in time.
Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange });

/** The browser's language, which the tags of a new database are named in. */
export function browserSpeaks(language: string): void {
  Object.defineProperty(globalThis, 'navigator', { value: { language }, configurable: true });
}
browserSpeaks('sv-SE');

/** Puts a new, empty database in the place of the shared one. */
export function freshDatabase(): Database {
  const db = new Database(`test-${crypto.randomUUID()}`);
  useDatabase(db)?.close();
  return db;
}

/** A hash that differs with the letter. */
export function hash(letter: string): string {
  return letter.repeat(64);
}

export function description(changes: Partial<DocumentDescription> = {}): DocumentDescription {
  return {
    urls: ['https://www.bjorkfors.se/rapport'],
    title: 'Granskning av elevhälsan',
    textHash: hash('a'),
    profile: { municipality: 'Björkfors kommun', date: '2024-03-01', kind: 'report' },
    ...changes,
  };
}

export function draft(changes: Partial<AnnotationDraft> = {}): AnnotationDraft {
  return {
    id: crypto.randomUUID(),
    origin: 'detected',
    kind: 'citation',
    target: targetAt(100),
    provisions: [{ sfs: '2001:453', chapter: '5', section: '1a', level: 'provision' }],
    addressees: [],
    ...changes,
  };
}

export function targetAt(start: number, exact = 'SoL 5:1a') {
  return {
    quote: { exact, prefix: 'enligt ', suffix: ' ska nämnden' },
    position: { start, end: start + exact.length },
    textHash: hash('a'),
  };
}

/** Everything in a database, to compare before and after. */
export async function dump(db: Database): Promise<Record<string, unknown[]>> {
  const rows = await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const));
  return Object.fromEntries(rows);
}
