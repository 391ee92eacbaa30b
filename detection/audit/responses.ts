import type { DeadlinePassage, DocumentKind, RecommendationPassage, ResponsePassage } from '../types';
import { readAnswer } from './answers';
import { answersInTurn } from './answers-in-turn';
import { seenPattern } from './damage';
import { answeredNumber, isFollowUp, isLabel, isOpinion, labelLength, NAMES_WHOSE } from './labels';
import { leadsToNext } from './next-lead-in';
import { readTable } from './tables';
import type { Outline, Unit } from './units';

/** Parts of a written response that follow the answers and belong to none. */
const CLOSING = seenPattern(
  '^(?:§ ?\\d+(?:$| (?:dnr|diarien|[a-z]{2,5} ?\\d{4}|\\d{4}))|ekonomisk|(?:[a-z-]+s )?förslag(?:et)? till beslut|beslutsgång|yrkande|reservation(?:er)?$|protokollsanteckning|beslutet (?:skickas|ska)|beslutsunderlag|bilag|handlingar i ärendet|barnets bästa|en prövning av barn|barnkonsekvens|expedieras|underskrift|för [a-z-]+nämnden$|underlag|övrigt$|under ärendet|konsekvens|jämställdhet|sammanfattande kommentar|med vänlig|tidplan|källor(?::|$)|källförteckning|slutsats|avslutningsvis|p[a-z]? [a-z-]*(?:nämndens|styrelsens) vägnar|beslut i (?:detta|det här) ärende|[a-z-]*(?:nämnden|styrelsen|förvaltningen) vill (?:avslutningsvis|slutligen))',
);
/** "Rekommendation 2", "Er tredje rekommendation lyder:": the next one begins, with or without its words. */
const NEXT = seenPattern(
  '^(?:[a-h][.)] )?(?:(?:angående|avseende|gällande|beträffande|er|den|revisorernas|revisionens|granskningens) ){0,2}(?:(?:första|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde|tionde|nästa|sista) )?rekommendation(?:en|er|erna)?(?: nr)? ?\\d*(?:(?:,| och|[–-]) ?\\d+)*(?: (?:är|lyder|löd))?(?:[.:]|$)',
);
/** "Svar". */
const SHORTEST_LABEL = 4;
/** Longest label, in characters; a longer unit holds its colon within them. */
const LONGEST_LABEL = 90;
/** Characters between a recommendation and an answer that names whose it is. */
const LONGEST_BETWEEN = 1500;
/** Answers of one paragraph that tell how long the last one is; labels that are answers' only where they come back. */
const LEAST_ALIKE = 2;
/** Units that one answer may run over. */
const LONGEST = 60;

/**
 * Finds the boards' answers: from their label to the end of the answer, or the answer cells of a table.
 * @param recommendations those found in the document, in text order
 * @param deadlines those found, in text order: a part "Yttrande" that asks for an answer gives none
 * @param known answers that were found with their recommendations
 * @param kind the document's: in a board's own, what follows a recommendation that is announced alone answers it
 */
export function* findResponses(
  outline: Outline,
  recommendations: readonly RecommendationPassage[],
  deadlines: readonly DeadlinePassage[],
  known: readonly ResponsePassage[] = [],
  kind?: DocumentKind,
): Generator<void, ResponsePassage[]> {
  const found: ResponsePassage[] = [...known];
  if (recommendations.length === 0) return found;
  /** Those under "Nämndens bedömning". */
  const opinions: ResponsePassage[] = [];
  const starts = new Set(recommendations.map((passage) => passage.start));
  /** Answers behind their label, by whether they are one paragraph; of those that the next recommendation ends. */
  const extents = { one: 0, more: 0 };
  /** Recommendations that begin before the unit. */
  let asked = 0;
  /** Deadlines that begin before it. */
  let due = 0;
  for (let index = 0; index < outline.length; index++) {
    if (index % 2000 === 1999) yield;
    const start = outline.start(index);
    while (asked < recommendations.length && (recommendations[asked] as RecommendationPassage).start < start) asked++;
    if (asked === 0) continue;
    const answered = recommendations[asked - 1] as RecommendationPassage;
    if (!mayAnswer(outline, index, answered)) continue;
    const unit = outline.at(index) as Unit;
    if (
      unit.end - unit.start > LONGEST_LABEL &&
      !outline.text.slice(unit.start, unit.start + LONGEST_LABEL).includes(':')
    )
      continue;
    const opening = outline.opening(unit, LONGEST_LABEL);
    if (!mayBeLabel(opening) || !isLabel(opening)) continue;
    const opinion = isOpinion(opening);
    const goesOn = answeredNumber(opening) !== undefined && found.at(-1)?.end === outline.end(index - 1);
    if (!isRightBelow(outline, index, answered) && !goesOn && (opinion || !NAMES_WHOSE.test(opening))) continue;
    const words = outline.words(unit);
    const inline = words.text.length > labelLength(words.lower);
    const inTurn = inline ? null : answersInTurn(outline, unit, recommendations, asked);
    if (inTurn) {
      found.push(...inTurn.answers);
      index = inTurn.last;
      continue;
    }
    let last = endOfAnswer(outline, unit, starts);
    const bounded = (recommendations[asked]?.start ?? Infinity) < (outline.at(last.index + 1)?.end ?? 0);
    if (inline && bounded) extents[last === unit ? 'one' : 'more']++;
    // Where each answer was the paragraph of its label, what stands behind the last one is no part of it.
    if (inline && !bounded && extents.one >= LEAST_ALIKE && extents.more === 0) last = unit;
    // A heading over all the answers, with what leads to the first of them.
    if (unit.type === 'heading' && bounded && outline.text[last.end - 1] === ':') continue;
    while (due < deadlines.length && (deadlines[due] as DeadlinePassage).start < unit.start) due++;
    const asksAt = deadlines[due]?.start ?? Infinity;
    if (asksAt < last.end && !NAMES_WHOSE.test(opening)) continue;
    // Behind a board's answer the minutes may tell by when it was due.
    while (asksAt < last.end && last.index > index) last = outline.at(last.index - 1) as Unit;
    const label = labelLength(words.lower);
    // An auditors' answer to their own question is labelled likewise ("Svar: Ja").
    if (readAnswer(words.text.slice(label).trim()) || (last === unit && label >= words.lower.length - 1)) continue;
    (opinion ? opinions : found).push({
      kind: 'response',
      start: unit.start,
      end: last.end,
      answers: byNumber(recommendations, asked, answeredNumber(opening)).start,
      reason: { rule: 'label', evidence: words.text.slice(0, label).trim() },
    });
    index = last.index;
  }
  if (opinions.length >= LEAST_ALIKE) found.push(...opinions);
  for (const response of yield* fromTables(outline, starts)) found.push(response);
  const alone =
    kind === 'response' || kind === 'minutes' ? announcedAlone(outline, recommendations) : new Set<number>();
  for (const response of withoutLabels(outline, recommendations, starts, found, alone)) found.push(response);
  return found;
}

/** The recommendation that a label's number means, counted in the list that stands above it; the last one without a number. */
function byNumber(
  recommendations: readonly RecommendationPassage[],
  asked: number,
  number: number | undefined,
): RecommendationPassage {
  const last = recommendations[asked - 1] as RecommendationPassage;
  if (number === undefined) return last;
  let first = asked - 1;
  while (first > 0 && recommendations[first - 1]?.reason.evidence === last.reason.evidence) first--;
  return (first + number <= asked ? recommendations[first + number - 1] : undefined) ?? last;
}

/** Cheap check of the first letters; labels begin with few words. */
function mayBeLabel(opening: string): boolean {
  return /svar|omment|tg|yttr|llningst|terkop|bem|synp|s bed/.test(opening);
}

/** An answer stands right below its recommendation; one that names whose it is may have a paragraph between. */
function mayAnswer(outline: Outline, index: number, answered: RecommendationPassage): boolean {
  const start = outline.start(index);
  if (index === 0 || outline.end(index) - start < SHORTEST_LABEL) return false;
  if (start - answered.end >= LONGEST_BETWEEN && !isRightBelow(outline, index, answered)) return false;
  const type = outline.type(index);
  return type !== 'cell' && type !== 'item';
}

/** True when nothing stands between the answered recommendation and a unit below it. */
function isRightBelow(outline: Outline, index: number, answered: RecommendationPassage): boolean {
  const start = outline.start(index - 1);
  const end = outline.end(index - 1);
  return end <= answered.end || (start <= answered.start && answered.end <= end);
}

/** The last unit of the answer that a label opens. */
function endOfAnswer(outline: Outline, label: Unit, recommendations: ReadonlySet<number>): Unit {
  let last = label;
  for (let index = label.index + 1; index < outline.length && index - label.index < LONGEST; index++) {
    const unit = outline.at(index) as Unit;
    if (recommendations.has(unit.start)) break;
    const opening = outline.opening(unit, 90);
    const begins = outline.opening(label, LONGEST_LABEL);
    if (isLabel(opening) && (!isOpinion(opening) || isOpinion(begins))) {
      const number = answeredNumber(opening);
      // Answers that stand together behind the whole list.
      if (number !== undefined && number !== answeredNumber(begins)) break;
      last = unit;
      continue;
    }
    // The auditors' "Status: Klart" below a board's measures is theirs again.
    if (CLOSING.test(opening) || NEXT.test(opening) || isFollowUp(opening)) break;
    if (recommendations.has(outline.at(index + 1)?.start ?? -1) && leadsToNext(outline, unit)) break;
    if (unit.type === 'heading') {
      // A sub-heading inside an answer is deeper than what the answer stands under; a heading after the label's own level ends it.
      if (label.type !== 'heading' || unit.level <= label.level) break;
    }
    if (unit.type === 'cell') break;
    last = unit;
  }
  return last;
}

function* fromTables(outline: Outline, recommendations: ReadonlySet<number>): Generator<void, ResponsePassage[]> {
  const found: ResponsePassage[] = [];
  let count = 0;
  for (const start of outline.tables) {
    const table = readTable(outline, outline.at(start) as Unit);
    const asked = table.roles.indexOf('recommendation');
    if (asked < 0) continue;
    for (const row of table.rows) {
      if (++count % 500 === 0) yield;
      const recommendation = row[asked]?.[0];
      if (!recommendation || !recommendations.has(recommendation.start)) continue;
      const cells = row.filter((_, column) => table.roles[column] === 'response').flat();
      const first = cells[0];
      const last = cells.at(-1);
      if (!first || !last || last.end - first.start < 8) continue;
      found.push({
        kind: 'response',
        start: first.start,
        end: last.end,
        answers: recommendation.start,
        reason: { rule: 'table-row', evidence: outline.words(recommendation).text.slice(0, 80) },
      });
    }
  }
  return found;
}

/**
 * Starts of the recommendations that are each announced by themselves ("Er andra rekommendation lyder:"), as a letter does that answers
 * them one by one; none where some such recommendation has nothing below it before the next.
 */
function announcedAlone(outline: Outline, recommendations: readonly RecommendationPassage[]): ReadonlySet<number> {
  const alone = new Set<number>();
  let index = 0;
  for (const { start, reason } of recommendations) {
    if (!NEXT.test(reason.evidence?.toLowerCase() ?? '')) continue;
    while (index < outline.length && outline.end(index) <= start) index++;
    const below = outline.at(index + 1);
    if (below?.type !== 'paragraph' || NEXT.test(outline.opening(below, LONGEST_LABEL))) return new Set();
    alone.add(start);
  }
  return alone.size < LEAST_ALIKE ? new Set() : alone;
}

/** Under "Svar på rekommendationerna", and where each is announced alone, what stands between two recommendations answers the first. */
function withoutLabels(
  outline: Outline,
  recommendations: readonly RecommendationPassage[],
  starts: ReadonlySet<number>,
  labelled: readonly ResponsePassage[],
  alone: ReadonlySet<number>,
): ResponsePassage[] {
  const found: ResponsePassage[] = [];
  const answered = new Set(labelled.map((passage) => passage.answers));
  let index = 0;
  for (const recommendation of recommendations) {
    const isAnswered = recommendation.reason.rule === 'answered-item' || alone.has(recommendation.start);
    if (!isAnswered || answered.has(recommendation.start)) continue;
    while (index < outline.length && outline.end(index) <= recommendation.start) index++;
    const own = outline.at(index);
    const answer = own ? restOf(outline, own, recommendation) : null;
    if (own && answer) {
      const { end } = endOfAnswer(outline, { ...own, type: 'paragraph' }, starts);
      const reason = { rule: 'below-recommendation', evidence: recommendation.reason.evidence };
      found.push({ kind: 'response', start: answer.start, end, answers: recommendation.start, reason });
      continue;
    }
    const first = outline.at(index + 1);
    if (!own || !first || first.type === 'heading' || first.type === 'cell' || starts.has(first.start)) continue;
    const last = endOfAnswer(outline, { ...first, type: 'paragraph' }, starts);
    found.push({
      kind: 'response',
      start: first.start,
      end: last.end,
      answers: recommendation.start,
      reason: { rule: 'below-recommendation', evidence: recommendation.reason.evidence },
    });
  }
  return found;
}

/** Fewer characters answer nothing. */
const SHORTEST_REST = 12;

/** The lines below a recommendation in its own paragraph. */
function restOf(outline: Outline, { end }: Unit, recommendation: RecommendationPassage): { start: number } | null {
  const rest = outline.text.slice(recommendation.end, end);
  const start = /^\s*\n\s*(?=\p{Lu})/u.exec(rest)?.[0].length;
  return start === undefined || rest.length - start < SHORTEST_REST ? null : { start: recommendation.end + start };
}
