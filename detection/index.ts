import type { Reading } from '../reading/types';
import { detectAudit, readDate, readProfile } from './audit';
import { profileDoubts } from './audit/profile-doubts';
import { detectCitations } from './citations';
import { corrected } from './corrected-profile';
import type { CitationPassage, Detection, DocumentHints, DocumentProfile, Passage, ProfileDoubts } from './types';

/**
 * Finds the passages of a document and what it says of itself.
 * Sliced: it yields often, so that a page stays responsive; run the generator to its end.
 * Now and then it yields the citations that are known so far, so that a page can show the first ones at once.
 * @param reading the text with its blocks
 * @param hints what is known from outside; `hints.date` (ISO) wins over every date in the text, `hints.profileCorrections` over everything
 * @returns passages in text order (offsets into `reading.text`) and the document's profile; on the way the profile holds the date alone
 */
export function* detect(reading: Reading, hints: DocumentHints = {}): Generator<Detection | undefined, Detection> {
  const { date, lawDate } = readDate(reading, { ...hints, ...dateOf(hints.profileCorrections) });
  yield;
  const citations = yield* shown(detectCitations(reading, { date: lawDate }), date ? { date } : {});
  const profile = corrected(readProfile(reading, hints, date), hints.profileCorrections);
  yield { passages: citations, profile };
  const audit = yield* inSilence(detectAudit(reading, profile, lawDate));
  const passages: Passage[] = [...citations, ...audit];
  passages.sort((a, b) => a.start - b.start || b.end - a.end);
  return { passages, profile };
}

/** A person can say which date is right, not that there is none: some law is meant in any case. */
function dateOf(corrections: DocumentHints['profileCorrections']): { date?: string } {
  return corrections?.date ? { date: corrections.date } : {};
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

/** What is found on the way, with what is known of the document then. */
function* shown(
  work: Generator<CitationPassage[] | undefined, CitationPassage[]>,
  profile: DocumentProfile,
): Generator<Detection | undefined, CitationPassage[]> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield step.value && { passages: step.value, profile };
  }
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
