import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removeAnnotation, restoreAnnotation, saveAnnotation } from '../../storage/annotations';
import { contentsOfSet } from '../../storage/contents';
import type { Database } from '../../storage/database';
import { chooseSet, createSet, currentSet, deleteEmptySet, listSets, renameSet } from '../../storage/sets';
import { changeSettings, getSettings } from '../../storage/settings';
import { askToPersist, storageSpace } from '../../storage/space';
import { addStartTags, listTags, listTagsInOrder, orderTags, tagByName, updateTag } from '../../storage/tags';
import { type Undo, undo, undoOfNewTags } from '../../storage/undo';
import { browserSpeaks, description, draft, freshDatabase, hash, targetAt } from './support';

let db: Database;
beforeEach(() => {
  db = freshDatabase();
});

describe('sets', () => {
  it('stand in Swedish order: å ä ö after z', async () => {
    for (const name of ['Översyn', 'Zon', 'Åtgärder', 'Ärenden']) await createSet(name);
    expect((await listSets()).items.map((set) => set.name)).toEqual([
      'Min granskning',
      'Zon',
      'Åtgärder',
      'Ärenden',
      'Översyn',
    ]);
  });

  it('take new annotations when chosen, not when made', async () => {
    const set = await createSet('Granskning 2026: elevhälsan');
    expect((await currentSet())?.name).toBe('Min granskning');
    await chooseSet(set.id);
    expect(await currentSet()).toMatchObject({ id: set.id });
    expect((await saveAnnotation(draft(), description())).annotation.setId).toBe(set.id);
    await expect(chooseSet(crypto.randomUUID())).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are named, and refuse a name that is none', async () => {
    const set = await createSet('  Utkast ');
    expect(set.name).toBe('Utkast');
    expect((await renameSet(set.id, 'Slutlig')).name).toBe('Slutlig');
    await expect(renameSet(set.id, '  ')).rejects.toMatchObject({ code: 'invalid' });
    await expect(createSet('x'.repeat(201))).rejects.toMatchObject({ code: 'invalid' });
  });

  it('are deleted only when nothing is in them, the bin included', async () => {
    const { annotation } = await saveAnnotation(draft(), description());
    await removeAnnotation(annotation.id);
    await expect(deleteEmptySet(annotation.setId)).rejects.toMatchObject({ code: 'conflict' });
    const empty = await createSet('Tom');
    await deleteEmptySet(empty.id);
    expect((await listSets()).items).toHaveLength(1);
  });

  it('come back by default when all were deleted', async () => {
    const [only] = (await listSets()).items;
    await deleteEmptySet(only?.id ?? '');
    expect(await currentSet()).toBeUndefined();
    const { annotation } = await saveAnnotation(draft(), description());
    expect(await currentSet()).toMatchObject({ id: annotation.setId, name: 'Min granskning' });
  });

  it('whose annotation was in the bin give it to the current set when they are gone', async () => {
    const { annotation } = await saveAnnotation(draft(), description());
    await removeAnnotation(annotation.id);
    await db.sets.delete(annotation.setId);
    const restored = await restoreAnnotation(annotation.id);
    expect(restored.setId).toBe((await currentSet())?.id);
  });
});

describe('tags', () => {
  it('are one for one name in any case and spacing, but å is not a', async () => {
    const tag = await tagByName('Årlig  kontroll');
    expect(tag.name).toBe('Årlig kontroll');
    expect((await tagByName(' årlig kontroll ')).id).toBe(tag.id);
    expect((await tagByName('A\u030Arlig kontroll')).id).toBe(tag.id);
    expect((await tagByName('Arlig kontroll')).id).not.toBe(tag.id);
    await expect(tagByName('   ')).rejects.toMatchObject({ code: 'invalid' });
  });

  it('are one also when made twice at once', async () => {
    const made = await Promise.all([tagByName('Ny'), tagByName('ny'), tagByName('NY')]);
    expect(new Set(made.map((tag) => tag.id)).size).toBe(1);
  });

  it('cannot take another one’s name', async () => {
    const tag = await tagByName('Ekonomi');
    await expect(updateTag(tag.id, { name: 'svar' })).rejects.toMatchObject({ code: 'conflict' });
    expect((await updateTag(tag.id, { name: 'ekonomi', colour: 'teal' })).colour).toBe('teal');
    expect((await listTags()).items.filter((each) => each.id === tag.id)).toMatchObject([{ name: 'ekonomi' }]);
  });
});

describe('settings', () => {
  it('have defaults, are changed one by one, and taken back', async () => {
    expect(await getSettings()).toMatchObject({ language: 'auto', hiddenKinds: [] });
    await Promise.all([changeSettings({ language: 'en' }), changeSettings({ hiddenKinds: ['assessment'] })]);
    expect(await getSettings()).toMatchObject({ language: 'en', hiddenKinds: ['assessment'] });
    expect((await changeSettings({ language: undefined })).language).toBe('auto');
  });

  it('that cannot be read fall back, the others stay', async () => {
    await changeSettings({ language: 'sv' });
    await db.settings.put({ key: 'hiddenKinds', value: 'skräp' });
    expect(await getSettings()).toMatchObject({ language: 'sv', hiddenKinds: [] });
  });
});

describe('the contents of a set', () => {
  it('are its documents, annotations in place order, and tags, without the bin and other sets', async () => {
    const other = await createSet('Annan');
    const b = description({ title: 'B', urls: ['https://b.se/'], textHash: hash('b') });
    const a = description({ title: 'A' });
    await saveAnnotation(draft({ target: { ...targetAt(9), textHash: hash('b') }, tagNames: ['Svar'] }), b);
    await saveAnnotation(draft({ target: targetAt(90), tagNames: ['Iakttagelse', 'Svar'] }), a);
    const { annotation } = await saveAnnotation(draft({ target: targetAt(5) }), a);
    const gone = await saveAnnotation(draft({ target: targetAt(50) }), a);
    await removeAnnotation(gone.annotation.id);
    await saveAnnotation(draft({ target: targetAt(7), setId: other.id }), a);
    const contents = await contentsOfSet(annotation.setId);
    expect(contents.documents.map((document) => document.title)).toEqual(['A', 'B']);
    expect(contents.annotations.map((each) => each.target.position.start)).toEqual([5, 90, 9]);
    expect(contents.tags.map((tag) => tag.name)).toEqual(['Iakttagelse', 'Svar']);
    expect(contents.unreadable).toEqual([]);
  });

  it('say what had to be left out', async () => {
    const tag = await tagByName('Trasig');
    const { annotation, document } = await saveAnnotation(draft({ tags: [tag.id] }), description());
    await db.table('tags').update(tag.id, { colour: 'infraröd' });
    expect(await contentsOfSet(annotation.setId)).toMatchObject({
      annotations: [{ tags: [] }],
      unreadable: [{ table: 'tags', id: tag.id }],
    });
    await db.table('documents').update(document.id, { title: 7 });
    expect(await contentsOfSet(annotation.setId)).toMatchObject({
      annotations: [],
      unreadable: [{ table: 'documents' }, { table: 'tags' }, { table: 'annotations', id: annotation.id }],
    });
    await expect(contentsOfSet(crypto.randomUUID())).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the vocabulary of the start', () => {
  afterEach(() => browserSpeaks('sv-SE'));

  it('is in English for an English browser, and leaves what is there alone', async () => {
    browserSpeaks('en-GB');
    db = freshDatabase();
    expect((await listTagsInOrder()).items.map((tag) => tag.name)).toEqual([
      'Audit criterion',
      'Audit finding',
      'Assessment',
      'Recommendation',
      'Response',
      'Follow up',
    ]);
    expect((await listSets()).items.map((set) => set.name)).toEqual(['My review']);
    browserSpeaks('sv-SE');
    const before = (await listTags()).items;
    const added = await addStartTags('sv');
    expect(added.map((tag) => tag.name)).toContain('Iakttagelse');
    expect((await listTags()).items).toEqual(expect.arrayContaining(before));
    expect(await addStartTags('sv')).toEqual([]);
    expect((await listTags()).items).toHaveLength(12);
  });

  it('adds the field’s vocabulary so that it can be taken back and added again, but for a tag in use', async () => {
    browserSpeaks('en-GB');
    db = freshDatabase();
    const names = async () => (await listTags()).items.map(({ name }) => name);
    const before = await names();
    const added = await addStartTags('sv');
    const after = await names();
    const { redo } = await undo(undoOfNewTags(added));
    expect(await names()).toEqual(before);
    await undo(redo as Undo);
    expect(await names()).toEqual(after);
    await saveAnnotation(draft({ tagNames: ['Iakttagelse'] }), description());
    await undo(undoOfNewTags(added));
    expect(await names()).toEqual([...before, 'Iakttagelse'].sort((a, b) => a.localeCompare(b, 'sv')));
  });

  it('takes the language that a person chooses, but for what the person has named', async () => {
    browserSpeaks('en-GB');
    db = freshDatabase();
    const [criterion, finding, assessment, , response] = (await listTagsInOrder()).items;
    await updateTag(finding?.id ?? '', { name: 'Observation' });
    await updateTag(response?.id ?? '', { description: 'Own words' });
    await tagByName('Bedömning');
    await changeSettings({ language: 'sv' });
    const tags = (await listTagsInOrder()).items;
    expect(tags.map((tag) => tag.name)).toEqual([
      'Revisionskriterium',
      'Observation',
      'Assessment',
      'Rekommendation',
      'Response',
      'Följ upp',
      'Bedömning',
    ]);
    expect(tags[0]).toMatchObject({
      id: criterion?.id,
      description: 'Den norm som nämnden bedöms mot, oftast ett lagrum',
    });
    expect(tags[2]).toEqual(assessment);
    expect((await listSets()).items.map((set) => set.name)).toEqual(['Min granskning']);
    await changeSettings({ darkPages: true });
    expect((await listTagsInOrder()).items).toEqual(tags);
    await changeSettings({ language: 'auto' });
    expect((await listTagsInOrder()).items[0]?.name).toBe('Audit criterion');
    expect((await listSets()).items.map((set) => set.name)).toEqual(['My review']);
  });

  it('has the order that a person gives it, for the number keys', async () => {
    const byName = new Map((await listTags()).items.map((tag) => [tag.name, tag.id]));
    const id = (name: string) => byName.get(name) ?? '';
    await orderTags([id('Svar'), id('Följ upp')]);
    const names = async () => (await listTagsInOrder()).items.map((tag) => tag.name);
    expect(await names()).toEqual([
      'Svar',
      'Följ upp',
      'Revisionskriterium',
      'Iakttagelse',
      'Bedömning',
      'Rekommendation',
    ]);
    await tagByName('Avvikelse');
    expect((await names()).at(-1)).toBe('Avvikelse');
    await expect(orderTags([crypto.randomUUID()])).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the space that is taken', () => {
  afterEach(() => browserSpeaks('sv-SE'));

  it('is told as far as the browser tells it', async () => {
    expect(await storageSpace()).toEqual({ persistent: false });
    expect(await askToPersist()).toBe(false);
    const storage = {
      estimate: async () => ({ usage: 1000, quota: 5000 }),
      persisted: async () => true,
      persist: async () => true,
    };
    Object.defineProperty(globalThis, 'navigator', { value: { language: 'sv', storage }, configurable: true });
    expect(await storageSpace()).toEqual({ used: 1000, quota: 5000, persistent: true });
    expect(await askToPersist()).toBe(true);
    Object.assign(storage, {
      estimate: () => Promise.reject(new Error('x')),
      persist: () => Promise.reject(new Error('x')),
    });
    expect(await storageSpace()).toMatchObject({ used: undefined });
    expect(await askToPersist()).toBe(false);
  });
});
