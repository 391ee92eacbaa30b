import { describe, expect, it } from 'vitest';
import { detectNow } from '../../../detection';
import type { PassageKind } from '../../../detection/types';
import { readText } from '../../../reading/text';

const passages = (kind: PassageKind, text: string) =>
  detectNow(readText(text)).passages.filter((passage) => passage.kind === kind);
const printed = (kind: PassageKind, text: string): string[] =>
  passages(kind, text).map(({ start, end }) => text.slice(start, end));
const answers = (text: string): (string | undefined)[] =>
  passages('question', text).map((passage) => (passage.kind === 'question' ? passage.answer : undefined));

describe('questions as other houses print them', () => {
  it('stand below "dessa frågor"', () => {
    const text = 'Revisionsrapport\n\nGranskningen utgår från dessa frågor:\n\nFinns en plan?\n\nFöljs den?\n';
    expect(printed('question', text)).toEqual(['Finns en plan?', 'Följs den?']);
  });

  it('but not below what was done to answer them', () => {
    const text = 'Revisionsrapport\n\nFör att belysa dessa frågor har vi talat med:\n\nRektor\n\nVem är Eva Ek?\n';
    expect(printed('question', text)).toEqual([]);
  });

  it('may be the clauses of one sentence, on lines of their own', () => {
    const text =
      'Revisionsrapport\n\nGranskningen ska svara på om:\n\n   vägarna sköts enligt planen,\n   broarna är besiktigade, samt\n   nämnden följer upp kostnaden.\n\nVi har läst planen.\n';
    expect(printed('question', text)).toEqual([
      'vägarna sköts enligt planen,',
      'broarna är besiktigade, samt',
      'nämnden följer upp kostnaden.',
    ]);
  });

  it('are no clauses where a paragraph of text stands below', () => {
    const text =
      'Revisionsrapport\n\nGranskningen ska svara på om:\n\nVägarna sköts av kommunen,\nenligt planen.\n\nVi har läst den.\n';
    expect(printed('question', text)).toEqual([]);
  });

  it('may be goals that are met or not', () => {
    const text =
      'Revisionsrapport\n\nSammanfattning\n\nKontrollmål 1: Det finns en aktuell plan för broarna. Uppfyllt. Planen är från 2020.\n\nKontrollmål 2: Broarna besiktigas varje år. Ej uppfyllt.\n';
    expect(printed('question', text)).toEqual([
      'Det finns en aktuell plan för broarna.',
      'Broarna besiktigas varje år.',
    ]);
    expect(answers(text)).toEqual(['Uppfyllt', 'Ej uppfyllt']);
  });

  it('are no goals where nothing judges them', () => {
    const text =
      'Revisionsrapport\n\nSammanfattning\n\nKontrollmål 1: Planen för broarna är aktuell och känd. Den är från 2020.\n';
    expect(printed('question', text)).toEqual([]);
  });

  it('may have their answer beside their first line', () => {
    const text =
      'Revisionsrapport\n\n3 Svar på revisionsfrågorna\n\nFinns en plan för               Delvis\nbroarna?\n\nFöljs planen av                 I viss mån\nentreprenören?\n';
    expect(answers(text)).toEqual(['Delvis', 'I viss mån']);
  });

  it('may have an answer that looks like a heading', () => {
    const text =
      'Revisionsrapport\n\nRevisionsfrågor\n\nFinns en plan?\n\nJa\n\nFöljs den?\n\nGår inte att bedöma\n\nVi har läst planen och talat med tre chefer.\n';
    expect(answers(text)).toEqual(['Ja', 'Går inte att bedöma']);
  });

  it('may each have their answer below them, in paragraphs', () => {
    const text =
      'Granskning av badplatserna\n\nGranskningen har besvarat tre frågor:\n\n• Finns en plan?\n\nJa. Planen antogs i maj.\n\n• Har badgästerna fått veta var proverna visas?\n\nDelvis. Kartan är från 2019.\n\n• Tas prover varje vecka?\n\nNej. De tas en gång i månaden.\n';
    expect(printed('question', text)).toHaveLength(3);
    expect(answers(text)).toEqual(['Ja', 'Delvis', 'Nej']);
  });

  it('are none where nothing says that a review asked them', () => {
    const text =
      'Badplatserna\n\nKommunen har besvarat två frågor:\n\n• Finns en plan?\n\nJa. Den är från 2020.\n\n• Tas prover?\n\nNej. Inte än.\n';
    expect(printed('question', text)).toEqual([]);
  });

  it('are none where a paragraph between says something else', () => {
    const text =
      'Granskning av badplatserna\n\nGranskningen har besvarat två frågor:\n\n• Finns en plan?\n\nBadplatserna är sju.\n\n• Hur hittar du till närmaste badplats?\n';
    expect(printed('question', text)).toEqual([]);
  });

  it('may leave their answer to the next line', () => {
    const text =
      'Revisionsrapport\n\nFrågorna besvaras så här:\na) Finns en plan? V&rt svar: Ja.\nb) Följs den? Vårt svar:\nDelvis.\nc) Är den känd? Vårt svar: Nej.\n';
    expect(answers(text)).toEqual(['Ja', 'Delvis', 'Nej']);
  });
});

describe('a follow-up whose labels were set in bold', () => {
  const followUp =
    'Uppföljande granskning\n\nNämnden rekommenderades följande:\nRekommendation 1 Inför en plan för broarna i kommunen.\nTekniska nämndens svar 2021 En plan tas fram under hösten och antas i december.\nVår bedömning 2024 Planen är antagen och känd.\nRekommendation 2 Kontrollera broarna varje år.\nTekniska nämndens svar 2021 Så sker redan, anser nämnden.\nVår bedömning 2024 Inte åtgärdad.\n';

  it('gives recommendations and answers each their own place', () => {
    expect(printed('recommendation', followUp)).toEqual([
      'Inför en plan för broarna i kommunen.',
      'Kontrollera broarna varje år.',
    ]);
    expect(printed('response', followUp)).toEqual([
      'Tekniska nämndens svar 2021 En plan tas fram under hösten och antas i december.',
      'Tekniska nämndens svar 2021 Så sker redan, anser nämnden.',
    ]);
  });

  it('is no list of what somebody else once recommended', () => {
    const text = (lead: string) =>
      `Revisionsrapport\n\n3 Iakttagelser\n\n${lead}\n\n- Ta fram en plan.\n- Följa planen.\n`;
    expect(printed('recommendation', text('Konsulten rekommenderade 2019 följande:'))).toEqual([]);
    expect(printed('recommendation', text('Patienterna rekommenderades då följande:'))).toEqual([]);
    expect(printed('recommendation', text('Tekniska nämnden rekommenderades då följande:'))).toHaveLength(2);
  });

  it('tells a sentence about a numbered recommendation from one', () => {
    const text =
      'Uppföljande granskning\n\nRekommendation 1 har följts.\n\nRekommendation 2 avser broarna i kommunen.\n';
    expect(printed('recommendation', text)).toEqual([]);
  });

  it('reads heads such as "Styrelsens svar" as those of the answers', () => {
    const text =
      'Uppföljande granskning\n\nRekommendation\n\nStyrelsens svar\n\nStatus\n2024\n\nAtt en plan antas\nför broarna.\n\nPlanen antas före jul.\n\nÅtgärdad\n\nAtt broarna besiktigas\nvarje år.\n\nBesiktning sker vartannat år.\n\nInte åtgärdad\n\nVi har läst planen och talat med tre chefer.\n';
    expect(printed('recommendation', text)).toEqual([
      'Att en plan antas\nför broarna.',
      'Att broarna besiktigas\nvarje år.',
    ]);
    expect(printed('response', text)).toEqual(['Planen antas före jul.', 'Besiktning sker vartannat år.']);
  });
});

describe('recommendations below the board that they are for', () => {
  const below = (lead: string): string =>
    `Revisionsrapport\n\n${lead}\n\nTill tekniska nämnden:\n\nKontrollera broarna varje år.\n\nTill kommunstyrelsen:\n\nFölj upp nämndens plan.\nBesluta om pengar till broarna.\n`;

  it('need no word that says "following" before it', () => {
    const found = passages('recommendation', below('Med anledning av detta lämnar vi nya rekommendationer.'));
    expect(found.map((passage) => 'addressees' in passage && passage.addressees)).toEqual([
      ['tekniska nämnden'],
      ['kommunstyrelsen'],
      ['kommunstyrelsen'],
    ]);
  });

  it('are none below a sentence that hands nothing over', () => {
    expect(printed('recommendation', below('Kommunen har läst våra tidigare rekommendationer.'))).toEqual([]);
  });
});

describe('recommendations in other words', () => {
  it('may be the clauses of one sentence, on lines of their own', () => {
    const text =
      'Revisionsrapport\n\nSammanfattning\n\nMot bakgrund av det som granskningen visat vill vi rekommendera tekniska nämnden att\nta fram en plan för broarna som sträcker sig längre än budgetåret och som bygger\npå besiktningar,\nårligen följa planen, samt\nminst två gånger om året låta förvaltningen redogöra för kostnaden.\n';
    expect(printed('recommendation', text)).toEqual([
      'ta fram en plan för broarna som sträcker sig längre än budgetåret och som bygger\npå besiktningar,',
      'årligen följa planen, samt',
      'minst två gånger om året låta förvaltningen redogöra för kostnaden.',
    ]);
  });

  it('are one where the width of the text broke the lines', () => {
    const text =
      'Revisionsrapport\n\nSammanfattning\n\nMot bakgrund av det som granskningen visat vill vi rekommendera tekniska nämnden att\nta fram en plan för broarna som sträcker sig över hela mandatperioden för alla broar,\nvägar och parker.\n';
    expect(printed('recommendation', text)).toHaveLength(1);
  });

  it('may be what the auditors speak for', () => {
    const text = (who: string) => `Revisionsrapport\n\n3 Iakttagelser\n\n${who} förordar därför att planen förlängs.\n`;
    expect(printed('recommendation', text('Vi'))).toEqual(['Vi förordar därför att planen förlängs.']);
    expect(printed('recommendation', text('Förvaltningen'))).toEqual([]);
  });

  it.each([
    ['Vi lämnar följande förslag: broarna ska alltid besiktigas av två personer.', 1],
    ['Revisorerna lämnar därför följande rekommendation till nämnden: Ta fram en plan.', 1],
    ['Förvaltningen lämnar följande förslag: broarna ska alltid besiktigas av två personer.', 0],
    ['Nämnden har fått följande förslag: broarna ska alltid besiktigas av två personer.', 0],
  ])('may stand behind a colon: %s', (sentence, count) => {
    expect(printed('recommendation', `Revisionsrapport\n\n3 Resultat\n\n${sentence}\n`)).toHaveLength(count);
  });

  it('are quoted in minutes by a list below "vi uppmanar"', () => {
    const text =
      'Sammanträdesprotokoll\n\n§ 12 Granskning av broarna\n\nRevisorerna framför följande:\n\nVi uppmanar tekniska nämnden att:\n\nUppdatera planen.\n\nRedovisa kostnaden.\n\nBeslut\n\nRapporten läggs till handlingarna.\n';
    expect(printed('recommendation', text)).toEqual(['Uppdatera planen.', 'Redovisa kostnaden.']);
  });

  it('may stand below "Revisorernas andra synpunkt", above the answer', () => {
    const text = (head: string) =>
      `Tekniska nämnden\n\nYttrande över granskning av broarna\n\n${head}\n\nPlanen ska hållas aktuell och vara känd.\n\nNämndens yttrande: Så sker redan.\n`;
    expect(printed('recommendation', text('Revisorernas andra synpunkt'))).toEqual([
      'Planen ska hållas aktuell och vara känd.',
    ]);
    expect(printed('response', text('Revisorernas andra synpunkt'))).toEqual(['Nämndens yttrande: Så sker redan.']);
    expect(printed('recommendation', text('Nämndens andra sammanträde'))).toEqual([]);
  });
});
