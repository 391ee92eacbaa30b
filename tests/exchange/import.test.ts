import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type ImportError,
  type Incoming,
  inspectImport,
  packBackup,
  planImport,
  readImport,
  writeExport,
} from '../../exchange';
import {
  getAnnotation,
  listAnnotations,
  removeAnnotation,
  saveAnnotation,
  updateAnnotation,
} from '../../storage/annotations';
import { applyImport, existingRows } from '../../storage/apply-import';
import { backupMade, backupState, readEverything } from '../../storage/backup';
import { type Contents, contentsOf } from '../../storage/contents';
import type { Database } from '../../storage/database';
import { chooseSet, createSet, listSets } from '../../storage/sets';
import { changeSettings, getSettings } from '../../storage/settings';
import { listTags, tagByName, updateTag } from '../../storage/tags';
import { undo } from '../../storage/undo';
import { manyAnnotations } from '../storage/many';
import { description, draft, dump, freshDatabase, hash, targetAt } from '../storage/support';

// Many rows: on a machine that is busy they take longer than a test usually may.
vi.setConfig({ testTimeout: 60_000 });

const NOW = '2026-11-22T13:05:00.000Z';
const OPTIONS = { title: 'Granskning 2026', today: '2026-11-22' };
const READ = { setName: 'Inläst', now: NOW };

let db: Database;
beforeEach(() => {
  db = freshDatabase();
});

async function exported(): Promise<Blob> {
  return (await writeExport('jsonld', await contentsOf('everything'), OPTIONS)).blob;
}

async function importing(file: Blob, more: { restore?: boolean } = {}) {
  const plan = await planImport(await readImport(file, READ), await existingRows(), { now: NOW, ...more });
  return { plan, result: await applyImport(plan) };
}

/** The database without what only counts writes. */
async function content(of: Database = db): Promise<Record<string, unknown[]>> {
  const { shelves: _, ...tables } = await dump(of);
  return JSON.parse(JSON.stringify(tables, (key, value) => (key === 'revision' ? undefined : value)));
}

/** Does work in the database of a colleague, and comes back to one's own. */
async function colleague<Result>(other: Database, work: () => Promise<Result>): Promise<Result> {
  const { useDatabase } = await import('../../storage/database');
  const own = useDatabase(other);
  try {
    return await work();
  } finally {
    useDatabase(own);
  }
}

/** A second machine with a database of its own; the first stays in use. */
async function secondMachine(): Promise<Database> {
  const { Database: Made } = await import('../../storage/database');
  const other = new Made(`colleague-${crypto.randomUUID()}`);
  await other.open();
  return other;
}

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
    const before = await content();
    const file = await exported();
    const { plan, result } = await importing(file);
    expect(plan.counts).toMatchObject({ new: 0, same: 1 });
    expect(plan.documents).toEqual([]);
    expect(result).toMatchObject({ made: 0, changed: 0 });
    expect(await content()).toEqual(before);
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
    const before = await content();
    await expect(applyImport(plan)).rejects.toMatchObject({ code: 'conflict' });
    expect(await content()).toEqual(before);
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
    const before = await content();
    const stop = new AbortController();
    const onProgress = (done: number) => {
      if (done > 500) stop.abort(new Error('avbruten'));
    };
    await expect(applyImport(plan, { signal: stop.signal, onProgress })).rejects.toThrow('avbruten');
    expect(await content()).toEqual(before);
    expect((await applyImport(plan)).made).toBe(1200);
    expect((await listAnnotations()).items).toHaveLength(1200);
  });
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

describe('the export of Hypothesis', () => {
  const row = {
    id: 'u2bNdKvQEe6cXQ9GJ3Q0Yw',
    created: '2026-03-01T10:00:00.123456+00:00',
    updated: '2026-03-02T10:00:00.123456+00:00',
    user: 'acct:nn@hypothes.is',
    uri: 'https://www.bjorkfors.se/rapport',
    text: 'Min **kommentar**',
    tags: ['Svar', 'egen tagg'],
    document: { title: ['Granskning av elevhälsan'] },
    target: [
      {
        source: 'https://www.bjorkfors.se/rapport',
        selector: [
          { type: 'RangeSelector', startContainer: '/p[1]', endContainer: '/p[1]', startOffset: 0, endOffset: 8 },
          { type: 'TextPositionSelector', start: 40, end: 58 },
          { type: 'TextQuoteSelector', exact: 'stärka uppföljning', prefix: 'Nämnden bör ', suffix: ' av' },
          { type: 'PageSelector', index: 4, label: 'v' },
        ],
      },
    ],
  };
  const file = (rows: unknown) => new Blob([JSON.stringify(rows)]);

  it.each([
    ['its export', { export_date: NOW, annotations: [row] }],
    ['an answer of its API', { total: 1, rows: [row] }],
    ['a mere list', [row]],
  ])('is read from %s', async (_, json) => {
    const { document } = await saveAnnotation(draft(), description());
    const { plan } = await importing(file(json));
    expect(plan.counts.new).toBe(1);
    const found = (await listAnnotations()).items.find(({ origin }) => origin === 'imported');
    expect(found).toMatchObject({
      documentId: document.id,
      kind: 'selection',
      comment: 'Min **kommentar**',
      created: '2026-03-01T10:00:00.123Z',
      modified: '2026-03-02T10:00:00.123Z',
      target: {
        quote: { exact: 'stärka uppföljning', prefix: 'Nämnden bör ', suffix: ' av' },
        position: { start: 40, end: 58 },
        page: 5,
      },
    });
    const names = new Map((await listTags()).items.map((tag) => [tag.id, tag.name]));
    expect(found?.tags.map((id) => names.get(id))).toEqual(['Svar', 'egen tagg']);
    expect((await listSets()).items.map(({ name }) => name)).toContain('Inläst');
    // A second time it is the same; after an edit of ours, ours stands.
    expect((await importing(file(json))).plan.counts).toMatchObject({ same: 1, new: 0 });
    await updateAnnotation(found?.id ?? '', { comment: 'Ändrad här' });
    expect((await importing(file(json))).plan.counts).toMatchObject({ kept: 1 });
  });

  it('loses what has no place here, and says what', async () => {
    const rows = [
      { ...row, id: 'a', references: ['u2bNdKvQEe6cXQ9GJ3Q0Yw'] },
      { ...row, id: 'b', target: [{ source: row.uri }] },
      { ...row, id: 'c', uri: 'javascript:alert(1)' },
      { ...row, id: 'd', created: 'i går' },
      { ...row, id: 5 },
    ];
    const { annotations, refused } = await readImport(file(rows), READ);
    expect(annotations).toEqual([]);
    expect(refused.map(({ code, path }) => `${path} ${code}`)).toEqual([
      '[0] reply',
      '[1] no-quote',
      '[2] bad-address',
      '[3] bad-date',
      '[4].id wrong-type',
    ]);
  });
});

describe('a table', () => {
  const read = (text: string, more = {}) => readImport(new Blob([text]), { ...READ, ...more });

  it('has its columns guessed, in Swedish and in English', async () => {
    const swedish = 'Citat;Rapport;Länk;Sida;Anteckning;Etiketter\nett;R;https://x.se/;5;k;a, b';
    expect(await inspectImport(new Blob([swedish]))).toMatchObject({
      format: 'csv',
      table: { mapping: { quote: 0, document: 1, url: 2, page: 3, comment: 4, tags: 5 }, rows: 1 },
    });
    const english = 'Title,URL,Highlight,Note,Page Number\nR,https://x.se/,ett,k,5';
    expect(await inspectImport(new Blob([english]))).toMatchObject({
      table: { mapping: { document: 0, url: 1, quote: 2, comment: 3, page: 4 } },
    });
  });

  it('of our own comes back field by field', async () => {
    const many = manyAnnotations({ annotations: 60, documents: 4 });
    const fields = [
      'document',
      'municipality',
      'auditor',
      'date',
      'kind',
      'provisions',
      'addressees',
      'quote',
      'comment',
      'tags',
      'page',
      'url',
      'saved',
    ] as const;
    const file = await writeExport('csv', many, { ...OPTIONS, fields });
    const { annotations, documents, tags, refused } = await readImport(file.blob, READ);
    expect(refused).toEqual([]);
    expect(annotations).toHaveLength(60);
    for (const [index, back] of annotations.entries()) {
      const sent = many.annotations[index];
      const from = many.documents.find(({ id }) => id === sent?.documentId);
      expect(back).toMatchObject({
        kind: sent?.kind,
        addressees: sent?.addressees,
        comment: sent?.comment,
        target: { quote: { exact: sent?.target.quote.exact }, page: sent?.target.page },
        created: sent?.created,
      });
      expect(back.provisions).toEqual(sent?.provisions);
      expect(back.tags.map((id) => tags.find((tag) => tag.id === id)?.name)).toEqual(
        sent?.tags.map((id) => many.tags.find((tag) => tag.id === id)?.name),
      );
      const document = documents.find(({ id }) => id === back.documentId);
      expect(document).toMatchObject({ title: from?.title, canonicalUrl: from?.canonicalUrl });
      const { kind: _, ...profile } = from?.profile ?? {};
      expect(document?.profile).toEqual(profile);
    }
  });

  it('that came from here changes nothing here', async () => {
    const set = await createSet('Elevhälsan');
    for (const at of [100, 300, 500]) {
      await saveAnnotation(
        draft({ target: { ...targetAt(at), page: 3 }, setId: set.id, tagNames: ['Svar'] }),
        description(),
      );
    }
    const file = await writeExport('csv', await contentsOf({ setId: set.id }), OPTIONS);
    const incoming = await readImport(file.blob, { ...READ, setName: 'Elevhälsan' });
    const plan = await planImport(incoming, await existingRows(), { now: NOW });
    expect(plan.counts).toMatchObject({ same: 3, new: 0, joined: 0 });
  });

  it('is refused cell by cell, with line and heading', async () => {
    const text = [
      'citat;sida;datum;adress;kommentar',
      'bra;5;2024-03-01;https://x.se/a;',
      ';5;;;',
      'två;noll;;;',
      'tre;;31 februari 2024;;',
      'fyra;;;javascript:alert(1);',
      `fem;;;;${'x'.repeat(50_001)}`,
      'sex;5;;https://x.se/a;=1+1',
    ].join('\n');
    const { annotations, refused } = await read(text);
    expect(annotations.map(({ target }) => target.quote.exact)).toEqual(['bra', 'sex']);
    expect(annotations[1]?.comment).toBe('=1+1');
    expect(refused.map(({ code, row, column }) => [code, row, column])).toEqual([
      ['no-quote', 3, 'citat'],
      ['out-of-range', 4, 'sida'],
      ['bad-date', 5, 'datum'],
      ['bad-address', 6, 'adress'],
      ['too-long', 7, 'kommentar'],
    ]);
  });

  it('is read by the mapping that a person made, in the coding of old Excel', async () => {
    const bytes = Uint8Array.from('A;B\nN\xE4mnden b\xF6r;\xC5tg\xE4rd', (sign) => sign.charCodeAt(0));
    const { annotations } = await readImport(new Blob([bytes]), { ...READ, mapping: { quote: 0, comment: 1 } });
    expect(annotations).toMatchObject([{ target: { quote: { exact: 'Nämnden bör' } }, comment: 'Åtgärd' }]);
    await expect(readImport(new Blob([bytes]), READ)).rejects.toMatchObject({
      problems: [{ code: 'no-quote-column' }],
    } satisfies { problems: Partial<ImportError['problems'][number]>[] });
  });

  it('has its dates and pages understood as people write them', async () => {
    const text = [
      'citat;datum;sida;lagrum',
      'a;22 november 2026;s. 5;SoL 5:1a',
      'b;22/11/2026;12–13;2 § LVU; ',
      'c;20261122;;',
    ].join('\n');
    const { annotations, documents } = await read(text);
    expect(documents.map(({ profile }) => profile.date)).toEqual(['2026-11-22']);
    expect(annotations.map(({ target }) => target.page)).toEqual([5, 12, undefined]);
    expect(annotations[0]?.provisions).toMatchObject([{ chapter: '5', section: '1a' }]);
    expect(annotations[1]?.provisions).toMatchObject([{ sfs: '1990:52', section: '2' }]);
  });
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
