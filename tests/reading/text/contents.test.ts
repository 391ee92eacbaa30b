import { expect, it } from 'vitest';
import { readText } from '../../../reading/text';

const blocks = (text: string): string[] =>
  readText(text).blocks.map(({ type, start, end }) => `${type}: ${text.slice(start, end)}`);

const CONTENTS = 'Innehåll\n1. Vägar ......... 2\n2. Broar ......... 3\n\n';

it('knows a title of the table of contents, though its text follows at once', () => {
  expect(blocks(`${CONTENTS}Vägarna är goda.\n\n2. Broar\nKommunen har nio broar.`)).toContain('heading: 2. Broar');
});

it('takes the same words under another number, or with more behind them, for an item', () => {
  const others = blocks(`${CONTENTS}Åtgärder:\n\n1. Broar\nrustas\n2. Broar över ån\nmålas`);
  expect(others.filter((block) => block.startsWith('heading') && block.includes('Broar'))).toEqual([]);
});

it('tells the numbers of a table’s rows below “Nr” from those of pages', () => {
  const rows =
    'Nr\nÅtgärd\nNämnd\n\n1\nMåla bron.\nTekniska nämnden\n\n2\nMåla räcket.\nTekniska nämnden\n\n3\nMåla porten.\nTekniska nämnden\n';
  expect(blocks(rows).filter((block) => block === 'furniture: Tekniska nämnden')).toEqual([]);
  expect(blocks(rows)).toContain('furniture: 2');
});
