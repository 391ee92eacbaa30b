import { describe, expect, it } from 'vitest';
import { detectNow } from '../../../detection';
import { asksFor, saysNeed, saysOught } from '../../../detection/audit/ought';
import { readText } from '../../../reading/text';

const recommended = (text: string): string[] =>
  detectNow(readText(text))
    .passages.filter(({ kind }) => kind === 'recommendation')
    .map(({ start, end }) => text.slice(start, end));

describe('a board is told to act', () => {
  it.each([
    'Socialnämnden behöver säkerställa att avtalen följs.',
    'Nämnden måste snarast färdigställa planen.',
    'Därför behöver nämnden tydligare ange målen.',
    'Det är angeläget att kommunstyrelsen ser till att arkivet hålls i ordning.',
    'Det vore önskvärt att nämnden följer upp besöken.',
  ])('%s', (sentence) => expect(saysNeed(sentence.toLowerCase())).toBe(true));

  it.each([
    'Nämnden behöver inte lämna något svar.',
    'Nämnden behöver fler lokaler.',
    'Nämnden måste enligt reglementet samråda.',
    'Granskningen visar att nämnden behöver utbilda sina chefer.',
    'Skolchefen menar att nämnden måste prioritera läsning.',
    'Rutinen anger när nämnden behöver informeras.',
    'Det är viktigt att nämnden har en god intern kontroll.',
    'Behöver nämnden ta fram en plan?',
  ])('not here: %s', (sentence) => expect(saysNeed(sentence.toLowerCase())).toBe(false));
});

describe('auditors ask for something', () => {
  it.each([
    'Vi ser ett behov av att även vikarier får utbildning.',
    'Revisorerna förutsätter att nämnden tar fram en plan.',
    'Vidare vill vi understryka vikten av att styrelsen följer upp avtalen.',
    'Vi ser gärna att nämnden fortsätter sitt arbete.',
  ])('%s', (sentence) => expect(asksFor(sentence.toLowerCase())).toBe(true));

  it.each([
    'Enhetscheferna ser ett behov av att anställa fler.',
    'Revisorerna förutsätter att nämnden lämnar sitt svar i tid.',
    'Vi ser behov hos flera målgrupper.',
    'Nämnden förutsätter att styrelsen ger mer medel.',
  ])('not here: %s', (sentence) => expect(asksFor(sentence.toLowerCase())).toBe(false));
});

describe('“bör” that is no advice', () => {
  it.each([
    'De rekommendationer som riktas till nämnden bör omhändertas i år.',
    'Nämnden bör framhållas för sitt öppna arbetssätt.',
    'Arbetsmiljöverket framhöll i fjol att nämnden bör utbilda skyddsombud.',
    'Vi har tidigare påpekat att nämnden bör anta mål.',
    'Granskningen gäller hur nämnden bör organiseras.',
  ])('%s', (sentence) => expect(saysOught(sentence.toLowerCase())).toBe(false));
});

describe('lists', () => {
  it.each([
    ['Utvecklingsområden\n\n• Mer läsbara rapporter\n• Gemensamt språk i avtalen\n\nMetod\n\nIntervjuer.', 2],
    ['Bedömning\n\nFöljande förbättringsområden har noterats:\n\n- Dokumentation av möten\n- Spårbarhet i beslut\n', 2],
    ['Vi vill att nämnden\n– inför en mall\n– följer upp besluten\n', 2],
    ['Rekommendationer till byggnadsnämnden\n\nNämnden behöver\n\na) besluta om en plan,\nb) följa upp planen.\n', 2],
    ['Rekommendationer\n\n→ Skapa en rutin för klagomål.\n→ Utbilda chefer.\n', 2],
    ['Rekommendationer till nämnden\n\nR1 Nämnden behöver ta fram mål.\nR2 I högre grad samverka med regionen.\n', 2],
    // Somebody else's, or no advice at all.
    ['Nämndens utvecklingsområden\n\n• Digitalisering\n• Rekrytering\n', 0],
    [
      'Iakttagelser\n\nFörvaltningen har identifierat följande utvecklingsområden:\n\n- Digitalisering\n- Rekrytering\n',
      0,
    ],
    ['Bakgrund\n\nNämnden ansvarar för att:\n\n- besluta om bistånd\n- följa upp avtal\n', 0],
    ['Vi har granskat om nämnden\n\n- fastställer mål\n- följer upp målen\n', 0],
    ['Hälsoråd\n\nRekommendationer\n\n- Tvätta dina händer\n- Stanna hemma när du är sjuk\n', 0],
  ])('%j: %i', (text, count) => expect(recommended(text)).toHaveLength(count));
});
