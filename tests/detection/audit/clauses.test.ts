import { describe, expect, it } from 'vitest';
import { detectNow } from '../../../detection';
import type { Passage, PassageKind } from '../../../detection/types';
import { readText } from '../../../reading/text';

function found<Kind extends PassageKind>(text: string, kind: Kind): Extract<Passage, { kind: Kind }>[] {
  return detectNow(readText(text)).passages.filter(
    (passage): passage is Extract<Passage, { kind: Kind }> => passage.kind === kind,
  );
}

const wordsOf = (text: string, { start, end }: { start: number; end: number }): string =>
  text.slice(start, end).replace(/\s+/g, ' ');

describe('deadlines of several boards in one sentence', () => {
  it.each([
    [
      'boards before their dates',
      'Vi vill ha svar från miljönämnden senast den 15 maj 2023 och från tekniska nämnden senast den 12 juni 2023.',
    ],
    [
      'boards behind their dates',
      'Svar önskas senast den 15 maj 2023 för miljönämnden och senast den 12 juni 2023 för tekniska nämnden.',
    ],
    [
      'whose answers they are',
      'Revisorerna emotser miljönämndens svar till den 15 maj 2023 samt tekniska nämndens svar till den 12 juni 2023.',
    ],
  ])('%s', (_name, sentence) => {
    const text = `Missiv\nTill miljönämnden och tekniska nämnden\n\nRevisorerna har granskat tillsynen.\n\n${sentence}\n`;
    expect(found(text, 'deadline').map(({ date, addressees }) => [date, addressees])).toEqual([
      ['2023-05-15', ['miljönämnden']],
      ['2023-06-12', ['tekniska nämnden']],
    ]);
  });

  it('one date stays one, whoever is named beside it', () => {
    const text = 'Till kommunstyrelsen\n\nSvar önskas från kommunstyrelsen och miljönämnden senast den 15 maj 2023.\n';
    expect(found(text, 'deadline').map(({ date, addressees }) => [date, addressees])).toEqual([
      ['2023-05-15', ['kommunstyrelsen', 'miljönämnden']],
    ]);
  });

  it('the last day for an answer, with a slash', () => {
    const text = 'Till kommunstyrelsen\n\nSista dag för yttrande är 15/9 2023.\n';
    expect(found(text, 'deadline').map(({ date }) => date)).toEqual(['2023-09-15']);
  });
});

describe('answers that are counted as the recommendations are', () => {
  const LIST = 'Revisorerna rekommenderar nämnden att\n1. anta en taxa\n2. följa upp avgifterna\n\n';

  it.each([
    [
      'in one line',
      'Rekommendation 1: Taxan antogs i juni.\n\nRekommendation 2: Avgifterna redovisas varje kvartal.\n',
    ],
    ['below', 'Rekommendation 1\n\nTaxan antogs i juni.\n\nRekommendation 2\n\nAvgifterna redovisas varje kvartal.\n'],
  ])('%s', (_name, answers) => {
    const text = `Svar på granskning av avgifter\nMiljönämnden\n\n${LIST}Yttrande\n\n${answers}`;
    expect(found(text, 'recommendation').map((one) => wordsOf(text, one))).toEqual([
      'anta en taxa',
      'följa upp avgifterna',
    ]);
    expect(found(text, 'response').map((one) => [wordsOf(text, one), one.answers])).toEqual([
      ['Taxan antogs i juni.', text.indexOf('anta en taxa')],
      ['Avgifterna redovisas varje kvartal.', text.indexOf('följa upp')],
    ]);
  });

  it('what is counted and begins as advice is a recommendation', () => {
    const text = `Svar på granskning av avgifter\n\n${LIST}Rekommendation 1: Anta en taxa.\n\nRekommendation 2: Följ upp avgifterna.\n`;
    expect(found(text, 'recommendation')).toHaveLength(4);
  });

  it('by letters', () => {
    const text =
      'Svar på granskning av avgifter\n\nRevisorernas rekommendationer till nämnden är:\na) Anta en taxa.\nb) Följ upp avgifterna.\n\nSvar på a: Taxan antogs i juni.\nSvar på b: Avgifterna redovisas varje kvartal.\n';
    expect(found(text, 'response').map(({ answers }) => answers)).toEqual([
      text.indexOf('Anta en taxa'),
      text.indexOf('Följ upp'),
    ]);
  });
});

describe('lines that each begin with a label', () => {
  it('are a question and its answer, one by one', () => {
    const text =
      'Revisionsfrågor och svar\n\nFråga 1: Finns en taxa?\nBedömning: Delvis uppfyllt\nFråga 2: Följs den?\nBedömning: Inte uppfyllt\n';
    expect(found(text, 'question').map((one) => [wordsOf(text, one), one.answer])).toEqual([
      ['Finns en taxa?', 'Delvis uppfyllt'],
      ['Följs den?', 'Inte uppfyllt'],
    ]);
  });
});

describe('the board between two lists', () => {
  it('is of neither, and the second list is for it', () => {
    const text =
      'Vi lämnar följande rekommendationer:\nMiljönämnden\n• Anta en taxa\n• Följ upp avgifterna\nTekniska nämnden\n• Mät flödena\n';
    expect(found(text, 'recommendation').map((one) => [wordsOf(text, one), one.addressees])).toEqual([
      ['Anta en taxa', ['miljönämnden']],
      ['Följ upp avgifterna', ['miljönämnden']],
      ['Mät flödena', ['tekniska nämnden']],
    ]);
  });
});

describe('tables whose columns are parted by spaces', () => {
  it('a cell that wraps makes no row of its own', () => {
    const text = [
      'Svar på granskning av avgifter',
      '',
      'Rekommendation              Nämndens svar               Klart',
      'Anta en taxa för            Taxan antas i fullmäktige   Juni',
      'bygglov                     efter sommaren',
      'Följ upp avgifterna         Uppföljning sker varje      Mars',
      'varje år                    kvartal',
    ].join('\n');
    expect(found(text, 'recommendation').map(({ start }) => start)).toEqual([
      text.indexOf('Anta'),
      text.indexOf('Följ'),
    ]);
    expect(found(text, 'response').map(({ answers }) => answers)).toEqual([text.indexOf('Anta'), text.indexOf('Följ')]);
  });

  it('a numbered heading beside the heads of further columns heads the table', () => {
    const text = [
      'Granskning av avgifter',
      '',
      '4. Rekommendationer         Ansvarig nämnd',
      'Anta en taxa för bygglov    Miljönämnden',
      'Mät flödena varje år        Tekniska nämnden',
    ].join('\n');
    expect(found(text, 'recommendation').map(({ addressees }) => addressees)).toEqual([
      ['miljönämnden'],
      ['tekniska nämnden'],
    ]);
  });

  it('a row below one whose last cell wraps is a row', () => {
    const text = [
      'Revisionsfråga              Bedömning     Kommentar',
      'Finns en taxa?              Ja            Den antogs av fullmäktige',
      '                                          i juni.',
      'Följs avgifterna upp?       Nej           Underlag saknas.',
    ].join('\n');
    expect(found(text, 'question').map(({ answer }) => answer)).toEqual(['Ja', 'Nej']);
  });
});

describe('the kind of a letter that asks for an answer', () => {
  it.each([
    ['Svar med besked om åtgärder emotses senast den 1 mars 2024.'],
    ['Svar på granskningen önskas senast den 1 mars 2024.'],
  ])('%s', (line) => {
    const text = `Missiv\nRevisorerna i Ekvalla kommun\n2023-11-02\n\nGranskning av avgifter\n\n${line}\n`;
    expect(detectNow(readText(text)).profile.kind).toBe('missive');
  });
});

describe('a list of boards and their dates', () => {
  const TEXT =
    'Granskning av avgifter\nEkvalla kommun\n\nSvar senast\nMiljönämnden: 2024-03-01\nTekniska nämnden: 2024-04-15\n';

  it('holds a deadline for each', () => {
    expect(found(TEXT, 'deadline').map(({ date, addressees }) => [date, addressees])).toEqual([
      ['2024-03-01', ['miljönämnden']],
      ['2024-04-15', ['tekniska nämnden']],
    ]);
  });

  it('says no date of the document', () => {
    expect(detectNow(readText(TEXT)).profile.date).toBeUndefined();
  });

  it('is none below a head of another kind', () => {
    const text = 'Granskning av avgifter\n\nSammanträden\nMiljönämnden: 2024-03-01\nTekniska nämnden: 2024-04-15\n';
    expect(found(text, 'deadline')).toEqual([]);
  });
});

describe('what ends a board’s answer', () => {
  const ANSWERED =
    'Svar på granskning av avgifter\n\nRevisorerna rekommenderar nämnden att anta en taxa.\n\nNämndens svar:\n\nTaxan antogs i juni.\n\nAvgifterna redovisas varje kvartal.\n\n';

  it.each(['Beslutsgång', 'Yrkande', 'Reservation', 'Protokollsanteckning'])('the minutes’ own part: %s', (head) => {
    const text = `${ANSWERED}${head}\n\nAnna Ek (S) vill att taxan höjs.\n`;
    expect(found(text, 'response').map((one) => wordsOf(text, one))).toEqual([
      'Nämndens svar: Taxan antogs i juni. Avgifterna redovisas varje kvartal.',
    ]);
  });

  it('the sentence that tells by when it was due', () => {
    const text = `${ANSWERED}Revisorerna önskar nämndens svar senast den 1 mars 2024.\n`;
    expect(found(text, 'response').map((one) => wordsOf(text, one))).toEqual([
      'Nämndens svar: Taxan antogs i juni. Avgifterna redovisas varje kvartal.',
    ]);
    expect(found(text, 'deadline').map(({ date }) => date)).toEqual(['2024-03-01']);
  });
});

describe('a bare label on the line below an item', () => {
  it.each(['Svar', 'Kommentar', 'Åtgärd', 'Planerade åtgärder', 'Vidtagna åtgärder'])(
    '%s opens the answer',
    (label) => {
      const text = `Svar på granskning av avgifter\nMiljönämnden\n\n1. Att anta en taxa\n${label}: Taxan antogs i juni.\n\n2. Att följa upp avgifterna\n${label}: Avgifterna redovisas varje kvartal.\n`;
      expect(found(text, 'recommendation').map((one) => wordsOf(text, one))).toEqual([
        'Att anta en taxa',
        'Att följa upp avgifterna',
      ]);
      expect(found(text, 'response').map(({ answers }) => answers)).toEqual([
        text.indexOf('Att anta'),
        text.indexOf('Att följa'),
      ]);
    },
  );
});

describe('words as conversion leaves them', () => {
  const TEXT = 'Slutsats\n\nVi rekommenderar socialnämnden att säkerställa att rutinerna följs.\n';
  it.each([
    ['parted by soft hyphens', TEXT.replace('rekommenderar', 'rekom\u00admen\u00adderar')],
    ['with accents apart', TEXT.normalize('NFD')],
  ])('%s', (_name, text) => {
    expect(found(text, 'recommendation').map(({ addressees }) => addressees)).toEqual([['socialnämnden']]);
  });
});

describe('questions below a title', () => {
  it.each([
    'Frågor som revisorerna ville ha svar på',
    'Frågor vi vill få svar på:',
    'Revisorernas frågor',
    '1.2 Frågor i granskningen',
    'Granskningen har sökt svar på:',
    'Detta ville revisorerna veta',
  ])('%s', (title) => {
    const text = `Granskning av badhusen\n\nBaden har många gäster.\n\n${title}\n\nHar nämnden mål för baden?\nMäts vattnet varje dag?\n\nVad kom vi fram till?\n\nBaden sköts väl av nämnden och dess personal.\n`;
    expect(found(text, 'question').map((question) => wordsOf(text, question))).toEqual([
      'Har nämnden mål för baden?',
      'Mäts vattnet varje dag?',
    ]);
  });

  it('are not those of others', () => {
    const text =
      'Granskning av badhusen\n\nFrågor som gästerna ville ha svar på\n\nHar baden öppet?\nMäts vattnet varje dag?\n';
    expect(found(text, 'question')).toEqual([]);
  });
});
