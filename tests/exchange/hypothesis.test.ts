import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readImport } from '../../exchange';
import { saveAnnotation, updateAnnotation } from '../../storage/annotations';
import { listSets } from '../../storage/sets';
import { listTags } from '../../storage/tags';
import { listAnnotations } from '../storage/lists';
import { description, draft, freshDatabase } from '../storage/support';
import { importing, NOW, READ } from './machines';

// Many rows: on a machine that is busy they take longer than a test usually may.
vi.setConfig({ testTimeout: 60_000 });

beforeEach(() => {
  freshDatabase();
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
