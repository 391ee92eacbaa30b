import { readAnswer } from './answers';
import type { Asked } from './question-words';
import type { Outline, Unit } from './units';

/** Characters of a question by which it is known again before the answer in its line. */
export const SHORTEST_PART = 12;
/** And behind it. */
const SHORTEST_REST = 6;
/** Longer units are no row of a table. */
const LONGEST = 1500;

/** A question and its answer, as they stand in one text. */
export interface TornQuestion {
  question: Asked;
  answer: string;
}

/**
 * A question asked before whose line a PDF's text goes on with the cell beside it: `Följs planen upp så att Nej. Ingen` over
 * `brister kan åtgärdas?`. All its words stand there, in their order, and an answer between them.
 * @param known what was asked before and begins as the unit does, in lower-case healed words
 */
export function tornQuestion(outline: Outline, unit: Unit, known: readonly string[]): TornQuestion | null {
  if (unit.type === 'cell' || unit.end - unit.start > LONGEST) return null;
  const { text, lower } = outline.words(unit);
  for (const asked of known) {
    let cut = SHORTEST_PART;
    while (cut < asked.length && asked[cut] === lower[cut]) cut++;
    cut = asked.lastIndexOf(' ', cut);
    const rest = asked.slice(cut);
    const at = cut < SHORTEST_PART || rest.length < SHORTEST_REST ? -1 : lower.indexOf(rest, cut + 1);
    const answer = at < 0 ? null : readAnswer(text.slice(cut, at).trim());
    if (!answer) continue;
    const to = at + rest.length;
    return { question: { unit, from: 0, to, rule: 'repeated-question', evidence: answer.words }, answer: answer.words };
  }
  return null;
}
