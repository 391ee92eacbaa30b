import { describe, expect, it, vi } from 'vitest';
import { cells, changed, exampleContents, serial, unpacked, xml } from './office';

// Many rows: on a machine that is busy they take longer than a test usually may.
vi.setConfig({ testTimeout: 60_000 });

describe('the workbook', () => {
  it('has the annotation field by field: texts as text, dates as dates', async () => {
    const found = cells(await unpacked(exampleContents(), 'xlsx'), 1);
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
    const files = await unpacked(exampleContents(), 'xlsx');
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

  it('is printed one page wide, with the headings on every page', async () => {
    const files = await unpacked(exampleContents(), 'xlsx');
    const workbook = xml(files['xl/workbook.xml']);
    const titles = [...workbook.querySelectorAll('definedNames > definedName')].map((each) => [
      each.getAttribute('name'),
      each.getAttribute('localSheetId'),
      each.textContent,
    ]);
    expect(titles).toEqual([
      ['_xlnm.Print_Titles', '0', "'Anteckningar'!$1:$1"],
      ['_xlnm.Print_Titles', '1', "'Dokument'!$1:$1"],
      ['_xlnm.Print_Titles', '2', "'Lagrum'!$1:$1"],
    ]);
    const parts = [...workbook.documentElement.children].map(({ tagName }) => tagName);
    expect(parts.indexOf('sheets')).toBeLessThan(parts.indexOf('definedNames'));
    expect(parts.filter((part) => part === 'definedNames')).toHaveLength(1);
    for (const sheet of [1, 2, 3]) {
      const { documentElement } = xml(files[`xl/worksheets/sheet${sheet}.xml`]);
      expect(documentElement.firstElementChild?.tagName).toBe('sheetPr');
      expect(documentElement.querySelectorAll('sheetPr')).toHaveLength(1);
      expect(documentElement.querySelector('pageSetUpPr')?.getAttribute('fitToPage')).toBe('1');
      const setup = documentElement.querySelector('pageSetup');
      expect([setup?.getAttribute('fitToWidth'), setup?.getAttribute('fitToHeight')]).toEqual(['1', '0']);
    }
  });

  it('tells of provisions once, with their force and where they are cited', async () => {
    const found = cells(await unpacked(exampleContents(), 'xlsx'), 3);
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

describe('the workbook in English', () => {
  it('has English headings and kinds; what documents and people say stays', async () => {
    const files = await unpacked(exampleContents(), 'xlsx', { language: 'en' });
    const names = [...xml(files['xl/workbook.xml']).querySelectorAll('sheet')].map((sheet) =>
      sheet.getAttribute('name'),
    );
    expect(names).toEqual(['Annotations', 'Documents', 'Provisions']);
    const [annotations, documents, provisions] = [1, 2, 3].map((sheet) => cells(files, sheet));
    const row = (sheet: typeof annotations, at: number) =>
      [...'ABCDEFGHIJKL'].flatMap((column) => sheet?.get(`${column}${at}`)?.text ?? []);
    expect(row(annotations, 1)).toEqual([
      'Document',
      'Municipality',
      'Date',
      'Kind',
      'Provisions',
      'Addressee',
      'Quote',
      'Comment',
      'Tags',
      'Page',
      'Address',
      'Saved',
    ]);
    expect(row(annotations, 2)[3]).toBe('provision');
    expect(row(annotations, 2)[1]).toBe('Björkfors kommun');
    expect(row(documents, 1)).toContain('Last read');
    expect(row(provisions, 2)).toContain('repealed 2025-07-01, replaced by socialtjänstlagen (2025:400)');
    expect(row(provisions, 2)).toContain('Granskning av elevhälsan, p. 5');
  });
});
