import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import expected from '../../sample/expected.json';

const html = readFileSync(new URL('../../sample/granskningsrapport.html', import.meta.url), 'utf8');

/** The report's words as a person reads them, apart from any reader of ours. */
function printedText(): string {
  const { document } = parseHTML(html);
  for (const hidden of document.querySelectorAll('style, title, nav')) hidden.remove();
  return document.documentElement.textContent.replaceAll('\u00ad', '').replace(/\s+/g, ' ');
}

describe('the list of what is in the sample report', () => {
  const text = printedText();

  it.each(['citations', 'recommendations', 'questions', 'deadlines'] as const)('%s stand in the report', (kind) => {
    let at = 0;
    for (const entry of expected[kind]) {
      const found = text.indexOf(entry.text, at);
      expect(found, entry.text).toBeGreaterThanOrEqual(at);
      at = found + entry.text.length;
    }
  });

  it('look-alikes stand in the report and in no citation', () => {
    for (const lookAlike of expected.lookAlikes) {
      expect(text).toContain(lookAlike);
      expect(expected.citations.map((citation) => citation.text)).not.toContain(lookAlike);
    }
  });

  it('each recommendation has its number, and three are said again in running text', () => {
    const times = Map.groupBy(expected.recommendations, (recommendation) => recommendation.same);
    expect([...times.values()].map((same) => same.length)).toEqual([2, 3, 2, 3, 2, 3]);
  });
});
