import { describe, expect, it } from 'vitest';
import { detectNow } from '../../../detection';
import type { Passage, PassageKind } from '../../../detection/types';
import { readText } from '../../../reading/text';

function found<Kind extends PassageKind>(text: string, kind: Kind): Extract<Passage, { kind: Kind }>[] {
  return detectNow(readText(text)).passages.filter(
    (passage): passage is Extract<Passage, { kind: Kind }> => passage.kind === kind,
  );
}

const printed = (text: string, kind: PassageKind): string[] =>
  found(text, kind).map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' '));

/** A page's foot and the head of the next one. */
const turn = (page: number): string => `\n\nAskeby kommun\nGranskning av arkivet\nSida ${page}\n\f`;
const pages = (one: string, two: string): string =>
  `Revisionsrapport\n\nVi har granskat arkivet och lämnar här vår bedömning av hur det sköts i kommunen.${turn(1)}${one}${turn(2)}${two}${turn(3)}Bilaga\n\nIntervjuade tjänstepersoner framgår av förteckningen nedan.${turn(4)}Slut.\n`;

describe('a list that a page’s end cuts', () => {
  it('goes on with "att" within an item that began with what is to be done', () => {
    const text = pages(
      'Vi rekommenderar kommunstyrelsen att:\n\n• Utse en person som ansvarar för arkivet\n• Ta fram en rutin för gallring som säkerställer',
      'att handlingar inte förstörs för tidigt.\n• Följa upp rutinen varje år',
    );
    const items = printed(text, 'recommendation');
    expect(items).toHaveLength(3);
    expect(items[1]).toMatch(/^Ta fram en rutin .* att handlingar inte förstörs för tidigt\.$/);
  });

  it('but begins the next item where the list is one of "att …"', () => {
    const text = pages(
      'Vi rekommenderar kommunstyrelsen\n\n• att utse en person som ansvarar för arkivet i kommunen',
      'att följa upp rutinen för gallring varje år',
    );
    expect(printed(text, 'recommendation')[0]).toBe('att utse en person som ansvarar för arkivet i kommunen');
  });
});

describe('a lead-in right between two lists', () => {
  const list = (second: string): string =>
    `Revisionsrapport\n\nRekommendationer\nUtifrån granskningens resultat rekommenderas socialnämnden att\n• anta en plan för hur tillsynen av hemtjänsten ska gå till.\n• redovisa resultatet av tillsynen för fullmäktige.\n${second}\n• följa de beslut som fattas i de båda nämnderna.\n`;

  it.each([
    ['Kulturnämnden rekommenderas att', 'kulturnämnden'],
    ['samt kulturnämnden att:', 'kulturnämnden'],
  ])('%j names whom the second is for', (second, board) => {
    const advice = found(list(second), 'recommendation');
    expect(advice.map(({ addressees }) => addressees)).toEqual([['socialnämnden'], ['socialnämnden'], [board]]);
  });
});

describe('numbered headings without a blank line below', () => {
  const report = (number: number): string =>
    `Revisionsrapport\n\n1. Inledning\n\nGranskningen har genomförts under våren av kommunens förtroendevalda revisorer.\n\n2. Organisation\n\nNämnden har tolv anställda och en chef.\n\n${number}. Planering av kontroller\nKontrollerna planeras inte. Vi anser att miljönämnden behöver upprätta en plan för dem.\n`;

  it('count on from the heading before', () => {
    const { blocks } = readText(report(3));
    const headings = blocks
      .filter(({ type }) => type === 'heading')
      .map(({ start, end }) => report(3).slice(start, end));
    expect(headings).toContain('3. Planering av kontroller');
    expect(printed(report(3), 'recommendation')).toEqual([
      'Vi anser att miljönämnden behöver upprätta en plan för dem.',
    ]);
  });

  it('are none where the number does not', () => {
    const { blocks } = readText(report(7));
    expect(blocks.some(({ type, start }) => type === 'heading' && report(7).startsWith('7.', start))).toBe(false);
  });
});

it('reads the auditors’ numbers in a column of their own', () => {
  const text =
    'Revisionsrapport\n\nVi vill lyfta följande förbättringsområden:\n\nR1\tMiljönämnden bör anta en plan.\nR2\tKulturnämnden bör mäta besöken.\n';
  expect(found(text, 'recommendation').map(({ addressees }) => addressees)).toEqual([
    ['miljönämnden'],
    ['kulturnämnden'],
  ]);
});

describe('minutes that repeat what the auditors said', () => {
  const minutes = (words: string): string =>
    `SAMMANTRÄDESPROTOKOLL\nKommunfullmäktige 2023-05-08\n\n§ 41  Dnr 2023/88\n\nGranskning av arkivet\n\nSammanfattning av ärendet\n\n${words}\n\n§ 42  Dnr 2023/91\n\nMotion om parkbänkar\n\nFullmäktige avslår motionen.\n`;

  it('have the urging that is said to be theirs, and end the answer where the next matter begins', () => {
    const text = minutes(
      'Arkivet saknar plan. Revisorerna uppmanar kommunstyrelsen att anta en plan för arkivet.\n\nKommunstyrelsens svar\n\nEn plan antas i juni.',
    );
    expect(printed(text, 'recommendation')).toEqual([
      'Revisorerna uppmanar kommunstyrelsen att anta en plan för arkivet.',
    ]);
    expect(printed(text, 'response')).toEqual(['Kommunstyrelsens svar En plan antas i juni.']);
  });

  it('do not have what somebody else urges', () => {
    expect(printed(minutes('Eva Ek (S) uppmanar kommunstyrelsen att anta en plan.'), 'recommendation')).toEqual([]);
    expect(printed(minutes('Vi uppmanar kommunstyrelsen att anta en plan.'), 'recommendation')).toEqual([]);
  });

  it('list what the auditors found to be improved', () => {
    const text = minutes(
      'Revisorerna pekar på följande områden som behöver förbättras:\n\n1. Kulturnämnden behöver anta en plan.\n   Kulturnämndens svar: En plan antas i juni.\n2. Kulturnämnden behöver mäta besöken.\n   Kulturnämndens svar: Det sker redan.',
    );
    expect(printed(text, 'recommendation')).toEqual([
      'Kulturnämnden behöver anta en plan.',
      'Kulturnämnden behöver mäta besöken.',
    ]);
    expect(printed(text, 'response')).toEqual([
      'Kulturnämndens svar: En plan antas i juni.',
      'Kulturnämndens svar: Det sker redan.',
    ]);
  });
});

describe('whose need it is', () => {
  const report = (words: string): string => `Revisionsrapport\n\n3.1 Bedömning\n\n${words}\n`;

  it.each([
    'Miljönämnden måste enligt vår mening mäta bullret.',
    'Miljönämnden behöver enligt vår bedömning mäta bullret.',
  ])('%j is the auditors’', (sentence) => {
    expect(printed(report(sentence), 'recommendation')).toEqual([sentence]);
  });

  it('is a norm’s where the norm is named', () => {
    expect(printed(report('Miljönämnden måste enligt vägledningen mäta bullret.'), 'recommendation')).toEqual([]);
  });
});

describe('answers under letters', () => {
  it('say which recommendations they answer, which end the answer before', () => {
    const text =
      'Kulturnämnden\n\nYttrande över granskning av biblioteken\n\nNämndens yttrande\n\nA. Angående rekommendation 1: Nämnden bör anta en biblioteksplan.\nSvar: En plan antas i höst.\n\nB. Angående rekommendation 2 och 3:\n2. Nämnden bör mäta besöken.\n3. Nämnden bör redovisa dem.\nSvar: Båda delarna sker redan.\n';
    expect(printed(text, 'recommendation').slice(1)).toEqual([
      'Nämnden bör mäta besöken.',
      'Nämnden bör redovisa dem.',
    ]);
    expect(printed(text, 'response')).toEqual(['Svar: En plan antas i höst.', 'Svar: Båda delarna sker redan.']);
  });
});

describe('the board of a part of the town', () => {
  const report = (more: string): string =>
    `Till Björkhaga stadsdelsnämnd\n\nVi har granskat Björkhaga stadsdelsnämnd${more}.\n\nBedömning\n\nStadsdelsnämnden bör anta en plan.\n`;

  it('is the one that is named with its place', () => {
    expect(found(report(''), 'recommendation')[0]?.addressees).toEqual(['björkhaga stadsdelsnämnd']);
  });

  it('is left open between two', () => {
    expect(found(report(' och Almvik stadsdelsnämnd'), 'recommendation')[0]?.addressees).toEqual(['stadsdelsnämnden']);
  });
});
