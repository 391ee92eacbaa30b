import { describe, expect, it } from 'vitest';
import { detectNow } from '../../../detection';
import type { Passage } from '../../../detection/types';
import { readText } from '../../../reading/text';

/** Whom each recommendation and deadline is for, as counted by hand. */
const ADDRESSEES: readonly (readonly [text: string, ...expected: string[][]])[] = [
  [
    'Revisorernas rekommendationer och nämndens svar\n\nRekommendation 1: Kulturnämnden bör anta en biblioteksplan.\n\nNämndens svar: Nämnden instämmer.\n\nRekommendation 2: Kulturnämnden bör utbilda valnämnden.\n\nNämndens svar: Det sker i vår.\n',
    ['kulturnämnden'],
    ['kulturnämnden'],
  ],
  // Lines that leave the boards' tasks to the items below them.
  [
    'Förslag till åtgärder\n\nKommunstyrelsen bör:\n- anta en plan\n- följa upp den\n\nNämnden för kultur och fritid bör:\n- utse en ansvarig\n\nMetod\n\nText.',
    ['kommunstyrelsen'],
    ['kommunstyrelsen'],
    ['nämnden för kultur och fritid'],
  ],
  // What a recommendation is about is not whom it is for.
  ['Vi rekommenderar att:\n\n- Utbilda valnämnden inför valet.\n- Ta fram en lokalplan.\n\nText.', [], []],
  // Boards of companies are told apart by their companies.
  [
    'Vi rekommenderar styrelsen i Ekvalla Bostäder AB att:\n\n- Anta en policy.\n\nVi rekommenderar styrelsen i Ekvalla Energi AB att:\n\n- Följa upp avtalen.\n\nVi önskar svar från respektive styrelse senast den 30 september 2022.',
    ['styrelsen i ekvalla bostäder ab'],
    ['styrelsen i ekvalla energi ab'],
    ['styrelsen i ekvalla bostäder ab', 'styrelsen i ekvalla energi ab'],
  ],
  [
    'Revisionen rekommenderar direktionen för Räddningstjänsten Norr att anta ett program.',
    ['direktionen för räddningstjänsten norr'],
  ],
  // Districts' boards, and those whose first word is an adjective without ending.
  [
    'Revisorerna rekommenderar Norrvikens stadsdelsnämnd och Berga-Holmens stadsdelsnämnd att\n\n– följa upp avtalen.\n\nVarje stadsdelsnämnd rekommenderas att anta en plan.',
    ['norrvikens stadsdelsnämnd', 'berga-holmens stadsdelsnämnd'],
    ['stadsdelsnämnd'],
  ],
  // Both boards are the two that the document names; without "båda" the general name stays.
  [
    'Till\nFritidsnämnden\nTekniska nämnden\n\nGranskning av badplatser\n\nRekommendationer\n\nVi lämnar följande rekommendationer.\n\nFritidsnämnden bör\n• anta en plan för badplatserna.\n\nBåda nämnderna bör\n• komma överens om vem som tar vattenprover.\n• informera allmänheten om proverna.\n',
    ['fritidsnämnden'],
    ['fritidsnämnden', 'tekniska nämnden'],
    ['fritidsnämnden', 'tekniska nämnden'],
  ],
  [
    'Till\nFritidsnämnden\nTekniska nämnden\n\nGranskning av badplatser\n\nNämnderna rekommenderas att komma överens om vem som tar vattenprover.\n',
    ['nämnderna'],
  ],
  [
    'Till\nSocialnämnden\nUtbildningsnämnden\n\nRevisorerna önskar svar från båda nämnderna senast den 5 juni 2024.\n',
    ['socialnämnden', 'utbildningsnämnden'],
  ],
  // "Direktionen" is the federation's board by its full name where something is said to it by that name.
  [
    'Vi rekommenderar förbundsdirektionen att:\n\n- anta en plan för reservkraft\n\nRevisorerna begär direktionens svar. Det ska ha inkommit senast den 3 maj 2024.\n',
    ['förbundsdirektionen'],
    ['förbundsdirektionen'],
  ],
  // "Nämnden" in the sentence before a date is the one that the paragraph named last.
  [
    'Rapporten om torghandeln överlämnas till samhällsnämnden. Vi vill veta vilka åtgärder nämnden planerar. Svaret ska vara oss tillhanda senast den 3 maj 2024.\n\nKommunstyrelsen och gatunämnden får skrivelsen för kännedom.\n',
    ['samhällsnämnden'],
  ],
  // Some municipalities let committees of the executive board do a board's work.
  ['Vi rekommenderar omsorgsutskottet att:\n\n- följa upp avtalen\n', ['omsorgsutskottet']],
  [
    'Vi rekommenderar därför kultur- och fritidssektionen att:\n\n- följa upp avtalen\n',
    ['kultur- och fritidssektionen'],
  ],
  ['Vi rekommenderar cheferna och kansliet i sektionen att:\n\n- följa upp avtalen\n', []],
  // Boards whose names are short forms, adjectives, or what they decide on.
  [
    'Vi rekommenderar myndighetsnämnden, VA-nämnden och humanistiska nämnden att:\n\n- följa upp avtalen\n',
    ['myndighetsnämnden', 'va-nämnden', 'humanistiska nämnden'],
  ],
  // What their review shows is the auditors' word, and what the board ought to do then, too.
  [
    'Lekmannarevisorerna i Ekby Energi AB\n\nVår granskning visar att avtalen sköts. Styrelsen bör dock klargöra vem som skriver under dem.\n',
    ['styrelsen'],
  ],
  ['Ekby Energi AB\n\nVår historia visar att avtalen sköts. Styrelsen bör dock klargöra vem som skriver under dem.\n'],
  // What a scan made of boards' names.
  [
    'Vi rekommenderar namnden f6r larande och sikerhet att:\n\n- f6lja upp avtalen\n\nFérbundsdirektionen rekommenderas att anta en plan.\n',
    ['nämnden för lärande och säkerhet'],
    ['förbundsdirektionen'],
  ],
  [
    'Vi rekommenderar samhallsbyggnadsnamnden och f6reningsnamnden att:\n\n- f6lja upp avtalen\n',
    ['samhällsbyggnadsnämnden', 'föreningsnämnden'],
  ],
  ['Vi rekommenderar social välfärdsnämnden att:\n\n- Följa upp avtalen.\n', ['social välfärdsnämnden']],
  [
    'Vi rekommenderar nämnden för individ- och familjeomsorg att följa upp avtalen.',
    ['nämnden för individ- och familjeomsorg'],
  ],
  [
    'Vi rekommenderar nämnden för arbete och vuxenutbildning och kommunstyrelsen att följa upp avtalen.',
    ['nämnden för arbete och vuxenutbildning', 'kommunstyrelsen'],
  ],
  // "Nämnden" is the board that has a place or a field in its name, where it is the only one.
  [
    'Yttrande från socialnämnden Nordost\n\nSocialnämnden Nordost har fått rapporten. Nämnden ska yttra sig till revisionen senast den 31 maj 2023.',
    ['socialnämnden nordost'],
  ],
  // Another printing of the same recommendation names the boards.
  [
    'Vi rekommenderar kulturnämnden och fritidsnämnden att säkerställa att taxorna prövas varje år inför budgeten.\n\n4 Taxor\n\nNämnderna rekommenderas att säkerställa att taxorna prövas varje år inför budgeten.',
    ['kulturnämnden', 'fritidsnämnden'],
    ['kulturnämnden', 'fritidsnämnden'],
  ],
  // Who answers is whom it is for.
  [
    'Revisionens rekommendationer Kommunstyrelsens svar\n\nAnta en plan för taxorna.\nKommunstyrelsen delar bilden.\n\nFölj upp utfallet.\nDet görs redan.\n\nÄrendet har inga kostnader.\n',
    ['kommunstyrelsen'],
    ['kommunstyrelsen'],
  ],
  ['Revisionen rekommenderar styrelsen i bolaget att anta en policy.', ['styrelsen']],
  [
    'Vi rekommenderar kulturnämnden att följa upp avtalen och fritidsnämnden att anta en taxa.',
    ['kulturnämnden', 'fritidsnämnden'],
  ],
];

/** Answers to the questions of a text. */
const ANSWERS: readonly (readonly [text: string, ...expected: (string | undefined)[]])[] = [
  [
    'Revisionsfråga 1: Finns en plan?\n\nIakttagelser\n\nPlanen är från i fjol.\n\nBedömning\n\nJa. Planen är aktuell.\n\nRevisionsfråga 2: Följs planen?\n\nIakttagelser\n\nUppföljning saknas.\n\nBedömning\n\nRevisionsfrågan är inte uppfylld.',
    'Ja',
    'inte uppfylld',
  ],
  [
    '5 Svar på revisionsfrågorna\n\n1. Finns en plan?\n\nJa. Planen är aktuell.\n\n2. Följs planen?\n\nNej. Uppföljning saknas.\n\n6 Metod\n\nVi har läst protokoll.',
    'Ja',
    'Nej',
  ],
  ['Vanliga frågor\n\n1. Får jag komma?\n\nJa. Välkommen.\n\n2. Kostar det?\n\nNej. Det är gratis.\n'],
  ['## Revisionsfrågor\n\nUppföljningen tar sikte på:\n\n- Finns en plan?\n- Följs planen?\n', undefined, undefined],
  ['4 Metod\n\nChefer fick svara på en enkät:\n\n- Finns en plan?\n- Följs planen?\n'],
];

/** The date by which an answer is due; null where none is asked for. */
const DEADLINES: readonly (readonly [text: string, date: string | null])[] = [
  ['Nämnden ska lämna en återrapport till revisorerna senast den 1 mars 2025.', '2025-03-01'],
  ['Nämnden ska återrapportera vidtagna åtgärder till revisorerna senast den 1 mars 2025.', '2025-03-01'],
  ['Vi önskar nämndens svar senast vid utgången av februari 2024.', '2024-02-29'],
  ['Nämnden har till och med 2025-03-01 på sig att svara.', '2025-03-01'],
  ['Revisionen begär svar från nämnden senast 250301.', '2025-03-01'],
  ['Förvaltningen ska lämna en återrapport till nämnden senast den 1 mars 2025.', null],
  ['Åtgärderna ska vara klara senast vid utgången av mars 2025.', null],
];

function found<Kind extends Passage['kind']>(text: string, ...kinds: Kind[]): Extract<Passage, { kind: Kind }>[] {
  return detectNow(readText(text)).passages.filter((passage): passage is Extract<Passage, { kind: Kind }> =>
    (kinds as string[]).includes(passage.kind),
  );
}

describe('whose a recommendation, an answer and a deadline is', () => {
  it.each(ADDRESSEES.map(([text, ...expected]) => ({ text, expected })))('addressees: $text', ({ text, expected }) => {
    expect(found(text, 'recommendation', 'deadline').map(({ addressees }) => addressees)).toEqual(expected);
  });

  it.each(ANSWERS.map(([text, ...expected]) => ({ text, expected })))('answers: $text', ({ text, expected }) => {
    expect(found(text, 'question').map(({ answer }) => answer)).toEqual(expected);
  });

  it.each(DEADLINES)('deadline: %s', (text, date) => {
    expect(found(text, 'deadline').map((passage) => passage.date)).toEqual(date === null ? [] : [date]);
  });

  it('leaves a number before a recommendation out of it', () => {
    const text =
      'Rekommendationer\n\nRekommendation 1: Nämnden bör anta en plan.\n\nRekommendation 2: Nämnden bör följa den.\n';
    expect(found(text, 'recommendation').map(({ start, end }) => text.slice(start, end))).toEqual([
      'Nämnden bör anta en plan.',
      'Nämnden bör följa den.',
    ]);
  });

  it('takes a heading over all answers for none', () => {
    const text =
      'Vi rekommenderar nämnden att:\n\n- Anta en plan.\n\n## Nämndens svar\n\nSå svarar nämnden på rekommendationerna:\n\n**Rekommendation:** Anta en plan.\n\n**Nämndens svar:** Planen antas i mars.\n';
    expect(found(text, 'response').map(({ start, end }) => text.slice(start, end))).toEqual([
      '**Nämndens svar:** Planen antas i mars.',
    ]);
  });
});
