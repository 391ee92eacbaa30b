import type { Reading } from '../../reading/types';
import type { DocumentHints, DocumentProfile, Passage } from '../types';
import { findAssessments } from './assessments';
import { findCandidates } from './candidates';
import { findDeadlines } from './deadlines';
import { readProfile } from './profile';
import { findQuestions } from './questions';
import { findRecommendations } from './recommendations';
import { findResponses } from './responses';
import { numberSame } from './same';
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
  passages.sort((a, b) => a.start - b.start || b.end - a.end);
  return { passages, profile, lawDate };
}
