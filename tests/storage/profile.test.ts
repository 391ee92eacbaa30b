import { beforeEach, describe, expect, it } from 'vitest';
import { removeAnnotation, saveAnnotation } from '../../storage/annotations';
import { emptyBin } from '../../storage/bin';
import { correctProfile } from '../../storage/correct-profile';
import type { Database } from '../../storage/database';
import { correctionsOf, profileAsRead } from '../../storage/profile-fields';
import { listDocuments } from './lists';
import { description, draft, freshDatabase } from './support';

let db: Database;
beforeEach(() => {
  db = freshDatabase();
});

const READ = { municipality: 'Björkfors kommun', date: '2024-03-01', kind: 'report' };
const only = async () => {
  const { items, unreadable } = await listDocuments();
  expect(unreadable).toEqual([]);
  expect(items).toHaveLength(1);
  return items[0] as (typeof items)[number];
};

describe('what is set right in a profile', () => {
  it('is kept with the document, the earlier words beside it', async () => {
    await saveAnnotation(draft(), description());
    await correctProfile(description(), { date: '2023-02-01', auditor: 'KomRedo', municipality: null });
    const document = await only();
    expect(document.profile).toEqual({ date: '2023-02-01', kind: 'report', auditor: 'KomRedo' });
    expect(correctionsOf(document)).toEqual({ date: '2023-02-01', auditor: 'KomRedo', municipality: null });
    expect(profileAsRead(document)).toEqual(READ);
  });

  it('survives that the document is read anew, whatever it says then', async () => {
    await correctProfile(description(), { date: '2023-02-01', title: 'Rätt titel' });
    const profile = { municipality: 'Björkfors', date: '2024-04-04', diaryNumber: 'KS 2024/1' };
    await saveAnnotation(draft(), description({ title: 'Ny titel', profile }));
    const document = await only();
    expect(document).toMatchObject({ title: 'Rätt titel', profile: { title: 'Rätt titel', date: '2023-02-01' } });
    expect(document.profile).toMatchObject({ municipality: 'Björkfors', diaryNumber: 'KS 2024/1', kind: 'report' });
    expect(profileAsRead(document).date).toBe('2024-04-04');
  });

  it('is as the document says again when it is taken back, one field at a time', async () => {
    await saveAnnotation(draft(), description());
    await correctProfile(description(), { date: '2023-02-01', title: 'Rätt titel' });
    await correctProfile(description(), { title: 'Rätt titel' });
    expect((await only()).profile).toEqual({ ...READ, title: 'Rätt titel' });
    await correctProfile(description(), {});
    expect(await only()).toMatchObject({ title: 'Granskning av elevhälsan', profile: READ });
    expect(await only()).not.toHaveProperty('profileAsRead');
  });

  it('makes a document known, and taking it back forgets it where nothing else is kept of it', async () => {
    await correctProfile(description(), {});
    expect((await listDocuments()).items).toEqual([]);
    await correctProfile(description(), { auditor: 'EY' });
    expect((await only()).profile.auditor).toBe('EY');
    await correctProfile(description(), {});
    expect((await listDocuments()).items).toEqual([]);
  });

  it('stays when the last annotation of the document leaves the bin for good', async () => {
    const { annotation } = await saveAnnotation(draft(), description());
    await correctProfile(description(), { auditor: 'EY' });
    await removeAnnotation(annotation.id);
    await emptyBin();
    expect(await db.annotations.count()).toBe(0);
    expect((await only()).profile.auditor).toBe('EY');
  });

  it.each([
    ['a date that is none', { date: '2023-02-31' }],
    ['a kind of its own', { kind: 'roman' }],
    ['words without end', { title: 'x'.repeat(1001) }],
  ])('is refused where it is %s', async (_, corrections) => {
    await expect(correctProfile(description(), corrections as never)).rejects.toMatchObject({ code: 'invalid' });
    expect((await listDocuments()).items).toEqual([]);
  });
});
