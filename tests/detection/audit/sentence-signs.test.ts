import { describe, expect, it } from 'vitest';
import { advises, urges } from '../../../detection/audit/advice';
import { asksFor, saysNeed, saysOught } from '../../../detection/audit/ought';
import { adviceSigns, Sign } from '../../../detection/audit/sentence-signs';

/** Sentences by the rule that takes them; between them they hold each word that a rule knows, some as a scan reads it. */
const RULES = [
  {
    name: 'recommends',
    takes: (sentence: string) => advises(sentence) || urges(sentence),
    sign: Sign.recommends,
    sentences: [
      'vi rekommenderar nämnden att anta en plan.',
      'vår rekommendation är att planen antas.',
      'nämnden rekommenderas att anta en plan.',
      'nämnden uppmanas att anta en plan.',
      'vi f6reslår att nimnden antar en plan.',
      'revisionen uppmanar nämnden att anta en plan.',
      'revisorerna uppmuntrar nämnden att anta en plan.',
      'vi anmodar styrelsen att anta en plan.',
    ],
  },
  {
    name: 'asks',
    takes: asksFor,
    sign: Sign.asks,
    sentences: [
      'vi ser ett behov av att nämnden antar en plan.',
      'vi ser det som väsentligt att nämnden antar en plan.',
      'vi förutsätter att nämnden antar en plan.',
      'vi f6rutsdtter att nämnden antar en plan.',
      'vi förväntar oss att nämnden antar en plan.',
      'revisorerna efterlyser att nämnden antar en plan.',
      'revisorerna vill se att nämnden antar en plan.',
      'vi ser gärna att nämnden antar en plan.',
      'vi vill understryka vikten av att nämnden antar en plan.',
    ],
  },
  {
    name: 'ought',
    takes: saysOught,
    sign: Sign.ought,
    sentences: ['nämnden bör anta en plan.', 'nimnden b6r anta en plan.', 'namnden bo6r anta en plan.'],
  },
  {
    name: 'needs',
    takes: saysNeed,
    sign: Sign.needs,
    sentences: [
      'nämnden behöver anta en plan.',
      'nimnden beh6ver anta en plan.',
      'nämnden måste anta en plan.',
      'nämnden m4ste anta en plan.',
      'det är viktigt att nämnden antar en plan.',
      'det är angeläget att nämnden antar en plan.',
      'det vore önskvärt att nämnden antar en plan.',
      'det är väsentligt att nämnden antar en plan.',
      'det är nödvändigt att nämnden antar en plan.',
      'det vore lämpligt att nämnden antar en plan.',
      'det är av stor vikt att nämnden antar en plan.',
      'det är av betydelse att nämnden antar en plan.',
    ],
  },
];

describe.each(RULES)('what a rule takes has its sign: $name', ({ takes, sign, sentences }) => {
  it.each(sentences)('%s', (sentence) => {
    expect(takes(sentence)).toBe(true);
    expect(adviceSigns(sentence, 0, sentence.length) & sign).toBe(sign);
  });
});

describe('a sentence of its own', () => {
  const text = 'nämnden har en plan. nämnden bör följa den.';

  it('has no sign of the one behind it', () => expect(adviceSigns(text, 0, 20)).toBe(0));
  it('has its own', () => expect(adviceSigns(text, 21, text.length)).toBe(Sign.ought));
});
