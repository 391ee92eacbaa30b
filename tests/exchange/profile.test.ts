import { beforeEach, expect, it } from 'vitest';
import { packBackup, writeExport } from '../../exchange';
import { saveAnnotation } from '../../storage/annotations';
import { readEverything } from '../../storage/backup';
import { contentsOf } from '../../storage/contents';
import { correctProfile } from '../../storage/correct-profile';
import { type Database, useDatabase } from '../../storage/database';
import { correctionsOf, profileAsRead } from '../../storage/profile-fields';
import { listDocuments } from '../storage/lists';
import { description, draft, freshDatabase } from '../storage/support';
import { colleague, exported, importing, NOW, OPTIONS, secondMachine } from './machines';

/** What a person has set right in a document's profile, on its way to other machines and tools. */

let db: Database;
beforeEach(() => {
  db = freshDatabase();
});

const CORRECTIONS = { date: '2022-12-15', auditor: 'KomRedo', municipality: null, title: 'Granskning av bistånd' };
const only = async () => {
  const { items } = await listDocuments();
  expect(items).toHaveLength(1);
  return items[0] as (typeof items)[number];
};
const corrected = async () => {
  await saveAnnotation(draft(), description());
  await correctProfile(description(), CORRECTIONS);
};

it('travels with an exported set, the words of the document beside it', async () => {
  await corrected();
  const file = await exported();
  const here = await only();
  const other = await secondMachine();
  await colleague(other, async () => {
    await importing(file);
    const there = await only();
    expect(there).toEqual(here);
    expect(correctionsOf(there)).toEqual(CORRECTIONS);
    expect(profileAsRead(there)).toMatchObject({ date: '2024-03-01', municipality: 'Björkfors kommun' });
  });
  other.close();
});

it('travels with a backup, of a document without annotations too', async () => {
  await correctProfile(description(), CORRECTIONS);
  const { blob } = await packBackup(await readEverything(), new Date(NOW));
  const other = await secondMachine();
  await colleague(other, async () => {
    await importing(blob, { restore: true });
    expect(correctionsOf(await only())).toEqual(CORRECTIONS);
  });
  other.close();
});

it('holds at a colleague who has the document uncorrected; what they have set right themselves stands', async () => {
  await saveAnnotation(draft(), description());
  const other = await secondMachine();
  const plain = await exported();
  await colleague(other, async () => {
    await importing(plain);
    await correctProfile(description(), { auditor: 'Deras byrå' });
  });
  await correctProfile(description(), CORRECTIONS);
  const file = await exported();
  await colleague(other, async () => {
    await importing(file);
    const there = await only();
    expect(correctionsOf(there)).toEqual({ ...CORRECTIONS, auditor: 'Deras byrå' });
    expect(there.title).toBe(CORRECTIONS.title);
    const { plan } = await importing(file);
    expect(plan.documents).toEqual([]);
  });
  other.close();
});

it('is what references and working papers say', async () => {
  await corrected();
  const markdown = await writeExport('markdown', await contentsOf('everything'), OPTIONS);
  const text = await markdown.blob.text();
  expect(text).toContain('Granskning av bistånd');
  expect(text).toContain('KomRedo');
  expect(text).toContain('2022-12-15');
  expect(text).not.toContain('2024-03-01');
  expect(useDatabase(db)).toBe(db);
});
