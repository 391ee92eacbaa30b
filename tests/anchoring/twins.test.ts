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

function find(before: string, quote: string, nth: number, after: string): Anchoring {
  const start = nth === 0 ? before.indexOf(quote) : before.lastIndexOf(quote);
  const target = describeTarget(before, start, start + quote.length, { textHash: '0'.repeat(64) });
  return anchorAllNow(after, [target])[0] as Anchoring;
}

describe('a passage and its like', () => {
  it('is ambiguous where a sentence was moved beside its like: which is which no one could tell', () => {
    const before = text({ 1: RULE, 5: RULE });
    const phrase = 'besiktigas av en oberoende kontrollant';
    expect(find(before, phrase, 0, text({ 5: `${RULE} ${RULE}` })).verdict).toBe('ambiguous');
  });
  it('is not found where its like stood, whose damaged words are whole now', () => {
    const damaged = 'Brygqan vicl Norra viken ska besiktlgas av cn oberoende kontrollant varje vår.';
    const before = text({ 1: RULE, 5: damaged });
    expect(find(before, RULE, 0, text({ 5: RULE })).verdict).not.toMatch(/placed|moved|changed/);
  });
  it('is placed where the sentence before it, which its like had too, was the last thing left alike', () => {
    const pair = `Pålarna är av ek och impregneras inte. ${RULE}`;
    const before = text({ 1: pair, 5: pair });
    const after = text({ 1: pair }, OTHERS.with(1, 'Båtklubbarnas avtal är nya och gäller tills vidare.'));
    const start = after.indexOf(RULE);
    expect(find(before, RULE, 0, after)).toEqual({ verdict: 'placed', start, end: start + RULE.length });
  });
  it('takes no page furniture along that parts the rest of its sentence', () => {
    const printed = RULE.replace('kontrollant ', 'kontrollant\n\nOvanby kommun | Hamnarna\n12\n\n');
    const before = text({ 1: RULE });
    const after = text({ 5: printed });
    for (const quote of ['Norra viken', 'besiktigas av', 'varje vår']) {
      const start = after.indexOf(quote);
      expect(find(before, quote, 0, after)).toMatchObject({ start, end: start + quote.length });
    }
  });
});
