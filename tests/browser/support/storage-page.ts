import Dexie from 'dexie';
import { planImport } from '../../../exchange';
import { saveAnnotation } from '../../../storage/annotations';
import { applyImport, existingRows } from '../../../storage/apply-import';
import { beginNewLog } from '../../../storage/begin-new-log';
import { contentsOfSet } from '../../../storage/contents';
import { Database, useDatabase } from '../../../storage/database';
import { documentRow } from '../../../storage/documents';
import { toStorageError } from '../../../storage/errors';
import { currentSet } from '../../../storage/sets';
import { tagRow } from '../../../storage/tags';
import { listUnreadable } from '../../../storage/unreadable';
import { openLibrary } from '../../storage/lists';
import { manyAnnotations } from '../../storage/many';

/** The storage's own code on a bare page, driven by `storage.test.ts` and `storage-crashes.test.ts`. */

function draftAt(start: number, comment: string) {
  const exact = `Mening ${start}`;
  return {
    id: crypto.randomUUID(),
    origin: 'selected' as const,
    kind: 'selection' as const,
    target: {
      quote: { exact, prefix: '', suffix: '' },
      position: { start, end: start + exact.length },
      textHash: 'a'.repeat(64),
    },
    provisions: [],
    addressees: [],
    tagNames: [`Tagg ${start % 7}`],
    comment,
  };
}

/** Hexadecimal digits of chance: what the browser packs keeps half its size, and counts against the quota. */
function unlikeText(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(Math.ceil(length / 2)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, length);
}

const description = { urls: [location.href], title: 'Prov', textHash: 'a'.repeat(64), profile: {} };

type Work = 'saving' | 'importing' | 'migrating';

const tell = (word: string) => fetch(`/told/${word}`, { method: 'POST' });
const ROUND = 1_000_000;
const sizeOf = (annotations: number) => ({ annotations, documents: 60 });
/** What is saved goes to one database, round after round; each import and each old database has one of its own. */
const nameOf = (work: Work, round: number) => (work === 'saving' ? undefined : `${work}-${round}`);

async function saveForEver(round: number): Promise<never> {
  useDatabase(new Database(nameOf('saving', round)));
  await tell(`begun-saving-${round}`);
  for (let index = 0; ; index += 1) {
    await saveAnnotation(draftAt(round * ROUND + index, 'x'.repeat(500)), description);
    await tell(`saved-${round}-${round * ROUND + index}`);
  }
}

async function importMany(round: number, many: number): Promise<void> {
  useDatabase(new Database(nameOf('importing', round)));
  const incoming = {
    ...manyAnnotations(sizeOf(many)),
    format: 'jsonld' as const,
    refused: [],
    loose: false,
    corrections: [],
  };
  const plan = await planImport(incoming, await existingRows(), { now: new Date().toISOString() });
  await tell(`begun-importing-${round}`);
  await applyImport(plan);
  await tell(`done-importing-${round}`);
}

/** Makes a database as version 1 left it, then opens it with the code of today. */
async function migrate(round: number, many: number): Promise<void> {
  const { sets, tags, documents, annotations } = manyAnnotations(sizeOf(many));
  const old = new Dexie(`migrating-${round}`, { chromeTransactionDurability: 'strict' });
  old.version(1).stores({
    documents: 'id, canonicalUrl, *urlKeys, textHash, *earlierTextHashes, pdfFingerprint, lastSeen',
    annotations: 'id, documentId, setId, *tags, modified, deleted',
    sets: 'id, name',
    tags: 'id, &nameKey',
    settings: 'key',
  });
  await old.transaction('rw', old.tables, async () => {
    await old.table('sets').bulkAdd(sets);
    await old.table('tags').bulkAdd(tags.map(tagRow));
    await old.table('documents').bulkAdd(documents.map(documentRow));
    await old.table('annotations').bulkAdd(annotations);
  });
  old.close();
  await tell(`begun-migrating-${round}`);
  await new Database(nameOf('migrating', round)).open();
  await tell(`done-migrating-${round}`);
}

const page = {
  /** What the extension's worker does when the browser starts. */
  start: beginNewLog,

  /** Does work and says when it has begun, and when it was confirmed; saving goes on until the end of the page. */
  async begin(work: Work, round: number, many: number): Promise<void> {
    if (work === 'saving') await saveForEver(round);
    else if (work === 'importing') await importMany(round, many);
    else await migrate(round, many);
  },

  /** What a round has left: rows stored and listed in its database, those of this very round, and the places of what it saved. */
  async left(work: Work, round: number, many: number) {
    const db = new Database(nameOf(work, round));
    const earlier = useDatabase(db);
    try {
      const library = await openLibrary();
      const { inUse, inBin, broken } = library.counts;
      library.close();
      const rows = await db.annotations.toArray();
      const ofThis = new Set(manyAnnotations(sizeOf(many)).annotations.map(({ id }) => id));
      const starts = rows.map(({ target }) => target.position.start);
      return {
        stored: rows.length,
        listed: inUse + inBin + broken,
        unreadable: (await listUnreadable()).length,
        ofThis: rows.filter(({ id }) => ofThis.has(id)).length,
        marks: starts.filter((start) => start >= round * ROUND && start < (round + 1) * ROUND && work === 'saving'),
      };
    } finally {
      db.close();
      useDatabase(earlier);
    }
  },

  /** Saves one; the code of the failure, or `saved`. */
  async save(start: number, length: number): Promise<string> {
    try {
      await saveAnnotation(draftAt(start, unlikeText(length)), description);
      return 'saved';
    } catch (error) {
      return toStorageError(error).code;
    }
  },

  /** What the current set holds, and whether all of it can be read. */
  async contents(): Promise<{ ids: string[]; documents: number; tagless: number; unreadable: number }> {
    const set = await currentSet();
    if (!set) throw new Error('No current set');
    const { annotations, documents, unreadable } = await contentsOfSet(set.id);
    return {
      ids: annotations.map((annotation) => annotation.id),
      documents: documents.length,
      tagless: annotations.filter((annotation) => annotation.tags.length === 0).length,
      unreadable: unreadable.length,
    };
  },
};
export type StoragePage = typeof page;

Object.assign(globalThis, { storagePage: page });
