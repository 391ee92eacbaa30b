import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadGold, mistakesIn } from './gold';

const OWN = join(import.meta.dirname, 'documents');
const REAL = join(import.meta.dirname, '../../../../shared/reports');

describe('fictional documents in the style of many houses, marked by hand', () => {
  const documents = loadGold(OWN);

  it('cover the houses', () => {
    expect(documents.length).toBeGreaterThanOrEqual(20);
  });

  it.each(documents)('$file: the gold stands where it says', ({ text, gold }) => {
    for (const passage of gold) expect(text.slice(passage.start, passage.end)).toBe(passage.text);
  });

  it.each(documents)('$file: every passage is found, and nothing else', (document) => {
    expect(mistakesIn(document)).toEqual([]);
  });
});

describe.skipIf(!existsSync(REAL))('real reports (skipped where ../shared/reports is not at hand)', () => {
  it.each(loadGold(REAL))('$file: every passage is found, and nothing else', (document) => {
    expect(mistakesIn(document)).toEqual([]);
  });
});
