import type { Pace } from './pace';

/** Work that pauses now and then, so that whoever does it can let the page have its turn in between. */
export type Steps<Result> = Generator<void, Result, void>;

/** Does all of it without a pause. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** Does it at a pace that lets the page go on. @throws the signal's reason when the work was cancelled */
export async function inTurns<Result>(steps: Steps<Result>, pace: Pace): Promise<Result> {
  let step = steps.next();
  for (let done = 1; !step.done; done++) {
    // How many there will be is not known before the end.
    await pace.step(done, done + 1);
    step = steps.next();
  }
  return step.value;
}
