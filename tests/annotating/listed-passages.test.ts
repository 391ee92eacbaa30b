import { describe, expect, it, vi } from 'vitest';
import { listedPassages, MOST_LISTED } from '../../annotating/listed-passages';
import { OpenDocument } from '../../annotating/open-document';
import type { Passage } from '../../detection/types';
import { sourceOf, storeInMemory } from './support';

const assessment = (start: number): Passage => ({
  kind: 'assessment',
  start,
  end: start + 1,
  summary: false,
  reason: { rule: 'heading' },
});
const question = (start: number): Passage => ({ kind: 'question', start, end: start + 1, reason: { rule: 'heading' } });

describe('the passages that a list outside the page gets', () => {
  const passages = [assessment(0), assessment(10), assessment(20), assessment(30), question(40)];

  it('are the first of each kind, with the number of the others', () => {
    const { listed, unsent } = listedPassages(passages, () => false, 2);
    expect(listed.map(({ start }) => start)).toEqual([0, 10, 40]);
    expect(unsent).toEqual({ assessment: 2 });
  });

  it('are all that are kept, wherever they stand', () => {
    const { listed, unsent } = listedPassages(passages, ({ start }) => start === 30, 2);
    expect(listed.map(({ start }) => start)).toEqual([0, 10, 30, 40]);
    expect(unsent).toEqual({ assessment: 1 });
  });

  it('are all where there are not too many', () => {
    expect(listedPassages(passages, () => false)).toEqual({ listed: passages, unsent: {} });
  });
});

describe('a document of very many citations', () => {
  const EXTRA = 40;
  const text = 'Se 5 kap. 11 § SoL.\n\n'.repeat(MOST_LISTED + EXTRA);

  it('sends the first of them, counts the others, and keeps one of those too', async () => {
    const store = storeInMemory();
    const document = new OpenDocument(sourceOf(text), store, vi.fn());
    await document.refresh();
    expect(document.passages).toHaveLength(MOST_LISTED + EXTRA);
    expect(document.state().passages).toHaveLength(MOST_LISTED);
    expect(document.state().unsent).toEqual({ citation: EXTRA });

    const last = document.passages.at(-1);
    const place = last && document.placeOf(last);
    if (!last || !place) throw new Error('Nothing was found');
    await document.save(place, last, 'SoL', { tagNames: [], comment: '' });
    const { passages, unsent, placements } = document.state();
    expect(passages.at(-1)).toMatchObject({ passage: { start: last.start }, keptAs: placements[0]?.annotation.id });
    expect(unsent).toEqual({ citation: EXTRA - 1 });
  });
});
