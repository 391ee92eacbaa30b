/**
 * Does the same work at most once at a time. Who asks while it is being done waits for one more turn after it, which all
 * of them share: what a hundred changes ask for is seen after the last of them, and is fetched twice.
 *
 * @returns a function that resolves, or rejects, with a turn of the work that began after the call
 */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let waiting: Promise<void> | null = null;
  const begin = (): Promise<void> => {
    const turn = work().finally(() => {
      running = null;
    });
    running = turn;
    return turn;
  };
  return () => {
    if (waiting) return waiting;
    if (!running) return begin();
    const next = () => {
      waiting = null;
      return begin();
    };
    waiting = running.then(next, next);
    return waiting;
  };
}
