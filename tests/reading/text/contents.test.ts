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

it('leaves a line of text with a footnote’s mark what it is, once the contents have ended', () => {
  const long = 'Förskolan har tjugo avdelningar och sextio anställda i fyra hus.';
  const text = `${CONTENTS}1. Vägar\n${long}\n${long}\nKommunen rustar dem varje år enligt beslutet.1\n`;
  expect(blocks(text).filter((block) => block.startsWith('furniture'))).toEqual([
    'furniture: 1. Vägar ......... 2',
    'furniture: 2. Broar ......... 3',
  ]);
});

it('keeps a heading that the contents print, though it stands last on its page', () => {
  const page = 'Kommunen har tjugo mil väg. '.repeat(30);
  const text = `Innehåll\n2.1 Vägar\n2.2 Broar\n\nSida 1\n\n\f2.1 Vägar\n\n${page}\n\n2.2 Broar\n\nSida 2\n\n\fBroarna är gamla.\n`;
  expect(blocks(text).filter((block) => block === 'heading: 2.2 Broar')).toHaveLength(2);
});

it('takes the letterhead of the first page for one when the second begins alike', () => {
  const head = 'Ekvalla kommun Tjänsteskrivelse 2024-02-09 SN 2023/71';
  const page = 'Nämnden har läst rapporten och delar det som sägs i den. '.repeat(12);
  const text = `${head}\nTill socialnämnden\n\n${page}\n\n\f${head}\nSe över\nrutinerna.\n`;
  expect(blocks(text).filter((block) => block.startsWith('furniture'))).toEqual([
    `furniture: ${head}`,
    `furniture: ${head}`,
  ]);
});

it('takes the foot that ends the text for one when the first page ends alike', () => {
  const foot = 'Postadress 123 45 Ekvalla · kommun@ekvalla.se';
  const page = 'Nämnden har läst rapporten och delar det som sägs i den. '.repeat(12);
  const text = `Till socialnämnden\n\n${page}\n\n${foot}\n\n\fSe över rutinerna.\n\n${page}\n\n${foot}\n`;
  expect(blocks(text).filter((block) => block === `furniture: ${foot}`)).toHaveLength(2);
});
