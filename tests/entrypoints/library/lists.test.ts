import { describe, expect, it } from 'vitest';
import { type Line, linesOf } from '../../../entrypoints/library/lines';
import { allSelected, extendedTo, NOTHING_SELECTED, toggled } from '../../../entrypoints/library/selection';
import { UndoStack } from '../../../entrypoints/library/undo-stack';
import type { LibraryAnswer } from '../../../storage/library-types';

const answer = {
  ids: ['a', 'b', 'c'],
  groups: [
    { key: 'x', label: 'X', ids: ['a', 'b'] },
    { key: 'y', label: 'Y', ids: ['b', 'c'] },
  ],
} as LibraryAnswer;

const keys = (lines: readonly Line[]) => lines.map(({ key }) => key);

describe('lines of an answer', () => {
  it('are its annotations where nothing is grouped', () => {
    expect(keys(linesOf(answer, false, () => true))).toEqual(['a', 'b', 'c']);
  });

  it('hold an annotation of two groups twice, each with a key of its own', () => {
    const lines = linesOf(answer, true, () => true);
    expect(keys(lines)).toEqual(['group x', 'x a', 'x b', 'group y', 'y b', 'y c']);
    expect(new Set(keys(lines)).size).toBe(lines.length);
  });

  it('leave out the rows of closed groups', () => {
    expect(keys(linesOf(answer, true, (key) => key === 'y'))).toEqual(['group x', 'group y', 'y b', 'y c']);
  });
});

describe('a choice of rows', () => {
  const lines = linesOf(answer, true, (key) => key === 'y');
  const [closed, , b] = lines as [Line, Line, Line, Line];

  it('of a group is of all in it, and is taken back whole', () => {
    const chosen = toggled(NOTHING_SELECTED, closed);
    expect([...chosen.ids]).toEqual(['a', 'b']);
    expect([...toggled(chosen, closed).ids]).toEqual([]);
  });

  it('goes from where it began to here, either way, through closed groups', () => {
    const begun = toggled(NOTHING_SELECTED, b);
    expect([...extendedTo(begun, lines, 3, 0).ids].sort()).toEqual(['a', 'b']);
    expect([...extendedTo(begun, lines, 0, 3).ids].sort()).toEqual(['b', 'c']);
  });

  it('begins at the active line where its beginning is not shown any more', () => {
    const gone = { ids: new Set<string>(), anchor: 'not there' };
    expect([...extendedTo(gone, lines, 2, 3).ids]).toEqual(['b', 'c']);
  });

  it('of all is of what the list shows', () => {
    expect(allSelected(answer.ids, null).ids.size).toBe(3);
  });
});

describe('what can be undone', () => {
  const entry = (done: string, log: string[], joinAs?: string) => ({
    done,
    joinAs,
    undo: async () => {
      log.push(done);
      return undefined;
    },
  });

  it('comes back the latest first', async () => {
    const log: string[] = [];
    const stack = new UndoStack();
    stack.push(entry('first', log));
    stack.push(entry('second', log));
    await stack.pop()?.undo({});
    await stack.pop()?.undo({});
    expect(log).toEqual(['second', 'first']);
    expect(stack.pop()).toBeUndefined();
  });

  it('is joined under one name within a minute, and taken back in one go', async () => {
    const log: string[] = [];
    let time = 0;
    const stack = new UndoStack(() => time);
    stack.push(entry('a', log, 'edit 1'));
    time = 59_000;
    stack.push(entry('b', log, 'edit 1'));
    time = 200_000;
    stack.push(entry('c', log, 'edit 1'));
    stack.push(entry('d', log, 'edit 2'));
    for (let last = stack.pop(); last; last = stack.pop()) {
      log.push('|');
      await last.undo({});
    }
    expect(log.join('')).toBe('|d|c|ba');
  });

  it('stops at what could not be taken back, and says why', async () => {
    const log: string[] = [];
    const stack = new UndoStack(() => 0);
    stack.push(entry('a', log, 'edit'));
    stack.push({ done: 'b', joinAs: 'edit', undo: async () => 'changed since' });
    expect(await stack.pop()?.undo({})).toBe('changed since');
    expect(log).toEqual([]);
  });
});
