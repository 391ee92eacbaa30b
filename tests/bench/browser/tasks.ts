import { launchWithExtension } from '../../browser/support/launch';
import { startFixtureServer } from '../../browser/support/server';
import { median, type Row } from '../support/rows';
import { buildForBench } from './build';
import { type ScriptTask, scriptTasks, traced } from './trace';

/** Pages, and the time after which all work on them is done, in milliseconds. */
const pages: Record<string, number> = {
  '/sample': 1500,
  '/hostile/nodes': 5000,
  '/hostile/long': 3500,
  '/hostile/mutating': 3000,
};
const ROUNDS = 3;
/** Quiet time that is watched, in milliseconds. */
const IDLE = 5000;

/** How long the extension keeps a page from its turn, and what it costs a page where nothing happens. */
export async function taskRows(): Promise<Row[]> {
  const server = await startFixtureServer();
  const extension = await launchWithExtension('chromium', await buildForBench());
  try {
    await settle(1500);
    const found = Object.fromEntries(Object.keys(pages).map((path) => [path, [] as ScriptTask[][]]));
    for (let round = 0; round < ROUNDS; round++) {
      for (const [path, wait] of Object.entries(pages)) {
        const page = await extension.browser.newPage();
        const trace = await traced(page, async () => {
          await page.goto(server.url(path));
          await settle(wait);
        });
        found[path]?.push(scriptTasks(trace));
        await page.close();
      }
    }
    const rows = Object.entries(found).map(([path, rounds]) => longestRow(path, rounds));
    const page = await extension.browser.newPage();
    await page.goto(server.url('/sample'));
    await settle(3000);
    const before = await page.metrics();
    await settle(IDLE);
    const after = await page.metrics();
    const script = 1000 * ((after.ScriptDuration ?? 0) - (before.ScriptDuration ?? 0));
    rows.push({ name: 'script in 5 s of rest', value: script, unit: 'ms', target: { of: 'value', atMost: 0 } });
    return rows;
  } finally {
    await extension.close();
    await server.close();
  }
}

function longestRow(path: string, rounds: readonly ScriptTask[][]): Row {
  const longest = rounds.flatMap(([first]) => first ?? []).sort((a, b) => a.duration - b.duration);
  const middle = median(longest.map(({ duration }) => duration));
  const worst = longest.at(-1);
  const long = rounds.map((tasks) => tasks.filter(({ duration }) => duration > 50).length);
  return {
    name: `longest task on ${path}`,
    value: middle,
    unit: 'ms',
    target: { of: 'value', atMost: 50 },
    note: `worst of ${ROUNDS} rounds ${worst?.duration.toFixed(0)} ms, ${worst?.onClock.toFixed(0)} on the clock (${worst?.parts.join(', ')}); over 50 ms: ${long.join(', ')}`,
  };
}

function settle(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
