import { describe, expect, it } from 'vitest';
import { type Anchoring, anchorAllNow, describeTarget } from '../../anchoring';

const RULE = 'Bryggan vid Norra viken ska besiktigas av en oberoende kontrollant varje vår.';
const OTHERS = [
  'Hamnkontoret ansvarar för sju bryggor och två slipar längs kusten.',
  'Kontrakten med båtklubbarna löper på tre år och sägs upp skriftligt.',
  'En felanmälan tas emot per telefon och läggs in i fastighetsregistret.',
  'Under sommaren arbetar fyra ungdomar med renhållning av stränderna.',
  'Avgiften för gästplatser höjdes senast när elstolparna byttes ut.',
  'Fritidsnämnden följer beläggningen genom en enkel statistik per vecka.',
  'Isen lade sig ovanligt sent och skadorna på pålarna blev därför få.',
  'Räddningsplankorna kontrolleras av vaktmästaren före midsommar.',
];

/** The other sentences, each with what follows it. */
function text(following: Readonly<Record<number, string>>, first = OTHERS): string {
  return first.map((sentence, i) => [sentence, following[i]].filter(Boolean).join(' ')).join(' ');
}

function find(before: string, quote: string, at: number, after: string): Anchoring {
  const target = describeTarget(before, at, at + quote.length, { textHash: '0'.repeat(64) });
  return anchorAllNow(after, [target])[0] as Anchoring;
}

const FOUND = /placed|moved|changed/;

describe('the very words at a page border', () => {
  it('are whole where the border cuts the first of them', () => {
    const before = text({ 3: RULE });
    const printed = RULE.replace('Bryggan', 'Bryg-\n\n2 (30)\n\nwww.hamnen.example\n\ngan');
    const after = text({ 3: `Stormen i mars tog två bojar. ${printed}` });
    const start = after.indexOf('Bryg-');
    expect(find(before, RULE, before.indexOf(RULE), after)).toEqual({
      verdict: 'placed',
      start,
      end: start + printed.length,
    });
  });
  it('are whole where a header that stands once is printed before them', () => {
    const before = text({ 3: `\n\n${RULE}\n\n` });
    const after = text({ 3: `\n\n\nOvanby kommun | Hamnarna\n1\n\f${RULE} ` });
    const start = after.indexOf(RULE);
    expect(find(before, RULE, before.indexOf(RULE), after)).toEqual({
      verdict: 'placed',
      start,
      end: start + RULE.length,
    });
  });
  it('are whole where what repeated the last of them is gone', () => {
    const path =
      'Start / Båtliv och hamnar / Kommunens bryggor / Besiktning 2024 / Besiktning av bryggan i Norra viken';
    const head = 'Besiktning av bryggan i Norra viken';
    const before = `${OTHERS[0]}\n\n${path}\n\n${head}\n\n${OTHERS.slice(1).join(' ')}`;
    const after = `${OTHERS[0]}\n\n${path}\n\n${OTHERS.slice(1).join(' ')}`;
    const start = after.indexOf(path);
    expect(find(before, path, before.indexOf(path), after)).toEqual({
      verdict: 'placed',
      start,
      end: start + path.length,
    });
  });
  it('are not put together from an edited line and a later one that has its words', () => {
    const line = 'hanteringen av vrak och uttjänta båtar längs kusten';
    const quote = `Svar på skrivelse gällande samverkan mellan hamn, båtklubb och kommun i\n${line}`;
    const edited = quote.replace('hanteringen av', 'det insatserna');
    const paper = (first: string) =>
      [OTHERS[0], first, `Nämnden lämnar detta svar om\n${line}.`, OTHERS[1]].join('\n\n');
    const [before, after] = [paper(quote), paper(edited)];
    const start = after.indexOf(edited);
    expect(find(before, quote, before.indexOf(quote), after)).toEqual({
      verdict: 'changed',
      start,
      end: start + edited.length,
    });
  });
});

describe('what is not the passage', () => {
  it('is its printing far from it, whose damaged surroundings are whole now', () => {
    const list = `Nämnden rekommenderas att:\n\n- ${RULE}\n\n- se över avgifterna för gästande båtar före sommaren.`;
    const damaged = list.replace('rekommenderas', 'rekomrnenderas').replace('avgifterna', 'avgiftcrna');
    const filler = Array.from({ length: 40 }, (_, i) => `${OTHERS[i % 8]} Rad ${i} i förteckningen är godkänd.`).join(
      ' ',
    );
    const before = `${OTHERS[0]}\n\n${damaged}\n\n${filler}\n\n${list}\n\n${OTHERS[6]}`;
    const after = `${OTHERS[0]}\n\n${list}\n\n${filler}\n\nFlytvästar lånas ut i kiosken.\n\n${OTHERS[6]}`;
    expect(find(before, RULE, before.lastIndexOf(RULE), after).verdict).not.toMatch(FOUND);
  });
  it('is one word of it in another sentence', () => {
    const before = text({ 3: 'Enligt hamnordningen gäller fartgräns vid stränderna.' });
    const gone = OTHERS.filter((_, i) => i < 2 || i > 5);
    const after = text({ 1: 'Nämnden vill ändra hamnordningen, skriver tidningen Kusten.' }, gone);
    expect(find(before, 'hamnordningen', before.indexOf('hamnordningen'), after).verdict).not.toMatch(FOUND);
  });
  it('is a sentence put in its stead that has small words of it', () => {
    const quote = 'Till grund för bedömningen ligger';
    const items = ['• Hamnlagen 6:6 och 11:1', '• Reglemente för hamnar och farleder i Ovanby'];
    const other = 'Rapporten överlämnas till byggnadsnämnden för yttrande.';
    const paper = (middle: string) => [OTHERS.join(' '), middle, ...items, OTHERS[2]].join('\n\n');
    const before = paper(quote);
    expect(find(before, quote, before.indexOf(quote), paper(other)).verdict).not.toMatch(FOUND);
  });
  it('is a set phrase of another text that took the place of its section', () => {
    const quote = 'Mot bakgrund av vår besiktning rekommenderar vi hamnstyrelsen att:';
    const before = [OTHERS.slice(0, 4).join(' '), quote, OTHERS.slice(4).join(' ')].join('\n\n');
    const phrase =
      'Mot bakgrund av vår besiktning rekommenderar vi styrelsen i Ovanby Färjor AB att: redovisa turlistan.';
    const after = ['Färjorna går varje timme.', phrase, 'Biljetter säljs i kiosken vid torget.'].join('\n\n');
    expect(find(before, quote, before.indexOf(quote), after).verdict).not.toMatch(FOUND);
  });
});
