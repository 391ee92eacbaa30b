import { readFileSync } from 'node:fs';
import Dexie from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { saveAnnotation } from '../../storage/annotations';
import { findCorrectionsFor, saveCorrection } from '../../storage/corrections';
import { Database, useDatabase } from '../../storage/database';
import { currentSet, listSets } from '../../storage/sets';
import { getSettings } from '../../storage/settings';
import { listTagsInOrder } from '../../storage/tags';
import { listUnreadable } from '../../storage/unreadable';
import { listAnnotations, openLibrary } from './lists';
import { description, draft, dump, targetAt } from './support';

/** A database as an earlier release left it: made once by that release's own code, and kept here ever since. */
interface Fixture {
  version: number;
  stores: Record<string, string>;
  tables: Record<string, unknown[]>;
}

function fixtureOf(version: number): Fixture {
  return JSON.parse(readFileSync(new URL(`./fixtures/version-${version}.json`, import.meta.url), 'utf8'));
}

/** Writes a fixture as the earlier release did, and opens it with the code of today. */
async function opened({ version, stores, tables }: Fixture): Promise<Database> {
  const name = `migration-${crypto.randomUUID()}`;
  const old = new Dexie(name);
  old.version(version).stores(stores);
  for (const [table, rows] of Object.entries(tables)) await old.table(table).bulkAdd(rows);
  old.close();
  const db = new Database(name);
  useDatabase(db)?.close();
  await db.open();
  return db;
}

let db: Database;
afterEach(() => db.close());

describe('a database of version 1', () => {
  const fixture = fixtureOf(1);

  it('keeps every row as it was, also one that cannot be read', async () => {
    db = await opened(fixture);
    const { shelves, corrections, ...tables } = await dump(db);
    expect(tables).toEqual(fixture.tables);
    expect(shelves?.length).toBeGreaterThan(1);
    expect(corrections).toEqual([]);
    expect(await listUnreadable()).toMatchObject([
      { table: 'annotations', value: { target: 'skräp från en trasig version' } },
    ]);
  });

  it('has all its annotations in the library, and takes new ones', async () => {
    db = await opened(fixture);
    const library = await openLibrary();
    expect(library.counts).toEqual({ inUse: 2, inBin: 1, broken: 1 });
    expect(library.query({ text: 'stärka uppföljning', deleted: true }).ids).toHaveLength(1);
    expect(library.query({ text: 'egen tagg' }).ids).toHaveLength(1);
    library.close();
    await saveAnnotation(draft({ target: targetAt(2000) }), description());
    expect((await listAnnotations()).items).toHaveLength(3);
  });

  it('keeps sets, settings and tags', async () => {
    db = await opened(fixture);
    expect((await listSets()).items.map(({ name }) => name)).toEqual(['Granskning 2026: elevhälsan', 'Min granskning']);
    expect((await currentSet())?.name).toBe('Granskning 2026: elevhälsan');
    expect(await getSettings()).toMatchObject({ language: 'sv', hiddenKinds: ['assessment'] });
    expect((await listTagsInOrder()).items).toHaveLength(7);
  });
});

describe('a database of version 2', () => {
  const fixture = fixtureOf(2);

  it('keeps every row as it was, the shelves among them', async () => {
    db = await opened(fixture);
    const { corrections, ...tables } = await dump(db);
    expect(tables).toEqual(fixture.tables);
    expect(corrections).toEqual([]);
    expect(await listUnreadable()).toEqual([]);
  });

  it('takes corrections of the documents that it holds', async () => {
    db = await opened(fixture);
    const library = await openLibrary();
    expect(library.counts).toEqual({ inUse: 2, inBin: 1, broken: 0 });
    library.close();
    const report = description({ urls: ['https://www.bjorkfors.se/rapport.pdf'] });
    const correction = await saveCorrection(
      {
        id: crypto.randomUUID(),
        kind: 'citation',
        target: targetAt(2000),
        label: 'SoL 5:1a',
        change: { type: 'none' },
      },
      report,
    );
    expect((await findCorrectionsFor(report)).items).toEqual([correction]);
    expect(await db.documents.count()).toBe(fixture.tables.documents?.length);
  });
});

it('the newest version of the database is the one that this file knows', () => {
  db = new Database('unopened');
  // Raised together with a fixture of the version before, made by that version's own code.
  expect(db.verno).toBe(3);
});
