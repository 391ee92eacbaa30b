import type { QuestionPassage } from '../types';
import { readAnswer } from './answers';
import { seenPattern } from './damage';
import { answerTo } from './question-answers';
import { announced, clausesBelow, listBefore, type QuestionList, readList } from './question-lists';
import { beginsLine, rowQuestions } from './question-rows';
import {
  ASKED_OF_OTHERS,
  type Asked,
  isAmongAnswers,
  isAskedOfOthers,
  LEAD_IN,
  numberLength,
  PREFIX,
} from './question-words';
import { namesAudit } from './readers';
import type { Wordings } from './same';
import { type Sentence, splitSentences } from './sentences';
import { type AuditTable, readTable } from './tables';
import { SHORTEST_PART, tornQuestion } from './torn-questions';
import type { Outline, Unit } from './units';

/** Characters of the shortest question: "Följs det?"; lines of mere question marks ask nothing. */
const SHORTEST = 8;
/** Characters of the shortest cell that asks without its mark. */
const SHORTEST_WITHOUT_MARK = 16;
/** Questions that begin alike and are looked for in a torn row. */
const MOST_ALIKE = 20;
/** Longest paragraph in which questions are announced and asked. */
const LONGEST_INLINE = 3000;

/**
 * Finds the auditors' questions and the answers given to them.
 * @param asking units that hold a question mark, in text order
 * @param leads units that hold a word that announces questions
 * @param wordings the document's
 */
export function* findQuestions(
  outline: Outline,
  asking: readonly Unit[],
  leads: readonly Unit[],
  wordings: Wordings,
): Generator<void, QuestionPassage[]> {
  const candidates = asking.filter((unit) => unit.end - unit.start >= SHORTEST);
  const found = new Announced(outline, wordings);
  let count = 0;
  for (const unit of candidates) {
    if (++count % 25 === 0) yield;
    const goal = judgedGoal(outline, unit);
    if (goal) found.add(goal);
    const rows = goal ? [goal] : rowQuestions(outline, unit);
    for (const question of rows) found.add(question);
    if (rows.length > 0) continue;
    const list = listBefore(outline, unit);
    if (list) found.addList(list);
    else for (const question of inline(outline, unit)) found.add(question);
  }
  for (const lead of leads) {
    if (++count % 25 === 0) yield;
    const first = outline.at(lead.index + 1);
    if (!first || first.start - lead.end >= 400) continue;
    const list = first.type === 'item' ? announced(outline, lead, first) : null;
    if (list) found.addList(list);
    else for (const clause of clausesBelow(outline, lead, first)) found.add(clause);
  }
  for (const start of outline.tables) {
    for (const question of readTableQuestions(outline, readTable(outline, outline.at(start) as Unit))) {
      found.add(question);
      if (++count % 25 === 0) yield;
    }
    if (++count % 25 === 0) yield;
  }
  const passages: QuestionPassage[] = [];
  const pairs: Asked[] = [];
  const others = candidates.filter((unit) => !found.has(unit));
  if (others.length > 0) yield* found.readKeys();
  for (const unit of others) {
    if (++count % 25 === 0) yield;
    const question = isAskedOfOthers(outline, unit) ? null : alone(outline, unit);
    if (!question) {
      const torn = tornQuestion(outline, unit, found.beginningAs(unit));
      if (torn) {
        passages.push(passageOf(outline, torn.question, torn.answer));
        continue;
      }
      for (const again of answeredInline(outline, unit))
        if (found.isKnown(again)) passages.push(passageOf(outline, again, answerTo(outline, again)));
      continue;
    }
    const answer = answerTo(outline, question);
    const sure = question.rule === 'numbered-question' || found.isKnown(question) || isAmongAnswers(outline, unit);
    if (sure || (answer && speaksOfAudit(unit))) passages.push(passageOf(outline, question, answer));
    else if (answer && isPair(outline, question)) pairs.push(question);
  }
  for (const question of pairs.length > 1 && namesAudit(outline) ? inARow(pairs) : [])
    passages.push(passageOf(outline, question, answerTo(outline, question)));
  for (const question of found.all()) {
    if (++count % 25 === 0) yield;
    passages.push(passageOf(outline, question, answerTo(outline, question)));
  }
  return passages;
}

/** The questions that the document announces as its own, by the unit they stand in. */
class Announced {
  private readonly byUnit = new Map<number, Asked[]>();
  /** Keys of their wordings. */
  private readonly keys = new Set<string>();
  /** What they say, by how it begins. */
  private readonly beginnings = new Map<string, string[]>();

  constructor(
    private readonly outline: Outline,
    private readonly wordings: Wordings,
  ) {}

  add(question: Asked): void {
    const known = this.byUnit.get(question.unit.index);
    if (known?.some((other) => other.from < question.to && question.from < other.to)) return;
    if (known) known.push(question);
    else this.byUnit.set(question.unit.index, [question]);
  }

  addList(list: QuestionList): void {
    if (this.byUnit.has(list.first.index)) return;
    for (const question of readList(this.outline, list)) this.add(question);
  }

  has(unit: Unit): boolean {
    return this.byUnit.has(unit.index);
  }

  /** Reads what the questions say, when all of them have been added. */
  *readKeys(): Generator<void> {
    let count = 0;
    for (const question of this.all()) {
      if (++count % 100 === 0) yield;
      this.keys.add(this.keyOf(question));
      const { unit, from, to } = question;
      const words = this.outline.words(unit).lower.slice(from, to);
      const beginning = words.slice(0, SHORTEST_PART);
      const alike = this.beginnings.get(beginning);
      if (!alike) this.beginnings.set(beginning, [words]);
      else if (alike.length < MOST_ALIKE) alike.push(words);
    }
  }

  /** True when a question is another printing of an announced one. */
  isKnown(question: Asked): boolean {
    return this.keys.has(this.keyOf(question));
  }

  *all(): Generator<Asked> {
    for (const questions of this.byUnit.values()) yield* questions;
  }

  /** What those say, in lower case, that begin as a unit does. */
  beginningAs(unit: Unit): readonly string[] {
    return this.beginnings.get(this.outline.opening(unit, SHORTEST_PART)) ?? [];
  }

  private keyOf({ unit, from, to, rest = [] }: Asked): string {
    const lines = [
      this.outline.words(unit).lower.slice(from, to),
      ...rest.map((line) => this.outline.words(line).lower),
    ];
    return this.wordings.of(lines.join(' ')).key;
  }
}

/** Questions in a running text behind their announcement: "Revisionsfrågan är: Finns …? Följs …?" */
function* inline(outline: Outline, unit: Unit): Generator<Asked> {
  if (unit.type === 'cell' || unit.end - unit.start > LONGEST_INLINE) return;
  const words = outline.words(unit);
  const colon = words.lower.indexOf(':');
  const mark = words.text.indexOf('?');
  if (colon < 0 || mark < colon) return;
  const before = splitSentences(words.text.slice(0, colon)).at(-1);
  if (
    !before ||
    !LEAD_IN.test(words.lower.slice(before.from, colon)) ||
    ASKED_OF_OTHERS.test(words.lower.slice(before.from, colon))
  )
    return;
  const evidence = words.text.slice(before.from, colon + 1);
  const rest = words.text.slice(colon + 1);
  for (const sentence of splitSentences(rest)) {
    const asked = rest.slice(sentence.from, sentence.to);
    if (!asked.endsWith('?')) return;
    const lead = asked.length - asked.trimStart().length;
    const from = colon + 1 + sentence.from + lead + numberLength(asked.trimStart().toLowerCase());
    yield { unit, from, to: colon + 1 + sentence.to, rule: 'inline-question', evidence };
  }
}

/** "Kontrollmål 2: ": what is behind it is a statement that is met or not. */
const GOAL = seenPattern('^(?:kontrollmål|granskningsmål) (?:nr )?\\d{1,2} ?[:.–-]+ ?');

/** "Kontrollmål 2: Planen följs upp. Delvis uppfyllt.": a statement with the auditors' answer right behind it. */
function judgedGoal(outline: Outline, unit: Unit): Asked | null {
  if (unit.type === 'cell' || unit.end - unit.start > LONGEST_INLINE) return null;
  const words = outline.words(unit);
  const prefix = GOAL.exec(words.lower)?.[0];
  if (prefix === undefined) return null;
  const [first, second] = splitSentences(words.text.slice(prefix.length));
  if (!first || !second || first.from > 0 || words.text[prefix.length + first.to - 1] === '?') return null;
  const to = prefix.length + first.to;
  if (to - prefix.length < SHORTEST_WITHOUT_MARK || !readAnswer(words.text.slice(to).trim())) return null;
  return { unit, from: prefix.length, to, rule: 'judged-goal', evidence: prefix.trim() };
}

function passageOf(outline: Outline, question: Asked, answer: string | undefined): QuestionPassage {
  const span = outline.words(question.unit).span(question.from, question.to);
  return {
    kind: 'question',
    start: span.start,
    end: question.rest?.at(-1)?.end ?? span.end,
    ...(answer ? { answer } : {}),
    reason: { rule: question.rule, evidence: question.evidence.slice(0, 160) },
  };
}

/** Web pages ask readers things and answer them; only audit sections count without other evidence. */
function speaksOfAudit(unit: Unit): boolean {
  return unit.section !== 'other' || unit.type === 'cell';
}

/** The question that a unit consists of (after "Revisionsfråga 1:"), perhaps with its answer behind it. */
function alone(outline: Outline, unit: Unit): Asked | null {
  const words = outline.words(unit);
  const prefix = PREFIX.exec(words.lower)?.[0] ?? '';
  const mark = words.text.indexOf('?');
  if (mark < 0 || mark > 400) return null;
  const own = words.text.slice(prefix.length, mark + 1);
  const asking = splitSentences(own).at(-1);
  if (!asking) return null;
  // Behind other sentences a question counts that begins a line and has its answer on the next: a flattened table.
  const from = prefix.length + asking.from;
  if (asking.from > 0 && !(beginsLine(outline, words.source(from)) && isAnsweredBelow(outline, unit, mark)))
    return null;
  const inside = words.text.slice(from, mark + 1);
  if (!/^[\p{Lu}"”]/u.test(inside)) return null;
  const rest = words.text.slice(mark + 1);
  if (rest.trim() !== '' && !readAnswer(rest.trim())) return null;
  const rule = /fr|kontroll/.test(prefix) ? 'numbered-question' : 'repeated-question';
  return { unit, from, to: mark + 1, rule, evidence: prefix.trim() };
}

/** Who reads a page asks so, not an auditor: "Kan jag överklaga?" */
const BY_READER = /(?<!\p{L})(?:jag|min|mitt|mina|du|din|ditt|dina)(?!\p{L})/iu;

/** True for a question with nothing but its answer below it. */
function isPair(outline: Outline, { unit, to }: Asked): boolean {
  if (BY_READER.test(outline.words(unit).text)) return false;
  return isAnsweredBelow(outline, unit, to - 1);
}

/** Questions that stand in a row, each with its answer between it and the next: a table of answers that lost its head. */
function inARow(pairs: readonly Asked[]): Asked[] {
  const isNext = (one: Asked | undefined, other: Asked | undefined): boolean =>
    one !== undefined && other !== undefined && other.unit.index - one.unit.index === 2;
  return pairs.filter((pair, k) => isNext(pairs[k - 1], pair) || isNext(pair, pairs[k + 1]));
}

/** Sentences of a paragraph that ask, each with its answer right behind it: "… Följs planen? Delvis. …". */
function* answeredInline(outline: Outline, unit: Unit): Generator<Asked> {
  const { text, sentences } = outline.words(unit);
  if (unit.type === 'cell' || text.length > LONGEST_INLINE) return;
  for (let k = 0; k + 1 < sentences.length; k++) {
    const { from, to } = sentences[k] as Sentence;
    const next = sentences[k + 1] as Sentence;
    if (text[to - 1] === '?' && readAnswer(text.slice(next.from, next.to)))
      yield { unit, from, to, rule: 'repeated-question', evidence: text.slice(next.from, next.to) };
  }
}

function isAnsweredBelow(outline: Outline, unit: Unit, mark: number): boolean {
  const next = outline.at(unit.index + 1);
  if (!next || mark < outline.words(unit).text.length - 1) return false;
  const { text } = outline.words(next);
  return (readAnswer(text)?.to ?? 0) >= text.replace(/\.$/, '').length;
}

function* readTableQuestions(outline: Outline, table: AuditTable): Generator<Asked> {
  const column = table.roles.indexOf('question');
  if (column < 0) return;
  const named = table.named;
  for (const row of table.rows) {
    const unit = row[column]?.[0];
    if (!unit) continue;
    const words = outline.words(unit);
    const from = numberLength(words.lower);
    const mark = words.text.lastIndexOf('?');
    const to = mark > from ? mark + 1 : words.text.length;
    const rest = mark > from ? [] : wrappedLines(outline, row[column] as readonly Unit[]);
    if (rest.length > 0) {
      yield { unit, from, to, rule: 'table-question', evidence: table.roles[column] as string, rest };
      continue;
    }
    // Without its mark a cell asks only where its row answers it, or where the head says what stands below.
    if (mark <= from && !named && !isAnswered(outline, table, row)) continue;
    if (to - from >= (mark > from ? SHORTEST : SHORTEST_WITHOUT_MARK))
      yield { unit, from, to, rule: 'table-question', evidence: table.roles[column] as string };
  }
}

/** The further lines of a cell up to the one that ends its question: each begins in small letters; none where the cell asks otherwise. */
function wrappedLines(outline: Outline, [, ...others]: readonly Unit[]): Unit[] {
  const lines: Unit[] = [];
  for (const line of others) {
    const { text } = outline.words(line);
    if (!/^\p{Ll}/u.test(text)) return [];
    lines.push(line);
    if (text.endsWith('?')) return lines;
  }
  return [];
}

function isAnswered(outline: Outline, table: AuditTable, row: readonly Unit[][]): boolean {
  return row.some(
    (cell, column) =>
      table.roles[column] !== 'question' &&
      cell[0] !== undefined &&
      readAnswer(outline.words(cell[0]).text, true) !== null,
  );
}
