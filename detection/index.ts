import type { Reading } from '../reading/types';
import { detectAudit, readProfile } from './audit';
import { detectCitations } from './citations';
import type { Detection, DocumentHints, Passage } from './types';

/**
 * Finds the passages of a document and what it says of itself.
 * Sliced: it yields after some ten milliseconds of work, so that a page stays responsive; run the generator to its end.
 * Citations, half of the work, are yielded as soon as they are known, so that a page can show them first.
 * @param reading the text with its blocks
 * @param hints what is known from outside; `hints.date` (ISO) wins over every date in the text
 * @returns passages in text order (offsets into `reading.text`) and the document's profile
 */
export function* detect(reading: Reading, hints: DocumentHints = {}): Generator<Detection | undefined, Detection> {
  const { profile, lawDate } = readProfile(reading, hints);
  yield;
  const citations = yield* inSilence(detectCitations(reading, { date: lawDate }));
  yield { passages: citations, profile };
  const audit = yield* inSilence(detectAudit(reading, profile, lawDate));
  const passages: Passage[] = [...citations, ...audit];
  passages.sort((a, b) => a.start - b.start || b.end - a.end);
  return { passages, profile };
}

/** A part's own slices tell nothing. */
function* inSilence<Result>(work: Generator<void, Result>): Generator<undefined, Result> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield;
  }
}

/** {@link detect}, run to its end at once: for scripts and tests, not for a page. */
export function detectNow(reading: Reading, hints: DocumentHints = {}): Detection {
  const work = detect(reading, hints);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
