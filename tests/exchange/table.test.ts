import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FILE_LANGUAGES, type ImportError, inspectImport, planImport, readImport, writeExport } from '../../exchange';
import { saveAnnotation } from '../../storage/annotations';
import { existingRows } from '../../storage/apply-import';
import { contentsOf } from '../../storage/contents';
import { createSet } from '../../storage/sets';
import { manyAnnotations } from '../storage/many';
import { description, draft, freshDatabase, targetAt } from '../storage/support';
import { NOW, OPTIONS, READ } from './machines';

// Many rows: on a machine that is busy they take longer than a test usually may.
vi.setConfig({ testTimeout: 60_000 });

beforeEach(() => {
  freshDatabase();
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

  it.each(FILE_LANGUAGES)('of our own comes back field by field, with headings in %s', async (language) => {
    const many = manyAnnotations({ annotations: 60, documents: 4 });
    for (const [index, { target }] of many.annotations.entries()) {
      if (index % 3 === 0) target.pageEnd = (target.page ?? 0) + 1 + (index % 2);
    }
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
    const file = await writeExport('csv', many, { ...OPTIONS, fields, language });
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
        target: { quote: { exact: sent?.target.quote.exact } },
        created: sent?.created,
      });
      expect([back.target.page, back.target.pageEnd]).toEqual([sent?.target.page, sent?.target.pageEnd]);
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

  it('with a quotation mark that is not closed is refused with the row', async () => {
    const text = 'Citat;Kommentar\n"ett";x\n"två;y\ntre;z\nfyra;å';
    const problems = [{ code: 'unclosed-quote', row: 3 }];
    await expect(inspectImport(new Blob([text]))).rejects.toMatchObject({ problems });
    await expect(read(text)).rejects.toMatchObject({ problems });
    // One that stands inside a cell is a sign like any other, and a closed cell may hold lines.
    const sound = await read('Citat;Kommentar\n5" rör;x\n"två\nrader";y');
    expect(sound.annotations.map(({ target }) => target.quote.exact)).toEqual(['5" rör', 'två\nrader']);
  });

  it('names the row where it began, when later cells are in marks too', async () => {
    const text = 'Citat;Kommentar\n"ett";x\n"två;y\n"tre";"z"\n';
    await expect(read(text)).rejects.toMatchObject({ problems: [{ code: 'unclosed-quote', row: 3 }] });
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
      'd;20261122;sid. 7-7;',
    ].join('\n');
    const { annotations, documents } = await read(text);
    expect(documents.map(({ profile }) => profile.date)).toEqual(['2026-11-22']);
    expect(annotations.map(({ target }) => [target.page, target.pageEnd])).toEqual([
      [5, undefined],
      [12, 13],
      [undefined, undefined],
      [7, undefined],
    ]);
    expect(annotations[0]?.provisions).toMatchObject([{ chapter: '5', section: '1a' }]);
    expect(annotations[1]?.provisions).toMatchObject([{ sfs: '1990:52', section: '2' }]);
  });
});
