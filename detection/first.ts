import type { Reading } from '../reading/types';
import { readDate } from './audit/read-date';
import { detectCitations } from './citations';
import type { CitationPassage, Detection, DocumentHints, DocumentProfile } from './types';

/** What the rest of the detection builds on. */
export interface FirstFindings {
  /** ISO dates: the document's own, and the one at which its law is looked up. */
  date?: string;
  lawDate?: string;
  citations: CitationPassage[];
}

/**
 * Finds a document's date and its citations. Apart from the rest, so that a page can show them before it has fetched the rest.
 * Sliced; now and then it yields the citations that are known so far.
 * @param hints as for `detect`
 */
export function* detectFirst(reading: Reading, hints: DocumentHints): Generator<Detection | undefined, FirstFindings> {
  const { date, lawDate } = readDate(reading, { ...hints, ...dateOf(hints.profileCorrections) });
  yield;
  const citations = yield* shown(detectCitations(reading, { date: lawDate }), date ? { date } : {});
  return { ...(date ? { date } : {}), ...(lawDate ? { lawDate } : {}), citations };
}

/** A person can say which date is right, not that there is none: some law is meant in any case. */
function dateOf(corrections: DocumentHints['profileCorrections']): { date?: string } {
  return corrections?.date ? { date: corrections.date } : {};
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
