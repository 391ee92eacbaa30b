import type { RecommendationPassage, ResponsePassage } from '../types';
import { beginsLikeItem, tellsNeed } from './itemlike';
import type { Outline } from './units';

/** Labels that make a row. */
const LEAST = 2;
/** Characters that tell whether words begin as a recommendation does. */
const OPENING = 90;
/** The rule of what stands behind "Rekommendation 2". */
const NUMBERED = 'numbered-item';

/** The number of "rekommendation 2:"; null for a label without one. */
function numberOf({ reason }: RecommendationPassage): number | null {
  const number = reason.rule === NUMBERED && /(\d{1,2})\)?[.:)–-]*$/.exec(reason.evidence ?? '')?.[1];
  return number ? Number(number) : null;
}

/**
 * Tells a board's answers from its recommendations: below a list of recommendations that it repeats, "Rekommendation 1: …" and its like
 * count the answers where what they say begins as no recommendation does.
 * @param passages what reads as a recommendation in a board's own document, in text order
 * @returns the recommendations among them, and the answers
 */
export function partNumberedAnswers(
  outline: Outline,
  passages: readonly RecommendationPassage[],
): { recommendations: RecommendationPassage[]; answers: ResponsePassage[] } {
  const all = { recommendations: [...passages], answers: [] };
  const first = passages.findIndex((passage) => numberOf(passage) === 1);
  const lead = passages[first - 1];
  if (!lead || lead.reason.rule === NUMBERED) return all;
  const list = passages.slice(0, first).filter(({ reason }) => reason.evidence === lead.reason.evidence);
  const row = passages.slice(first).filter((passage) => numberOf(passage) !== null);
  const counts = row.every((passage, k) => numberOf(passage) === k + 1);
  if (!counts || row.length < LEAST || row.length > list.length) return all;
  if (row.some(({ start }) => readsAsAdvice(outline, start))) return all;
  const answers = row.map(({ start, end, reason }, k): ResponsePassage => {
    const answered = (list[k] as RecommendationPassage).start;
    return { kind: 'response', start, end, answers: answered, reason: { rule: 'in-turn', evidence: reason.evidence } };
  });
  return { recommendations: passages.filter((passage) => !row.includes(passage)), answers };
}

function readsAsAdvice({ text }: Outline, start: number): boolean {
  const words = text
    .slice(start, start + OPENING)
    .replace(/\s+/g, ' ')
    .toLowerCase();
  return beginsLikeItem(words) || tellsNeed(words);
}
