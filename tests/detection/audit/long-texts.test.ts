import { describe, expect, it } from 'vitest';
import { type AuditPassage, detectAudit } from '../../../detection/audit';
import { readText } from '../../../reading/text';

const COUNT = 4000;

function run(text: string): { passages: AuditPassage[]; slices: number } {
  const work = detectAudit(readText(text), {}, undefined);
  for (let slices = 1; ; slices++) {
    const step = work.next();
    if (step.done) return { passages: step.value, slices };
  }
}

/** Passages, or pieces of text that were read for nothing, that one slice may hold. */
const MOST_IN_A_SLICE = 100;

describe('audit texts as long as a book', () => {
  it.each([
    [
      'one table of recommendations and answers',
      `Rekommendation\tSvar\n${'Säkerställa att rutiner finns\tNämnden ser över dem.\n'.repeat(COUNT)}`,
      'recommendation',
    ],
    [
      'one table of questions',
      `Revisionsfråga\tBedömning\n${'Har nämnden ändamålsenliga rutiner?\tDelvis\n'.repeat(COUNT)}`,
      'question',
    ],
    ['one paragraph of advice', 'Vi rekommenderar socialnämnden att se över rutinen. '.repeat(COUNT), 'recommendation'],
  ])('are read whole and in slices: %s', (_name, text, kind) => {
    const { passages, slices } = run(text);
    expect(passages.filter((passage) => passage.kind === kind)).toHaveLength(COUNT);
    expect(slices).toBeGreaterThan(COUNT / MOST_IN_A_SLICE);
  });

  it('take "nämnden" for the board named last in the paragraph, also behind hundreds of sentences', () => {
    const part = 'Barnnämnden har ansvar. Vi rekommenderar nämnden att se över rutinen. Socialnämnden har tillsyn. ';
    const { passages } = run(`${part.repeat(300)}Vi rekommenderar nämnden att följa upp planen.`);
    const told = passages.flatMap((passage) => (passage.kind === 'recommendation' ? passage.addressees : []));
    expect(told.slice(0, 300)).toEqual(Array(300).fill('barnnämnden'));
    expect(told.slice(300)).toEqual(['socialnämnden']);
  });

  it('take a list of short items for what it is', () => {
    const { passages } = run('- avtal\n  - taxor\n    - planer\n'.repeat(COUNT));
    expect(passages).toEqual([]);
  });
});
