import { beforeEach, describe, expect, it } from 'vitest';
import { saveAnnotation } from '../../storage/annotations';
import type { Database } from '../../storage/database';
import { lightRow } from '../../storage/light-row';
import { packRow, unpackRow } from '../../storage/packed-row';
import { shelfRows, WRITES_KEY } from '../../storage/shelves';
import { manyAnnotations } from './many';
import { description, draft, freshDatabase } from './support';

let db: Database;
const many = manyAnnotations({ annotations: 40, documents: 5 });
beforeEach(async () => {
  db = freshDatabase();
  await db.annotations.bulkAdd(many.annotations);
});

const sorted = <Row extends { id: string }>(rows: Row[]) => rows.sort((one, other) => (one.id < other.id ? -1 : 1));

/** What stands on the shelves, and what should: the light rows of what is stored. */
async function compare(): Promise<void> {
  const shelved = (await db.shelves.toArray()).flatMap(shelfRows);
  const stored = (await db.annotations.toArray()).map((row) => lightRow(row) ?? { id: row.id, broken: true });
  expect(JSON.parse(JSON.stringify(sorted(shelved)))).toEqual(JSON.parse(JSON.stringify(sorted(stored))));
}

const writes = async () => (await db.shelves.get(WRITES_KEY))?.stamp;
const [first, second] = many.annotations;
if (!first || !second) throw new Error('There are no annotations');

describe('the shelves follow', () => {
  it.each<[string, (id: string) => Promise<unknown>]>([
    ['a save', () => saveAnnotation(draft(), description())],
    ['a put', () => db.annotations.put({ ...first, comment: 'ny' })],
    ['an update', (id) => db.annotations.update(id, { comment: 'ny' })],
    ['a change of many', () => db.annotations.where('setId').equals(first.setId).modify({ kind: 'response' })],
    ['another document', (id) => db.annotations.update(id, { documentId: second.documentId })],
    ['a deletion', (id) => db.annotations.delete(id)],
    ['a deletion of many', () => db.annotations.where('documentId').equals(first.documentId).delete()],
    ['a deletion of all', () => db.annotations.clear()],
    ['damage', (id) => db.table('annotations').update(id, { target: 'skräp' })],
    [
      'an addition that fails in part',
      () => db.annotations.bulkAdd([first, { ...first, id: crypto.randomUUID() }]).catch(() => {}),
    ],
    [
      'a transaction that is given up',
      () =>
        db
          .transaction('rw', db.tables, async () => {
            await db.annotations.delete(first.id);
            throw new Error('nej');
          })
          .catch(() => {}),
    ],
  ])('%s', async (_, write) => {
    await write(first.id);
    await compare();
  });

  it('and count every row that is written', async () => {
    expect(await writes()).toBe(40);
    await db.annotations.bulkPut([first, second]);
    expect(await writes()).toBe(42);
    await db.annotations.delete(first.id);
    expect(await writes()).toBe(43);
  });
});

describe('a packed row', () => {
  it('is unpacked as it was, empty fields and all', () => {
    const full = {
      ...first,
      label: 'SoL 5:1a',
      date: '2026-01-01',
      deleted: first.created,
      modified: second.created,
      comment: 'k',
      tags: [first.id],
      addressees: ['socialnämnden'],
    };
    for (const annotation of [...many.annotations, full]) {
      const row = lightRow(annotation);
      expect(row).toBeDefined();
      const back = unpackRow(JSON.parse(JSON.stringify(packRow(annotation.id, row))), annotation.documentId);
      expect(JSON.parse(JSON.stringify(back))).toEqual(JSON.parse(JSON.stringify(row)));
    }
  });
});
