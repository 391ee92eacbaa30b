import { describe, expect, it } from 'vitest';
import { detectCitations } from '../../../detection/citations';
import { provisionKey } from '../../../detection/citations/describe';
import type { CitationPassage } from '../../../detection/types';
import { readText } from '../../../reading/text';
import type { Reading } from '../../../reading/types';

const CITATION = 'Skollagen 29 kap. 13 §';
const KEY = '2010:800/29:13';

/** Paragraphs of many lengths, each with one citation, so that whatever a text is parted into, some citation stands there. */
function paragraphs(count: number, parting: string): string {
  return Array.from(
    { length: count },
    (_, k) =>
      `${'Nämnden har rutiner. '.repeat(k % 7)}Det framgår av ${CITATION} att ${'ansvaret är delat '.repeat(k % 11)}så.`,
  ).join(parting);
}

function run(reading: Reading): { partial: CitationPassage[][]; all: CitationPassage[] } {
  const work = detectCitations(reading, { date: '2022-12-15' });
  const partial: CitationPassage[][] = [];
  for (;;) {
    const step = work.next();
    if (step.done) return { partial, all: step.value };
    if (step.value) partial.push(step.value);
  }
}

describe('long texts', () => {
  it.each([
    ['with blocks', readText(paragraphs(1500, '\n\n'))],
    ['paragraphs without blocks', { text: paragraphs(1500, '\n\n'), blocks: [] }],
    ['one paragraph of sentences', { text: paragraphs(1500, ' '), blocks: [] }],
  ])('cut no citation: %s', (_name, reading) => {
    const { all } = run(reading);
    expect(all.map(({ start, end }) => reading.text.slice(start, end))).toEqual(Array(1500).fill(CITATION));
    expect(new Set(all.flatMap(({ provisions }) => provisions.map(provisionKey)))).toEqual(new Set([KEY]));
  });

  it('tell their first citations long before the last, each telling more', () => {
    const { partial, all } = run(readText(paragraphs(1500, '\n\n')));
    expect(partial[0]?.length).toBeGreaterThan(0);
    expect(partial[0]?.length).toBeLessThan(60);
    expect(partial.length).toBeLessThan(12);
    for (const [k, found] of partial.entries()) {
      expect(found).toEqual(all.slice(0, found.length));
      expect(found.length).toBeGreaterThan(partial[k - 1]?.length ?? 0);
    }
  });
});
