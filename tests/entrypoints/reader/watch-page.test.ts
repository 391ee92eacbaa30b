import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchPage } from '../../../entrypoints/reader/watch-page';

const { window } = new JSDOM('<p>Nämnden följer 4 kap. 1 § SoL.</p><div id="bar"></div>');
const { document } = window;
let ended: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('MutationObserver', window.MutationObserver);
  ended = new window.AbortController() as unknown as AbortController;
});
afterEach(() => {
  ended.abort();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Changes the page a hundred times, and waits until it would have been read again. @returns how often it was read in all */
async function readsAfter(change: (nth: number) => void): Promise<number> {
  const refresh = vi.fn(async () => {});
  await watchPage(document as unknown as Document, refresh, () => false, ended.signal);
  for (let nth = 0; nth < 100; nth++) {
    change(nth);
    await vi.advanceTimersByTimeAsync(100);
  }
  await vi.advanceTimersByTimeAsync(10_000);
  return refresh.mock.calls.length;
}

const query = (selector: string) => document.querySelector(selector) as HTMLElement;

it('a page at rest is read once, and no timer is left', async () => {
  expect(await readsAfter(() => {})).toBe(1);
  expect(vi.getTimerCount()).toBe(0);
});

it('what holds nothing may move for ever', async () => {
  const reads = await readsAfter((nth) => {
    query('#bar').style.transform = `translateX(${nth}px)`;
  });
  expect(reads).toBe(1);
});

it('text whose style changes may have come in sight: the page is read again, now and then', async () => {
  const reads = await readsAfter((nth) => {
    query('p').style.opacity = String(nth / 100);
  });
  expect(reads).toBeGreaterThan(1);
  expect(reads).toBeLessThan(10);
});

it('a class of what holds nothing may show what stands beside it', async () => {
  const reads = await readsAfter((nth) => {
    if (nth === 0) query('#bar').classList.add('open');
  });
  expect(reads).toBe(2);
});
