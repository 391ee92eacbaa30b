import { beforeEach, describe, expect, it, vi } from 'vitest';
import { packBackup } from '../../exchange';
import { getAnnotation, removeAnnotation, saveAnnotation, updateAnnotation } from '../../storage/annotations';
import { readEverything } from '../../storage/backup';
import type { Database } from '../../storage/database';
import { listAnnotations } from '../storage/lists';
import { description, draft, freshDatabase, hash, targetAt } from '../storage/support';
import { colleague, exported, importing, NOW, secondMachine } from './machines';

// Many rows: on a machine that is busy they take longer than a test usually may.
vi.setConfig({ testTimeout: 60_000 });

let db: Database;
beforeEach(() => {
  db = freshDatabase();
});

describe('two colleagues', () => {
  /** Both have the annotation; then each does something, and each merges the other's file. */
  async function apart(ours: () => Promise<unknown>, theirs: () => Promise<unknown>) {
    const { annotation } = await saveAnnotation(draft({ comment: 'Från början' }), description());
    const other = await secondMachine();
    const first = await exported();
    await colleague(other, () => importing(first));
    await ours();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await colleague(other, theirs);
    const ourFile = await exported();
    const theirFile = await colleague(other, exported);
    const { plan } = await importing(theirFile);
    const back = await colleague(other, () => importing(ourFile));
    const again = await importing(theirFile);
    const here = await getAnnotation(annotation.id);
    const there = await colleague(other, () => getAnnotation(annotation.id));
    other.close();
    return { id: annotation.id, plan, back, again, here, there };
  }
  const one = async () => (await listAnnotations()).items[0]?.id ?? '';

  it('get what only one of them changed', async () => {
    const { plan, back, again, here, there } = await apart(
      async () => {},
      async () => updateAnnotation(await one(), { comment: 'Deras' }),
    );
    expect(plan.annotations).toMatchObject([{ outcome: 'changed', fields: ['comment'] }]);
    expect(back.plan.counts).toMatchObject({ kept: 1 });
    expect(again.plan.counts).toMatchObject({ same: 1 });
    expect(here).toMatchObject({ comment: 'Deras', history: [{ before: { comment: 'Från början' } }] });
    expect(there).toMatchObject({ comment: 'Deras' });
  });

  it('end with the later edit, and the other in the history', async () => {
    const { plan, again, here, there } = await apart(
      async () => updateAnnotation(await one(), { comment: 'Vår' }),
      async () => updateAnnotation(await one(), { comment: 'Deras, senare' }),
    );
    expect(plan.annotations).toMatchObject([{ outcome: 'conflict', winner: 'theirs', fields: ['comment'] }]);
    expect(here).toMatchObject({ comment: 'Deras, senare' });
    expect(here?.history.map(({ before }) => before.comment)).toContain('Vår');
    expect(there).toMatchObject({ comment: 'Deras, senare' });
    expect(there?.history.map(({ before }) => before.comment)).toContain('Vår');
    expect(again.plan.counts).toMatchObject({ same: 1, conflict: 0 });
  });

  it('keep an earlier edit of the file in the history, once', async () => {
    const { back, there } = await apart(
      async () => updateAnnotation(await one(), { comment: 'Vår' }),
      async () => updateAnnotation(await one(), { tagNames: ['Iakttagelse'] }),
    );
    expect(back.plan.annotations).toMatchObject([{ outcome: 'conflict', winner: 'ours', fields: ['tags', 'comment'] }]);
    expect(there?.comment).toBe('Från början');
    expect(there?.history.map(({ before }) => before.comment)).toContain('Vår');
  });

  it('are told that what lies in the bin here comes out of it with an edit, and stays there without one', async () => {
    const edited = await apart(
      async () => removeAnnotation(await one()),
      async () => updateAnnotation(await one(), { comment: 'Deras' }),
    );
    expect(edited.plan.annotations).toMatchObject([
      { outcome: 'changed', bin: 'out', yields: { comment: 'Från början' } },
    ]);
    expect(edited.here?.deleted).toBeUndefined();
    expect(edited.here?.comment).toBe('Deras');
  });

  it('are told that what was only removed here stays in the bin, and what the file has in its bin goes there', async () => {
    const { annotation } = await saveAnnotation(draft(), description());
    const file = await exported();
    await removeAnnotation(annotation.id);
    const { plan } = await importing(file);
    expect(plan.annotations).toMatchObject([{ outcome: 'kept', bin: 'stays', fields: ['deleted'] }]);
    expect((await getAnnotation(annotation.id))?.deleted).toBeDefined();
    const { blob: backup } = await packBackup(await readEverything(), new Date(NOW));
    const other = await secondMachine();
    const restored = await colleague(other, () => importing(backup));
    expect(restored.plan.annotations).toMatchObject([{ outcome: 'new', bin: 'into' }]);
    other.close();
  });

  it('see what of theirs yields, and not what the other wrote in between', async () => {
    const { plan } = await apart(
      async () => {},
      async () => {
        await updateAnnotation(await one(), { comment: 'Deras första' });
        await updateAnnotation(await one(), { comment: 'Deras andra' });
      },
    );
    expect(plan.annotations).toMatchObject([{ outcome: 'changed', yields: { comment: 'Från början' } }]);
  });

  it('who mark the same passage apart end with one annotation that has both tags and comments', async () => {
    const other = await secondMachine();
    await saveAnnotation(draft({ comment: 'Vår', tagNames: ['Svar'] }), description());
    await colleague(other, () => saveAnnotation(draft({ comment: 'Deras', tagNames: ['Ny'] }), description()));
    const file = await colleague(other, exported);
    const { plan } = await importing(file);
    expect(plan.annotations).toMatchObject([{ outcome: 'joined', fields: ['tags', 'comment'] }]);
    const { items } = await listAnnotations();
    expect(items).toMatchObject([{ comment: 'Vår\n\nDeras' }]);
    expect(items[0]?.tags).toHaveLength(2);
    expect((await importing(file)).plan.counts).toMatchObject({ same: 1, joined: 0 });
    other.close();
  });

  it('find that a document is the same by its address, though each has an id of its own', async () => {
    const other = await secondMachine();
    await saveAnnotation(draft(), description());
    await colleague(other, () =>
      saveAnnotation(
        draft({ target: { ...targetAt(900, 'KL 6:6'), textHash: hash('c') } }),
        description({ urls: ['http://bjorkfors.se/rapport/', 'https://arkiv.se/1'], textHash: hash('c') }),
      ),
    );
    await importing(await colleague(other, exported));
    expect(await db.documents.toArray()).toMatchObject([
      {
        canonicalUrl: 'https://www.bjorkfors.se/rapport',
        urls: ['https://arkiv.se/1'],
        earlierTextHashes: [hash('c')],
      },
    ]);
    expect((await listAnnotations()).items).toHaveLength(2);
    other.close();
  });
});
