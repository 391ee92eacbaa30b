import type { Reading } from '../reading/types';
import { detectAudit, readProfile } from './audit';
import { corrected } from './corrected-profile';
import type { FirstFindings } from './first';
import type { Detection, DocumentHints, Passage } from './types';

/**
 * Finds what the document says of itself and the audit's structure. Sliced; the profile comes first, with the citations.
 * @param hints as for `detect`
 * @returns everything that was found, in text order
 */
export function* detectRest(
  reading: Reading,
  hints: DocumentHints,
  { date, lawDate, citations }: FirstFindings,
): Generator<Detection | undefined, Detection> {
  const profile = corrected(readProfile(reading, hints, date), hints.profileCorrections);
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
