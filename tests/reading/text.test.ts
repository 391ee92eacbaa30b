import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../reading/text';

/** Blocks as "type: words", with the level of headings and items. */
function shown(text: string): string[] {
  const { blocks } = readText(text);
  return blocks.map((b) => `${b.type}${b.level ?? ''}: ${text.slice(b.start, b.end).replace(/\s+/g, ' ')}`);
}

describe('reading plain text', () => {
  it('joins hard-wrapped lines to one paragraph', () => {
    const text =
      'Granskningen har genomförts genom intervjuer med chefer och\nhandläggare samt genom att vi läst styrdokument. Alla har fått\nläsa rapporten.\n\nNästa stycke börjar här och är också det radbrutet för hand, så\natt det går över två rader.\n';
    expect(shown(text)).toEqual([
      'paragraph: Granskningen har genomförts genom intervjuer med chefer och handläggare samt genom att vi läst styrdokument. Alla har fått läsa rapporten.',
      'paragraph: Nästa stycke börjar här och är också det radbrutet för hand, så att det går över två rader.',
    ]);
  });

  it.each([
    ['# Rapport', 'heading1: Rapport'],
    ['### Metod', 'heading3: Metod'],
    ['**3 Projektets syfte**', 'heading4: **3 Projektets syfte**'],
    ['2.1 Syfte', 'heading2: 2.1 Syfte'],
    ['4\tSlutsats', 'heading1: 4 Slutsats'],
    ['Bedömning', 'heading3: Bedömning'],
  ])('takes %j for a heading', (line, expected) => {
    expect(shown(`Inledande mening om ingenting.\n\n${line}\n\nHär följer ett stycke med flera ord.\n`)[1]).toBe(
      expected,
    );
  });

  it.each([
    'Det här är en kort mening.',
    'Förvaltningens kommentar:',
    'Delvis',
    '2023-05-04',
    'att besluta om en plan',
  ])('does not take %j for a heading', (line) => {
    expect(shown(`Inledande mening.\n\n${line}\n\nHär följer ett stycke.\n`)[1]).toBe(`paragraph: ${line}`);
  });

  it('parts the lead-in of the next list from the answer right above it', () => {
    const answer = 'Nämndens svar: Taxan antas i maj.';
    const leadIn = 'Vi rekommenderar kulturnämnden att';
    expect(shown(`${answer}\n${leadIn}\n- utreda svinnet\n`).slice(0, 2)).toEqual([
      `paragraph: ${answer}`,
      `paragraph: ${leadIn}`,
    ]);
    expect(shown(`${answer}\n${leadIn}\nutreda svinnet.\n`)).toEqual([
      `paragraph: ${answer} ${leadIn} utreda svinnet.`,
    ]);
  });

  it.each(['-', '–', '—', '•', '●', '►', '·', 'o', '*', '1.', '2)', 'a)', '\uf0b7'])(
    'reads items with %j',
    (bullet) => {
      expect(shown(`Följande gäller:\n${bullet} Första punkten\n${bullet} Andra punkten\n`).slice(1)).toEqual([
        'item1: Första punkten',
        'item1: Andra punkten',
      ]);
    },
  );

  it('keeps the nesting and the continuation lines of items', () => {
    expect(
      shown('Frågor:\n- Finns en plan som är\n  beslutad?\n  o Är den känd?\n- Följs den upp?\n').slice(1),
    ).toEqual(['item1: Finns en plan som är beslutad?', 'item2: Är den känd?', 'item1: Följs den upp?']);
  });

  it('does not take "o ungdom" at a line end for a bullet', () => {
    expect(shown('Nämnden ansvarar för barn\no ungdom i hela kommunen.\n')).toHaveLength(1);
  });

  it('marks tables of contents, page numbers and running headers as furniture', () => {
    const page = (n: number, words: string) => `Ekhamra kommun\nGranskning av vägar\n${n} (3)\n\n${words}\n\n`;
    const text = `Innehåll\n\n1 Inledning ............ 2\n2\tMetod\t3\n\n${page(1, `${'Vägarna är långa och breda. '.repeat(30)}De underhålls av`)}${page(2, `${'kommunen och staten. '.repeat(30)}`)}${page(3, 'Slut på texten.')}`;
    const blocks = shown(text);
    expect(blocks.filter((block) => block.includes('Granskning av vägar'))).toEqual(
      Array(3).fill('furniture: Granskning av vägar'),
    );
    expect(blocks).toContain('furniture: 1 Inledning ............ 2');
    expect(blocks).toContain('furniture: 2 Metod 3');
    expect(blocks).toContain('furniture: 2 (3)');
    expect(blocks.some((block) => block.startsWith('paragraph: kommunen och staten.'))).toBe(true);
  });

  it('does not take a label that comes back for a running header', () => {
    const answer = `${'Nämnden har beslutat om en plan. '.repeat(25)}\n\n`;
    const text = `Första rådet.\n\nNämndens svar\n\n${answer}Andra rådet.\n\nNämndens svar\n\n${answer}Tredje rådet.\n\nNämndens svar\n\n${answer}`;
    expect(shown(text).filter((block) => block.includes('Nämndens svar') && block.startsWith('furniture'))).toEqual([]);
  });

  it('reads footnotes, and goes on with the sentence behind them', () => {
    const text =
      'Nämnden har enligt reglementet¹ ansvar för barn och\n\n¹ Antaget 2019-02-03\n\nunga i hela kommunen.\n';
    expect(shown(text)).toEqual([
      'paragraph: Nämnden har enligt reglementet¹ ansvar för barn och',
      'footnote: ¹ Antaget 2019-02-03',
      'paragraph: unga i hela kommunen.',
    ]);
  });

  it('reads tab-separated rows and HTML remnants as cells', () => {
    const text = 'Fråga\tSvar\n<ul> <li>• Finns en plan?</li> </ul>\t<p>Ja</p> <p>Den är beslutad.</p>\n';
    const { blocks } = readText(text);
    expect(blocks.map((b) => [b.type, b.row, b.column, text.slice(b.start, b.end)])).toEqual([
      ['cell', 0, 0, 'Fråga'],
      ['cell', 0, 1, 'Svar'],
      ['cell', 1, 0, 'Finns en plan?'],
      ['cell', 1, 1, 'Ja'],
      ['cell', 1, 1, 'Den är beslutad.'],
    ]);
  });

  it('reads an HTML table whose tags are spread over lines', () => {
    const text =
      'Före.\n\n<table>\n<tr><th>Fråga</th>\n<th>Svar</th></tr>\n<tr>\n<td>\nFinns en\nplan?\n</td>\n<td>Ja</td>\n</tr>\n</table>\nEfter.\n';
    const { blocks } = readText(text);
    expect(blocks.map((b) => [b.type, text.slice(b.start, b.end)])).toEqual([
      ['paragraph', 'Före.'],
      ['cell', 'Fråga'],
      ['cell', 'Svar'],
      ['cell', 'Finns en'],
      ['cell', 'plan?'],
      ['cell', 'Ja'],
      ['paragraph', 'Efter.'],
    ]);
    const cells = blocks.filter((b) => b.type === 'cell');
    const [question, answer, ...body] = cells;
    expect(new Set(cells.map((b) => b.table)).size).toBe(1);
    expect(answer?.row).toBe(question?.row);
    expect(new Set(body.map((b) => b.row)).size).toBe(1);
    expect(body.map((b) => b.column)).toEqual([question?.column, question?.column, answer?.column]);
  });

  it('takes a line with a page number at its far end for a page foot, and the head below it', () => {
    const text =
      'Vägarna är långa.\n\nGranskning av vägar                         7\n\nEkhamra kommun                2024-05-02\n\nDe är breda.\n';
    expect(shown(text)).toEqual([
      'paragraph: Vägarna är långa.',
      'furniture: Granskning av vägar 7',
      'furniture: Ekhamra kommun 2024-05-02',
      'paragraph: De är breda.',
    ]);
  });

  it('begins a block with the label of an answer, also below a line without a stop', () => {
    expect(shown('”nämnden följer upp avtalen”\nNämndens kommentar: Det görs.\n')).toEqual([
      'paragraph: ”nämnden följer upp avtalen”',
      'paragraph: Nämndens kommentar: Det görs.',
    ]);
  });

  it('counts pages where form feeds part them', () => {
    const { blocks } = readText('Första sidan säger något.\n\fAndra sidan säger mer.\n');
    expect(blocks.map((block) => block.page)).toEqual([1, 2]);
  });

  it.each(['', '\n\n\n', '\f', '   ', '-', '1.', '<', '|', '\t\t'])('reads %j without complaint', (text) => {
    expect(readText(text).text).toBe(text);
  });

  it('keeps the text as it is, with blocks in order inside it', () => {
    const piece = fc.constantFrom(
      'att ',
      'Nämnden ',
      '\n',
      '\n\n',
      '\t',
      '- ',
      '1. ',
      '2.1 ',
      '• ',
      '<p>',
      '</li>',
      '|',
      '\f',
      '\r\n',
      'o ',
      '¹ ',
      '**',
      '# ',
      '. ',
      '? ',
      ': ',
      '2023-01-02',
      '...... 3',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const reading = readText(text);
        expect(reading.text).toBe(text);
        let last = 0;
        for (const block of reading.blocks) {
          expect(block.start).toBeGreaterThanOrEqual(last);
          expect(block.end).toBeGreaterThan(block.start);
          last = block.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });
});
