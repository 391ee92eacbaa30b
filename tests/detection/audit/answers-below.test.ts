import { describe, expect, it } from 'vitest';
import { detectNow } from '../../../detection';
import type { PassageKind } from '../../../detection/types';
import { readText } from '../../../reading/text';

const printed = (text: string, kind: PassageKind): string[] =>
  detectNow(readText(text))
    .passages.filter((passage) => passage.kind === kind)
    .map(({ start, end }) => text.slice(start, end));

/** A board's letter whose recommendations stand on lines of their own, with what the board answers below them. */
const letter = (lead: string, gap: string): string =>
  `Tjänsteskrivelse 2022-04-05\nTekniska nämnden\n\nSvar på granskning av vägunderhållet\n\n${lead}\n\nAtt nämnden tar fram en plan för vägarna\n${gap}Nämnden delar uppfattningen och tar fram en plan under hösten, som beslutas före årets slut.\n\nAtt nämnden följer upp avtalen\n${gap}En controller har anställts för uppgiften sedan i våras.\n`;

describe('a board that answers each recommendation below its line', () => {
  it.each([
    'Revisorerna lämnar två rekommendationer. Nedan redovisas nämndens ställningstagande till var och en.',
    'Här följer nämndens svar på revisorernas rekommendationer.',
    'Revisorerna lämnar följande rekommendationer, som nämnden besvarar i tur och ordning:',
  ])('%s', (lead) => {
    for (const gap of ['', '\n']) {
      expect(printed(letter(lead, gap), 'recommendation')).toEqual([
        'Att nämnden tar fram en plan för vägarna',
        'Att nämnden följer upp avtalen',
      ]);
      expect(printed(letter(lead, gap), 'response')).toEqual([
        'Nämnden delar uppfattningen och tar fram en plan under hösten, som beslutas före årets slut.',
        'En controller har anställts för uppgiften sedan i våras.',
      ]);
    }
  });

  it('announces nothing where what follows is not to be done', () => {
    const text =
      'Tekniska nämnden\n\nSvar på granskning av vägunderhållet\n\nNedan redovisas nämndens svar på rekommendationerna.\n\nVägarna är i gott skick.\n\nNämnden har tolv anställda.\n';
    expect(printed(text, 'recommendation')).toEqual([]);
  });
});

it('how a matter is to be decided is no advice of auditors', () => {
  const text =
    'Tjänsteskrivelse\n\nVi rekommenderar fullmäktige att bifalla förslaget. Vi rekommenderar nämnden att avslå motionen.\n';
  expect(printed(text, 'recommendation')).toEqual([]);
});

it('an answer may be due before a date in figures', () => {
  const text =
    'Till tekniska nämnden\n\nRevisorerna överlämnar rapporten. Vi önskar nämndens kommentarer före 2024-02-28.\n';
  expect(printed(text, 'deadline')).toEqual(['Vi önskar nämndens kommentarer före 2024-02-28']);
});

describe('lists over what is to be done, and what is not', () => {
  const report = (lead: string, items: string): string =>
    `Revisionsrapport\n\n4 Sammanfattning\n\n${lead}\n\n${items}\n`;

  it('proposals of measures are advice', () => {
    const text = report('Revisorerna lämnar följande förslag på åtgärder:', '- Anta en plan\n- Mäta besöken');
    expect(printed(text, 'recommendation')).toEqual(['Anta en plan', 'Mäta besöken']);
  });

  it('those of an administration are not', () => {
    const text = report('Förvaltningen lämnar följande förslag på åtgärder:', '- Ny entré\n- Större lokaler');
    expect(printed(text, 'recommendation')).toEqual([]);
  });

  it('nor is what was found wanting', () => {
    const text = report(
      'Vi konstaterar följande brister som nämnden behöver åtgärda:',
      '- Avtal saknas\n- Planen är gammal',
    );
    expect(printed(text, 'recommendation')).toEqual([]);
  });

  it('nor what no recommendation is given on', () => {
    const text = report(
      'Vi noterar att nämnden bör se över planen, men lämnar ingen rekommendation i den delen.',
      'Slut.',
    );
    expect(printed(text, 'recommendation')).toEqual([]);
  });
});
