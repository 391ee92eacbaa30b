import { readAnswer } from './answers';
import { seenPattern } from './damage';
import { ASKED_OF_OTHERS, type Asked, isAskedOfOthers, LEAD_IN, numberLength } from './question-words';
import { type Sentence, splitSentences } from './sentences';
import type { Outline, Unit } from './units';

/** A list of questions: its first unit, and the words that announce it. */
export interface QuestionList {
  first: Unit;
  evidence: string;
}

/** First unit and announcement of the list of questions that a unit begins; null when it begins none. */
export function listBefore(outline: Outline, unit: Unit): QuestionList | null {
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

/** "Frågor som revisorerna ville ha svar på", "Revisorernas frågor": what stands below was asked by the auditors. */
const TITLE = seenPattern(
  '^[\\d. ]*(?:frågor(?:na)? (?:som )?(?:vi|revisorerna|revisionen) (?:vill|ville) (?:ha|få) svar på|(?:revisorernas|revisionens) frågor|frågor (?:i|för) granskningen|frågor (?:vi|revisorerna|revisionen) har ställt|frågor som (?:har )?ställ(?:ts|des) i granskningen|(?:detta|det här|vad) (?:vill|ville) (?:vi|revisorerna|revisionen) veta|(?:granskningen|revisorerna|revisionen|vi) (?:har sökt|söker|sökte) svar på):?$',
);

function asks(outline: Outline, unit: Unit): boolean {
  return outline.words(unit).text.endsWith('?');
}

/** The list that a lead announces with its first unit; null where it announces none. */
export function announced(outline: Outline, lead: Unit, first: Unit): QuestionList | null {
  const words = outline.words(lead);
  if (isAskedOfOthers(outline, lead)) return null;
  if (TITLE.test(words.lower)) return asks(outline, first) ? { first, evidence: words.text } : null;
  if (lead.type === 'heading') return LEAD_IN.test(words.lower) ? { first, evidence: words.text } : null;
  const last = splitSentences(words.text).at(-1);
  if (!last) return null;
  const ending = words.lower.slice(last.from, last.to);
  if (ASKED_OF_OTHERS.test(ending)) return null;
  const open = /[:]$|\som$|\satt$/.test(ending) || isListBelow(outline, lead, first) || first.section === 'questions';
  const leads =
    LEAD_IN.test(ending) ||
    (ending.endsWith(':') && (asksBelowHead(outline, lead, first) || asksForReview(outline, ending, first)));
  return open && leads ? { first, evidence: words.text.slice(last.from, last.to) } : null;
}

/** True for the first item of a list below a lead; what follows an item is its next, as in a table of contents, unless it asks. */
function isListBelow(outline: Outline, lead: Unit, first: Unit): boolean {
  return first.type === 'item' && (lead.type !== 'item' || outline.words(first).text.endsWith('?'));
}

const OF_REVIEW = seenPattern('(?<![\\p{L}])(?:granskning(?:en|ens)?|revision(?:en|ens))(?![\\p{L}])', 'u');

/** "… ska bedöma om:", which leaves its questions to clauses. */
const LEAVES_CLAUSES = / om:$/;
/** What a clause ends with where another follows. */
const ENDS_CLAUSE = /(?:[,;]|[,;]? (?:och|samt))$/;
const LONGEST_CLAUSE = 400;

/**
 * The questions that a lead-in leaves to the clauses of the paragraph below it, each on lines of its own without bullets:
 * "Granskningen ska svara på om:" above "nämnden har mål," and "målen följs upp."
 */
export function clausesBelow(outline: Outline, lead: Unit, below: Unit): Asked[] {
  const { text, lower } = outline.words(lead);
  const last = splitSentences(text).at(-1);
  if (lead.type === 'cell' || below.type !== 'paragraph' || !last || !LEAVES_CLAUSES.test(lower)) return [];
  if (!LEAD_IN.test(lower.slice(last.from, last.to)) || isAskedOfOthers(outline, lead)) return [];
  const words = outline.words(below);
  const clauses: Asked[] = [];
  let from = 0;
  for (let to = words.text.indexOf(' '); from < words.text.length; to = words.text.indexOf(' ', to + 1)) {
    const end = to < 0 ? words.text.length : to;
    const ends =
      to < 0 || (ENDS_CLAUSE.test(words.text.slice(from, end)) && beginsLine(outline, words.source(end + 1)));
    if (!ends) continue;
    const clause = words.text.slice(from, end);
    if (!/^\p{Ll}/u.test(clause) || clause.length > LONGEST_CLAUSE || /[.?!] /.test(clause)) return [];
    clauses.push({
      unit: below,
      from,
      to: end,
      rule: 'listed-question',
      evidence: text.slice(last.from, last.to),
    });
    from = end + 1;
  }
  return clauses.length > 1 ? clauses : [];
}

/** "Granskningen har gällt följande:" over items that ask, perhaps with their answers between them. */
function asksForReview(outline: Outline, ending: string, first: Unit): boolean {
  if (first.type !== 'item' || !OF_REVIEW.test(ending)) return false;
  const below = outline.at(first.index + 1);
  const second = below && isAnswerBetween(outline, first, below) ? outline.at(below.index + 1) : below;
  return second?.type === 'item' && [first, second].every((item) => outline.words(item).text.endsWith('?'));
}

/** Paragraphs that may stand between the heading of the questions and what leads to them. */
const MOST_BETWEEN = 2;

/** True for any lead-in right below a heading over questions whose first item asks. */
function asksBelowHead(outline: Outline, lead: Unit, first: Unit): boolean {
  const heading = lead.headings.at(-1);
  if (lead.section !== 'questions' || first.type !== 'item' || !heading) return false;
  return lead.index - heading.index <= 1 + MOST_BETWEEN && outline.words(first).text.endsWith('?');
}

/** The questions of a list, nested ones too; the list ends with its items, or with the last paragraph that asks. */
export function* readList(outline: Outline, list: QuestionList): Generator<Asked> {
  const items = list.first.type === 'item';
  let before: Unit | undefined;
  for (let index = list.first.index; index < outline.length; index++) {
    const unit = outline.at(index) as Unit;
    const words = outline.words(unit);
    if (items ? unit.type !== 'item' : unit.type !== 'paragraph' && unit.type !== 'item') {
      // A nested list may stand under a line of its own ("Delfrågor:"), an item's answer between it and the next.
      if (before && isAnswerBetween(outline, before, unit)) continue;
      return;
    }
    if (before && unit.start - before.end > 2000) return;
    if (!items && before && headsText(outline, unit, list.first)) return;
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

/** True for the answer to the item above, where the item below asks the next question. */
function isAnswerBetween(outline: Outline, above: Unit, unit: Unit): boolean {
  const below = outline.at(unit.index + 1);
  if (above.type !== 'item' || above.index !== unit.index - 1 || below?.type !== 'item') return false;
  return asks(outline, above) && asks(outline, below) && readAnswer(outline.words(unit).text) !== null;
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

/** Characters before a line's first word. */
const WIDEST_INDENT = 24;

function beginsLine(outline: Outline, at: number): boolean {
  return /(?:^|\n)[ \t]*$/.test(outline.text.slice(Math.max(0, at - WIDEST_INDENT), at));
}

/** "Vilka lagar gäller?": short, with a question word where the list's first question has its verb. */
const QUESTION_WORD = /^(?:vad|vilk(?:a|en|et)|hur|varför|när|vem|var) /;
const MOST_WORDS = 5;

/** True when a short question below a list of questions is the heading of the text that follows it. */
function headsText(outline: Outline, unit: Unit, first: Unit): boolean {
  const { lower } = outline.words(unit);
  if (!QUESTION_WORD.test(lower) || lower.split(' ').length > MOST_WORDS) return false;
  if (QUESTION_WORD.test(outline.opening(first, 20))) return false;
  const next = outline.at(unit.index + 1);
  if (next?.type !== 'paragraph') return false;
  const words = outline.words(next).text;
  return !words.endsWith('?') && readAnswer(words) === null;
}
