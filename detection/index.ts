import type { Reading } from '../reading/types';
import { detectAudit } from './audit';
import { detectCitations } from './citations';
import type { Detection, DocumentHints, Passage } from './types';

/**
 * Finds the passages of a document and what it says of itself.
 * Sliced: it yields after some ten milliseconds of work, so that a page stays responsive; run the generator to its end.
 * @param reading the text with its blocks
 * @param hints what is known from outside; `hints.date` (ISO) wins over every date in the text
 * @returns passages in text order (offsets into `reading.text`) and the document's profile
 */
export function* detect(reading: Reading, hints: DocumentHints = {}): Generator<void, Detection> {
  const audit = yield* detectAudit(reading, hints);
  const citations = yield* detectCitations(reading, { date: audit.lawDate });
  const passages: Passage[] = [...citations, ...audit.passages];
  passages.sort((a, b) => a.start - b.start || b.end - a.end);
  return { passages, profile: audit.profile };
}

/** {@link detect}, run to its end at once: for scripts and tests, not for a page. */
export function detectNow(reading: Reading, hints: DocumentHints = {}): Detection {
  const work = detect(reading, hints);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
