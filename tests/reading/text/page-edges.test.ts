import { describe, expect, it } from 'vitest';
import { readText } from '../../../reading/text';

function furnitureOf(text: string): string[] {
  return readText(text)
    .blocks.filter((block) => block.type === 'furniture')
    .map((block) => text.slice(block.start, block.end));
}

const HEAD = 'Ekvalla kommun – Granskning av familjehem';

/** Four short pages, each with a head and a foot; a list goes on from the third to the fourth. */
function pages(foot: (page: number) => string): string {
  return [
    [HEAD, '1 Uppdrag', 'Revisorerna har bett oss granska familjehemmen.', foot(1)],
    [HEAD, '2 Metod', 'Vi har talat med tre chefer och läst tio akter.', foot(2)],
    [HEAD, '3 Rekommendationer', 'Vi rekommenderar nämnden att:', '• Rekrytera fler hem.', foot(3)],
    [HEAD, '• Besöka hemmen oftare.', 'Vi tackar för ett gott samarbete.', foot(4)],
  ]
    .map((lines) => lines.join('\n\n'))
    .join('\n\n');
}

describe('heads and feet of pages in plain text', () => {
  it.each([
    ['a house and the number', (page: number) => `EY ${page}`],
    ['the word page', (page: number) => `Sida ${page}`],
    ['the number of all pages', (page: number) => `${page} (4)`],
    ['a house and both numbers', (page: number) => `PwC ${page} av 4`],
    ['a line of rights', (page: number) => `© 2024 KPMG AB. All rights reserved. ${page}`],
    ['columns', (page: number) => `Deloitte AB\tGranskning\t${page}`],
    ['the title before the number', (page: number) => `Granskning av familjehem  ${page}`],
    ['the number before the title', (page: number) => `${page} | Granskning av familjehem`],
  ])('marks feet with %s, and the heads below them', (_, foot) => {
    const found = furnitureOf(pages(foot)).join('\n');
    for (const page of [1, 2, 3, 4]) for (const part of foot(page).split('\t')) expect(found).toContain(part);
    expect(found.split(HEAD)).toHaveLength(5);
    expect(found).not.toMatch(/Metod|Rekrytera|Besöka/);
  });

  it('marks a head that parts two items once, where a page number stands beside it', () => {
    const list = 'Vi rekommenderar nämnden att:\n\n► Rekrytera fler hem.';
    expect(furnitureOf(`${list}\n\nEY 13\n\n${HEAD}\n\n► Besöka hemmen oftare.\n`)).toEqual(['EY 13', HEAD]);
    expect(furnitureOf(`${list}\n\fGranskning av familjehem\nSida 13\n\n► Besöka hemmen oftare.\n`)).toHaveLength(2);
  });

  it.each(['7 | Granskning av familjehem', '- 7 -'])(
    'marks the foot %s that stands once, and the head below it',
    (foot) => {
      const list = 'Vi rekommenderar nämnden att:\n\n• Rekrytera fler hem.';
      expect(furnitureOf(`${list}\n\n${foot}\n\n${HEAD}\n\n• Besöka hemmen oftare.\n`)).toEqual([foot, HEAD]);
      const cut = '• Se till att barnens egen inställning';
      expect(furnitureOf(`${cut}\n\n${foot}\n\n${HEAD}\n\ndokumenteras i varje akt.\n`)).toEqual([foot, HEAD]);
    },
  );

  it.each(['3 | Fler hem', '2 | Rekommendationer i kommunen'])('leaves %s what it is', (line) => {
    const list = 'Vi rekommenderar nämnden att:\n\n• Rekrytera fler hem.';
    expect(furnitureOf(`${list}\n\n${line}\n\n• Besöka hemmen oftare.\n`)).toEqual([]);
  });

  it('marks a head of several lines', () => {
    const list = 'Vi rekommenderar nämnden att:\n\n1. Rekrytera fler hem.';
    const text = `${list}\n\nSida 4\n\nEkvalla kommun\nRevisorerna\n\n2. Besöka hemmen oftare.\n`;
    expect(furnitureOf(text)).toEqual(['Sida 4', 'Ekvalla kommun', 'Revisorerna']);
  });

  it('leaves a heading below a foot what it is', () => {
    const text =
      'Vi rekommenderar nämnden att:\n\n• Rekrytera fler hem.\n\nPwC 4\n\nRekommendationer till socialnämnden\n\n• Besöka hemmen oftare.\n';
    expect(furnitureOf(text)).not.toContain('Rekommendationer till socialnämnden');
  });

  it.each(['Metod', 'Revisorernas bedömning', 'Tekniska nämnden', 'Granskning av socialnämnden'])(
    'leaves the heading %s over another list what it is',
    (heading) => {
      const text = `Vi rekommenderar nämnden att:\n\n• Rekrytera fler hem.\n\n12\n\n${heading}\n\n• Besöka hemmen oftare.\n`;
      expect(furnitureOf(text)).toEqual(['12']);
    },
  );

  it('marks numbers right below the last lines of their pages, which count on', () => {
    const page = (number: number) =>
      `${'Hemmen besöks var sjätte månad av en socialsekreterare.\n'.repeat(12)}${number}\n\n`;
    expect(furnitureOf(`${page(1)}${page(2)}${page(3)}${page(4)}${page(5)}Slut.\n`)).toEqual(['1', '2', '3', '4', '5']);
    expect(furnitureOf(`${page(1)}${page(2)}${page(3)}Slut.\n`)).toEqual([]);
    expect(furnitureOf(`${page(12)}${page(14)}${page(11)}${page(15)}Slut.\n`)).toEqual([]);
  });

  it('leaves what is counted on one page what it is', () => {
    const row = (number: number) => `${'ABCDE'[number - 1]}-gruppens besök under kvartalet\n${number}\n\n`;
    expect(furnitureOf(`${row(1)}${row(2)}${row(3)}${row(4)}${row(5)}Slut.\n`)).toEqual([]);
  });

  it('leaves numbered labels what they are, though they count on', () => {
    const part = (number: number) =>
      `Revisionsfråga ${number}\n\nIakttagelser\n\n${'Hemmen besöks var sjätte månad av en socialsekreterare. '.repeat(12)}\n\n`;
    expect(furnitureOf(`Granskning\n\n${part(1)}${part(2)}${part(3)}`)).toEqual([]);
  });

  it('marks a head inside a sentence', () => {
    const text = `• Se till att barnens egen inställning\n\n12\n\n${HEAD}\n\ndokumenteras i varje akt.\n`;
    expect(furnitureOf(text)).toEqual(['12', HEAD]);
  });
});
