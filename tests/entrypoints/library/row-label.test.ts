import { expect, it } from 'vitest';
import { labelBelow } from '../../../entrypoints/library/row-label';

it.each([
  ['Rekommendation', 'Rekommendation till socialnämnden, barnnämnden', 'Till socialnämnden, barnnämnden'],
  ['Recommendation', 'Recommendation to socialnämnden', 'To socialnämnden'],
  ['Bedömning', 'Bedömning', ''],
  ['Lagrum', 'SoL 5:1a', 'SoL 5:1a'],
  ['Svar', 'Svarsdatum 2026-11-22', 'Svarsdatum 2026-11-22'],
  ['Recommendation', 'Rekommendation till nämnden', 'Rekommendation till nämnden'],
  ['Markering', '', ''],
])('under "%s", "%s" is "%s"', (kind, label, shown) => {
  expect(labelBelow(kind, label)).toBe(shown);
});
