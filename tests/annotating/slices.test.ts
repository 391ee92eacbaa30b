import { afterEach, describe, expect, it, vi } from 'vitest';
import { runSliced } from '../../annotating/slices';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const never = new AbortController().signal;

/** Work of so many steps, each of which takes the clock `cost` milliseconds further. */
function* steps(count: number, cost: number, clock: { now: number }): Generator<void, string> {
  for (let i = 0; i < count; i++) {
    clock.now += cost;
    yield;
  }
  return 'done';
}

/** A clock of the test's own, and the times at which the page had its turn. */
function fakeClock() {
  const clock = { now: 0 };
  const turns: number[] = [];
  vi.spyOn(performance, 'now').mockImplementation(() => clock.now);
  vi.stubGlobal('scheduler', {
    postTask: async () => {
      turns.push(clock.now);
    },
  });
  return { clock, turns };
}
afterEach(() => vi.restoreAllMocks());

describe('runSliced', () => {
  it('gives the result', async () => {
    const { clock } = fakeClock();
    expect(await runSliced(steps(3, 1, clock), never)).toBe('done');
  });

  it('never works longer than half a frame before the page has its turn', async () => {
    const { clock, turns } = fakeClock();
    await runSliced(steps(200, 1, clock), never);
    const gaps = turns.map((turn, i) => turn - (turns[i - 1] ?? 0));
    expect(turns.length).toBeGreaterThan(10);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(9);
  });

  it('does not wait for the page during short work', async () => {
    const { clock, turns } = fakeClock();
    await runSliced(steps(5, 1, clock), never);
    expect(turns).toEqual([]);
  });

  it('ends between two slices when the signal says so, and gives nothing', async () => {
    const { clock } = fakeClock();
    const controller = new AbortController();
    let done = 0;
    function* work(): Generator<void, string> {
      for (; done < 100; done++) {
        clock.now += 10;
        if (done === 4) controller.abort();
        yield;
      }
      return 'done';
    }
    expect(await runSliced(work(), controller.signal)).toBeUndefined();
    expect(done).toBeLessThan(10);
  });

  it('does nothing when the signal had ended before', async () => {
    const step = vi.fn();
    function* work(): Generator<void, void> {
      step();
      yield;
    }
    expect(await runSliced(work(), AbortSignal.abort())).toBeUndefined();
    expect(step).not.toHaveBeenCalled();
  });

  it('passes on what the work throws', async () => {
    function* work(): Generator<void, void> {
      yield;
      throw new RangeError('no such place');
    }
    await expect(runSliced(work(), never)).rejects.toThrow('no such place');
  });

  it('lets timers run where the browser has no scheduler', async () => {
    vi.stubGlobal('scheduler', undefined);
    const clock = { now: 0 };
    vi.spyOn(performance, 'now').mockImplementation(() => clock.now);
    let ran = false;
    setTimeout(() => {
      ran = true;
    }, 0);
    await runSliced(steps(3, 20, clock), never);
    expect(ran).toBe(true);
  });
});
