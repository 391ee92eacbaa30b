import { findJudgement, readAnswer } from './answers';
import { seenPattern } from './damage';
import type { Asked } from './question-words';
import type { Outline, Unit } from './units';

/** Units looked through for the answer to a question that heads a section. */
const ANSWER_REACH = 40;

/** The answer to a question: behind it, in its row, or in what follows before the next question. */
export function answerTo(outline: Outline, question: Pick<Asked, 'unit' | 'from' | 'to' | 'rule'>): string | undefined {
  const { unit } = question;
  const words = outline.words(unit);
  const rest = words.text.slice(question.to).trim();
  if (rest !== '') return readAnswer(rest, question.rule === 'row-question')?.words ?? answerBeside(outline, question);
  if (unit.type === 'cell') {
    for (let index = unit.index + 1; index < outline.length; index++) {
      const cell = outline.at(index) as Unit;
      if (cell.type !== 'cell' || cell.table !== unit.table || cell.row !== unit.row) return undefined;
      if (cell.column === unit.column) continue;
      const { text } = outline.words(cell);
      const answer = TICK.test(text) ? tickedHead(outline, cell) : readAnswer(text, true)?.words;
      if (answer) return answer;
    }
    return undefined;
  }
  return answerBelow(outline, unit, question.from) ?? answerBeside(outline, question);
}

/** What marks the column of an answer. */
const TICK = /^[xX✓✔√☑☒●•]$/;

/** Cells of a table's heads. */
const MOST_HEADS = 12;

/** The answer that heads the column of a tick: "Ja", "Delvis", "Nej". */
function tickedHead(outline: Outline, { index, table, column }: Unit): string | undefined {
  const first = firstCell(outline, index);
  for (let at = first; at < Math.min(index, first + MOST_HEADS); at++) {
    const head = outline.at(at) as Unit;
    if (head.table !== table || head.row !== (outline.at(first) as Unit).row) return undefined;
    if (head.column !== column) continue;
    const { text } = outline.words(head);
    const answer = readAnswer(text, true);
    return answer?.to === text.length ? answer.words : undefined;
  }
  return undefined;
}

/** Index of the first cell of the table that a cell stands in. */
function firstCell({ tables }: Outline, index: number): number {
  let low = 0;
  let high = tables.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tables[middle] as number) <= index) low = middle + 1;
    else high = middle;
  }
  return tables[low - 1] ?? index;
}

/** `Följs planen upp på        Delvis`, the question's next line below: the answer in a column beside a question that wraps. */
const BESIDE = /\S {3,}(\S[^\n]{0,60}?)[ \r]*\n/g;

function answerBeside(outline: Outline, { unit, from, to }: Pick<Asked, 'unit' | 'from' | 'to'>): string | undefined {
  const { start, end } = outline.words(unit).span(from, to);
  const source = outline.text.slice(start, end);
  if (!source.includes('   ')) return undefined;
  for (const [, beside = ''] of source.matchAll(BESIDE)) {
    const answer = readAnswer(beside);
    if (answer && answer.to >= beside.replace(/\.$/, '').length) return answer.words;
  }
  return undefined;
}

/** "Revisionsfråga 2: " before a question makes its line a head, marked as one or not. */
const HEADS = seenPattern(
  '^(?:(?:revisions|del|gransknings)?fråga|kontrollmål|granskningsmål)(?: nr)? ?(?:\\d|[a-h](?=[.):]))',
);
/** Rank of a line that heads a section without being marked as a heading. */
const LOWEST = 6;

/** @param from where the question begins in its unit's words */
function answerBelow(outline: Outline, unit: Unit, from: number): string | undefined {
  // A question heads a section as a heading, or as the only words under one ("Revisionsfråga 1").
  const above = unit.headings.at(-1);
  const under =
    above && above.index === unit.index - 1 && /fr[^ ]{1,3}g|m[^ ]{1,2}l/.test(outline.words(above).lower)
      ? above
      : undefined;
  const numbered = unit.type === 'paragraph' && from > 0 && HEADS.test(outline.words(unit).lower);
  const head = unit.type === 'heading' ? unit : numbered ? { level: LOWEST } : under;
  let underAssessment = false;
  for (let index = unit.index + 1; index < Math.min(outline.length, unit.index + ANSWER_REACH); index++) {
    const next = outline.at(index) as Unit;
    const words = outline.words(next);
    if (next.type === 'heading') {
      const part = /^[\d. ]*(?:iakttagelse|bed|svar|kommentar|samlad)/.test(words.lower);
      // A few words alone on their line look like a heading.
      if (index === unit.index + 1 && unit.type !== 'heading') {
        const alone = readAnswer(words.text);
        if (alone?.to === words.text.length) return alone.words;
      }
      if (!head || (next.level <= head.level && !part) || words.text.endsWith('?')) return undefined;
      const inHeading = readAnswer(words.text);
      if (inHeading && /[:–-]/.test(words.text)) return inHeading.words;
      underAssessment = next.section === 'assessment';
      continue;
    }
    if (words.text.endsWith('?') && next.type === unit.type) return undefined;
    const direct = index === unit.index + 1;
    const answer = direct || underAssessment || /^(?:svar|bed)/.test(words.lower) ? readAnswer(words.text) : null;
    if (answer) return isPoll(outline, next) ? undefined : answer.words;
    const judged = findJudgement(words.text);
    if (judged) return judged;
    // A label of its own line ("Svar:", "Bedömning") stands between question and answer.
    if (LABEL_LINE.test(words.lower)) underAssessment = true;
    else if (!head) return undefined;
  }
  return undefined;
}
const LABEL_LINE = seenPattern('^(?:svar|bedömning|samlad bedömning|vår bedömning|revisorernas bedömning):?$');

/** "Ja" and "Nej" as two lines are buttons ("Hjälpte informationen dig?"), not an answer. */
function isPoll(outline: Outline, answer: Unit): boolean {
  const next = outline.at(answer.index + 1);
  const words = outline.words(answer).lower;
  return (
    /^ja\s*(?:nej)?$/.test(words) &&
    (words.includes('nej') || (next !== undefined && /^nej$/.test(outline.words(next).lower)))
  );
}
