/** How long work is followed and ended. */
export interface Work {
  /** Ends the work; what it throws is the signal's reason. */
  signal?: AbortSignal;
  /** Called now and then; `total` may be an estimate that only the end makes true. */
  onProgress?: (done: number, total: number) => void;
}

/** Longest stretch of work before the page gets its turn, in milliseconds. */
const BUDGET_MS = 8;

/** Keeps long work from holding up the page: call `step` after every piece of it. */
export class Pace {
  private deadline = performance.now() + BUDGET_MS;

  constructor(private readonly work: Work = {}) {}

  /** Lets the page have its turn when it is time, tells of progress, and stops when the work was cancelled. */
  async step(done: number, total: number): Promise<void> {
    this.check();
    if (performance.now() < this.deadline) return;
    this.work.onProgress?.(done, total);
    await pageTurn();
    this.deadline = performance.now() + BUDGET_MS;
    this.check();
  }

  /** Tells of progress without a pause: inside a database transaction, which a pause would end. */
  tell(done: number, total: number): void {
    this.check();
    this.work.onProgress?.(done, total);
  }

  /** @throws the signal's reason when the work was cancelled */
  check(): void {
    this.work.signal?.throwIfAborted();
  }
}

/** Waiting tasks run: input, painting. A message comes back sooner than a timer, which browsers hold back four milliseconds. */
export function pageTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
