import type { Reading } from '../reading/types';
import { detectAudit, readProfile } from './audit';
import { profileDoubts } from './audit/profile-doubts';
import { readDate } from './audit/read-date';
import { corrected } from './corrected-profile';
import type { FirstFindings } from './first';
import type { Detection, DocumentHints, DocumentProfile, Passage, ProfileDoubts } from './types';

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

/**
 * What a document says of itself, whatever a person has said of it, and what of that is not sure.
 * @param hints what is known from outside; corrections are passed over
 */
export function ownProfile(
  reading: Reading,
  hints: DocumentHints,
): { profile: DocumentProfile; doubts: ProfileDoubts } {
  const profile = readProfile(reading, hints, readDate(reading, hints).date);
  return { profile, doubts: profileDoubts(reading, profile) };
}

/** A part's own slices tell nothing. */
function* inSilence<Result>(work: Generator<void, Result>): Generator<undefined, Result> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield;
  }
}
