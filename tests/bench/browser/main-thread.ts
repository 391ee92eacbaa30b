import type { Page } from 'puppeteer-core';

/** What a piece of work took of a page's main thread, in milliseconds. */
export interface Spent {
  /** Processor time of all its tasks: other programs on the machine disturb it less than the clock. */
  processor: number;
  /** Processor time of its longest task. */
  longestTask: number;
  clock: number;
}

interface TaskEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  dur?: number;
  tdur?: number;
  args?: { name?: string };
}

const TASK = /^(?:RunTask|ThreadControllerImpl::RunTask)$/;

/** Follows a page's main thread while `work` runs. */
export async function spentIn(page: Page, work: () => Promise<unknown>): Promise<Spent> {
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const processorTime = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  await page.tracing.start({ categories: ['toplevel'] });
  const before = await processorTime();
  const begin = performance.now();
  await work();
  const clock = performance.now() - begin;
  const processor = (await processorTime()) - before;
  const bytes = await page.tracing.stop();
  await session.detach();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(bytes)) as { traceEvents: TaskEvent[] };
  return { processor, longestTask: longestTask(traceEvents), clock };
}

/** The longest task of the busiest main thread of a page: others belong to pages that are being closed. */
function longestTask(events: readonly TaskEvent[]): number {
  const main = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}:${tid}`),
  );
  const tasks = new Map<string, number[]>();
  for (const { name, ph, pid, tid, dur = 0, tdur = dur } of events) {
    const thread = `${pid}:${tid}`;
    if (ph !== 'X' || !TASK.test(name) || !main.has(thread)) continue;
    const known = tasks.get(thread);
    if (known) known.push(tdur / 1000);
    else tasks.set(thread, [tdur / 1000]);
  }
  const sum = (times: readonly number[]) => times.reduce((total, time) => total + time, 0);
  const [busiest = []] = [...tasks.values()].sort((one, other) => sum(other) - sum(one));
  return busiest.reduce((longest, time) => Math.max(longest, time), 0);
}
