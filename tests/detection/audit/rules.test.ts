import { describe, expect, it } from 'vitest';
import { addresseesOf } from '../../../detection/audit/addressees';
import { advises } from '../../../detection/audit/advice';
import { findJudgement, readAnswer } from '../../../detection/audit/answers';
import { findBoards, uniqueNames } from '../../../detection/audit/boards';
import { findDates, findMonth, isoDate } from '../../../detection/audit/dates';
import { heal } from '../../../detection/audit/healed';
import { isLabel } from '../../../detection/audit/labels';
import { saysOught } from '../../../detection/audit/ought';
import { numberSame, Wordings } from '../../../detection/audit/same';
import { classifyHeading } from '../../../detection/audit/sections';
import { splitSentences } from '../../../detection/audit/sentences';

describe('advice', () => {
  it.each([
    'Vi rekommenderar nämnden att se över rutinen.',
    'Vår rekommendation är att en plan tas fram.',
    'Det är dock vår rekommendation att rutinen skrivs ned.',
    'Stadsrevisionen rekommenderar kommunstyrelsen att följa upp avtalen.',
    'Mot den bakgrunden rekommenderar revisorerna styrelsen att agera.',
    'Kommunens revisorer rekommenderar miljönämnden att anta en taxa.',
    'Nämnden rekommenderas att införa stickprov.',
    'Vi vill också rekommendera nämnden att slutföra arbetet.',
    'Vi rekommenderar ocksa att miljonamnden foljer upp planen.',
  ])('is given by: %s', (sentence) => {
    expect(advises(sentence.toLowerCase())).toBe(true);
  });

  it.each([
    'Socialstyrelsen rekommenderar att insatsen följs upp.',
    'Skolverket rekommenderar nämnden att anta en plan.',
    'Kommunstyrelsen rekommenderar kommunfullmäktige att anta budgeten.',
    'Nämnden har rekommenderat kommunstyrelsen att vänta.',
    'Enligt Socialstyrelsens rekommendationer ska besök ske.',
    'Där vi ser brister lämnar vi rekommendationer.',
    'De rekommendationer som redovisas i avsnitt 4 ska beaktas.',
    'Bostadsbolagen rekommenderas av länsstyrelsen att införa larm.',
    'Av riktlinjen framgår att två personal rekommenderas.',
    'Vad rekommenderar revisorerna?',
    'Riksrevisionen rekommenderar regeringen att se över stödet.',
  ])('is not given by: %s', (sentence) => {
    expect(advises(sentence.toLowerCase())).toBe(false);
  });

  it.each([
    'Kommunstyrelsen bör därför besluta om en plan.',
    'Vi anser att nämnden bör följa upp avtalen.',
    'Därutöver bör nämnden se över taxan.',
  ])('says what a board ought to do: %s', (sentence) => {
    expect(saysOught(sentence.toLowerCase())).toBe(true);
  });

  it.each([
    'Enligt planen bör nämnden få en rapport.',
    'Av reglementet framgår att nämnden bör samråda.',
    'Rektorerna anser att nämnden bör ge mer stöd.',
    'Det bör noteras att granskningen är avgränsad.',
    'Samråd bör ske med föreningar.',
    'Kommunstyrelsen bör enligt nämnden behandla ärendet.',
  ])('does not say so in the auditors’ voice: %s', (sentence) => {
    expect(saysOught(sentence.toLowerCase())).toBe(false);
  });

  it.each([
    [
      'Vi rekommenderar socialnämnden och barn- och utbildningsnämnden att:',
      ['socialnämnden', 'barn- och utbildningsnämnden'],
    ],
    ['Utifrån kommunstyrelsens ansvar rekommenderar vi tekniska nämnden att', ['tekniska nämnden']],
    ['Kommunstyrelsen och samtliga nämnder rekommenderas att', ['kommunstyrelsen', 'samtliga nämnder']],
    ['Vi rekommenderar att styrelsen ser över avtalet med kommunstyrelsen.', ['styrelsen']],
    ['Omsorgsnämnden bör ge kommunstyrelsen en rapport.', ['omsorgsnämnden']],
    ['Vår rekommendation är att rutinen skrivs ned.', []],
  ])('names the addressees of: %s', (sentence, boards) => {
    expect(addresseesOf(sentence)).toEqual(boards);
  });
});

describe('boards', () => {
  it.each([
    ['barn- och\nutbildningsnämnden', ['barn- och utbildningsnämnden']],
    ['kultur-, idrotts- och fritidsnämnden', ['kultur-, idrotts- och fritidsnämnden']],
    ['social- och utbildningsnämnderna', ['socialnämnden', 'utbildningsnämnden']],
    ['nämnden för arbete och välfärd', ['nämnden för arbete och välfärd']],
    ['personalnämnden för yttrande', ['personalnämnden']],
    ['Stadsdelsnämnden Östra Strand ska', ['stadsdelsnämnden östra strand']],
    ['socialnamnden och utbildningsnémnden', ['socialnämnden', 'utbildningsnämnden']],
    ['Barn- och utbildningsnimnden', ['barn- och utbildningsnämnden']],
    ['Miljonamnden', ['miljönämnden']],
    ['hälso- och sjukvårdsnämnden samt regionstyrelsen', ['hälso- och sjukvårdsnämnden', 'regionstyrelsen']],
    ['socialnämndens ordförande', []],
    ['Socialstyrelsen och Länsstyrelsen', []],
    ['intressenter som inte är benämnda', []],
  ])('in %j', (text, names) => {
    expect(uniqueNames(findBoards(text.replace(/\s+/g, ' ')))).toEqual(names);
  });
});

describe('answers', () => {
  it.each([
    ['Ja', 'Ja'],
    ['Nej. Rutiner saknas.', 'Nej'],
    ['Ja, delvis. Planen finns.', 'Ja, delvis'],
    ['Till övervägande del. Det mesta är klart.', 'Till övervägande del'],
    ['I stor utsträckning.', 'I stor utsträckning'],
    ['Svar: Till viss del', 'Till viss del'],
    ['Bedömning: Delvis uppfyllt', 'Delvis uppfyllt'],
    ['Ej uppfyllt. Inget har gjorts.', 'Ej uppfyllt'],
    ['I huvudsak', 'I huvudsak'],
    ['Inte fullt ut, eftersom', 'Inte fullt ut'],
    ['Grön', 'Grön'],
    ['Bedömning: gult. Planen följs inte.', 'gult'],
    ['Rött – planen saknas', 'Rött'],
  ])('reads %j', (text, answer) => {
    expect(readAnswer(text)?.words).toBe(answer);
  });

  it.each([
    'Jag tror det',
    'Delvis finns rutiner',
    'Jakten är',
    'Nejonöga',
    'I huvudsak är planen känd',
    'Planen är uppfylld',
    'Grön omsorg finns',
    'Röd tråd saknas.',
    'Gula Huset',
  ])('does not read %j', (text) => {
    expect(readAnswer(text)).toBeNull();
  });

  it('a cell that speaks of a colour answers nothing', () => {
    expect(readAnswer('Röd tråd saknas', true)).toBeNull();
    expect(readAnswer('Gul Planen är gammal', true)?.words).toBe('Gul');
  });

  it('finds a judgement inside a text', () => {
    expect(findJudgement('Revisionsfrågan bedöms som delvis uppfylld.')).toBe('delvis uppfylld');
    expect(findJudgement('Kontrollmålet är uppfyllt.')).toBe('uppfyllt');
    expect(findJudgement('Målet är uppfyllt.')).toBeNull();
  });
});

describe('dates', () => {
  it.each([
    ['senast 2023-03-29', '2023-03-29'],
    ['den 20 maj 2026', '2026-05-20'],
    ['30:e september 2021', '2021-09-30'],
    ['den 1 mars, 2024', '2024-03-01'],
    ['20/5 2026', '2026-05-20'],
  ])('in %j', (text, iso) => {
    expect(findDates(text).map((date) => date.iso)).toEqual([iso]);
  });

  it.each(['2023-02-30', '12023-03-29', '0101-2023', '31 april 2023'])('no day %j', (text) => {
    expect(findDates(text)).toEqual([]);
  });

  it('leaves out the year that is not said', () => {
    expect(findDates('senast den 12 mars')).toMatchObject([{ month: 3, day: 12 }]);
    expect(findDates('senast den 12 mars')[0]?.iso).toBeUndefined();
  });

  it('reads a month of a cover and no impossible day', () => {
    expect(findMonth('mars 2023')).toEqual({ year: 2023, month: 3 });
    expect(findMonth('mars')).toBeNull();
    expect(isoDate(2023, 2, 29)).toBeNull();
    expect(isoDate(2024, 2, 29)).toBe('2024-02-29');
  });
});

describe('healing', () => {
  const healed = (text: string) => heal(text, [{ start: 0, end: text.length }]);

  it.each([
    ['rekom-\nmenderar', 'rekommenderar'],
    ['barn-\noch utbildning', 'barn- och utbildning'],
    ['rekom\u00admen\u00addation', 'rekommendation'],
    ['**Vi** rekommenderar', 'Vi rekommenderar'],
    ['lagen<sup>1</sup> gäller', 'lagen gäller'],
    ['a  b\u00a0c\r\nd', 'a b c d'],
    ['x < y', 'x < y'],
  ])('%j', (text, expected) => {
    expect(healed(text).text).toBe(expected);
  });

  it('finds the way back to the source', () => {
    const text = 'Vi **rekom-\nmenderar** nämnden';
    const words = healed(text);
    const span = words.span(words.text.indexOf('rekommenderar'), words.text.indexOf(' nämnden'));
    expect(text.slice(span.start, span.end)).toBe('rekom-\nmenderar');
  });
});

describe('labels of responses', () => {
  it.each([
    'förvaltningens kommentar:',
    'férvaltningens kommentar:',
    'nämndens svar:',
    'nämndens ställningstagande och åtgärder:',
    'planerade åtgärder:',
    'vidtagna åtgärder',
    'åtgärd:',
    'svar: nämnden instämmer.',
    'socialnämndens svar på rekommendation 2:',
    'barn- och utbildningsförvaltningens kommentar:',
    'tekniska nämndens svar:',
    'kultur och fritidsnämndens yttrande:',
    'nämndens bedömning',
  ])('%s', (label) => {
    expect(isLabel(label)).toBe(true);
  });

  it.each([
    'svaret dröjde',
    'kommentarer har lämnats av alla',
    'åtgärderna är många',
    'nämndens svar kom sent',
    'revisorernas bedömning',
    'nämndens bedömning av läget är god',
  ])('not %s', (words) => {
    expect(isLabel(words)).toBe(false);
  });
});

describe('sentences', () => {
  it('do not end at abbreviations, numbers and chapters', () => {
    const text = 'Enligt 5 kap. 1 § ska nämnden t.ex. samverka m.fl. Den bör bl.a. följa upp. Nästa!';
    expect(splitSentences(text).map(({ from, to }) => text.slice(from, to))).toEqual([
      'Enligt 5 kap. 1 § ska nämnden t.ex. samverka m.fl. Den bör bl.a. följa upp.',
      'Nästa!',
    ]);
  });
});

describe('sections', () => {
  it.each([
    ['4 Slutsats och rekommendationer', 'recommendations'],
    ['2.1 Syfte, revisionsfrågor och avgränsning', 'questions'],
    ['3.3.3 Bedömning', 'assessment'],
    ['Revisionskriterier', 'criteria'],
    ['**6 Metoder**', 'method'],
    ['7.1.1 Iakttagelser', 'findings'],
    ['Fastigheter', null],
  ])('%s', (heading, section) => {
    expect(classifyHeading(heading)).toBe(section);
  });
});

describe('the same recommendation', () => {
  const number = (wordings: string[]) => {
    const passages: { words: string; same?: number }[] = wordings.map((words) => ({ words: words.toLowerCase() }));
    const read = new Wordings();
    const steps = [...numberSame(passages, ({ words }) => read.of(words))];
    expect(steps).toEqual([]);
    return passages.map((passage) => passage.same);
  };

  it('is known in other words around it, with small edits, and damaged', () => {
    expect(
      number([
        'att säkerställa att rutinen för uppföljning av avtal är känd i hela verksamheten',
        'Vår rekommendation är att säkerställa att rutinen för uppföljning av avtal är känd i hela verksamheten.',
        'sakerstalla att rutinen for uppfoljning av avtal ar kand i hela verksamheten',
        'Säkerställa att rutinen för uppföljning av avtalen är känd i hela verksamheten',
      ]),
    ).toEqual([0, 0, 0, 0]);
  });

  it('is not another that shares its formula', () => {
    expect(
      number([
        'Säkerställa att rutinen för avtal följs',
        'Säkerställa att rutinen för delegation följs',
        'Se över taxan',
      ]),
    ).toEqual([0, 1, 2]);
  });
});
