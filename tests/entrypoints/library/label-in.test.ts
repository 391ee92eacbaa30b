import { expect, it } from 'vitest';
import { labelIn } from '../../../entrypoints/library/label-in';
import { textsIn } from '../../../locales';

it.each([
  ['recommendation', 'Recommendation to socialnämnden', ['socialnämnden'], 'Rekommendation till socialnämnden'],
  [
    'recommendation',
    'Recommendation to kommunstyrelsen, socialnämnden, and barnnämnden',
    ['kommunstyrelsen', 'socialnämnden', 'barnnämnden'],
    'Rekommendation till kommunstyrelsen, socialnämnden och barnnämnden',
  ],
  ['recommendation', 'Recommendation', [], 'Rekommendation'],
  ['assessment', 'Summary assessment', [], 'Sammanfattande bedömning'],
  ['citation', 'The text does not say which statute', [], 'Lagen framgår inte av texten'],
  ['deadline', 'Reply due 2026-03-01', [], 'Svar senast 2026-03-01'],
  ['deadline', 'Reply due 2026-03-01 from nämnden', ['nämnden'], 'Svar senast 2026-03-01 från nämnden'],
] as const)(
  'what was said of a %s in English, "%s", is said in Swedish, and back',
  (kind, english, boards, swedish) => {
    const addressees = [...boards];
    expect(labelIn(textsIn('sv'), { kind, label: english, addressees })).toBe(swedish);
    expect(labelIn(textsIn('en'), { kind, label: swedish, addressees })).toBe(english);
    expect(labelIn(textsIn('sv'), { kind, label: swedish, addressees })).toBe(swedish);
  },
);

it.each([
  ['citation', 'SoL 5:1a', []],
  ['selection', '', []],
  // Other boards than those that it was saved with: nobody knows what was said.
  ['recommendation', 'Recommendation to socialnämnden', ['barnnämnden']],
  ['recommendation', 'Recommendation of the year', []],
] as const)('of a %s "%s" stays as it is', (kind, label, boards) => {
  expect(labelIn(textsIn('sv'), { kind, label, addressees: [...boards] })).toBe(label);
});
