import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { writeExport } from '../../exchange';
import { manyAnnotations } from '../storage/many';
import { changed, OPTIONS, unpacked, xml } from './office';

// Many rows: on a machine that is busy they take longer than a test usually may.
vi.setConfig({ testTimeout: 60_000 });

describe('the working paper', () => {
  const all = changed(({ annotations }) => {
    const [first] = annotations;
    if (!first) throw new Error('The example is not whole');
    const { quote } = first.target;
    annotations.push(
      {
        ...first,
        id: '7f0c2c1e-4c1b-4f57-9c55-6c9d0f1f2a05',
        kind: 'recommendation',
        provisions: [],
        target: { ...first.target, page: 9, quote: { ...quote, exact: 'stärka\nuppföljningen' } },
        comment: 'Viktig',
      },
      {
        ...first,
        id: '7f0c2c1e-4c1b-4f57-9c55-6c9d0f1f2a06',
        kind: 'assessment',
        provisions: [],
        tags: [],
        comment: '',
      },
    );
  });

  it('has documents, criteria, recommendations and the rest by tag', async () => {
    const body = xml((await unpacked(all, 'docx'))['word/document.xml']);
    const paragraphs = [...body.getElementsByTagName('w:p')].map((each) => ({
      style: each.getElementsByTagName('w:pStyle')[0]?.getAttribute('w:val'),
      text: [...each.getElementsByTagName('w:t')].map((run) => run.textContent).join(''),
    }));
    const headings = paragraphs.filter(({ style }) => /Heading|Title/.test(style ?? '')).map(({ text }) => text);
    expect(headings).toEqual([
      'Granskning 2026: elevhälsan',
      'Dokument',
      'Revisionskriterier',
      'Rekommendationer',
      'Övriga anteckningar',
      'Följ upp',
      'Utan tagg',
    ]);
    const tables = [...body.getElementsByTagName('w:tbl')].map((table) =>
      [...table.getElementsByTagName('w:tr')].map((row) =>
        [...row.getElementsByTagName('w:tc')].map((cell) =>
          [...cell.getElementsByTagName('w:t')]
            .map((run) => run.textContent)
            .join('')
            .replaceAll('\u00A0', ' '),
        ),
      ),
    );
    expect(tables[1]?.[1]).toEqual([
      'SoL 5:1a',
      '5 kap. 1 a § socialtjänstlagen (2001:453)',
      'upphävd 2025-07-01, ersatt av socialtjänstlagen (2025:400)',
      'Granskning av elevhälsan, s. 5',
      'Följ upp',
    ]);
    expect(tables[2]?.[1]).toEqual([
      'barn- och utbildningsnämnden',
      '”stärka uppföljningen”',
      'Granskning av elevhälsan, s. 9',
      'Följ upp',
      'Viktig',
    ]);
    expect(body.getElementsByTagName('w:tblHeader')).toHaveLength(3);
  });

  it.each([
    { tagged: 'Revisionskriterium', headings: ['Revisionskriterier'] },
    { tagged: 'Audit criterion', headings: ['Revisionskriterier'] },
    { tagged: 'Iakttagelse', headings: ['Revisionskriterier', 'Övriga anteckningar'] },
  ])('tells once of a citation without comment, unless it has a tag of its own: $tagged', async (example) => {
    const cited = changed(({ annotations, tags }) => {
      Object.assign(annotations[0] ?? {}, { comment: '' });
      Object.assign(tags[0] ?? {}, { name: example.tagged });
    });
    const text = (await unpacked(cited, 'docx'))['word/document.xml'] ?? '';
    const parts = ['Revisionskriterier', 'Övriga anteckningar'];
    expect(parts.filter((part) => text.includes(`>${part}<`))).toEqual(example.headings);
    // In its cell and over its group; the tag of the kind in neither.
    expect(text.split(`>${example.tagged}<`)).toHaveLength(example.headings.length === 1 ? 1 : 3);
  });

  it('names the tags beyond the one that a note stands under', async () => {
    const twice = changed(({ annotations, tags }) => {
      tags.push({ id: '7f0c2c1e-4c1b-4f57-9c55-6c9d0f1f2a09', name: 'Nämnden', colour: 'blue', description: '' });
      annotations[0]?.tags.push('7f0c2c1e-4c1b-4f57-9c55-6c9d0f1f2a09');
    });
    expect((await unpacked(twice, 'docx'))['word/document.xml']).toContain('>Taggar: Nämnden<');
  });

  it('has no column for tags where they are not wanted', async () => {
    const text = (await unpacked(all, 'docx', { fields: ['quote'] }))['word/document.xml'];
    expect(text).not.toContain('>Taggar<');
    expect((await unpacked(all, 'docx'))['word/document.xml']).toContain('>Taggar<');
  });

  it('links each source to its page, and leaves out comments when they are not wanted', async () => {
    const files = await unpacked(all, 'docx');
    const body = xml(files['word/document.xml']);
    const relations = xml(files['word/_rels/document.xml.rels']);
    // Word takes an address and its fragment apart.
    const links = [...body.getElementsByTagName('w:hyperlink')].map((link) => {
      const id = link.getAttribute('r:id');
      const target = [...relations.querySelectorAll('Relationship')].find((each) => each.getAttribute('Id') === id);
      return `${target?.getAttribute('Target')}#${link.getAttribute('w:anchor')}`;
    });
    expect(links).toContain('https://www.bjorkfors.se/rapport.pdf#page=9');
    expect(links).toContain('https://lagen.nu/2001:453#K5P1a');
    expect(files['word/document.xml']).toContain('Viktig');
    const { blob } = await writeExport('docx', all, { ...OPTIONS, fields: ['quote'] });
    const without = unzipSync(new Uint8Array(await blob.arrayBuffer()));
    expect(strFromU8(without['word/document.xml'] ?? new Uint8Array())).not.toContain('Viktig');
  });

  it('speaks English where that was chosen', async () => {
    const body = xml((await unpacked(all, 'docx', { language: 'en' }))['word/document.xml']);
    const text = [...body.getElementsByTagName('w:t')].map((run) => run.textContent).join('\n');
    for (const word of ['Working paper', 'Audit criteria', 'Recommendations', 'Source', 'Cited in', 'Without a tag']) {
      expect(text).toContain(word);
    }
    expect(text).toContain('”stärka uppföljningen”');
    expect(text).not.toMatch(/Arbetspapper|Källa|Övriga|Utan tagg|Åberopas|, s\./);
  });

  it('is well-formed whatever the text holds', async () => {
    const hostile = '<w:p/> & \u0000 \uD800 \uFFFF ]]> "\'';
    const bad = changed(({ annotations, documents }) => {
      Object.assign(annotations[0] ?? {}, { comment: hostile, kind: 'response', addressees: [hostile] });
      Object.assign(documents[0] ?? {}, { title: hostile, profile: { municipality: hostile } });
    });
    const files = await unpacked(bad, 'docx');
    for (const [name, text] of Object.entries(files)) if (/\.(?:xml|rels)$/.test(name)) xml(text);
  });

  it('is not begun when it would be too long for Word', async () => {
    const many = manyAnnotations({ annotations: 10_001, documents: 10 });
    await expect(writeExport('docx', many, OPTIONS)).rejects.toMatchObject({ code: 'too-many', most: 10_000 });
  });
});
