import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  editAnnotation,
  getAnnotation,
  removeAnnotation,
  saveAnnotation,
  updateAnnotation,
} from '../../storage/annotations';
import { BIN_DAYS, emptyBin, purgeExpired } from '../../storage/bin';
import {
  copyAnnotations,
  moveAnnotations,
  removeAnnotations,
  restoreAnnotations,
  tagAnnotations,
} from '../../storage/bulk';
import type { Database } from '../../storage/database';
import { deleteSet } from '../../storage/delete-set';
import { deleteTag, mergeTags } from '../../storage/merge-tags';
import { chooseSet, createSet, currentSet, deleteEmptySet, listSets } from '../../storage/sets';
import { listTags, tagByName } from '../../storage/tags';
import { type Undo, undo } from '../../storage/undo';
import { listAnnotations } from './lists';
import { description, draft, dump, freshDatabase, targetAt } from './support';

// Many rows: on a machine that is busy they take longer than a test usually may.
vi.setConfig({ testTimeout: 60_000 });

let db: Database;
beforeEach(() => {
  db = freshDatabase();
});

const inBin = () => db.annotations.where('deleted').above('').count();

/** Some annotations of one document, with a tag and without. */
async function some(count: number, tagNames: string[] = ['Svar']): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index++) {
    const one = draft({ target: targetAt(index * 100), comment: `nr ${index}`, tagNames });
    ids.push((await saveAnnotation(one, description())).annotation.id);
  }
  return ids;
}

/** The database without revisions, which only grow, and without the shelves, which hold counts of writes. */
async function content(): Promise<unknown> {
  const { shelves: _, ...tables } = await dump(db);
  return JSON.parse(JSON.stringify(tables, (key, value) => (key === 'revision' ? undefined : value)));
}

describe('many at once', () => {
  it('are tagged and untagged, and one undo takes it back to the letter', async () => {
    const ids = await some(5);
    const before = await content();
    const svar = await tagByName('Svar');
    const result = await tagAnnotations(ids.slice(0, 3), { addNames: ['Elevhälsa', 'iakttagelse'], remove: [svar.id] });
    expect(result.changed).toBe(3);
    const names = new Map((await listTags()).items.map((tag) => [tag.id, tag.name]));
    const tagsOf = async (id: string) => (await getAnnotation(id))?.tags.map((tag) => names.get(tag));
    expect(await tagsOf(ids[0] ?? '')).toEqual(['Elevhälsa', 'Iakttagelse']);
    expect(await tagsOf(ids[4] ?? '')).toEqual(['Svar']);
    expect((await getAnnotation(ids[0] ?? ''))?.history).toHaveLength(1);
    expect(await undo(result.undo)).toMatchObject({ refused: [] });
    expect(await content()).toEqual(before);
  });

  it('change nothing where nothing is new, and leave the bin alone', async () => {
    const ids = await some(3);
    await removeAnnotation(ids[0] ?? '');
    const result = await tagAnnotations(ids, { addNames: ['svar'] });
    expect(result.changed).toBe(0);
    expect(await moveAnnotations([crypto.randomUUID()], (await currentSet())?.id ?? '')).toMatchObject({
      changed: 0,
      skipped: [expect.any(String)],
    });
  });

  it('are undone but for what somebody changed since, which is named', async () => {
    const ids = await some(3);
    const set = await createSet('Annan');
    const { undo: token } = await moveAnnotations(ids, set.id);
    await updateAnnotation(ids[1] ?? '', { comment: 'Ändrad efteråt' });
    expect(await undo(token)).toMatchObject({ restored: 2, refused: [ids[1]], gone: 0 });
    expect(await getAnnotation(ids[1] ?? '')).toMatchObject({ comment: 'Ändrad efteråt', setId: set.id });
    expect((await getAnnotation(ids[0] ?? ''))?.setId).not.toBe(set.id);
  });

  it('are undone one change after the other, those that were made too', async () => {
    const many = await some(4);
    const before = await content();
    const set = await createSet('Annan');
    const copied = await copyAnnotations(many, set.id);
    const copies = copied.undo.made.map(({ id }) => id);
    const all = [...many, ...copies];
    const steps = [
      await tagAnnotations(all, { addNames: ['Ny'] }),
      await moveAnnotations(copies, set.id),
      await removeAnnotations(all),
      await restoreAnnotations(all),
      await tagAnnotations(all, { addNames: ['Ännu en'] }),
    ];
    for (const { undo: token } of steps.toReversed()) expect(await undo(token)).toMatchObject({ refused: [] });
    expect(await undo(copied.undo)).toMatchObject({ restored: copies.length, refused: [] });
    await deleteEmptySet(set.id);
    expect(await content()).toEqual(before);
    // What somebody else has changed stays refused, also after an undo of something later.
    const tagged = await tagAnnotations(many, { addNames: ['Ny'] });
    await updateAnnotation(many[0] ?? '', { comment: 'Någon annans' });
    const binned = await removeAnnotations(many);
    await undo(binned.undo);
    expect(await undo(tagged.undo)).toMatchObject({ refused: [many[0]] });
  });

  it('are undone ten changes back, an edit of one of them too, done again ten forth, and undone once more', async () => {
    const ids = await some(4);
    const [first = '', second = ''] = ids;
    const set = await createSet('Annan');
    const other = await createSet('Bortgången');
    const svar = await tagByName('Svar');
    const later = await tagByName('Senare');
    const changes: (() => Promise<{ undo: Undo }>)[] = [
      () => moveAnnotations(ids, set.id),
      () => editAnnotation(first, { comment: 'Skrivet efteråt', tagNames: ['Svar', 'Påhittad'] }),
      () => tagAnnotations(ids, { addNames: ['Ny'], remove: [svar.id] }),
      () => copyAnnotations(ids.slice(2), other.id),
      () => editAnnotation(first, { comment: 'Och en gång till' }),
      () => removeAnnotations([second]),
      () => mergeTags([svar.id], later.id),
      () => restoreAnnotations([second]),
      () => deleteSet(other.id, { to: 'bin' }),
      () => deleteTag(later.id),
    ];
    const states = [await content()];
    let tokens: Undo[] = [];
    for (const change of changes) {
      tokens.push((await change()).undo);
      states.push(await content());
    }
    /** Takes the tokens from the last; what takes each of them back again. */
    const through = async (taken: Undo[], expected: unknown[]) => {
      const again: Undo[] = [];
      for (const [nth, token] of taken.toReversed().entries()) {
        const { refused, redo } = await undo(token);
        expect(refused).toEqual([]);
        expect(await content()).toEqual(expected[nth]);
        if (!redo) throw new Error('Nothing to do it again with.');
        again.push(redo);
      }
      return again;
    };
    const back = states.toReversed().slice(1);
    tokens = await through(tokens, back);
    tokens = await through(tokens, states.slice(1));
    await through(tokens, back);
  });

  it('were none in a set that is deleted: that is undone, too', async () => {
    const set = await createSet('Tom');
    const { changed, undo: token } = await deleteSet(set.id, { to: 'bin' });
    expect({ changed, count: token.count }).toEqual({ changed: 0, count: 1 });
    expect((await listSets()).items.map(({ id }) => id)).not.toContain(set.id);
    const { redo } = await undo(token);
    expect((await listSets()).items).toContainEqual(set);
    if (redo) await undo(redo);
    expect((await listSets()).items.map(({ id }) => id)).not.toContain(set.id);
  });

  it('are not undone where they were removed for good, which is told from what was changed', async () => {
    const ids = await some(3);
    const { undo: token } = await removeAnnotations(ids);
    await emptyBin(ids.slice(1));
    expect(await undo(token)).toMatchObject({ restored: 1, refused: ids.slice(1), gone: 2 });
  });

  it('are copied without doubling a passage, and the copies go again', async () => {
    const ids = await some(3);
    const set = await createSet('Kopia');
    expect(await copyAnnotations(ids.slice(0, 1), set.id)).toMatchObject({ changed: 1, already: 0 });
    const before = await content();
    const second = await copyAnnotations(ids, set.id);
    expect(second).toMatchObject({ changed: 2, already: 1 });
    const { items } = await listAnnotations({ setId: set.id });
    expect(items.map(({ comment }) => comment).sort()).toEqual(['nr 0', 'nr 1', 'nr 2']);
    expect(items.every((each) => !ids.includes(each.id) && each.revision === 1 && each.history.length === 0)).toBe(
      true,
    );
    await undo(second.undo);
    expect(await content()).toEqual(before);
  });

  it('go to the bin and come back, in either direction with undo', async () => {
    const ids = await some(4);
    const before = await content();
    const removed = await removeAnnotations(ids.slice(0, 2));
    expect(await inBin()).toBe(2);
    const binned = await content();
    const restored = await restoreAnnotations(ids);
    expect(restored.changed).toBe(2);
    expect(await content()).toEqual(before);
    await undo(restored.undo);
    expect(await content()).toEqual(binned);
    // They lie there as the removal left them: that can be taken back too.
    expect(await undo(removed.undo)).toMatchObject({ restored: 2, refused: [] });
    expect(await content()).toEqual(before);
  });

  it('write all or nothing: cancelled, or with an unknown tag', async () => {
    const ids = await some(3);
    const before = await content();
    const signal = AbortSignal.abort(new Error('stopp'));
    await expect(removeAnnotations(ids, { signal })).rejects.toThrow('stopp');
    await expect(tagAnnotations(ids, { add: [crypto.randomUUID()], addNames: ['Ny'] })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await content()).toEqual(before);
  });

  it('keep each of several hundred, in slices, with progress', async () => {
    const ids = await some(350, []);
    const seen: number[] = [];
    const result = await tagAnnotations(ids, { addNames: ['Alla'] }, { onProgress: (done) => seen.push(done) });
    expect(result.changed).toBe(350);
    expect(seen.length).toBeGreaterThan(2);
    expect((await undo(result.undo)).restored).toBe(351);
  });
});

describe('a set that is deleted', () => {
  it('gives what it holds to another', async () => {
    const ids = await some(2);
    const old = await currentSet();
    const other = await createSet('Annan');
    const before = await content();
    const result = await deleteSet(old?.id ?? '', { to: 'set', setId: other.id });
    expect((await listAnnotations({ setId: other.id })).items.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect((await listSets()).items.map(({ name }) => name)).toEqual(['Annan']);
    await undo(result.undo);
    expect(await content()).toEqual(before);
  });

  it('takes what it holds to the bin, and comes back with the first that is restored', async () => {
    const ids = await some(2);
    const old = await currentSet();
    await chooseSet((await createSet('Annan')).id);
    const before = await content();
    const result = await deleteSet(old?.id ?? '', { to: 'bin' });
    expect(await inBin()).toBe(2);
    expect((await listSets()).items.map(({ name }) => name)).toEqual(['Annan']);
    await restoreAnnotations(ids.slice(0, 1));
    expect((await listSets()).items.map(({ name }) => name)).toEqual(['Annan', 'Min granskning']);
    await removeAnnotation(ids[0] ?? '');
    expect((await undo(result.undo)).refused).toEqual([ids[0]]);
    await restoreAnnotations(ids);
    expect(await content()).toEqual(before);
  });

  it('is gone for good when the bin is emptied, and its documents with it', async () => {
    await some(2);
    await deleteSet((await currentSet())?.id ?? '', { to: 'bin' });
    expect(await emptyBin()).toBe(2);
    expect(await db.sets.count()).toBe(0);
    expect(await db.documents.count()).toBe(0);
    expect(await db.annotations.count()).toBe(0);
  });
});

describe('tags that go', () => {
  it('are taken off everything, and come back', async () => {
    const ids = await some(3, ['Svar', 'Följ upp']);
    await removeAnnotation(ids[2] ?? '');
    const svar = await tagByName('Svar');
    const before = await content();
    const result = await deleteTag(svar.id);
    expect(result.changed).toBe(3);
    expect((await listTags()).items.map(({ name }) => name)).not.toContain('Svar');
    expect((await getAnnotation(ids[0] ?? ''))?.tags).toHaveLength(1);
    await undo(result.undo);
    expect(await content()).toEqual(before);
  });

  it('are merged in their place', async () => {
    const [id = ''] = await some(1, ['Svar', 'Följ upp', 'Bedömning']);
    const [svar, up, keep] = await Promise.all(['Svar', 'Följ upp', 'Iakttagelse'].map(tagByName));
    const bedomning = await tagByName('Bedömning');
    const before = await content();
    const result = await mergeTags([svar?.id ?? '', up?.id ?? ''], keep?.id ?? '');
    expect((await getAnnotation(id))?.tags).toEqual([keep?.id, bedomning.id]);
    await undo(result.undo);
    expect(await content()).toEqual(before);
    await expect(mergeTags([svar?.id ?? ''], svar?.id ?? '')).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('the bin', () => {
  it('keeps what was deleted for thirty days', async () => {
    const [id = ''] = await some(2);
    const { deleted = '' } = await removeAnnotation(id);
    const day = 24 * 60 * 60 * 1000;
    expect(BIN_DAYS).toBe(30);
    expect(await purgeExpired(new Date(Date.parse(deleted) + 30 * day - 1000))).toBe(0);
    expect(await purgeExpired(new Date(Date.parse(deleted) + 30 * day))).toBe(1);
    expect(await getAnnotation(id)).toBeUndefined();
    expect((await listAnnotations()).items).toHaveLength(1);
    expect(await db.documents.count()).toBe(1);
  });

  it('is emptied of some, never of what is in use', async () => {
    const ids = await some(3);
    await removeAnnotations(ids.slice(0, 2));
    expect(await emptyBin([ids[0] ?? '', ids[2] ?? ''])).toBe(1);
    expect(await inBin()).toBe(1);
    expect((await listAnnotations()).items).toHaveLength(1);
  });
});
