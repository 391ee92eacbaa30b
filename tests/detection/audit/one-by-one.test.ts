import { describe, expect, it } from 'vitest';
import { detectNow } from '../../../detection';
import type { PassageKind } from '../../../detection/types';
import { readText } from '../../../reading/text';

const printed = (kind: PassageKind, text: string): string[] =>
  detectNow(readText(text))
    .passages.filter((passage) => passage.kind === kind)
    .map(({ start, end }) => text.slice(start, end));

describe('recommendations under numbers of their own', () => {
  it('are advice between what was found', () => {
    const text =
      'Revisionsrapport\n\n2 Iakttagelser\n\nTillsynen sker sällan.\n\nR1 Miljönämnden bör anta en tillsynsplan.\n\nRegistret är ofullständigt.\n\nR2: Nämnden bör rätta registret.';
    expect(printed('recommendation', text)).toEqual([
      'Miljönämnden bör anta en tillsynsplan.',
      'Nämnden bör rätta registret.',
    ]);
  });

  it('but not a risk, nor a question, that has such a number', () => {
    const text =
      'Revisionsrapport\n\n2 Iakttagelser\n\nR1 Risk att nämnden inte följer reglerna, vilket bör noteras.\n\nR2 Bör nämnden anta en plan?';
    expect(printed('recommendation', text)).toEqual([]);
  });
});

describe('a letter that answers one by one', () => {
  const letter =
    'Kulturnämnden\n\nYttrande över granskning av biblioteken\n\nEr första rekommendation lyder:\n\nNämnden bör anta en biblioteksplan.\n\nEn plan tas fram i höst.\n\nDen gäller i fyra år.\n\nEr andra rekommendation lyder:\n\nNämnden bör mäta antalet besök.\n\nSå sker redan.\n\nPå kulturnämndens vägnar\n\nEva Ek';

  it('gives what stands below each recommendation as its answer', () => {
    expect(printed('response', letter)).toEqual([
      'En plan tas fram i höst.\n\nDen gäller i fyra år.',
      'Så sker redan.',
    ]);
  });

  it('gives none where a recommendation is followed by the next', () => {
    expect(printed('response', letter.replace('Så sker redan.', 'Er tredje rekommendation lyder:'))).toEqual([]);
  });

  it('is no report, where auditors say why they recommend', () => {
    expect(printed('response', letter.replace('Yttrande över granskning', 'Revisionsrapport. Granskning'))).toEqual([]);
  });
});

it('ends a board’s measures where the auditors say what became of them', () => {
  const text =
    'Uppföljande granskning\n\nRekommendation 2021: Nämnden bör anta en plan.\nVidtagna åtgärder: Planen antogs i maj.\nStatus: Åtgärdad\n\nRekommendation 2021: Nämnden bör följa planen.\nVidtagna åtgärder: Planen har inte följts upp.\nStatus: Ej åtgärdad\n\nKommentar\n\nVi ser allvarligt på detta.';
  expect(printed('response', text)).toEqual([
    'Vidtagna åtgärder: Planen antogs i maj.',
    'Vidtagna åtgärder: Planen har inte följts upp.',
  ]);
});

describe('questions that the review is said to be about', () => {
  const asked = '\n\na) Finns en plan för arkivet?\nb) Följs planen?\n';

  it('are the auditors’', () => {
    expect(printed('question', `Granskningen har gällt följande:${asked}`)).toEqual([
      'Finns en plan för arkivet?',
      'Följs planen?',
    ]);
  });

  it('are not those that a handbook asks', () => {
    expect(printed('question', `Handboken tar upp följande:${asked}`)).toEqual([]);
  });
});

it('takes a board’s positions as the answer that is due', () => {
  const text = 'Revisorerna önskar att nämnden redovisar sina ställningstaganden senast den 9 juni 2025.';
  expect(printed('deadline', text)).toEqual([text.slice(0, -1)]);
});

describe('tables that lost their columns', () => {
  const addressees = (text: string): string[][] =>
    detectNow(readText(text)).passages.flatMap((passage) =>
      passage.kind === 'recommendation' ? [passage.addressees] : [],
    );

  it('name below each recommendation whom it is for', () => {
    const text =
      'Rekommendationer\n\nNr\nRekommendation\nAnsvarig\n\n1\nInför en rutin för inköp.\nKommunstyrelsen\n\n2\nFölj upp avtalen varje år.\nKommunstyrelsen\nKulturnämnden\n\n3\nUtbilda cheferna i upphandling.\nTekniska nämnden\n';
    expect(addressees(text)).toEqual([['kommunstyrelsen'], ['kommunstyrelsen', 'kulturnämnden'], ['tekniska nämnden']]);
  });

  it('are no lists parted by board, where the name stands above', () => {
    const text =
      'Rekommendationer\n\nKommunstyrelsen\n- Inför en rutin för inköp.\n\nTekniska nämnden\n- Utbilda cheferna i upphandling.\n';
    expect(addressees(text)).toEqual([['kommunstyrelsen'], ['tekniska nämnden']]);
  });
});

it('does not take a chapter below a finished sentence for what the sentence asks', () => {
  const text =
    'Revisionsrapport\n\nVår bedömning\n\nVi anser att nämnden behöver besluta om bemanningen.\n\n4. Statistik\nNämnden får statistik en gång om året.';
  expect(printed('recommendation', text)).toEqual(['Vi anser att nämnden behöver besluta om bemanningen.']);
});

describe('answers without a label of their own', () => {
  it('stand below the lines that repeat the recommendations', () => {
    const text =
      'Tjänsteskrivelse\n\nSvar på revisionens granskning av hamnen\n\nKontoret lämnar följande svar på revisionens rekommendationer:\n\nAtt nämnden antar en hamnplan\nEn plan är på väg.\n\nAtt nämnden ser över avgifterna\n\nAvgifterna ses över i höst.\n\nFörslag till beslut\nSvaret antas.';
    expect(printed('recommendation', text)).toEqual([
      'Att nämnden antar en hamnplan',
      'Att nämnden ser över avgifterna',
    ]);
    expect(printed('response', text)).toEqual(['En plan är på väg.', 'Avgifterna ses över i höst.']);
  });

  it('are none where the lines below are recommendations too', () => {
    const lines =
      'Tjänsteskrivelse\n\nSvar på revisionens granskning av hamnen och dess avgifter\n\nKontoret lämnar följande svar på revisionens rekommendationer:\n\nAnta en hamnplan\nSe över avgifterna\nFölja upp avtalen\n\nAllt detta görs i höst.';
    expect(printed('recommendation', lines)).toEqual(['Anta en hamnplan', 'Se över avgifterna', 'Följa upp avtalen']);
  });

  const minutes =
    'Protokoll\n\nBakgrund\n\nRevisionen rekommenderar nämnden att:\n1. anta en hamnplan\n2. se över avgifterna\n\nNämndens svar\n1. En plan är på väg.\n2. Avgifterna ses över.\n\nRevisionen önskar svar senast 2023-05-02.';

  it('answer in turn where they are numbered as the recommendations are', () => {
    expect(printed('response', minutes)).toEqual(['En plan är på väg.', 'Avgifterna ses över.']);
  });

  it('are one answer where their numbers are others', () => {
    const one = minutes.replace('\n2. Avgifterna ses över.', '');
    expect(printed('response', one)).toEqual(['Nämndens svar\n1. En plan är på väg.']);
  });
});

describe('answers in the items that repeat the recommendations', () => {
  const text =
    'Protokoll\n\nRevisionens rekommendationer med svar:\n\n- Anta en hamnplan\nKommunstyrelsen har antagit en plan för hamnen som gäller under de närmaste tre åren.\n\n- Tydligare avgifter\nAvgifterna ses över.\n\nNämndens förslag till beslut\nSvaret antas.';

  it('begin on the lines below them', () => {
    expect(printed('recommendation', text)).toEqual(['Anta en hamnplan', 'Tydligare avgifter']);
    expect(printed('response', text)).toEqual([
      'Kommunstyrelsen har antagit en plan för hamnen som gäller under de närmaste tre åren.',
      'Avgifterna ses över.',
    ]);
  });

  it('but a line that the text’s width broke is one recommendation', () => {
    const broken =
      'Svar på rekommendationer\n\n- Anta en plan för hamnen tillsammans med hela\nRegion Skåne och kommunerna vid kusten.\n\nPlanen är antagen.';
    expect(printed('recommendation', broken)).toEqual([
      'Anta en plan för hamnen tillsammans med hela\nRegion Skåne och kommunerna vid kusten.',
    ]);
  });
});

it('takes a board whose name begins like an order for a board', () => {
  const text = 'Våra rekommendationer\n\n- Bygg ut registret.\n\nBygg- och hamnnämnden\n\nTackar för visat intresse.';
  expect(printed('recommendation', text)).toEqual(['Bygg ut registret.']);
});

it('reads the time that is given for an answer', () => {
  expect(printed('deadline', 'Till hamnnämnden\n\nSvarstid: 15 april 2022')).toEqual(['Svarstid: 15 april 2022']);
});
