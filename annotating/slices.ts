/** Longest stretch of work before the page gets its turn, in milliseconds; a frame is 16, a task that is felt 50. */
const BUDGET_MS = 8;

/**
 * Runs sliced work to its end without holding up the page.
 *
 * @param work a generator that yields about every millisecond
 * @param signal ends the work between two slices
 * @param onPartial is given what the work yields on its way, undefined left out
 * @returns the work's result, or undefined when the signal ended it
 */
export async function runSliced<Partial, Result>(
  work: Generator<Partial, Result>,
  signal: AbortSignal,
  onPartial?: (partial: NonNullable<Partial>) => void,
): Promise<Result | undefined> {
  let deadline = performance.now() + BUDGET_MS;
  while (!signal.aborted) {
    const step = work.next();
    if (step.done) return step.value;
    if (onPartial && step.value) onPartial(step.value);
    if (performance.now() < deadline) continue;
    await pageTurn();
    deadline = performance.now() + BUDGET_MS;
  }
  return undefined;
}

/**
 * Lets waiting tasks run: input, painting, the page's own timers. Not `scheduler.yield`, whose continuation goes before
 * the page's tasks and would starve them until all is done.
 */
export function pageTurn(): Promise<void> {
  if (typeof scheduler !== 'undefined' && typeof scheduler.postTask === 'function') {
    return scheduler.postTask(() => {}, { priority: 'user-visible' });
  }
  return new Promise((resolve) => setTimeout(resolve, 0));
}
