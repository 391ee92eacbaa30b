import type { Reading } from '../../reading/types';
import type { DocumentHints, DocumentProfile, Passage } from '../types';
import { findCandidates } from './candidates';
import { readProfile } from './profile';
import { findRecommendations } from './recommendations';
import { readOutline } from './units';

/** What the audit rules found in a document. */
export interface AuditDetection {
  /** In text order, citations apart. */
  passages: Exclude<Passage, { kind: 'citation' }>[];
  profile: DocumentProfile;
  /** The date that settles which law was in force; from the hints, the profile, or a cover that gives only a month. */
  lawDate: string | undefined;
}

/**
 * Finds recommendations, questions, assessments, responses, deadlines, and the document's profile.
 * Sliced: yields after some ten milliseconds of work.
 */
export function* detectAudit(reading: Reading, hints: DocumentHints): Generator<void, AuditDetection> {
  const outline = yield* readOutline(reading);
  const candidates = yield* findCandidates(reading.text, outline.units);
  const { profile, lawDate } = readProfile(reading, hints);
  const recommendations = yield* findRecommendations(outline, candidates.advice);
  const passages = [...recommendations];
  passages.sort((a, b) => a.start - b.start);
  return { passages, profile, lawDate };
}
