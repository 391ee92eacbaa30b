import { describe, expect, it } from 'vitest';
import { fullestPrintings, groupPrintings } from '../../annotating/printings';
import { detectNow } from '../../detection';
import type { Passage, RecommendationPassage } from '../../detection/types';
import { readText } from '../../reading/text';
import type { Block } from '../../reading/types';

/** A text of blocks, and the recommendations in it: each block that is one says which. */
function setUp(lines: { text: string; heading?: number; same?: number; addressees?: string[] }[]) {
  let text = '';
  const blocks: Block[] = [];
  const passages: Passage[] = [];
  for (const line of lines) {
    const span = { start: text.length, end: text.length + line.text.length };
    text += `${line.text}\n`;
    blocks.push(
      line.heading === undefined ? { ...span, type: 'item' } : { ...span, type: 'heading', level: line.heading },
    );
    if (line.heading !== undefined) continue;
    const passage: RecommendationPassage = {
      ...span,
      kind: 'recommendation',
      addressees: line.addressees ?? ['socialnämnden'],
      reason: { rule: 'test' },
    };
    passages.push(line.same === undefined ? passage : { ...passage, same: line.same });
  }
  return { reading: { text, blocks }, passages };
}

const wordsOf = (reading: { text: string }, passages: readonly Passage[]) =>
  passages.map(({ start, end }) => reading.text.slice(start, end));

describe('of what is printed several times', () => {
  it('the one under the heading of recommendations is kept, and what is printed once too', () => {
    const { reading, passages } = setUp([
      { text: 'Sammanfattning', heading: 1 },
      { text: 'säkerställa att utredningar avslutas i tid, som vi har sett', same: 0 },
      { text: 'stärka uppföljningen', same: 1 },
      { text: 'Våra rekommendationer', heading: 1 },
      { text: 'Socialnämnden', heading: 2 },
      { text: 'säkerställa att utredningar avslutas i tid', same: 0 },
      { text: 'Bilaga', heading: 1 },
      { text: 'säkerställa att utredningar avslutas i tid, se ovan och framåt', same: 0 },
    ]);
    const groups = groupPrintings(passages);
    expect(groups.map(({ length }) => length)).toEqual([3, 1]);
    const kept = fullestPrintings(groups, reading);
    expect(kept.map(({ start }) => reading.text.slice(0, start).split('\n').length)).toEqual([6, 3]);
  });

  it('the one with an addressee is kept, then the longest, then the first', () => {
    const { reading, passages } = setUp([
      { text: 'att stärka uppföljningen av insatser', same: 0, addressees: [] },
      { text: 'att stärka uppföljningen', same: 0 },
      { text: 'att se över rutinerna', same: 1 },
      { text: 'att se över rutinerna för insatser', same: 1 },
      { text: 'att ta fram en plan', same: 2 },
      { text: 'att ta fram en plan', same: 2 },
    ]);
    const kept = fullestPrintings(groupPrintings(passages), reading);
    expect(wordsOf(reading, kept)).toEqual([
      'att stärka uppföljningen',
      'att se över rutinerna för insatser',
      'att ta fram en plan',
    ]);
    expect(kept[2]?.start).toBeLessThan(reading.text.lastIndexOf('att ta fram'));
  });

  it('questions and recommendations of one number are no printings of each other, nor is what has no number', () => {
    const reason = { rule: 'test' };
    const passages: Passage[] = [
      { kind: 'recommendation', start: 0, end: 1, addressees: [], reason, same: 0 },
      { kind: 'question', start: 2, end: 3, reason, same: 0 },
      { kind: 'citation', start: 4, end: 5, provisions: [], reason },
      { kind: 'citation', start: 6, end: 7, provisions: [], reason },
    ];
    expect(groupPrintings(passages)).toHaveLength(4);
  });

  it('detection tells which are the same, of a report that prints its list twice', () => {
    const list =
      'Vi rekommenderar socialnämnden att:\n- säkerställa att utredningar avslutas i tid\n- stärka uppföljningen\n';
    const text = `# Sammanfattning\n\n${list}\n# Rekommendationer\n\n${list}`;
    const { passages } = detectNow(readText(text));
    const recommendations = passages.filter(({ kind }) => kind === 'recommendation');
    expect(groupPrintings(recommendations).map(({ length }) => length)).toEqual([2, 2]);
  });
});
