import type { RecommendationPassage, ResponsePassage } from '../types';
import type { Outline, Unit } from './units';

/** Characters before an item that hold its number. */
const LONGEST_NUMBER = 8;
/** Answers that stand together. */
const LEAST = 2;

/** The number printed before an item; null where there is none. */
function numberOf(outline: Outline, unit: Unit): number | null {
  if (unit.type !== 'item') return null;
  const before = outline.text.slice(Math.max(0, unit.start - LONGEST_NUMBER), unit.start);
  const number = /(?:^|\n)\s*(\d{1,2})[.)]?\s+$/.exec(before)?.[1];
  return number === undefined ? null : Number(number);
}

/**
 * The answers of a numbered list right below a label, as many as the list of recommendations above it has: the first answers
 * the first, and so on.
 * @param asked how many recommendations stand above the label; the list is those of them that one lead-in announced
 * @returns the answers and the index of the last unit of theirs; null where the lists do not match
 */
export function answersInTurn(
  outline: Outline,
  label: Unit,
  recommendations: readonly RecommendationPassage[],
  asked: number,
): { answers: ResponsePassage[]; last: number } | null {
  const evidence = recommendations[asked - 1]?.reason.evidence;
  let first = asked;
  while (first > 0 && recommendations[first - 1]?.reason.evidence === evidence) first--;
  const count = asked - first;
  if (count < LEAST) return null;
  const answers: ResponsePassage[] = [];
  let index = label.index + 1;
  for (; answers.length < count; index++) {
    const unit = outline.at(index);
    if (!unit || numberOf(outline, unit) !== answers.length + 1) return null;
    answers.push({
      kind: 'response',
      start: unit.start,
      end: unit.end,
      answers: (recommendations[first + answers.length] as RecommendationPassage).start,
      reason: { rule: 'in-turn', evidence: outline.words(label).text },
    });
  }
  const next = outline.at(index);
  return next && numberOf(outline, next) === count + 1 ? null : { answers, last: index - 1 };
}
