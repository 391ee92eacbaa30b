import type { Span } from '../../reading/types';

import { boardsAbove } from './board-headings';
import { beginsLikeItem } from './itemlike';
import { isLabel, labelLength, NAMES_WHOSE } from './labels';
import { saysOught } from './ought';
import type { RecommendationList } from './recommendation-list';
import type { Outline, Unit } from './units';

/** Characters that tell whether a unit is a label, or begins as advice does. */
const OPENING = 120;
/** Longer paragraphs tell of something. */
const LONGEST = 700;
const MOST_SENTENCES = 3;

/**
 * Takes what stands right above the labels of answers, where it reads as advice and nothing announced it: a written
 * response repeats the recommendations as it likes ("Att ta fram en plan.", "Vidare bör styrelsen …").
 * @param labels units that may open an answer, in text order
 * @param byBoard true for a board's own document: there a bare "Svar:" is its answer too
 */
export function* takeAnswered(
  outline: Outline,
  list: RecommendationList,
  labels: readonly Unit[],
  byBoard: boolean,
): Generator<void> {
  if (labels.length === 0) return;
  const found = [...list.found].sort((a, b) => a.start - b.start);
  let next = 0;
  let count = 0;
  for (const label of labels) {
    if (++count % 50 === 0) yield;
    const unit = outline.at(label.index - 1);
    if (!unit || label.type === 'cell' || unit.type === 'cell' || unit.end - unit.start > LONGEST) continue;
    const opening = outline.opening(label, OPENING);
    if (!isLabel(opening) || !(byBoard || NAMES_WHOSE.test(opening)) || !isAdvice(outline, unit)) continue;
    while (next < found.length && (found[next] as Span).start < unit.end) next++;
    if (next > 0 && (found[next - 1] as Span).end > unit.start) continue;
    list.take(unit, unit, {
      rule: 'answered',
      evidence: opening.slice(0, labelLength(opening)),
      addressees: boardsAbove(outline, unit),
      unit: label,
    });
  }
}

function isAdvice(outline: Outline, unit: Unit): boolean {
  const opening = outline.opening(unit, OPENING);
  if (isLabel(opening)) return false;
  const words = outline.words(unit);
  if (words.text.endsWith('?') || words.sentences.length > MOST_SENTENCES) return false;
  const first = words.sentences[0];
  return first !== undefined && (beginsLikeItem(opening) || saysOught(words.lower.slice(first.from, first.to)));
}
