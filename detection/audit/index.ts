import type { Reading } from '../../reading/types';
import type { DocumentProfile, Passage } from '../types';
import { findAssessments } from './assessments';
import { findCandidates } from './candidates';
import { findDeadlines } from './deadlines';
import { findQuestions } from './questions';
import { findRecommendations } from './recommendations';
import { findResponses } from './responses';
import { numberSame } from './same';
import { readOutline } from './units';

export { readProfile } from './profile';

/** Passages of the audit's own structure: all kinds but citations. */
export type AuditPassage = Exclude<Passage, { kind: 'citation' }>;

/**
 * Finds recommendations, questions, assessments, responses and deadlines, in text order.
 * Sliced: yields after some ten milliseconds of work.
 *
 * @param profile what the document says of itself
 * @param lawDate ISO date from which a deadline without a year is counted
 */
export function* detectAudit(
  reading: Reading,
  profile: DocumentProfile,
  lawDate: string | undefined,
): Generator<void, AuditPassage[]> {
  const outline = yield* readOutline(reading);
  const candidates = yield* findCandidates(reading.text, outline.units);
  const recommendations = yield* findRecommendations(outline, candidates.advice, profile.kind);
  const questions = yield* findQuestions(outline, candidates.questions, candidates.questionLeads);
  const assessments = yield* findAssessments(outline, candidates.assessments);
  const deadlines = yield* findDeadlines(outline, candidates.deadlines, lawDate);
  const responses = yield* findResponses(outline, recommendations, deadlines);
  for (const repeated of [recommendations, questions]) {
    repeated.sort((a, b) => a.start - b.start);
    numberSame(
      repeated,
      repeated.map((passage) => reading.text.slice(passage.start, passage.end).toLowerCase()),
    );
    yield;
  }
  const passages = [...recommendations, ...questions, ...assessments, ...responses, ...deadlines];
  return passages.sort((a, b) => a.start - b.start || b.end - a.end);
}
