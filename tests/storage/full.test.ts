import { IDBObjectStore } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { planImport, readImport, writeExport } from '../../exchange';
import { removeAnnotation, saveAnnotation, updateAnnotation } from '../../storage/annotations';
import { applyImport, existingRows } from '../../storage/apply-import';
import { emptyBin } from '../../storage/bin';
import {
  copyAnnotations,
  moveAnnotations,
  removeAnnotations,
  restoreAnnotations,
  tagAnnotations,
} from '../../storage/bulk';
import type { Database } from '../../storage/database';
import { deleteSet } from '../../storage/delete-set';
import { mergeTags } from '../../storage/merge-tags';
import { createSet, renameSet } from '../../storage/sets';
import { orderTags, tagByName, updateTag } from '../../storage/tags';
import { undo } from '../../storage/undo';
import { manyAnnotations } from './many';
import { description, draft, dump, freshDatabase, targetAt } from './support';

let db: Database;
beforeEach(() => {
  vi.restoreAllMocks();
  db = freshDatabase();
});

/** Fails the nth write from now on, and all after it, as a browser does whose disk is full. @returns how many there were */
function fullAfter(writes: number): () => number {
  let count = 0;
  for (const method of ['add', 'put', 'delete'] as const) {
    const real = IDBObjectStore.prototype[method] as (...given: unknown[]) => IDBRequest;
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (this: IDBObjectStore, ...given: unknown[]) {
      count += 1;
      if (count > writes) throw new DOMException('No room', 'QuotaExceededError');
      return real.apply(this, given);
    });
  }
  return () => count;
}

interface Made {
  ids: string[];
  set: string;
  other: string;
}

async function library(): Promise<Made> {
  const set = await createSet('Elevhälsan');
  const other = await createSet('Ärenden');
  const ids: string[] = [];
  for (let nth = 0; nth < 6; nth++) {
    const { annotation } = await saveAnnotation(
      draft({ target: targetAt(100 * nth), setId: set.id, tagNames: ['Egen', 'Annan'], comment: `Nr ${nth}` }),
      description(),
    );
    ids.push(annotation.id);
  }
  await removeAnnotation(ids[5] ?? '');
  return { ids, set: set.id, other: other.id };
}

const ACTIONS: Record<string, (made: Made) => Promise<() => Promise<unknown>>> = {
  'a save': async () => () => saveAnnotation(draft({ target: targetAt(990), tagNames: ['Ny'] }), description()),
  'an edit':
    async ({ ids }) =>
    () =>
      updateAnnotation(ids[0] ?? '', { comment: 'Ändrad', tagNames: ['Ny'] }),
  'a deletion':
    async ({ ids }) =>
    () =>
      removeAnnotations(ids),
  'tags for many':
    async ({ ids }) =>
    () =>
      tagAnnotations(ids, { addNames: ['Ny'] }),
  'a move':
    async ({ ids, other }) =>
    () =>
      moveAnnotations(ids, other),
  'a copy':
    async ({ ids, other }) =>
    () =>
      copyAnnotations(ids, other),
  'what comes out of the bin':
    async ({ ids }) =>
    () =>
      restoreAnnotations(ids),
  'an emptied bin': async () => () => emptyBin(),
  'a new set': async () => () => createSet('Ny'),
  'another name of a set':
    async ({ set }) =>
    () =>
      renameSet(set, 'Annat namn'),
  'a set that goes':
    async ({ set, other }) =>
    () =>
      deleteSet(set, { to: 'set', setId: other }),
  'a tag that changes': async () => {
    const { id } = await tagByName('Egen');
    return () => updateTag(id, { name: 'Annat namn', colour: 'teal' });
  },
  'tags in another order': async () => {
    const order = (await db.tags.toArray()).map(({ id }) => id).toReversed();
    return () => orderTags(order);
  },
  'merged tags': async () => {
    const [from, into] = [(await tagByName('Egen')).id, (await tagByName('Annan')).id];
    return () => mergeTags([from], into);
  },
  'an undo': async ({ ids, other }) => {
    const { undo: token } = await moveAnnotations(ids, other);
    return () => undo(token);
  },
  'an import': async () => {
    const many = manyAnnotations({ annotations: 250, documents: 5 });
    const { blob } = await writeExport('jsonld', many, { title: 'x', today: '2026-11-22' });
    const now = '2026-11-22T13:05:00.000Z';
    const plan = await planImport(await readImport(blob, { setName: 'x', now }), await existingRows(), { now });
    return () => applyImport(plan);
  },
};

describe('a disk that gets full in the middle', () => {
  it.each(Object.keys(ACTIONS))(
    'of %s is told, leaves everything as it was, and lets it be done again',
    async (name) => {
      const act = await (ACTIONS[name] as (made: Made) => Promise<() => Promise<unknown>>)(await library());
      const before = await dump(db);
      for (const room of [0, 1, 3, 8]) {
        const written = fullAfter(room);
        const done = await act().then(
          () => true,
          (error: unknown) => {
            expect(error).toMatchObject({ code: 'full' });
            return false;
          },
        );
        vi.restoreAllMocks();
        // With room for all of its writes it is done: then there is nothing more to try.
        expect(done).toBe(written() <= room);
        if (done) return;
        expect(await dump(db)).toEqual(before);
      }
      await act();
      expect(await dump(db)).not.toEqual(before);
    },
  );
});
