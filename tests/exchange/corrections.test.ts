import { beforeEach, describe, expect, it } from 'vitest';
import { packBackup, planImport, readImport, toJsonLd, writeExport } from '../../exchange';
import { saveAnnotation } from '../../storage/annotations';
import { applyImport, existingRows } from '../../storage/apply-import';
import { readEverything } from '../../storage/backup';
import { contentsOf } from '../../storage/contents';
import { findCorrectionsFor, listCorrections, saveCorrection } from '../../storage/corrections';
import type { Database } from '../../storage/database';
import type { Correction } from '../../storage/schema';
import { undo } from '../../storage/undo';
import { description, draft, freshDatabase, hash, targetAt } from '../storage/support';
import { readSet } from './read-set';
import { violations } from './web-annotation-musts';

const READ = { setName: 'Inläst', now: '2026-11-22T12:00:00.000Z' };

let db: Database;
beforeEach(() => {
  db = freshDatabase();
});

/** A report with an annotation and two corrections, and another report with a correction but no annotation. */
async function corrected(): Promise<Correction[]> {
  await saveAnnotation(draft(), description());
  const other = description({ urls: ['https://www.bjorkfors.se/annan'], textHash: hash('d') });
  const made = [
    await saveCorrection(
      { id: crypto.randomUUID(), kind: 'citation', target: targetAt(100), label: 'SoL 5:1a', change: { type: 'none' } },
      description(),
    ),
    await saveCorrection(
      {
        id: crypto.randomUUID(),
        kind: 'recommendation',
        target: targetAt(300, 'säkerställa att'),
        label: 'Rekommendation till nämnden',
        change: { type: 'addressees', addressees: ['barn- och utbildningsnämnden'] },
      },
      description(),
    ),
  ];
  await saveCorrection(
    { id: crypto.randomUUID(), kind: 'deadline', target: targetAt(5), label: 'Svar senast', change: { type: 'none' } },
    other,
  );
  return made;
}

/** Imports a file into what is there. */
async function imported(file: Blob) {
  const incoming = await readImport(file, READ);
  expect(incoming.refused).toEqual([]);
  return applyImport(await planImport(incoming, await existingRows(), { now: READ.now }));
}

const byId = (rows: readonly Correction[]) => [...rows].sort((one, other) => (one.id < other.id ? -1 : 1));
const stored = async () => byId((await listCorrections()).items.map(({ correction }) => correction));

describe('corrections in an exported set', () => {
  it('are those of its documents, and come back whole', async () => {
    const made = await corrected();
    const { blob } = await writeExport('jsonld', await contentsOf('everything'), { title: 'x', today: '2026-11-22' });
    expect(byId((await readSet(await blob.text())).corrections ?? [])).toEqual(byId(made));

    db = freshDatabase();
    const { undo: token } = await imported(blob);
    expect(await stored()).toEqual(byId(made));
    expect((await findCorrectionsFor(description())).items).toHaveLength(2);
    await undo(token);
    expect(await stored()).toEqual([]);
    expect(await db.documents.count()).toBe(0);
  });

  it('leave a W3C Web Annotation collection, and none is there where nothing was corrected', async () => {
    await corrected();
    const { sets, documents, annotations, tags, corrections } = await contentsOf('everything');
    const [set] = sets;
    if (!set) throw new Error('No set');
    const collection = toJsonLd(set, documents, annotations, tags, corrections);
    expect(violations(collection)).toEqual([]);
    expect(collection).toHaveProperty('rp:corrections');
    expect(toJsonLd(set, documents, annotations, tags)).not.toHaveProperty('rp:corrections');
  });

  it('change nothing when they are imported again, and the later of two stands', async () => {
    const made = await corrected();
    const before = await stored();
    const { blob } = await writeExport('jsonld', await contentsOf('everything'), { title: 'x', today: '2026-11-22' });
    await imported(blob);
    expect(await stored()).toEqual(before);

    const [first] = made;
    if (!first) throw new Error('No correction');
    const later = { ...first, modified: '2099-01-01T00:00:00.000Z', change: { type: 'none' as const } };
    await db.corrections.put({ ...first, label: 'äldre', modified: '2001-01-01T00:00:00.000Z' });
    await imported(blob);
    expect(await db.corrections.get(first.id)).toEqual(first);
    await db.corrections.put(later);
    await imported(blob);
    expect(await db.corrections.get(first.id)).toEqual(later);
  });

  it('are refused where their document is not in the file', async () => {
    await corrected();
    const { blob } = await writeExport('jsonld', await contentsOf('everything'), { title: 'x', today: '2026-11-22' });
    const file = JSON.parse(await blob.text());
    file['rp:corrections'][0].documentId = crypto.randomUUID();
    const incoming = await readImport(new Blob([JSON.stringify(file)]), READ);
    expect(incoming.refused).toMatchObject([{ code: 'no-document', path: 'rp:corrections[0]' }]);
    expect(incoming.corrections).toHaveLength(1);
  });
});

it('corrections come back from a backup, those of documents without annotations too', async () => {
  await corrected();
  const before = await stored();
  const { blob } = await packBackup(await readEverything(), new Date(READ.now));
  db = freshDatabase();
  await imported(blob);
  expect(await stored()).toEqual(before);
  expect(before).toHaveLength(3);
});
