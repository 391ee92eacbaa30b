import { evidenceFor } from './evidence';
import { CONTEXT } from './pattern';
import { atOnce } from './slices';
import { indexOfText } from './text-index';
import type { Target } from './types';

/**
 * What is kept of a place so that it can be found again.
 * @param text the reading's text, or any text that the offsets belong to
 * @param start first UTF-16 unit of the passage, @param end the one after its last
 * @param about the document's `hashText` and, for PDFs, the page number, 1 first
 * @throws RangeError where the span is empty or outside of the text
 */
export function describeTarget(
  text: string,
  start: number,
  end: number,
  about: { textHash: string; page?: number },
): Target {
  return atOnce(describeTargetSliced(text, start, end, about));
}

/** {@link describeTarget} in slices: the first target of a long text has the whole text indexed. */
export function* describeTargetSliced(
  text: string,
  start: number,
  end: number,
  about: { textHash: string; page?: number },
): Generator<void, Target> {
  if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length)) {
    throw new RangeError(`A target needs a span inside the text: ${start}–${end} of ${text.length}`);
  }
  const target: Target = {
    quote: {
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - CONTEXT), start),
      suffix: text.slice(end, end + CONTEXT),
    },
    position: { start, end },
    ...(about.page === undefined ? {} : { page: about.page }),
    textHash: about.textHash,
  };
  return { ...target, evidence: evidenceFor(yield* indexOfText(text), target) };
}
