import { beforeEach, describe, expect, it } from 'vitest';
import { saveAnnotation } from '../../storage/annotations';
import { emptyBin } from '../../storage/bin';
import {
  findCorrectionsFor,
  listCorrections,
  removeCorrection,
  restoreCorrection,
  saveCorrection,
} from '../../storage/corrections';
import type { Database } from '../../storage/database';
import type { CorrectionDraft } from '../../storage/schema';
import { description, draft, freshDatabase, hash, targetAt } from './support';

let db: Database;
beforeEach(() => {
  db = freshDatabase();
});

function correction(changes: Partial<CorrectionDraft> = {}): CorrectionDraft {
  return {
    id: crypto.randomUUID(),
    kind: 'citation',
    target: targetAt(100),
    label: 'SoL 5:1a',
    change: { type: 'none' },
    ...changes,
  };
}

const OTHER_LAW = {
  type: 'provisions' as const,
  provisions: [{ sfs: '2025:400', chapter: '5', section: '1', level: 'provision' as const }],
};

describe('a correction', () => {
  it('is kept with its document, which need hold no annotation', async () => {
    const kept = await saveCorrection(correction(), description());
    expect((await listCorrections()).items).toEqual([
      { correction: kept, document: expect.objectContaining({ title: 'Granskning av elevhälsan' }) },
    ]);
    expect((await findCorrectionsFor(description())).items).toEqual([kept]);
  });

  it('holds for its own document only', async () => {
    await saveCorrection(correction(), description());
    const other = description({ urls: ['https://www.annanstad.se/rapport'], textHash: hash('c') });
    expect((await findCorrectionsFor(other)).items).toEqual([]);
  });

  it('gives way to a later one of the same passage, which remembers what was found at first', async () => {
    const first = await saveCorrection(correction(), description());
    const second = await saveCorrection(correction({ label: 'något annat', change: OTHER_LAW }), description());
    expect(second).toMatchObject({ id: first.id, label: 'SoL 5:1a', change: OTHER_LAW, created: first.created });
    expect(await db.corrections.count()).toBe(1);
  });

  it('leaves other passages alone, also of another kind at the same place', async () => {
    await saveCorrection(correction(), description());
    await saveCorrection(correction({ target: targetAt(400) }), description());
    await saveCorrection(correction({ kind: 'recommendation' }), description());
    expect(await db.corrections.count()).toBe(3);
  });

  it('goes for good, and comes back as it was', async () => {
    const kept = await saveCorrection(correction({ change: OTHER_LAW }), description());
    expect(await removeCorrection(kept.id)).toEqual(kept);
    expect((await listCorrections()).items).toEqual([]);
    await expect(removeCorrection(kept.id)).rejects.toMatchObject({ code: 'not-found' });
    await restoreCorrection(kept);
    expect((await findCorrectionsFor(description())).items).toEqual([kept]);
  });

  it('does not come back over a newer one', async () => {
    const kept = await saveCorrection(correction(), description());
    await removeCorrection(kept.id);
    const newer = await saveCorrection(correction({ change: OTHER_LAW }), description());
    await expect(restoreCorrection(kept)).rejects.toMatchObject({ code: 'conflict' });
    expect((await findCorrectionsFor(description())).items).toEqual([newer]);
  });

  it('keeps its document when the bin is emptied', async () => {
    const { annotation } = await saveAnnotation(draft(), description());
    await saveCorrection(correction(), description());
    await db.annotations.update(annotation.id, { deleted: new Date().toISOString() });
    expect(await emptyBin()).toBe(1);
    expect(await db.documents.count()).toBe(1);
  });

  it.each([
    ['no provision at all', { change: { type: 'provisions', provisions: [] } }],
    ['a change that is unknown', { change: { type: 'gone' } }],
    ['a kind that no passage has', { kind: 'selection' }],
    ['an id that is none', { id: 'x' }],
  ])('is refused with %s, and nothing of it stays', async (_, wrong) => {
    await expect(saveCorrection({ ...correction(), ...wrong } as CorrectionDraft, description())).rejects.toMatchObject(
      {
        code: 'invalid',
      },
    );
    expect(await db.corrections.count()).toBe(0);
    expect(await db.documents.count()).toBe(0);
  });
});
