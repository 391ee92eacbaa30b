import type { QuestionPassage } from '../types';
import { readAnswer } from './answers';
import { seenPattern } from './damage';
import { answerTo } from './question-answers';
import type { Wordings } from './same';
import { type Sentence, splitSentences } from './sentences';
import { type AuditTable, readTable } from './tables';
import type { Outline, Unit } from './units';

/** What announces the auditors' questions, at the end of the text before them. */
const LEAD_IN = seenPattern(
  '(?:revisionsfråg|frågeställning|delfråg|kontrollmål|granskningsmål|granskningsfråg|(?:följande|nedanstående) (?:[^ ]+ )?fråg|frågorna (?:är|lyder)|fråga(?:n|rna)? (?:besvaras|är|som)|(?:ska|kommer att) (?:besvara|granska|bedöma|pröva|belysa)|besvara[rs]|(?:granska|bedöma|belysa|pröva|undersöka|syfte) om|har inriktats p)',
);
const PREFIX = seenPattern(
  '^(?:(?:\\d+(?:\\.\\d+)*[.)]?|[a-h]\\)) )?(?:(?:(?:revisions|del|gransknings)?frågan?|kontrollmål|granskningsmål) ?(?:nr )?\\d*(?:\\.\\d+)?[a-h]?(?: ?[.):–-]+)? )?(?:(?:\\d+(?:\\.\\d+)*[.)]?|[a-h]\\)) )?',
);
const ASKED_OF_OTHERS = seenPattern('intervjufråg|enkätfråg|enkät|intervjuguide|frågeformulär|vanliga frågor');
/** Characters of the shortest question: "Följs det?"; lines of mere question marks ask nothing. */
const SHORTEST = 8;
/** Longest paragraph in which questions are announced and asked. */
const LONGEST_INLINE = 3000;

/** A question found, before it is known whether it is the auditors'. */
interface Asked {
  unit: Unit;
  from: number;
  to: number;
  rule: string;
  evidence: string;
}

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
    const list = listBefore(outline, unit);
    if (list) found.addList(list);
    else for (const question of inline(outline, unit)) found.add(question);
  }
  for (const lead of leads) {
    if (++count % 25 === 0) yield;
    const first = outline.at(lead.index + 1);
    const list = first?.type === 'item' && first.start - lead.end < 400 ? announced(outline, lead, first) : null;
    if (list) found.addList(list);
  }
  for (const start of outline.tables) {
    for (const question of readTableQuestions(outline, readTable(outline, outline.at(start) as Unit)))
      found.add(question);
    if (++count % 25 === 0) yield;
  }
  const passages: QuestionPassage[] = [];
  const others = candidates.filter((unit) => !found.has(unit));
  if (others.length > 0) yield* found.readKeys();
  for (const unit of others) {
    if (++count % 25 === 0) yield;
    const question = isAskedOfOthers(outline, unit) ? null : alone(outline, unit);
    if (!question) continue;
    const answer = answerTo(outline, question);
    const sure = question.rule === 'numbered-question' || found.isKnown(question);
    if (sure || (answer && speaksOfAudit(unit))) passages.push(passageOf(outline, question, answer));
  }
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

  addList(list: List): void {
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
    }
  }

  /** True when a question is another printing of an announced one. */
  isKnown(question: Asked): boolean {
    return this.keys.has(this.keyOf(question));
  }

  *all(): Generator<Asked> {
    for (const questions of this.byUnit.values()) yield* questions;
  }

  private keyOf({ unit, from, to }: Asked): string {
    return this.wordings.of(this.outline.words(unit).lower.slice(from, to)).key;
  }
}

/** A list of questions: its first unit, and the words that announce it. */
interface List {
  first: Unit;
  evidence: string;
}

/** Length of "Revisionsfråga 2: " or "3. " before a question. */
function numberLength(lower: string): number {
  return PREFIX.exec(lower)?.[0].length ?? 0;
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

function passageOf(outline: Outline, question: Asked, answer: string | undefined): QuestionPassage {
  const span = outline.words(question.unit).span(question.from, question.to);
  return {
    kind: 'question',
    ...span,
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
  const from = prefix.length;
  const inside = words.text.slice(from, mark + 1);
  const first = splitSentences(inside)[0];
  if (!first || first.to < inside.length || !/^[\p{Lu}"”]/u.test(inside)) return null;
  const rest = words.text.slice(mark + 1);
  if (rest.trim() !== '' && !readAnswer(rest.trim())) return null;
  const rule = /fr|kontroll/.test(prefix) ? 'numbered-question' : 'repeated-question';
  return { unit, from, to: mark + 1, rule, evidence: prefix.trim() };
}

/** First unit and announcement of the list of questions that a unit begins; null when it begins none. */
function listBefore(outline: Outline, unit: Unit): List | null {
  if (unit.type === 'heading' || unit.type === 'cell') return null;
  const before = outline.at(unit.index - 1);
  if (!before || before.type === 'cell') return null;
  if (before.type === 'item' && unit.type === 'item') {
    // A list may begin with questions that lack their mark: look at its announcement all the same.
    let at = unit.index - 1;
    while (at > 0 && unit.index - at < 12 && outline.type(at) === 'item') at--;
    const lead = outline.at(at);
    return lead && at < unit.index - 1 && lead.type !== 'item'
      ? announced(outline, lead, outline.at(at + 1) as Unit)
      : null;
  }
  return announced(outline, before, unit);
}

/** True under a heading such as "Intervjufrågor" or "Vanliga frågor". */
function isAskedOfOthers(outline: Outline, unit: Unit): boolean {
  return [...unit.headings, unit].some(
    (heading) => heading.type === 'heading' && ASKED_OF_OTHERS.test(outline.words(heading).lower),
  );
}

function announced(outline: Outline, lead: Unit, first: Unit): List | null {
  const words = outline.words(lead);
  if (isAskedOfOthers(outline, lead)) return null;
  if (lead.type === 'heading') return LEAD_IN.test(words.lower) ? { first, evidence: words.text } : null;
  const last = splitSentences(words.text).at(-1);
  if (!last) return null;
  const ending = words.lower.slice(last.from, last.to);
  if (ASKED_OF_OTHERS.test(ending)) return null;
  const open = /[:]$|\som$|\satt$/.test(ending) || first.type === 'item' || first.section === 'questions';
  return open && LEAD_IN.test(ending) ? { first, evidence: words.text.slice(last.from, last.to) } : null;
}

/** The questions of a list, nested ones too; the list ends with its items, or with the last paragraph that asks. */
function* readList(outline: Outline, list: List): Generator<Asked> {
  const items = list.first.type === 'item';
  let before: Unit | undefined;
  for (let index = list.first.index; index < outline.length; index++) {
    const unit = outline.at(index) as Unit;
    const words = outline.words(unit);
    if (items ? unit.type !== 'item' : unit.type !== 'paragraph' && unit.type !== 'item') {
      // A nested list may stand under a line of its own ("Delfrågor:").
      return;
    }
    if (before && unit.start - before.end > 2000) return;
    before = unit;
    const sentences = splitSentences(words.text);
    const asking = sentences.filter((sentence) => words.text[sentence.to - 1] === '?');
    if (asking.length === 0) {
      // An item that announces recommendations begins another list.
      if (!items || /ommend/.test(words.lower)) return;
      if (/^(?:om|att|hur|vilk|huruvida|i vilken)\s/.test(words.lower) || !/[:]$/.test(words.text))
        yield { unit, from: 0, to: words.text.length, rule: 'listed-question', evidence: list.evidence };
      continue;
    }
    if (!items && asking.length > 1 && asking.length === sentences.length) {
      for (const { from, to } of asking)
        yield {
          unit,
          from: from + numberLength(words.lower.slice(from, to)),
          to,
          rule: 'listed-question',
          evidence: list.evidence,
        };
      continue;
    }
    for (const { from, to } of together(outline, unit, sentences)) {
      const rest = words.text.slice(to).trim();
      if (!items && rest !== '' && !readAnswer(rest)) return;
      const number = numberLength(words.lower.slice(from, to));
      yield { unit, from: from + number, to, rule: 'listed-question', evidence: list.evidence };
    }
  }
}

/**
 * The spans of a unit's questions. Sentences before a question belong to it, and so do further questions; a question that
 * begins a line of its own behind an answer is another one.
 */
function together(outline: Outline, unit: Unit, sentences: readonly Sentence[]): Sentence[] {
  const words = outline.words(unit);
  const questions: Sentence[] = [];
  let answered = false;
  for (const { from, to } of sentences) {
    const asks = words.text[to - 1] === '?';
    if (!asks) {
      answered ||= readAnswer(words.text.slice(from, to)) !== null;
      continue;
    }
    const last = questions.at(-1);
    if (answered && beginsLine(outline, words.source(from))) questions.push({ from, to });
    else if (last) questions[questions.length - 1] = { from: last.from, to };
    else questions.push({ from: 0, to });
    answered = false;
  }
  return questions;
}

function beginsLine(outline: Outline, at: number): boolean {
  return /(?:^|\n)[ \t]*$/.test(outline.text.slice(Math.max(0, at - 8), at));
}

function* readTableQuestions(outline: Outline, table: AuditTable): Generator<Asked> {
  const column = table.roles.indexOf('question');
  if (column < 0) return;
  for (const row of table.rows) {
    const unit = row[column]?.[0];
    if (!unit) continue;
    const words = outline.words(unit);
    const from = numberLength(words.lower);
    const mark = words.text.lastIndexOf('?');
    const to = mark > from ? mark + 1 : words.text.length;
    if (to - from > 15) yield { unit, from, to, rule: 'table-question', evidence: table.roles[column] as string };
  }
}
