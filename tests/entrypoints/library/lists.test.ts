import { describe, expect, it } from 'vitest';
import { type Line, linesOf } from '../../../entrypoints/library/lines';
import { allSelected, extendedTo, NOTHING_SELECTED, toggled } from '../../../entrypoints/library/selection';
import { bothWays, UndoStack } from '../../../entrypoints/library/undo-stack';
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
  /** Writes its name when it is taken back, and its name in capitals when it is done again. */
  const entry = (done: string, log: string[], joinAs?: string) => {
    const note = (word: string) => async () => log.push(word);
    return { done, joinAs, undo: bothWays(note(done), note(done.toUpperCase())) };
  };
  const undoAll = async (stack: UndoStack) => {
    while (await stack.undo({}));
  };

  it('comes back the latest first', async () => {
    const log: string[] = [];
    const stack = new UndoStack();
    stack.push(entry('first', log));
    stack.push(entry('second', log));
    await undoAll(stack);
    expect(log).toEqual(['second', 'first']);
    expect(stack.canUndo).toBe(false);
  });

  it('is done again the earliest first, and back and forth as often as one likes', async () => {
    const log: string[] = [];
    const stack = new UndoStack();
    for (const name of ['a', 'b', 'c']) stack.push(entry(name, log));
    await stack.undo({});
    await stack.undo({});
    expect((await stack.redo({}))?.done).toBe('b');
    await stack.redo({});
    expect(await stack.redo({})).toBeUndefined();
    await undoAll(stack);
    expect(log.join('')).toBe('cbBCcba');
  });

  it('is not done again once something else was done, or where there is no way', async () => {
    const log: string[] = [];
    const stack = new UndoStack();
    stack.push(entry('a', log));
    await stack.undo({});
    expect(stack.canRedo).toBe(true);
    stack.push(entry('b', log));
    expect(stack.canRedo).toBe(false);
    await stack.undo({});
    stack.push({ done: 'one way', undo: async () => ({}) });
    await stack.undo({});
    expect(stack.canRedo).toBe(false);
  });

  it('is joined under one name within a minute, and taken back and done again in one go', async () => {
    const log: string[] = [];
    let time = 0;
    const stack = new UndoStack(() => time);
    stack.push(entry('a', log, 'edit 1'));
    time = 59_000;
    stack.push(entry('b', log, 'edit 1'));
    time = 200_000;
    stack.push(entry('c', log, 'edit 1'));
    stack.push(entry('d', log, 'edit 2'));
    for (let last = await stack.undo({}); last; last = await stack.undo({})) log.push('|');
    expect(log.join('')).toBe('d|c|ba|');
    await stack.redo({});
    expect(log.slice(-2).join('')).toBe('AB');
  });

  it('stops at what could not be taken back, and says why', async () => {
    const log: string[] = [];
    const stack = new UndoStack(() => 0);
    stack.push(entry('a', log, 'edit'));
    stack.push({ done: 'b', joinAs: 'edit', undo: async () => ({ trouble: 'changed since' }) });
    expect(await stack.undo({})).toMatchObject({ trouble: 'changed since' });
    expect(log).toEqual([]);
  });

  it('stays where it was when taking it back fails', async () => {
    const stack = new UndoStack();
    stack.push({ done: 'a', undo: () => Promise.reject(new Error('The database is closed.')) });
    await expect(stack.undo({})).rejects.toThrow('closed');
    expect(stack.canUndo).toBe(true);
  });
});
