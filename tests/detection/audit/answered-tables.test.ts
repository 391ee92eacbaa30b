import { describe, expect, it } from 'vitest';
import { detectNow } from '../../../detection';
import type { Passage, PassageKind } from '../../../detection/types';
import { readText } from '../../../reading/text';

function found<Kind extends PassageKind>(text: string, kind: Kind): Extract<Passage, { kind: Kind }>[] {
  return detectNow(readText(text)).passages.filter(
    (passage): passage is Extract<Passage, { kind: Kind }> => passage.kind === kind,
  );
}

const answers = (text: string): [string, string | undefined][] =>
  found(text, 'question').map(({ start, end, answer }) => [text.slice(start, end).replace(/\s+/g, ' '), answer]);

describe('a table that lost its columns', () => {
  const table = `Revisionsrapport\n\nSammanfattning\n\nVi har granskat arkivet.\n\nKontrollmål\n\nKommentar\n\nFinns en plan för arkivet som är\nkänd i nämnderna?\n\nDelvis uppfyllt\n\nPlanen är från 2009.\n\nGul\n\nFöljs planen upp varje år av\nkommunstyrelsen?\n\nEj uppfyllt\n\nIngen uppföljning sker.\n\nRöd\n\nMetod\n\nVi har talat med tre chefer.\n`;

  it('has the questions below its head, whatever stands between their answers', () => {
    expect(answers(table)).toEqual([
      ['Finns en plan för arkivet som är känd i nämnderna?', 'Delvis uppfyllt'],
      ['Följs planen upp varje år av kommunstyrelsen?', 'Ej uppfyllt'],
    ]);
  });

  it('heads nothing by a colour', () => {
    const headings = readText(table)
      .blocks.filter(({ type }) => type === 'heading')
      .map(({ start, end }) => table.slice(start, end));
    expect(headings).not.toContain('Gul');
    expect(headings).not.toContain('Röd');
  });
});

it('a question whose cell wraps is one, from its first line to its mark', () => {
  const text =
    'Revisionsrapport\n\nSvar på revisionsfrågorna\n\nRevisionsfråga                    Svar\nHar nämnden säkerställt att       Delvis. Planen är känd men den\narkivet sköts enligt planen?      har inte följts under året.\nFinns det en person som           Ja. Hen utsågs av nämnden i\nansvarar för arkivet?             samband med budgeten.\n';
  const questions = found(text, 'question');
  expect(questions.map(({ answer }) => answer)).toEqual(['Delvis', 'Ja']);
  expect(questions.map(({ start, end }) => [text.slice(start, start + 11), text.slice(end - 8, end)])).toEqual([
    ['Har nämnden', 'planen?'.padStart(8)],
    ['Finns det e', 'arkivet?'],
  ]);
});

describe('ticks in columns of answers', () => {
  const table = (heads: string): string =>
    `Revisionsrapport\n\nSvar på revisionsfrågorna\n\n${heads}\nFinns en plan för arkivet?\tX\t\t\nFöljs planen upp?\t\t\tx\n`;

  it('answer what their column is headed by', () => {
    expect(answers(table('Revisionsfråga\tJa\tDelvis\tNej'))).toEqual([
      ['Finns en plan för arkivet?', 'Ja'],
      ['Följs planen upp?', 'Nej'],
    ]);
  });

  it('answer nothing in columns of something else', () => {
    expect(answers(table('Revisionsfråga\tIntervju\tEnkät\tDokument')).map(([, answer]) => answer)).toEqual([
      undefined,
      undefined,
    ]);
  });
});

describe('a question whose line goes on with the cell beside it', () => {
  const report = (row: string): string =>
    `Revisionsrapport\n\nRevisionsfrågor\n\n• Finns en plan för arkivet?\n• Följs planen upp på ett sätt som gör att brister kan åtgärdas?\n\nSvar på revisionsfrågorna\n\nFinns en plan för arkivet?\n\nJa. Den är från 2009.\n\n${row}\n\nMetod\n\nVi har talat med tre chefer.\n`;

  it('is known by all its words, with the answer between them', () => {
    const text = report(
      'Följs planen upp på ett sätt som gör Nej. Det görs ingen\natt brister kan åtgärdas?\nuppföljning alls.',
    );
    expect(answers(text).at(-1)?.[1]).toBe('Nej');
    expect(answers(text)).toHaveLength(4);
  });

  it('is none where something else is asked', () => {
    const text = report(
      'Följs planen upp på ett sätt som gör Nej. Det görs ingen\natt nämnden kan ingripa?\nuppföljning.',
    );
    expect(answers(text)).toHaveLength(3);
  });
});

describe('an answer that is asked for', () => {
  it('is a board’s that “yttrar sig”', () => {
    const text = 'Rapport\n\nVi önskar att kulturnämnden yttrar sig över rapporten senast den 20 december 2024.\n';
    expect(found(text, 'deadline').map(({ date, addressees }) => [date, addressees])).toEqual([
      ['2024-12-20', ['kulturnämnden']],
    ]);
  });

  it('is from those of the line right above the letter', () => {
    const letter =
      'Stadsrevisionen\n\nTill kulturnämnden och socialnämnden\nRevisorerna har den 3 mars 2024 behandlat rapporten om arkivet och lämnar den till nämnderna för yttrande.\nYttrande ska lämnas till revisorerna senast den 2 maj 2024.\n';
    expect(found(letter, 'deadline').map(({ addressees }) => addressees)).toEqual([['kulturnämnden', 'socialnämnden']]);
  });
});
