import { beforeEach, describe, expect, it, vi } from 'vitest';
import { inspectImport, packBackup, readImport } from '../../exchange';
import { getAnnotation, removeAnnotation, saveAnnotation, updateAnnotation } from '../../storage/annotations';
import { backupMade, backupState, readEverything } from '../../storage/backup';
import { emptyBin } from '../../storage/bin';
import type { Database } from '../../storage/database';
import { deleteSet } from '../../storage/delete-set';
import { deleteTag } from '../../storage/merge-tags';
import { chooseSet, createSet } from '../../storage/sets';
import { changeSettings, getSettings } from '../../storage/settings';
import { tagByName, updateTag } from '../../storage/tags';
import { undo } from '../../storage/undo';
import { description, draft, freshDatabase, targetAt } from '../storage/support';
import { colleague, importing, NOW, READ, secondMachine } from './machines';

// Many rows: on a machine that is busy they take longer than a test usually may.
vi.setConfig({ testTimeout: 60_000 });

let db: Database;
beforeEach(() => {
  db = freshDatabase();
});

describe('a backup', () => {
  it('restores everything on a new machine: the bin, histories, settings, order of tags', async () => {
    const saved = await saveAnnotation(draft({ comment: 'Ett', tagNames: ['Egen'] }), description());
    await updateAnnotation(saved.annotation.id, { comment: 'Två' });
    const gone = await saveAnnotation(draft({ target: targetAt(400) }), description());
    await removeAnnotation(gone.annotation.id);
    const set = await createSet('Elevhälsan');
    await chooseSet(set.id);
    await changeSettings({ language: 'sv', hiddenKinds: ['response'] });
    await updateTag((await tagByName('Svar')).id, { colour: 'teal', order: 0 });
    const { blob, name } = await packBackup(await readEverything(), new Date(NOW));
    expect(name).toBe('Revisionspennan säkerhetskopia 2026-11-22.json.gz');
    expect(await inspectImport(blob)).toEqual({ format: 'backup' });

    const other = await secondMachine();
    await colleague(other, async () => {
      const { plan } = await importing(blob, { restore: true });
      expect(plan.counts.new).toBe(2);
      const bin = await getAnnotation(gone.annotation.id);
      expect(bin?.deleted).toBeDefined();
      expect((await getAnnotation(saved.annotation.id))?.history).toMatchObject([{ before: { comment: 'Ett' } }]);
      expect(await getSettings()).toMatchObject({ language: 'sv', hiddenKinds: ['response'], currentSetId: set.id });
      expect(await tagByName('Svar')).toMatchObject({ colour: 'teal', order: 0 });
      expect((await importing(blob, { restore: true })).plan.counts).toMatchObject({ new: 0, same: 2 });
    });
    other.close();
  });

  it('restored over a library that has changed takes nothing back that was done since, and brings what is gone', async () => {
    const save = (start: number, more: Parameters<typeof draft>[0] = {}) =>
      saveAnnotation(draft({ target: targetAt(start), ...more }), description());
    const { annotation: edited } = await save(100, { comment: 'Före', tagNames: ['Egen'] });
    const { annotation: binned } = await save(300);
    const { annotation: purged } = await save(500, { tagNames: ['Borttagen'] });
    const set = await createSet('Elevhälsan');
    const { annotation: inSet } = await save(700, { setId: set.id });
    const { blob } = await packBackup(await readEverything(), new Date(NOW));

    await updateAnnotation(edited.id, { comment: 'Efter' });
    await removeAnnotation(binned.id);
    await removeAnnotation(purged.id);
    await emptyBin([purged.id]);
    await deleteTag((await tagByName('Borttagen')).id);
    await deleteSet(set.id, { to: 'bin' });
    const { annotation: added } = await save(900, { comment: 'Ny' });

    const { plan, result } = await importing(blob, { restore: true });
    expect(plan.counts).toMatchObject({ new: 1, kept: 3, conflict: 0 });
    expect(await getAnnotation(edited.id)).toMatchObject({
      comment: 'Efter',
      history: [{ before: { comment: 'Före' } }],
    });
    expect((await getAnnotation(binned.id))?.deleted).toBeDefined();
    expect((await getAnnotation(inSet.id))?.deleted).toBeDefined();
    expect(await getAnnotation(added.id)).toMatchObject({ comment: 'Ny' });
    const back = await getAnnotation(purged.id);
    expect(back?.tags).toEqual([(await tagByName('Borttagen')).id]);
    // Again it finds nothing to do; and all of it can be taken back.
    expect((await importing(blob, { restore: true })).plan.counts).toMatchObject({ new: 0, changed: 0, conflict: 0 });
    await undo(result.undo);
    expect(await getAnnotation(purged.id)).toBeUndefined();
    expect(await getAnnotation(edited.id)).toMatchObject({ comment: 'Efter' });
  });

  it('keeps rows that cannot be read, and an import tells of them', async () => {
    const { annotation } = await saveAnnotation(draft(), description());
    await db.table('annotations').update(annotation.id, { target: 'skräp' });
    const everything = await readEverything();
    expect(everything.unreadable).toMatchObject([{ table: 'annotations', value: { target: 'skräp' } }]);
    const { blob } = await packBackup(everything, new Date(NOW));
    expect((await readImport(blob, READ)).refused).toMatchObject([{ code: 'unreadable-row' }]);
  });

  it('is asked for by how much was written since', async () => {
    expect(await backupState()).toEqual({ lastBackup: undefined, changes: 0 });
    const { annotation } = await saveAnnotation(draft(), description());
    await saveAnnotation(draft({ target: targetAt(300) }), description());
    expect((await backupState()).changes).toBe(2);
    const { writes } = await readEverything();
    await removeAnnotation(annotation.id);
    await backupMade(writes, new Date(NOW));
    expect(await backupState()).toEqual({ lastBackup: NOW, changes: 1 });
  });
});
