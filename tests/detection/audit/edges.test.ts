import { describe, expect, it } from 'vitest';
import { detectNow } from '../../../detection';
import type { Passage, PassageKind } from '../../../detection/types';
import { readText } from '../../../reading/text';

/** What is found of a kind: the words, and behind an arrow the addressees or the answer. */
function found(kind: PassageKind, text: string): string[] {
  const passages = detectNow(readText(text), { date: '2024-01-05' }).passages.filter(
    (passage) => passage.kind === kind,
  );
  return passages.map((passage) => `${text.slice(passage.start, passage.end)} → ${detailOf(passage)}`);
}

function detailOf(passage: Passage): string {
  if (passage.kind === 'recommendation') return passage.addressees.join(', ');
  return passage.kind === 'question' ? (passage.answer ?? '') : '';
}

describe('where a passage begins and ends', () => {
  it('a table of questions and answers ends at the next heading, its last answer kept', () => {
    const text =
      'Revisionsfråga Bedömning\n1. Finns taxor? Ja\n2. Prövas de varje år? Delvis\nRekommendationer\nVi lämnar följande rekommendationer till nämnden:\n● Att se över taxorna.\n';
    expect(found('question', text)).toEqual(['Finns taxor? → Ja', 'Prövas de varje år? → Delvis']);
    expect(found('recommendation', text)).toEqual(['Att se över taxorna. → nämnden']);
  });

  it.each([
    '2022-05-04\nEva Almgren\nUppdragsledare\n',
    'Lund den 4 maj 2022\nEva Almgren\n',
    'Eva Almgren\nCertifierad revisor\n',
    'Denna rapport har upprättats på uppdrag av revisorerna.\n',
  ])('the last item ends before %j', (closing) => {
    const text = `Vi rekommenderar nämnden att:\n- Se över taxorna.\n- Redovisa utfallet för nämnden.\n${closing}`;
    expect(found('recommendation', text)).toEqual([
      'Se över taxorna. → nämnden',
      'Redovisa utfallet för nämnden. → nämnden',
    ]);
  });

  it('a table of contents that names the questions of the audit lists none', () => {
    const contents = ['Bakgrund', 'Syfte, revisionsfrågor och avgränsning', 'Metod', 'Iakttagelser', 'Bedömning'];
    const text = `Innehåll\n\n${contents.map((title, index) => `2.${index + 1} ${title}\n`).join('')}\n1 Inledning\n\nVi har granskat taxorna.\n`;
    expect(found('question', text)).toEqual([]);
    const bullets = `Innehåll\n\n${contents.map((title) => `- ${title}\n`).join('')}\nInledning\n`;
    expect(found('question', bullets)).toEqual([]);
  });

  it('page feet with a bare page number belong to no item', () => {
    const foot = (page: number) => `${page}\nLunda kommun Taxor och avgifter Maj 2022\n\n`;
    const text = `Vi rekommenderar nämnden att:\n● Se över taxorna så att de\nföljer självkostnaden.\n${foot(7)}● Redovisa utfallet.\n${foot(8)}Bilaga\n\nHär slutar rapporten.\n${foot(9)}`;
    expect(found('recommendation', text)).toEqual([
      'Se över taxorna så att de\nföljer självkostnaden. → nämnden',
      'Redovisa utfallet. → nämnden',
    ]);
  });

  it('a line that begins with a figure goes on with the sentence', () => {
    const text =
      'Rekommendation 1: Säkerställ att varje upphandling över\n250 000 kronor diarieförs.\nNämndens svar: Rutinen är ändrad.\n';
    expect(found('recommendation', text)).toEqual([
      'Säkerställ att varje upphandling över\n250 000 kronor diarieförs. → ',
    ]);
    expect(found('response', text)).toHaveLength(1);
  });

  it.each(['5 § LVU', '9 § LSS', '2 kap. 4 §'])('a line that begins with %s is no item', (place) => {
    const text = `Vi rekommenderar nämnden att:\n- Se till att besluten fattas enligt\n${place} och dokumenteras.\n`;
    expect(found('recommendation', text)).toHaveLength(1);
  });

  it('a question does not take the answer before it along', () => {
    const text =
      'Revisionsfrågor\nFinns taxor beslutade? Svar: I huvudsak. Två saknas.\nPrövas taxorna varje år? Nej\n';
    expect(found('question', text)).toEqual(['Finns taxor beslutade? → I huvudsak', 'Prövas taxorna varje år? → Nej']);
  });

  it('answers may stand on lines of their own', () => {
    const text =
      'Bedömningen i korthet\n\nÄr taxorna beslutade?\nTill övervägande del\nPrövas taxorna varje år?\nJa\nRedovisas utfallet?\nNej\n';
    expect(found('question', text)).toEqual([
      'Är taxorna beslutade? → Till övervägande del',
      'Prövas taxorna varje år? → Ja',
      'Redovisas utfallet? → Nej',
    ]);
  });

  it('colours are answers in tables, below a label and on lines of their own', () => {
    const table =
      'Revisionsfråga\tBedömning\nÄr taxorna beslutade?\tGrön\nFinns en röd tråd i taxorna?\tRöd tråd saknas\n';
    expect(found('question', table)).toEqual(['Är taxorna beslutade? → Grön', 'Finns en röd tråd i taxorna? → ']);
    const parts =
      'Revisionsfråga 1: Är taxorna beslutade?\n\nIakttagelser\n\nDe är det.\n\nBedömning\n\nGul. En taxa saknas.\n';
    expect(found('question', parts)).toEqual(['Är taxorna beslutade? → Gul']);
    const lines = 'Revisionsfrågor och bedömning\n\nÄr taxorna beslutade?\nGrön\nPrövas taxorna varje år?\nRöd\n';
    expect(found('question', lines)).toEqual(['Är taxorna beslutade? → Grön', 'Prövas taxorna varje år? → Röd']);
  });

  it('cells of a table may be a line each, with recommendations that are no sentences', () => {
    const heads = 'Rekommendation\nNämndens svar\nAnsvarig\n';
    const rows =
      'Tydligare regler för taxorna\nNämnden delar bilden och ser över reglerna.\nTekniska nämnden\nÅrlig redovisning av utfallet\nDet görs redan vid varje årsskifte.\nKommunstyrelsen\n';
    const text = `${heads}${rows}\nEkonomiska konsekvenser\n\nInga kända.\n`;
    expect(found('recommendation', text)).toEqual([
      'Tydligare regler för taxorna → tekniska nämnden',
      'Årlig redovisning av utfallet → kommunstyrelsen',
    ]);
    expect(found('response', text)).toHaveLength(2);
    const clauses = 'Taxorna är gamla\nDet har sagts av alla.\nNämnden har en plan\nDen följs av alla.\n';
    expect(found('recommendation', `Rekommendation\nNämndens svar\n${clauses}`)).toEqual([]);
  });

  it('the second line of a list without bullets is an item where it had room on the first', () => {
    const before = 'Granskningen har gjorts genom intervjuer och genom att läsa dokument som rör taxorna.\n\n';
    const lead = `${before}Vi rekommenderar kommunstyrelsen att:\n\n`;
    expect(found('recommendation', `${lead}upprätta en plan\nfölja upp utfallet\n\nVi tackar för hjälpen.\n`)).toEqual([
      'upprätta en plan → kommunstyrelsen',
      'följa upp utfallet → kommunstyrelsen',
    ]);
    const broken = 'upprätta en plan för taxorna som gör det möjligt för var och en i nämnden\nfölja upp utfallet';
    expect(found('recommendation', `${lead}${broken}\n\nVi tackar för hjälpen.\n`)).toHaveLength(1);
  });

  it('a lead-in that leaves the verb to its lines', () => {
    const text = 'Revisorerna rekommenderar att nämnden\nTar fram en plan\nFöljer upp utfallet\n';
    expect(found('recommendation', text)).toEqual(['Tar fram en plan → nämnden', 'Följer upp utfallet → nämnden']);
  });

  it('a table whose heads are one line ends with its last answer', () => {
    const heads = 'Revisionens rekommendationer Nämndens svar\n\n';
    const rows = 'Anta en plan.\nNämnden delar bilden.\n\nFölj upp utfallet.\nDet görs redan.\n\n';
    const text = `${heads}${rows}Ärendet har inga kostnader. Nämnden ser positivt på granskningen.\n`;
    expect(found('response', text)).toEqual(['Nämnden delar bilden. → ', 'Det görs redan. → ']);
  });

  it('labels on lines of their own stand over what is below them', () => {
    const part = (number: number, words: string) =>
      `Revisorernas rekommendation ${number}\nAtt nämnden ${words}.\n\nSvar\nDet görs redan i vår.\n\n`;
    const text = `Svar på granskning av taxor\n\n${part(1, 'inför en rutin')}${part(2, 'följer upp utfallet')}`;
    expect(found('recommendation', text)).toEqual([
      'Att nämnden inför en rutin. → nämnden',
      'Att nämnden följer upp utfallet. → nämnden',
    ]);
    expect(found('response', text)).toHaveLength(2);
    const dense =
      'Rekommendation 1\nInför en rutin.\nSvar\nDet görs i vår.\nRekommendation 2\nFölj upp utfallet.\nSvar\nDet görs redan.\n';
    expect(found('recommendation', `Svar på granskning\n\n${dense}`)).toEqual([
      'Inför en rutin. → ',
      'Följ upp utfallet. → ',
    ]);
    expect(found('response', `Svar på granskning\n\n${dense}`)).toHaveLength(2);
  });

  it('signs before an answer, and short questions of a table', () => {
    const text =
      '| Kontrollmål | Bedömning |\n|---|---|\n| Finns en plan? | 🟢 Uppfylld |\n| Följs den? | 🟡 Delvis |\n';
    expect(found('question', text)).toEqual(['Finns en plan? → Uppfylld', 'Följs den? → Delvis']);
  });

  it('an answer ends before the part that judges all of them', () => {
    const answer = (number: number) =>
      `Rekommendation ${number}\nRevisionen rekommenderar kulturnämnden att anta plan ${number} för taxorna i kommunen.\n\nFörvaltningens svar\nFörvaltningen delar bilden och tar fram plan ${number} under hösten.\n\n`;
    const text = `Svar på granskning\n\n${answer(1)}${answer(2)}Förvaltningens bedömning\n\nÅtgärderna svarar mot iakttagelserna.\n`;
    expect(found('response', text)).toHaveLength(2);
    expect(found('response', text).join('')).not.toContain('Åtgärderna svarar');
  });

  it('states behind recommendations are no part of them', () => {
    const row = (number: number, words: string, state: string) =>
      `${number} ${words} ${state}\nSe protokollet i maj.\n\n`;
    const rows = `${row(1, 'Nämnden bör anta en plan.', 'Åtgärdad')}${row(2, 'Säkerställa att utfallet följs upp.', 'Ej åtgärdad')}`;
    expect(found('recommendation', `Nr Rekommendation Status\n\n${rows}Slutsats\n\nArbetet går framåt.\n`)).toEqual([
      'Nämnden bör anta en plan. → nämnden',
      'Säkerställa att utfallet följs upp. → ',
    ]);
  });

  it('numbered paragraphs are read as text, and the list that one of them holds ends with it', () => {
    const before = '11. Taxorna är gamla.\n\n12. De följs.\n\nV. Bedömning och rekommendationer\n\n';
    const advice =
      '13. Vår bedömning är att taxorna är gamla. Vi rekommenderar därför direktionen att pröva taxorna.\n\n';
    const list = '14. Sammanställning av rekommendationer till direktionen\n\n1) Pröva taxorna.\n2) Anta en plan.\n\n';
    const text = `${before}${advice}${list}15. Revisorerna emotser svar. Kopia sänds till fullmäktige.\n`;
    expect(found('recommendation', text)).toEqual([
      'Vi rekommenderar därför direktionen att pröva taxorna. → direktionen',
      'Pröva taxorna. → direktionen',
      'Anta en plan. → direktionen',
    ]);
  });

  it('a bullet that a scan made another sign of begins an item like the others', () => {
    const text = 'Vi rekommenderar nämnden att:\n\no Anta en plan.\n\ne Tillse att den följs.\n';
    expect(found('recommendation', text)).toEqual(['Anta en plan. → nämnden', 'Tillse att den följs. → nämnden']);
  });

  it('questions in a row with nothing but answers below them are the audit’s', () => {
    const pairs = 'Finns en plan för tillsynen?\nGrön\n\nFöljs planen upp?\nGul\n\n';
    expect(found('question', `Granskning av tillsyn\n\nSå här gick det.\n\n${pairs}`)).toHaveLength(2);
    expect(found('question', `Lekplatser\n\nNämnden sköter dem.\n\n${pairs}`)).toEqual([]);
    const readers = 'Kan jag överklaga?\nNej\n\nFår du läsa rapporten?\nJa\n';
    expect(found('question', `Granskning av tillsyn\n\n${readers}`)).toEqual([]);
  });

  it('what the answer is to hold does not make its date another one', () => {
    const ask = 'Vi önskar svar från kulturnämnden senast den 14 januari 2025';
    expect(found('deadline', `${ask}, med uppgift om när åtgärderna ska vara genomförda.`)).toHaveLength(1);
    expect(
      found('deadline', 'Nämnden ska ge ett svar och planen ska vara genomförd senast den 14 januari 2025.'),
    ).toEqual([]);
  });

  it('a table of bars needs no bars at its edges', () => {
    const text =
      'Rekommendation | Svar | Åtgärd | Ansvarig | Klart\nSe över taxorna varje år | Nämnden delar bilden | Översyn i maj | Ekonomichef | 2024-05-31\nRedovisa utfallet i delårsrapport | Avslås | Ingen | Ekonomichef | –\n';
    expect(found('recommendation', text)).toHaveLength(2);
    expect(found('response', text)).toHaveLength(2);
  });
});

describe('a board that ought to do something, behind facts', () => {
  const report = (words: string) => `Granskning av taxor\nRevisionsrapport\n\n3 Iakttagelser\n\n${words}\n`;

  it('is advice in a report', () => {
    expect(found('recommendation', report('Register saknas. Kulturnämnden bör upprätta ett register.'))).toEqual([
      'Kulturnämnden bör upprätta ett register. → kulturnämnden',
    ]);
  });

  it.each([
    'De intervjuade säger att register saknas. Kulturnämnden bör upprätta ett register.',
    'Register saknas enligt chefen. Kulturnämnden bör upprätta ett register.',
    'Register saknas. Kulturnämnden bör enligt reglementet upprätta ett register.',
    'Kulturnämnden bör upprätta ett register.',
  ])('none in: %s', (words) => {
    expect(found('recommendation', report(words))).toEqual([]);
  });

  it('none in a text that is no report', () => {
    expect(found('recommendation', 'Register saknas. Kulturnämnden bör upprätta ett register.')).toEqual([]);
  });
});

describe('advice in running text', () => {
  it.each([
    ['Därutöver är min rekommendation att nämnden prövar taxorna.', ''],
    ['Nämnden bör också pröva en gemensam taxa.', 'Iakttagelser\n\nBedömning: Taxorna är delvis kända. '],
    ['Kommunstyrelsen bör säkerställa att taxorna prövas.', 'Iakttagelser\n\nVi bedömer att taxan är gammal. '],
    ['Vi föreslår att nämnden ser över taxorna.', ''],
    ['Revisionen uppmanar nämnden att snarast pröva taxorna.', ''],
    ['Nämnden bör enligt vår mening pröva taxorna.', ''],
  ])('%s', (sentence, before) => {
    expect(found('recommendation', before + sentence).map((line) => line.split(' → ')[0])).toEqual([sentence]);
  });

  it.each([
    'Kommunstyrelsen föreslår att nämnden antar taxan.',
    'Nämnden uppmanar förvaltningen att spara.',
    'Vi har frågat vad nämnden föreslår. Svaret är att styrelsen beslutar.',
    'Vi bedömer att taxan är gammal. Taxor bör kunna prövas genom ett samråd.',
    'Vi bedömer att taxan är gammal. Enligt riktlinjen bör nämnden pröva den varje år.',
    'Vi bedömer att taxan är gammal. I förarbetena sägs att nämnden bör pröva den varje år.',
  ])('none in: %s', (text) => {
    expect(found('recommendation', `Iakttagelser\n\n${text}`)).toEqual([]);
  });

  it('in a board’s own document "vi föreslår" is the board’s', () => {
    const text =
      'Tjänsteskrivelse\n\nSvar på revisionens granskning av taxor\n\nFörslag till beslut\n\nNämnden antar svaret.\n\nVi föreslår att nämnden antar svaret.\n';
    expect(found('recommendation', text)).toEqual([]);
  });
});

describe('other layouts', () => {
  it('a report that answers its questions with "Svar:" is no board’s response', () => {
    const text =
      'Regionens revisorer\n\nGranskning av fordon\n\nRevisionsfrågor\n\n– Finns en plan?\n   Svar: I begränsad utsträckning.\n\nSlutsats\nVi bedömer att planen är gammal. Servicenämnden bör pröva den. Vi uppmanar regionstyrelsen att bevaka arbetet.\n';
    expect(found('recommendation', text)).toEqual([
      'Servicenämnden bör pröva den. → servicenämnden',
      'Vi uppmanar regionstyrelsen att bevaka arbetet. → regionstyrelsen',
    ]);
  });

  it('a lay auditor speaks as "jag"', () => {
    const text = 'Jag rekommenderar därutöver styrelsen att:\n• pröva hyran\n• dokumentera besluten\n';
    expect(found('recommendation', text)).toEqual(['pröva hyran → styrelsen', 'dokumentera besluten → styrelsen']);
  });

  it('in a follow-up table the auditors’ comment is no response', () => {
    const text =
      'Rekommendation\tGenomfört?\tRevisorernas kommentar\nAtt anta en plan för fordon\tJa\tPlanen antogs i maj.\nAtt mäta körsträckor\tNej\tIngen mätning görs.\n';
    expect(found('recommendation', text)).toHaveLength(2);
    expect(found('response', text)).toEqual([]);
  });
});

describe('who is told', () => {
  it('the sentence’s own board, not the list’s above it', () => {
    const text =
      'Vi rekommenderar bygg- och miljonamnden att:\n\n- Anta en taxa.\n\nVi anser vidare att kommunstyrelsen bor folja upp arbetet inom sin uppsikt.\n';
    expect(found('recommendation', text).map((line) => line.split(' → ')[1])).toEqual([
      'bygg- och miljönämnden',
      'kommunstyrelsen',
    ]);
  });

  it('boards in the indefinite form with a place', () => {
    const text = 'Stadsrevisionen rekommenderar socialnämnd Sydväst och stadsdelsnämnd Torp att pröva taxorna.';
    expect(found('recommendation', text)).toEqual([`${text} → socialnämnd sydväst, stadsdelsnämnd torp`]);
  });

  it('the boards of the line above the items', () => {
    const text =
      'Stadsrevisionen lämnar följande rekommendationer:\n\n*Kulturnämnden och socialnämnd Sydväst*\n\n- Stadsrevisionen rekommenderar nämnderna att pröva taxorna.\n';
    expect(found('recommendation', text)[0]).toMatch(/→ kulturnämnden, socialnämnd sydväst$/);
  });

  it('the board behind "bör"', () => {
    const text = 'Mot bakgrund av granskningen bör kommunstyrelsen:\n• pröva taxorna\n• redovisa utfallet\n';
    expect(found('recommendation', text)).toEqual([
      'pröva taxorna → kommunstyrelsen',
      'redovisa utfallet → kommunstyrelsen',
    ]);
  });
});
