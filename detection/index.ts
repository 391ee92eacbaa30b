import type { Reading } from '../reading/types';
import { detectFirst } from './first';
import { detectRest } from './rest';
import type { Detection, DocumentHints } from './types';

export { ownProfile } from './rest';

/**
 * Finds the passages of a document and what it says of itself.
 * Sliced: it yields often, so that a page stays responsive; run the generator to its end.
 * Now and then it yields the citations that are known so far, so that a page can show the first ones at once.
 * @param reading the text with its blocks
 * @param hints what is known from outside; `hints.date` (ISO) wins over every date in the text, `hints.profileCorrections` over everything
 * @returns passages in text order (offsets into `reading.text`) and the document's profile; on the way the profile holds the date alone
 */
export function* detect(reading: Reading, hints: DocumentHints = {}): Generator<Detection | undefined, Detection> {
  return yield* detectRest(reading, hints, yield* detectFirst(reading, hints));
}

/** {@link detect}, run to its end at once: for scripts and tests, not for a page. */
export function detectNow(reading: Reading, hints: DocumentHints = {}): Detection {
  const work = detect(reading, hints);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
