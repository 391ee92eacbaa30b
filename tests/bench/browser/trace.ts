import type { Page } from 'puppeteer-core';

/** One event of Chromium's trace; times in microseconds, `ts` and `dur` of the clock, `tts` and `tdur` of the thread's processor. */
interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tts?: number;
  tdur?: number;
  args: { name?: string; data?: { url?: string; isMainFrame?: boolean } };
}

/** A task of the page's main thread in which a script ran. */
export interface ScriptTask {
  /** Milliseconds of processor time, which other programs on the machine disturb less than the clock. */
  duration: number;
  /** Milliseconds on the clock. */
  onClock: number;
  /** The longest parts of the task, for a person who asks what took so long. */
  parts: string[];
}

export interface Trace {
  events: TraceEvent[];
}

const CATEGORIES = ['devtools.timeline', 'toplevel', 'v8', 'v8.execute', 'blink.user_timing'];
const SCRIPT = /^(?:FunctionCall|EvaluateScript|RunMicrotasks|TimerFire|v8\.callFunction|v8\.run|v8\.evaluateModule)$/;
/** Tasks that are longer than this, in milliseconds, are told with their parts. */
const WORTH_EXPLAINING = 10;
/** A script begins: of a web page, of a page made of modules. */
const LOADED = /^(?:EvaluateScript|v8\.compileModule)$/;
/** A script's first run, and functions of it that the browser calls later. */
const STARTS = /^(?:EvaluateScript|FunctionCall)$/;
const TASK = /^(?:RunTask|ThreadControllerImpl::RunTask)$/;

/** Records what the browser does while `work` runs. */
export async function traced(page: Page, work: () => Promise<unknown>): Promise<Trace> {
  await page.tracing.start({ categories: CATEGORIES });
  await work();
  const bytes = await page.tracing.stop();
  if (!bytes) throw new Error('Chromium gave no trace.');
  const { traceEvents } = JSON.parse(new TextDecoder().decode(bytes)) as { traceEvents: TraceEvent[] };
  return { events: traceEvents };
}

/** The main thread of the page in which the extension's content script or its own page ran first, as `pid:tid`. */
function contentThread({ events }: Trace): string | undefined {
  const scripts = events.filter((event) => isOurs(event) && LOADED.test(event.name)).sort((a, b) => a.ts - b.ts);
  return scripts[0] && threadOf(scripts[0]);
}

/**
 * The tasks of the page's main thread in which any script ran, the longest first. Work that goes on after a pause
 * carries no address in the trace, so on a page that has a script of its own its tasks are among them.
 */
export function scriptTasks(trace: Trace): ScriptTask[] {
  const thread = contentThread(trace);
  if (!thread) throw new Error('The content script did not run in the trace.');
  const begin = Math.min(...trace.events.filter(isOurs).map(({ ts }) => ts));
  const events = trace.events.filter((event) => event.ph === 'X' && threadOf(event) === thread);
  const scripts = events.filter(({ name }) => SCRIPT.test(name)).sort((a, b) => a.ts - b.ts);
  const tasks = events
    .filter(({ name, ts, dur }) => TASK.test(name) && ts + (dur ?? 0) >= begin)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const outer: TraceEvent[] = [];
  for (const task of tasks) {
    // A task may be traced under two names, one within the other.
    const last = outer.at(-1);
    if (!last || !isStrictlyWithin(task, last)) outer.push(task);
  }
  return outer
    .filter((task) => hasWithin(scripts, task))
    .map((task) => ({
      duration: cost(task),
      onClock: (task.dur ?? 0) / 1000,
      parts: cost(task) > WORTH_EXPLAINING ? partsOf(task, events) : [],
    }))
    .sort((a, b) => b.duration - a.duration);
}

/** What content scripts of several extensions did on one page, in milliseconds. */
export interface ScriptStart {
  /** From the end of DOMContentLoaded to the first of the scripts, on the clock: the browser's own way there. */
  way: number;
  /**
   * By the extension's root address, in processor time: the script's compilation and first run, and what it put off until after
   * that.
   */
  running: Map<string, { first: number; putOff: number }>;
}

/** How the extensions' content scripts started on the traced page; an extension whose script did not start is missing. */
export function contentScriptStart(trace: Trace): ScriptStart {
  const thread = contentThread(trace);
  const runs = trace.events
    .filter((event) => isOurs(event) && threadOf(event) === thread && STARTS.test(event.name))
    .sort((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0));
  const loaded = trace.events.findLast(
    (event) => event.name === 'domContentLoadedEventEnd' && threadOf(event) === thread,
  );
  const [first] = runs;
  if (!first || !loaded) throw new Error('The trace lacks the start of the page or of the content script.');
  const running: ScriptStart['running'] = new Map();
  let last = first;
  for (const run of runs) {
    if (run !== first && isWithin(run, last)) continue;
    last = run;
    const root = `${run.args.data?.url?.split('/', 3).join('/')}/`;
    const before = running.get(root);
    running.set(root, before ? { ...before, putOff: before.putOff + cost(run) } : { first: cost(run), putOff: 0 });
  }
  return { way: (first.ts - loaded.ts) / 1000, running };
}

/**
 * Milliseconds from the start of the content script, which is when Chromium holds the document for idle, to
 * `performance.mark(name)`: on the clock, and of the main thread's processor time.
 */
export function sinceContentScript(trace: Trace, name: string): { onClock: number; cost: number } {
  const thread = contentThread(trace);
  const script = trace.events.find((event) => isOurs(event) && event.name === 'EvaluateScript');
  const mark = trace.events.find((event) => event.name === name && threadOf(event) === thread);
  if (script?.tts === undefined || mark?.tts === undefined) throw new Error(`The trace lacks ${name}.`);
  return { onClock: (mark.ts - script.ts) / 1000, cost: (mark.tts - script.tts) / 1000 };
}

/** Processor time of an event in milliseconds; the clock's where Chromium does not tell. */
function cost(event: TraceEvent): number {
  return (event.tdur ?? event.dur ?? 0) / 1000;
}

function partsOf(task: TraceEvent, events: readonly TraceEvent[]): string[] {
  return events
    .filter((event) => event !== task && isWithin(event, task) && cost(event) > 4 && !TASK.test(event.name))
    .sort((a, b) => cost(b) - cost(a))
    .slice(0, 4)
    .map((event) => `${event.name} ${cost(event).toFixed(0)}`);
}

function isOurs(event: TraceEvent): boolean {
  return event.ph === 'X' && event.args?.data?.url?.startsWith('chrome-extension://') === true;
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid}:${tid}`;
}

function isWithin(inner: TraceEvent, outer: TraceEvent): boolean {
  return inner.ts >= outer.ts && inner.ts + (inner.dur ?? 0) <= outer.ts + (outer.dur ?? 0);
}

/** Whether one of the events, which stand in the order of their beginnings, lies within another. */
function hasWithin(events: readonly TraceEvent[], outer: TraceEvent): boolean {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle] as TraceEvent).ts < outer.ts) low = middle + 1;
    else high = middle;
  }
  // What begins in a task ends in it.
  const first = events[low];
  return first !== undefined && isWithin(first, outer);
}

function isStrictlyWithin(inner: TraceEvent, outer: TraceEvent): boolean {
  return isWithin(inner, outer) && (inner.dur ?? 0) < (outer.dur ?? 0);
}
