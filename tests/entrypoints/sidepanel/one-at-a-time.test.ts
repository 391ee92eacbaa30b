import { expect, it } from 'vitest';
import { oneAtATime } from '../../../entrypoints/sidepanel/one-at-a-time';

/** Work that the test ends, turn by turn. */
function heldWork() {
  const turns: PromiseWithResolvers<void>[] = [];
  const work = () => {
    const turn = Promise.withResolvers<void>();
    turns.push(turn);
    return turn.promise;
  };
  return { turns, ask: oneAtATime(work) };
}

it('a hundred calls while the work is done share one turn more', async () => {
  const { turns, ask } = heldWork();
  const first = ask();
  const others = Array.from({ length: 100 }, ask);
  expect(turns).toHaveLength(1);
  turns[0]?.resolve();
  await first;
  await expect.poll(() => turns.length).toBe(2);
  turns[1]?.resolve();
  await Promise.all(others);
  expect(turns).toHaveLength(2);
});

it('a call after the work has its own turn, also where the work failed', async () => {
  const { turns, ask } = heldWork();
  const first = ask();
  const second = ask();
  turns[0]?.reject(new Error('closed'));
  await expect(first).rejects.toThrow('closed');
  await expect.poll(() => turns.length).toBe(2);
  turns[1]?.resolve();
  await second;
  const third = ask();
  expect(turns).toHaveLength(3);
  turns[2]?.resolve();
  await third;
});
