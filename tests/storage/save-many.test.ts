import { beforeEach, describe, expect, it } from 'vitest';
import { removeAnnotation, saveAnnotation, updateAnnotation } from '../../storage/annotations';
import type { Database } from '../../storage/database';
import { saveAnnotations, unsaveAnnotations } from '../../storage/save-many';
import { chooseSet, createSet } from '../../storage/sets';
import { listTags } from '../../storage/tags';
import { listAnnotations, listDocuments } from './lists';
import { description, draft, dump, freshDatabase, targetAt } from './support';

let db: Database;
beforeEach(() => {
  db = freshDatabase();
});

const drafts = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    draft({ target: targetAt(index * 100), tagNames: ['Revisionskriterium'] }),
  );
const starts = async () => (await listAnnotations()).items.map(({ target }) => target.position.start).sort();

describe('saving many at once', () => {
  it('keeps all of them in the current set, with tags, and one document', async () => {
    const set = await createSet('Granskning 2026');
    await chooseSet(set.id);
    const { made, already } = await saveAnnotations(drafts(12), description());
    expect([made.length, already]).toEqual([12, 0]);
    const { items } = await listAnnotations();
    const tag = (await listTags()).items.find(({ name }) => name === 'Revisionskriterium')?.id;
    expect(items.every(({ setId, tags }) => setId === set.id && tags.length === 1 && tags[0] === tag)).toBe(true);
    expect((await listDocuments()).items).toHaveLength(1);
  });

  it('leaves out what is saved already, in whichever set, but not what lies in the bin', async () => {
    const [first, second, third] = drafts(3);
    if (!first || !second || !third) throw new Error('no drafts');
    await saveAnnotation({ ...first, id: crypto.randomUUID() }, description());
    const { annotation } = await saveAnnotation({ ...second, id: crypto.randomUUID() }, description());
    await removeAnnotation(annotation.id);
    await chooseSet((await createSet('En annan')).id);
    const saved = await saveAnnotations([first, second, third], description());
    expect(saved.made.map(({ id }) => id)).toEqual([second.id, third.id]);
    expect(saved.already).toBe(1);
  });

  it('said twice, doubles nothing', async () => {
    const wanted = drafts(4);
    await saveAnnotations(wanted, description());
    expect(await saveAnnotations(wanted, description())).toEqual({ made: [], already: 4 });
    expect(await starts()).toHaveLength(4);
  });

  it('keeps nothing when one of them cannot be kept', async () => {
    const before = await dump(db);
    const wanted = [...drafts(3), draft({ target: targetAt(900, '') })];
    await expect(saveAnnotations(wanted, description())).rejects.toMatchObject({ code: 'invalid' });
    const unknown = [...drafts(3), draft({ target: targetAt(900), setId: crypto.randomUUID() })];
    await expect(saveAnnotations(unknown, description())).rejects.toMatchObject({ code: 'not-found' });
    expect(await dump(db)).toEqual(before);
  });
});

describe('taking it back', () => {
  it('leaves no trace of them, nor of a document that nothing else is kept of', async () => {
    const { made } = await saveAnnotations(drafts(5), description());
    expect(await unsaveAnnotations(made)).toBe(5);
    expect(await db.annotations.count()).toBe(0);
    expect((await listDocuments()).items).toEqual([]);
  });

  it('leaves what somebody has changed since', async () => {
    const { made } = await saveAnnotations(drafts(3), description());
    await updateAnnotation(made[1]?.id ?? '', { comment: 'Viktigt' });
    expect(await unsaveAnnotations(made)).toBe(2);
    expect((await listAnnotations()).items.map(({ comment }) => comment)).toEqual(['Viktigt']);
    expect((await listDocuments()).items).toHaveLength(1);
  });
});
