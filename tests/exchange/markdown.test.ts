import { describe, expect, it } from 'vitest';
import { writeExport } from '../../exchange';
import { escapeMarkdown } from '../../exchange/markdown';
import { exampleContents, OPTIONS } from './office';

describe('Markdown', () => {
  it('has a heading for the document and a quote with its source', async () => {
    const text = await (await writeExport('markdown', exampleContents(), OPTIONS)).blob.text();
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

  it('speaks English where that was chosen', async () => {
    const text = await (await writeExport('markdown', exampleContents(), { ...OPTIONS, language: 'en' })).blob.text();
    expect(text).toContain(
      'Kind: provision · Provisions: SoL 5:1a · Addressee: barn- och utbildningsnämnden · Tags: Följ upp · Page: 5 · [to the place](',
    );
    expect(text).toContain('> SoL 5:1a');
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
