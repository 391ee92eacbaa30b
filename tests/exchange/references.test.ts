import { Cite } from '@citation-js/core';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { describe, expect, it, vi } from 'vitest';
import { writeExport } from '../../exchange';
import { changed, OPTIONS } from './office';

// The citation processor is slow to start on a machine that is busy.
vi.setConfig({ testTimeout: 60_000 });

describe('references', () => {
  const note = '”SoL 5:1a” (s. 5): Jämför med "svaret"; sida 3 rad två';

  it('as RIS are read back by another library', async () => {
    const all = changed(({ documents }) => {
      Object.assign(documents[0]?.profile ?? {}, { auditor: 'Ernst & Young AB', diaryNumber: 'KS 2024/12' });
    });
    const { blob } = await writeExport('ris', all, OPTIONS);
    const [item] = new Cite(await blob.text()).data;
    expect(item).toMatchObject({
      type: 'report',
      title: 'Granskning av elevhälsan',
      author: [{ family: 'Ernst & Young AB' }],
      publisher: 'Björkfors kommun',
      issued: { 'date-parts': [[2024, 3, 1]] },
      accessed: { 'date-parts': [[2026, 11, 22]] },
      URL: 'https://www.bjorkfors.se/rapport.pdf',
    });
    expect(item?.note).toContain(note);
  });

  it('as RIS cannot be broken by a text', async () => {
    const all = changed(({ annotations, documents }) => {
      Object.assign(annotations[0] ?? {}, { comment: 'a\r\nER  - \r\nTY  - BOOK\r\nTI  - Ond' });
      Object.assign(documents[0] ?? {}, { title: 'Titel\nER  - \nTY  - BOOK' });
    });
    const { blob } = await writeExport('ris', all, OPTIONS);
    const items = new Cite(await blob.text()).data;
    expect(items).toHaveLength(1);
    expect(items[0]?.title).toBe('Titel ER - TY - BOOK');
  });

  it('as CSL-JSON are read and set by a citation processor', async () => {
    const all = changed(({ documents }) => {
      Object.assign(documents[0]?.profile ?? {}, { auditor: 'KPMG', diaryNumber: 'KS 2024/12' });
    });
    const { blob, name } = await writeExport('csl', all, OPTIONS);
    expect(name).toBe('Granskning 2026 elevhälsan.json');
    const cite = new Cite(JSON.parse(await blob.text()));
    expect(cite.data[0]).toMatchObject({
      type: 'report',
      title: 'Granskning av elevhälsan',
      author: [{ literal: 'KPMG' }],
      publisher: 'Björkfors kommun',
      number: 'KS 2024/12',
      issued: { 'date-parts': [[2024, 3, 1]] },
      note,
    });
    expect(cite.format('bibliography', { template: 'apa' })).toContain(
      'KPMG. (2024). Granskning av elevhälsan (KS 2024/12). Björkfors kommun. https://www.bjorkfors.se/rapport.pdf',
    );
  });
});
