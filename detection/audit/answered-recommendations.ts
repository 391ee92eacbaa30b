import type { Span } from '../../reading/types';

import { boardsAbove } from './board-headings';
import { seenPattern } from './damage';
import { beginsLikeItem } from './itemlike';
import { isFollowUp, isLabel, labelLength, NAMES_WHOSE } from './labels';
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
  takeFollowedUp(outline, list, labels);
  if (labels.length === 0) return;
  const found = [...list.found].sort((a, b) => a.start - b.start);
  let next = 0;
  let count = 0;
  for (const label of labels) {
    if (++count % 50 === 0) yield;
    const unit = outline.at(label.index - 1);
    if (!unit || label.type === 'cell' || unit.type === 'cell' || unit.end - unit.start > LONGEST) continue;
    const opening = outline.opening(label, OPENING);
    if (!isLabel(opening) || !(byBoard || NAMES_WHOSE.test(opening))) continue;
    if (!isAdvice(outline, unit) && !isCountedAdvice(outline, unit)) continue;
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

/** Pairs of an item and its state that make them a follow-up. */
const LEAST_PAIRS = 2;

/** Takes items that each have their state below them, as a follow-up repeats recommendations: "2) Fastställ en taxa." over "Status: Klart." */
function takeFollowedUp(outline: Outline, list: RecommendationList, labels: readonly Unit[]): void {
  const pairs: Unit[] = [];
  const states: Unit[] = [];
  for (const label of labels) {
    const unit = outline.at(label.index - 1);
    if (!unit || label.type === 'cell' || !isFollowUp(outline.opening(label, OPENING))) continue;
    if (unit.end - unit.start > LONGEST_FOLLOWED || isLabel(outline.opening(unit, OPENING))) continue;
    if (unit.type !== 'item' && !beginsLikeItem(outline.opening(unit, OPENING))) continue;
    if (outline.words(unit).text.endsWith('?')) continue;
    pairs.push(unit);
    states.push(label);
  }
  if (pairs.length < LEAST_PAIRS) return;
  const known = new Set(list.found.map(({ start }) => start));
  pairs.forEach((unit, k) => {
    if (known.has(unit.start)) return;
    const label = states[k] as Unit;
    const evidence = outline.opening(label, OPENING);
    list.take(unit, unit, { rule: 'followed-up', evidence, addressees: boardsAbove(outline, unit), unit: label });
  });
}

/** Characters of the longest item that is followed up. */
const LONGEST_FOLLOWED = 400;

/** "Revisorernas andra synpunkt", "Revisionens första rekommendation": what stands right below is advice, whatever its words. */
const COUNTED = seenPattern(
  '^(?:[\\d.]+ )?(?:revisorernas|revisionens|stadsrevisionens) (?:(?:första|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde|tionde|sista) (?:synpunkt|rekommendation|förslag|påpekande)|(?:synpunkt|förslag|påpekande) (?:nr )?\\d{1,2}):?$',
);

function isCountedAdvice(outline: Outline, unit: Unit): boolean {
  const above = outline.at(unit.index - 1);
  return above !== undefined && above.type !== 'cell' && COUNTED.test(outline.opening(above, LONGEST_COUNTED + 1));
}

const LONGEST_COUNTED = 60;

function isAdvice(outline: Outline, unit: Unit): boolean {
  const opening = outline.opening(unit, OPENING);
  if (isLabel(opening)) return false;
  const words = outline.words(unit);
  if (words.text.endsWith('?') || words.sentences.length > MOST_SENTENCES) return false;
  const first = words.sentences[0];
  return first !== undefined && (beginsLikeItem(opening) || saysOught(words.lower.slice(first.from, first.to)));
}
