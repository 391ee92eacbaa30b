import type { Reading, Span } from '../../reading/types';
import type { DocumentProfile, Passage, QuestionPassage, RecommendationPassage } from '../types';
import { findAssessments } from './assessments';
import { findCandidates } from './candidates';
import { findDeadlines } from './deadlines';
import { nameByOtherPrinting, nameDistrictBoard, nameEachBoard, nameExecutive, nameOnlyBoards } from './only-board';
import { findQuestions } from './questions';
import { findRecommendations } from './recommendations';
import { findResponses } from './responses';
import { numberSame, Wordings } from './same';
import { readTables } from './tables';
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
  yield* readTables(outline);
  const candidates = yield* findCandidates(outline);
  const advice = yield* findRecommendations(outline, candidates.advice, candidates.labels, profile.kind);
  const recommendations = advice.passages;
  const wordings = new Wordings();
  const questions = yield* findQuestions(outline, candidates.questions, candidates.questionLeads, wordings);
  const assessments = yield* findAssessments(outline, candidates.assessments);
  const deadlines = yield* findDeadlines(outline, candidates.deadlines, lawDate);
  nameOnlyBoards(reading.text, [...recommendations, ...deadlines]);
  nameDistrictBoard(reading.text, [...recommendations, ...deadlines]);
  nameExecutive([...recommendations, ...deadlines]);
  nameEachBoard(recommendations, deadlines);
  const responses = yield* findResponses(outline, recommendations, deadlines, advice.answers, profile.kind);
  const wordingOf = ({ start, end }: Span) => wordings.of(reading.text.slice(start, end).toLowerCase());
  for (const repeated of [recommendations, questions]) {
    repeated.sort((a, b) => a.start - b.start);
    yield* numberSame<RecommendationPassage | QuestionPassage>(repeated, wordingOf);
  }
  nameByOtherPrinting(recommendations);
  const passages = [...recommendations, ...questions, ...assessments, ...responses, ...deadlines];
  return passages.sort((a, b) => a.start - b.start || b.end - a.end);
}
