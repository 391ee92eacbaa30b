import type { AnnotationKind } from '../storage/schema';

/**
 * The tag that most people give a passage of a kind, as the start set names it (`storage/start.ts`) in a database that
 * was made in Swedish or in English. Pages' cards carry it too.
 */
export const TAGS_BY_KIND: Partial<Record<AnnotationKind, readonly string[]>> = {
  citation: ['Revisionskriterium', 'Audit criterion'],
  recommendation: ['Rekommendation', 'Recommendation'],
  assessment: ['Bedömning', 'Assessment'],
  response: ['Svar', 'Response'],
  deadline: ['Följ upp', 'Follow up'],
};
