import { describe, expect, it } from 'vitest';
import { entriesOf } from '../../../entrypoints/sidepanel/entries';
import { countRepeats, countUnkept } from '../../../entrypoints/sidepanel/save-all';
import type { ListedPassage, OpenDocumentState, Placement } from '../../../messages/schema';

const reason = { rule: 'test' };

function recommendation(start: number, same?: number, keptAs?: string): ListedPassage {
  const said = { kind: 'recommendation' as const, start, end: start + 10, addressees: [], reason };
  return {
    passage: same === undefined ? said : { ...said, same },
    quote: `nr ${start}`,
    ...(keptAs ? { keptAs } : {}),
  };
}

function citation(start: number, section: string, keptAs?: string): ListedPassage {
  const provisions = [{ sfs: '2017:725', chapter: '6', section, level: 'provision' as const }];
  return {
    passage: { kind: 'citation', start, end: start + 10, provisions, reason },
    quote: `6 kap. ${section} §`,
    ...(keptAs ? { keptAs } : {}),
  };
}

function stateOf(passages: ListedPassage[]): OpenDocumentState {
  const placements = passages.flatMap(({ passage, keptAs }) =>
    keptAs
      ? [{ annotation: { id: keptAs, kind: passage.kind, target: {} }, span: passage } as unknown as Placement]
      : [],
  );
  return { passages, placements } as unknown as OpenDocumentState;
}

const repeatsOf = (passages: ListedPassage[]) => entriesOf(stateOf(passages)).map(({ repeats }) => repeats ?? '');

describe('rows that repeat others', () => {
  it('say so from the second one on, as long as none is kept', () => {
    expect(repeatsOf([recommendation(0, 0), recommendation(20, 1), recommendation(40, 0), recommendation(60)])).toEqual(
      ['', '', 'earlier', ''],
    );
  });

  it('say that it is kept when any of its places is, also a later one', () => {
    expect(repeatsOf([recommendation(0, 0), recommendation(20, 0, 'a'), recommendation(40, 0)])).toEqual([
      'kept',
      '',
      'kept',
    ]);
  });

  it('of law say only that it is kept: each place that cites it may be', () => {
    expect(repeatsOf([citation(0, '6'), citation(20, '6'), citation(40, '1')])).toEqual(['', '', '']);
    expect(repeatsOf([citation(0, '6', 'a'), citation(20, '6'), citation(40, '1')])).toEqual(['', 'kept', '']);
  });

  it('count once among what is left to save, law at each place', () => {
    const thirteen = [...Array(7).keys()].flatMap((n) => [
      recommendation(n * 100, n),
      ...(n < 6 ? [recommendation(n * 100 + 50, n)] : []),
    ]);
    const entries = entriesOf(stateOf(thirteen));
    expect([entries.length, countUnkept(entries), countRepeats(entries)]).toEqual([13, 7, 6]);
    const cited = entriesOf(stateOf([citation(0, '6', 'a'), citation(20, '6')]));
    expect([countUnkept(cited), countRepeats(cited)]).toEqual([1, 0]);
  });
});
