import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserName } from '../../scripts/browsers';
import { StorageBrowser } from './support/storage-browser';

/**
 * The browser killed at random moments of saving, importing and migrating. A killed browser shows that what was confirmed
 * has left the browser, and that nothing is half done; that it has reached the disk, as strict durability asks, would take
 * a power cut to show. `CRASH_ROUNDS=100 npx vitest run tests/browser/storage-crashes.test.ts` for more than a few rounds.
 */
const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 6);
/** Annotations of an import, and of an old database: what takes a good second. */
const MANY = 1500;
const WORKS = ['saving', 'importing', 'migrating'] as const;
type Work = (typeof WORKS)[number];

/** What the killed browsers left, for a person who runs many rounds. */
interface Tally {
  killed: number;
  /** Rounds in which the work had been confirmed when the browser was killed. */
  confirmed: number;
}

describe.each(['chromium', 'firefox'] as const)('%s, killed', (name: BrowserName) => {
  let browser: StorageBrowser;
  beforeAll(async () => {
    browser = await StorageBrowser.prepared(name);
  });
  afterAll(() => browser?.remove());

  const told = (word: string) => expect.poll(() => browser.told.has(word), { timeout: 60_000, interval: 5 }).toBe(true);
  /** How long each work took when nobody killed it, in milliseconds: the moments to kill at lie within it. */
  const lasts: Record<Work, number> = { saving: 400, importing: 0, migrating: 0 };

  /** Begins work that nobody waits for: the browser will be gone before it answers. */
  async function begin(page: Page, work: Work, round: number): Promise<void> {
    const begun = page.evaluate(
      (what, nth, many) => globalThis.storagePage.begin(what, nth, many),
      work,
      round,
      // Every import brings others: the made-up annotations depend on how many they are.
      MANY + round,
    );
    begun.catch(() => undefined);
    await told(`begun-${work}-${round}`);
  }

  async function check(page: Page, work: Work, round: number): Promise<void> {
    const isConfirmed = browser.told.has(`done-${work}-${round}`);
    const found = await page.evaluate(
      (what, nth, many) => globalThis.storagePage.left(what, nth, many),
      work,
      round,
      MANY + round,
    );
    const what = `round ${round}, ${work}${isConfirmed ? ', confirmed' : ''}`;
    expect(found.unreadable, what).toBe(0);
    // The rows that lists are made of say the same as the annotations themselves.
    expect(found.listed, what).toBe(found.stored);
    if (work === 'saving') {
      const saved = [...browser.told].filter((word) => word.startsWith(`saved-${round}-`));
      const missing = saved.filter((word) => !found.marks.includes(Number(word.split('-')[2])));
      expect(missing, what).toEqual([]);
      // At most one more: saved, and killed before it could say so.
      expect(found.marks.length - saved.length, what).toBeLessThanOrEqual(1);
    } else if (work === 'importing') {
      // All of it or nothing.
      expect(isConfirmed ? [MANY + round] : [0, MANY + round], what).toContain(found.ofThis);
    } else {
      expect(found.ofThis, what).toBe(MANY + round);
    }
  }

  it.skipIf(name === 'firefox')(
    'keeps what was saved before and after its log of changes was torn (Firefox has no such log)',
    async () => {
      const idsAfter = async (page: Page, start: number) => {
        expect(await page.evaluate((at) => globalThis.storagePage.save(at, 500), start)).toBe('saved');
        return (await page.evaluate(() => globalThis.storagePage.contents())).ids;
      };
      const before = await idsAfter(await browser.launch(), 900_000_001);
      await browser.kill();
      await browser.tearLog();
      // What was torn is passed over at the first start; at the second one everything would be gone.
      const after = await idsAfter(await browser.launch(), 900_000_002);
      expect(after).toEqual(expect.arrayContaining(before));
      await browser.kill();
      expect(await idsAfter(await browser.launch(), 900_000_003)).toEqual(expect.arrayContaining(after));
      await browser.close();
    },
  );

  it(
    `loses nothing and leaves nothing half done, in ${ROUNDS} rounds`,
    async () => {
      const tally = Object.fromEntries(WORKS.map((work) => [work, { killed: 0, confirmed: 0 }])) as Record<Work, Tally>;
      let page = await browser.launch();
      for (const [nth, work] of WORKS.entries()) {
        if (work === 'saving') continue;
        await begin(page, work, 1000 + nth);
        const from = performance.now();
        await told(`done-${work}-${1000 + nth}`);
        lasts[work] = performance.now() - from;
      }
      for (let round = 0; round < ROUNDS; round++) {
        const work = WORKS[round % WORKS.length] as Work;
        await begin(page, work, round);
        await new Promise((resolve) => setTimeout(resolve, Math.random() * lasts[work] * 1.1));
        await browser.kill();
        tally[work].killed += 1;
        if (browser.told.has(`done-${work}-${round}`)) tally[work].confirmed += 1;
        page = await browser.launch();
        await check(page, work, round);
      }
      await browser.close();
      if (process.env.CRASH_ROUNDS) console.log(`${name}: ${JSON.stringify(tally)}`);
    },
    60_000 + ROUNDS * 60_000,
  );
});
