import { Cite } from '@citation-js/core';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { describe, expect, it, vi } from 'vitest';
import { citation, placeUrl, quotation, writeExport } from '../../exchange';
import { escapeMarkdown } from '../../exchange/markdown';
import type { Contents } from '../../storage/contents';
import { manyAnnotations } from '../storage/many';
import { example } from './contents';

// Many rows: on a machine that is busy they take longer than a test usually may.
vi.setConfig({ testTimeout: 60_000 });

const OPTIONS = { title: 'Granskning 2026: elevhälsan', today: '2026-11-22', timeZone: 'Europe/Stockholm' };

function contents(): Contents {
  const { set, ...rest } = example();
  return { sets: [set], ...rest };
}

/** The example with other values, to see what becomes of them. */
function changed(change: (all: Contents) => void): Contents {
  const all = structuredClone(contents());
  change(all);
  return all;
}

/** The parts of an Office file, as text. */
async function unpacked(
  all: Contents,
  format: 'xlsx' | 'docx',
  fields?: ['quote', 'comment'],
): Promise<Record<string, string>> {
  const { blob } = await writeExport(format, all, { ...OPTIONS, ...(fields ? { fields } : {}) });
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

function xml(text: string | undefined): Document {
  const { window } = new JSDOM('');
  const parsed = new window.DOMParser().parseFromString(text ?? '', 'text/xml');
  expect(parsed.querySelector('parsererror')).toBeNull();
  return parsed;
}

interface Cell {
  type: string | null;
  text: string;
}

/** The cells of a sheet by their addresses, texts looked up as a spreadsheet does. */
function cells(files: Record<string, string>, sheet: number): Map<string, Cell> {
  const strings = [...xml(files['xl/sharedStrings.xml']).querySelectorAll('si')].map((each) => each.textContent ?? '');
  const found = new Map<string, Cell>();
  for (const cell of xml(files[`xl/worksheets/sheet${sheet}.xml`]).querySelectorAll('c')) {
    const value = cell.querySelector('v')?.textContent ?? '';
    const type = cell.getAttribute('t');
    found.set(cell.getAttribute('r') ?? '', { type, text: type === 's' ? (strings[Number(value)] ?? '') : value });
  }
  return found;
}

/** Days since 1899-12-30, as spreadsheets count. */
function serial(moment: string): number {
  return (Date.parse(moment) - Date.parse('1899-12-30T00:00:00Z')) / 86_400_000;
}

describe('the workbook', () => {
  it('has the annotation field by field: texts as text, dates as dates', async () => {
    const found = cells(await unpacked(contents(), 'xlsx'), 1);
    const row = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L'].map((column) => found.get(`${column}2`));
    expect(row.map((cell) => cell?.text)).toEqual([
      'Granskning av elevhälsan',
      'Björkfors kommun',
      String(serial('2024-03-01T00:00:00Z')),
      'lagrum',
      'SoL 5:1a',
      'barn- och utbildningsnämnden',
      'SoL 5:1a',
      'Jämför med "svaret"; sida 3\nrad två',
      'Följ upp',
      '5',
      'https://www.bjorkfors.se/rapport.pdf',
      expect.any(String),
    ]);
    // Excel counts days in floating point.
    expect(Number(row[11]?.text)).toBeCloseTo(serial('2026-11-22T14:05:00Z'), 6);
    expect(row.map((cell) => cell?.type)).toEqual(['s', 's', null, 's', 's', 's', 's', 's', 's', null, 's', null]);
  });

  it('has sheets, frozen headers, filters and links to the place', async () => {
    const files = await unpacked(contents(), 'xlsx');
    const names = [...xml(files['xl/workbook.xml']).querySelectorAll('sheet')].map((sheet) =>
      sheet.getAttribute('name'),
    );
    expect(names).toEqual(['Anteckningar', 'Dokument', 'Lagrum']);
    for (const sheet of [1, 2, 3]) {
      const parsed = xml(files[`xl/worksheets/sheet${sheet}.xml`]);
      expect(parsed.querySelector('pane')?.getAttribute('state')).toBe('frozen');
      expect(parsed.querySelector('autoFilter')?.getAttribute('ref')).toMatch(/^A1:[F-L]2$/);
      // The format demands this order.
      const order = [...parsed.documentElement.children].map((child) => child.tagName);
      expect(order.indexOf('sheetData')).toBeLessThan(order.indexOf('autoFilter'));
      expect(order.indexOf('autoFilter')).toBeLessThan(order.indexOf('hyperlinks'));
      expect(order.indexOf('hyperlinks')).toBeLessThan(order.indexOf('pageMargins'));
    }
    const targets = [...xml(files['xl/worksheets/_rels/sheet1.xml.rels']).querySelectorAll('Relationship')].map(
      (link) => link.getAttribute('Target'),
    );
    expect(targets).toContain('https://www.bjorkfors.se/rapport.pdf#page=5');
    expect(files['xl/worksheets/_rels/sheet3.xml.rels']).toContain('https://lagen.nu/2001:453#K5P1a');
  });

  it('tells of provisions once, with their force and where they are cited', async () => {
    const found = cells(await unpacked(contents(), 'xlsx'), 3);
    expect(['A2', 'B2', 'C2', 'D2', 'E2'].map((cell) => found.get(cell)?.text)).toEqual([
      'SoL 5:1a',
      '5 kap. 1 a § socialtjänstlagen (2001:453)',
      'upphävd 2025-07-01, ersatt av socialtjänstlagen (2025:400)',
      '1',
      'Granskning av elevhälsan, s. 5',
    ]);
  });

  it.each([
    '=1+1',
    '+46',
    '@SUM(A1)',
    '=HYPERLINK("https://ond.se")',
    '<script>',
    'constructor',
    '__proto__',
    '\uD800 \u0000',
    ']]>',
  ])('holds %j as text and nothing else', async (hostile) => {
    const all = changed(({ annotations, documents, tags }) => {
      Object.assign(annotations[0] ?? {}, { comment: hostile, addressees: [hostile] });
      Object.assign(documents[0] ?? {}, { title: hostile, profile: { municipality: hostile } });
      Object.assign(tags[0] ?? {}, { name: hostile });
    });
    const files = await unpacked(all, 'xlsx');
    for (const name of Object.keys(files).filter((each) => /\.(?:xml|rels)$/.test(each))) xml(files[name]);
    expect(Object.values(files).join('')).not.toMatch(/<f>|<f /);
    const cell = cells(files, 1).get('H2');
    expect(cell?.type).toBe('s');
    expect(cell?.text.trim()).toBe(hostile.replace(/[\uD800\0]/g, '').trim());
  });

  it('shortens what Excel cannot hold, and says so', async () => {
    const all = changed(({ annotations }) => Object.assign(annotations[0] ?? {}, { comment: 'å'.repeat(40_000) }));
    const text = cells(await unpacked(all, 'xlsx'), 1).get('H2')?.text ?? '';
    expect(text.length).toBeLessThan(32_767);
    expect(text).toMatch(/å … \[förkortat/);
  });
});

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
    ]);
    expect(tables[2]?.[1]).toEqual([
      'barn- och utbildningsnämnden',
      '”stärka uppföljningen”',
      'Granskning av elevhälsan, s. 9',
      'Viktig',
    ]);
    expect(body.getElementsByTagName('w:tblHeader')).toHaveLength(3);
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

describe('Markdown', () => {
  it('has a heading for the document and a quote with its source', async () => {
    const text = await (await writeExport('markdown', contents(), OPTIONS)).blob.text();
    expect(text).toBe(
      [
        '# Granskning 2026: elevhälsan',
        '',
        '2026-11-22',
        '',
        '## Granskning av elevhälsan',
        '',
        'Björkfors kommun, 2024-03-01  ',
        '<https://www.bjorkfors.se/rapport.pdf>',
        '',
        '> SoL 5:1a',
        '',
        'Typ: lagrum · Lagrum: SoL 5:1a · Adressat: barn- och utbildningsnämnden · Taggar: Följ upp · Sida: 5 · [till stället](<https://www.bjorkfors.se/rapport.pdf#page=5>)',
        '',
        'Jämför med "svaret"; sida 3  ',
        'rad två',
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['*fet* _kursiv_ `kod`', '\\*fet\\* \\_kursiv\\_ \\`kod\\`'],
    ['# rubrik', '\\# rubrik'],
    ['1. punkt', '1\\. punkt'],
    ['- punkt\n    kod', '\\- punkt\nkod'],
    ['[länk](javascript:alert(1))', '\\[länk\\](javascript:alert(1))'],
    ['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)\\>'],
    ['a | b', 'a \\| b'],
    ['https://ond.se', 'https\\://ond.se'],
    ['5 kap. 1 a §', '5 kap. 1 a §'],
    ['2024-03-01', '2024-03-01'],
  ])('shows %j as it is', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });
});

describe('a citation for the clipboard', () => {
  const [document] = contents().documents;
  const [annotation] = contents().annotations;
  if (!document || !annotation) throw new Error('The example is not whole');

  it('is what a report has in its notes', () => {
    const whole = {
      ...document,
      title: 'Granskning av <elevhälsan>',
      profile: { municipality: 'Perstorps kommun', auditor: 'KPMG', date: '2022-12-15' },
    };
    expect(citation(whole, annotation, '2026-11-22')).toEqual({
      text: 'Perstorps kommun, *Granskning av <elevhälsan>*, KPMG, 2022-12-15, s.\u00A05, <https://www.bjorkfors.se/rapport.pdf> (hämtad\u00A02026-11-22)',
      html: 'Perstorps kommun, <i>Granskning av &lt;elevhälsan&gt;</i>, KPMG, 2022-12-15, s.\u00A05, <a href="https://www.bjorkfors.se/rapport.pdf">https://www.bjorkfors.se/rapport.pdf</a> (hämtad\u00A02026-11-22)',
    });
    expect(quotation(whole, annotation, '2026-11-22').text).toMatch(/^”SoL 5:1a” \(Perstorps kommun/);
  });

  it('leaves out what is not known', () => {
    const bare = { ...document, canonicalUrl: 'urn:uuid:7f0c2c1e-4c1b-4f57-9c55-6c9d0f1f2a01', profile: {} };
    expect(citation(bare, undefined, '2026-11-22').text).toBe('*Granskning av elevhälsan*');
  });
});

describe('a link to the place', () => {
  const [document] = contents().documents;
  const [annotation] = contents().annotations;
  if (!document || !annotation) throw new Error('The example is not whole');
  const quoted = (exact: string) => {
    const { page: _, ...target } = annotation.target;
    return { target: { ...target, quote: { ...target.quote, exact } } };
  };

  it.each([
    ['stärka uppföljningen', '#:~:text=st%C3%A4rka%20uppf%C3%B6ljningen'],
    ['barn- och\nutbildning, skola', '#:~:text=barn%2D%20och%20utbildning%2C%20skola'],
    [
      'ett två tre fyra fem sex sju åtta nio tio elva tolv tretton',
      '#:~:text=ett%20tv%C3%A5%20tre%20fyra%20fem,nio%20tio%20elva%20tolv%20tretton',
    ],
  ])('%j → %s', (quote, fragment) => {
    expect(placeUrl(document, quoted(quote))).toBe(`https://www.bjorkfors.se/rapport.pdf${fragment}`);
  });

  it('is the page of a PDF, and none where there is no address', () => {
    expect(placeUrl(document, annotation)).toBe('https://www.bjorkfors.se/rapport.pdf#page=5');
    expect(placeUrl({ ...document, canonicalUrl: 'file:///C:/rapport.pdf' }, annotation)).toBeUndefined();
  });
});
