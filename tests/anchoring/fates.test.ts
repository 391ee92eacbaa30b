import { describe, expect, it } from 'vitest';
import { type FateOptions, makeFates } from './fates';
import { findingsReport, minutes, newsPage } from './other-house';
import { Random } from './random';
import { type Judged, judge } from './verdict-count';

const DRAFTS = [findingsReport, minutes, newsPage];
const PRESSES: readonly [FateOptions['before'], FateOptions['after']][] = [
  ['web', 'web'],
  ['web', 'pdf'],
  ['pdf', 'web'],
  ['web', 'scan'],
];

/** Validation, never tuned on: other documents, other ways to change and to print them. Each sheet is judged as one page. */
function judged(seed: number, sheets: number): Judged[] {
  const random = new Random(seed);
  return Array.from({ length: sheets }, (_, i) => {
    const draft = (DRAFTS[i % DRAFTS.length] as (typeof DRAFTS)[number])(random);
    const [before, after] = random.pick(PRESSES);
    return judge(makeFates(random, draft, { before, after, passages: 12, unrest: random.pick([0, 0.05, 0.15]) }));
  }).flat();
}

function part(cases: readonly Judged[], wanted: (one: Judged) => boolean, outcome: Judged['outcome']): number {
  const all = cases.filter(wanted);
  return all.filter((one) => one.outcome === outcome).length / all.length;
}

// These papers are all but made of set phrases: a sentence has its like in every section. The floors are what is reached
// today; the part of wrong places is a ceiling, not a licence.
describe('truth of another make, other documents', () => {
  const cases = judged(2026, 30);

  it('has three hundred cases', () => expect(cases.length).toBeGreaterThan(300));
  it('leaves kept passages where they are', () =>
    expect(part(cases, ({ row }) => row.change.includes('kept'), 'right')).toBeGreaterThan(0.9));
  it('gives up what is gone', () =>
    expect(part(cases, ({ row }) => row.truth === null, 'silent')).toBeGreaterThan(0.98));
  it('hardly ever points elsewhere', () => expect(part(cases, () => true, 'wrong')).toBeLessThan(0.01));
});
