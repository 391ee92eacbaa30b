import Dexie, { type ObservabilitySet } from 'dexie';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Incoming, planImport, readImport, writeExport } from '../../exchange';
import { getAnnotation, saveAnnotation, updateAnnotation } from '../../storage/annotations';
import { applyImport, existingRows } from '../../storage/apply-import';
import type { Contents } from '../../storage/contents';
import type { Database } from '../../storage/database';
import { createSet, listSets } from '../../storage/sets';
import { listTags, tagByName } from '../../storage/tags';
import { undo } from '../../storage/undo';
import { listAnnotations } from '../storage/lists';
import { manyAnnotations } from '../storage/many';
import { description, draft, freshDatabase, targetAt } from '../storage/support';
import { colleague, content, exported, importing, NOW, OPTIONS, READ, secondMachine } from './machines';

// Many rows: on a machine that is busy they take longer than a test usually may.
vi.setConfig({ testTimeout: 60_000 });

let db: Database;
beforeEach(() => {
  db = freshDatabase();
});

describe('an export on another machine', () => {
  it('brings every annotation, document, tag and set, field by field', async () => {
    const saved = await saveAnnotation(
      draft({ comment: 'Ett', label: 'SoL 5:1a', tagNames: ['Egen', 'Svar'], target: { ...targetAt(7), page: 3 } }),
      description({ pdfFingerprint: 'f1' }),
    );
    await updateAnnotation(saved.annotation.id, { comment: 'Två' });
    await createSet('Tom samling');
    const file = await exported();
    const other = await secondMachine();
    await colleague(other, async () => {
      const { plan } = await importing(file);
      expect(plan.counts).toEqual({ new: 1, same: 0, changed: 0, kept: 0, conflict: 0, joined: 0 });
      const [annotation] = (await listAnnotations()).items;
      const known = await tagByName('Svar');
      const own = (await listTags()).items.find(({ name }) => name === 'Egen');
      const [set] = (await listSets()).items;
      expect(annotation).toEqual({
        ...(await colleague(db, () => getAnnotation(saved.annotation.id))),
        setId: set?.id,
        tags: [own?.id, known.id],
      });
      expect((await listSets()).items.map(({ name }) => name)).toEqual(['Min granskning', 'Tom samling']);
      expect((await listTags()).items).toHaveLength(7);
      expect(await other.documents.count()).toBe(1);
    });
    other.close();
  });

  it('brings nothing twice', async () => {
    await saveAnnotation(draft({ tagNames: ['Svar'] }), description());
    const before = await content(db);
    const file = await exported();
    const { plan, result } = await importing(file);
    expect(plan.counts).toMatchObject({ new: 0, same: 1 });
    expect(plan.documents).toEqual([]);
    expect(result).toMatchObject({ made: 0, changed: 0 });
    expect(await content(db)).toEqual(before);
  });

  it('is taken back whole by one undo', async () => {
    await saveAnnotation(draft({ tagNames: ['Ny tagg'] }), description());
    const file = await exported();
    const other = await secondMachine();
    await colleague(other, async () => {
      const before = await content(other);
      const { result } = await importing(file);
      expect(result.made).toBe(1);
      expect((await undo(result.undo)).refused).toEqual([]);
      expect(await content(other)).toEqual(before);
    });
    other.close();
  });
});

describe('an import that goes wrong', () => {
  it('writes nothing when something was changed since it was planned', async () => {
    const { annotation } = await saveAnnotation(draft(), description());
    await saveAnnotation(draft({ target: targetAt(500) }), description());
    const other = await secondMachine();
    const first = await exported();
    const theirs = await colleague(other, async () => {
      await importing(first);
      await updateAnnotation(annotation.id, { comment: 'Deras' });
      await saveAnnotation(draft({ target: targetAt(900) }), description());
      return exported();
    });
    const plan = await planImport(await readImport(theirs, READ), await existingRows(), { now: NOW });
    await updateAnnotation(annotation.id, { comment: 'Vår, just nu' });
    const before = await content(db);
    await expect(applyImport(plan)).rejects.toMatchObject({ code: 'conflict' });
    expect(await content(db)).toEqual(before);
    other.close();
  });

  it('leaves a row alone that cannot be read, and brings the others', async () => {
    const { annotation } = await saveAnnotation(draft(), description());
    await saveAnnotation(draft({ target: targetAt(500) }), description());
    const file = await exported();
    await db.table('annotations').update(annotation.id, { target: 'skräp' });
    const { result } = await importing(file);
    expect(result).toMatchObject({ made: 0, changed: 0, skipped: [annotation.id] });
    expect(await db.annotations.get(annotation.id)).toMatchObject({ target: 'skräp' });
  });

  it('writes nothing when it is cancelled in the middle', async () => {
    const many = manyAnnotations({ annotations: 1200, documents: 20 });
    const file = (await writeExport('jsonld', many, OPTIONS)).blob;
    const plan = await planImport(await readImport(file, READ), await existingRows(), { now: NOW });
    expect(plan.counts.new).toBe(1200);
    const before = await content(db);
    const stop = new AbortController();
    const onProgress = (done: number) => {
      if (done > 500) stop.abort(new Error('avbruten'));
    };
    await expect(applyImport(plan, { signal: stop.signal, onProgress })).rejects.toThrow('avbruten');
    expect(await content(db)).toEqual(before);
    expect((await applyImport(plan)).made).toBe(1200);
    expect((await listAnnotations()).items).toHaveLength(1200);
  });
});

it('an import of many tells other windows that much has changed, not each key of it', async () => {
  const many = manyAnnotations({ annotations: 4000, documents: 400 });
  const file = (await writeExport('jsonld', many, OPTIONS)).blob;
  const plan = await planImport(await readImport(file, READ), await existingRows(), { now: NOW });
  const told: number[] = [];
  const hear = (parts: ObservabilitySet) => told.push(JSON.stringify(parts).length);
  Dexie.on('storagemutated', hear);
  await applyImport(plan);
  Dexie.on.storagemutated.unsubscribe(hear);
  expect(told.length).toBeGreaterThan(0);
  expect(Math.max(...told)).toBeLessThan(50_000);
});

describe('several sets in one file', () => {
  it('come back as several sets', async () => {
    const many: Contents = manyAnnotations({ annotations: 90, documents: 5 });
    const { blob } = await writeExport('jsonld', many, OPTIONS);
    const back: Incoming = await readImport(blob, READ);
    const sorted = <Row extends { id: string }>(rows: Row[]) =>
      [...rows].sort((one, other) => (one.id < other.id ? -1 : 1));
    expect(back.refused).toEqual([]);
    expect(sorted(back.annotations)).toEqual(sorted(many.annotations));
    expect(sorted(back.sets)).toEqual(sorted(many.sets));
    expect(sorted(back.documents)).toEqual(sorted(many.documents));
    // The same text without line breaks is read in another way, to the same end.
    const flat = new Blob([JSON.stringify(JSON.parse(await blob.text()))]);
    expect(await readImport(flat, READ)).toEqual(back);
  });
});
