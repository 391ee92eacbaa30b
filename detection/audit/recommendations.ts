import type { DocumentKind, RecommendationPassage, ResponsePassage } from '../types';
import { addresseesOf, settleAddressees } from './addressees';
import { advises, namesWhoUrges, quotesUrging, urges } from './advice';
import { type Announcement, isLeadIn, readHeading, readLeadIn } from './announcements';
import { takeAnswered } from './answered-recommendations';
import { boardsAbove, boardsOf } from './board-headings';
import { findBoards, isGeneric, uniqueNames } from './boards';
import { announcesByEvidence } from './list-evidence';
import { NamedBoards } from './named-boards';
import { partNumberedAnswers } from './numbered-answers';
import { takeNumbered } from './numbered-recommendation';
import { asksFor, saysNeed, saysOught } from './ought';
import { isForReaders } from './readers';
import { takeColumns } from './recommendation-columns';
import { takeItems } from './recommendation-items';
import { announcedItems, OPEN_END } from './recommendation-lines';
import { RecommendationList } from './recommendation-list';
import { concludesPlainly, speaksForAuditors, type Voice } from './recommendation-parts';
import { adviceSigns, Sign } from './sentence-signs';
import type { Sentence } from './sentences';
import { takeStatusRows } from './status-rows';
import { readTable } from './tables';
import type { Outline, Unit } from './units';

/** Shorter cells hold no recommendation. */
const SHORTEST_CELL = 12;
/** No advice is as long; what is has no sentences: a flattened table, a list of names. */
const LONGEST_SENTENCE = 5000;
/** Sentences of one unit, or rows of one table, read between two pauses. */
const SLICE = 50;
/** Characters of a sentence that are its evidence. */
const LONGEST_EVIDENCE = 60;

/** What the auditors recommend, and the answers that stand in the same flattened table. */
export interface Recommendations {
  passages: RecommendationPassage[];
  answers: ResponsePassage[];
}

/**
 * Finds what the auditors recommend: items under a lead-in or heading, numbered ones, table columns, and sentences in
 * running text, and what a board answers. Passages come in text order.
 * @param candidates units that hold a word of advice, in text order
 * @param labels units that may open a board's answer, in text order
 * @param kind the document's: a response or minutes speak for a board, not for the auditors
 */
export function* findRecommendations(
  outline: Outline,
  candidates: readonly Unit[],
  labels: readonly Unit[],
  kind?: DocumentKind,
): Generator<void, Recommendations> {
  const byBoard = kind === 'response' || kind === 'minutes';
  // A letter may hold its report behind it.
  const isReport = kind === 'report' || kind === 'follow-up' || kind === 'missive';
  const finder = new Finder(outline, byBoard ? 'board' : kind === 'missive' ? 'auditors' : 'either', isReport);
  let count = 0;
  for (const start of outline.tables) {
    yield* finder.readTable(outline.at(start) as Unit);
    if (++count % 15 === 0) yield;
  }
  for (const unit of candidates) {
    if (++count % 15 === 0) yield;
    yield* finder.read(unit);
  }
  yield* takeAnswered(outline, finder.list, labels, byBoard);
  const { found, answers } = finder.list;
  const passages = found.sort((a, b) => a.start - b.start);
  if (!byBoard) return { passages, answers };
  const parted = partNumberedAnswers(outline, passages);
  return { passages: parted.recommendations, answers: [...answers, ...parted.answers] };
}

class Finder {
  readonly list: RecommendationList;
  /** Offsets of the cells that were taken with their tables. */
  private readonly cells = new Set<number>();
  /** The boards that the unit read last names. */
  private named: NamedBoards | undefined;

  constructor(
    private readonly outline: Outline,
    private readonly voice: Voice,
    private readonly isReport: boolean,
  ) {
    this.list = new RecommendationList(outline);
  }

  *read(unit: Unit): Generator<void> {
    const { outline, list } = this;
    if (this.cells.has(unit.start)) return;
    if (unit.index <= list.taken || takeNumbered(outline, list, unit)) return;
    if (takeStatusRows(outline, list, unit) || takeColumns(outline, list, unit)) return;
    const heading = readHeading(outline, unit);
    if (heading && !isForReaders(outline, unit)) takeItems(outline, list, heading);
    if (heading !== undefined) return;
    const words = outline.words(unit);
    const { sentences } = words;
    const last = sentences.at(-1);
    if (!last) return;
    const ending = words.lower.slice(last.from, last.to);
    const announces =
      isLeadIn(outline, unit, ending, () => this.recommends(ending) || quotesUrging(ending)) ||
      announcesByEvidence(outline, unit, ending, this.voice === 'board');
    const inLines = !announces && ending.length <= LONGEST_SENTENCE && this.takeLinesOf(unit, last);
    const alone = announces || inLines ? sentences.length - 1 : sentences.length;
    for (let k = 0; k < alone; k++) {
      if (k % SLICE === SLICE - 1) yield;
      this.readSentence(unit, sentences[k] as Sentence);
    }
    if (announces) takeItems(outline, list, readLeadIn(outline, unit, words, last.from, last.to));
  }

  /** Takes the cells of a table with a column of recommendations. */
  *readTable(start: Unit): Generator<void> {
    const { outline, list } = this;
    const table = readTable(outline, start);
    const column = table.roles.indexOf('recommendation');
    if (column < 0) return;
    const responsible = table.roles.indexOf('addressee');
    const evidence = outline.words(start).text;
    const announcement: Announcement = { rule: 'table', evidence, addressees: boardsOf(outline, start), unit: start };
    let count = 0;
    for (const row of table.rows) {
      if (++count % SLICE === 0) yield;
      const cell = row[column] ?? [];
      const first = cell[0];
      const last = cell.at(-1);
      if (!first || !last || last.end - first.start <= SHORTEST_CELL) continue;
      const named = (row[responsible] ?? []).flatMap((unit) => uniqueNames(findBoards(outline.words(unit).text)));
      const told = named.length > 0 ? { ...announcement, addressees: named } : announcement;
      list.take(first, { start: first.start, end: last.end }, told);
      for (const part of cell) this.cells.add(part.start);
    }
  }

  /** Reads a lead-in whose items are lines of the same paragraph. */
  private takeLinesOf(unit: Unit, ending: Sentence): boolean {
    const { outline } = this;
    const { start, end } = outline.words(unit).span(ending.from, ending.to);
    const items = announcedItems(outline, unit, { start, end });
    const [first] = items;
    if (first === undefined) return false;
    const evidence = outline.text.slice(start, first).replace(/\s+/g, ' ').trim();
    const addressees = settleAddressees(
      addresseesOf(OPEN_END.test(evidence) ? evidence : `${evidence} att`),
      boardsAbove(outline, unit),
    );
    this.list.takeEach(items, end, { rule: 'lead-in', evidence, addressees, unit });
    return true;
  }

  private readSentence(unit: Unit, { from, to }: Sentence): void {
    const { outline } = this;
    const words = outline.words(unit);
    if (to - from > LONGEST_SENTENCE) return;
    const signs = adviceSigns(words.lower, from, to);
    const rule =
      signs === 0 ? null : this.ruleFor(unit, signs, words.lower.slice(from, to), words.lower.slice(0, from));
    if (!rule) return;
    const span = words.span(from, to);
    // Emphasis signs before the first word belong to the sentence as it stands.
    const before = outline.text.slice(Math.max(unit.start, span.start - 3), span.start);
    span.start -= /\*+$/.exec(before)?.[0].length ?? 0;
    this.list.add(span, this.addresseesOf(unit, from, to), {
      rule,
      evidence: words.text.slice(from, Math.min(to, from + LONGEST_EVIDENCE)),
    });
  }

  /** The boards that a sentence speaks to: named in it, by a heading above, or last before it in its paragraph. */
  private addresseesOf(unit: Unit, from: number, to: number): string[] {
    const { outline } = this;
    const { text } = outline.words(unit);
    const settled = settleAddressees(addresseesOf(text.slice(from, to)), boardsAbove(outline, unit));
    if (!settled.every(isGeneric)) return settled;
    if (this.named?.printed !== text) this.named = new NamedBoards(text);
    const { named } = this;
    return settled.map((name) => named.lastBefore(to, name));
  }

  /** True when a sentence gives advice by its verb; in a board's own document "vi föreslår" is not the auditors'. */
  private recommends(sentence: string): boolean {
    if (sentence.length > LONGEST_SENTENCE) return false;
    return advises(sentence) || ((this.voice !== 'board' || namesWhoUrges(sentence)) && urges(sentence));
  }

  /**
   * The rule by which a sentence of running text is advice; null where it is none.
   * @param signs what it may say, see `Sign`
   */
  private ruleFor(unit: Unit, signs: number, sentence: string, before: string): 'recommends' | 'ought' | 'need' | null {
    if ((signs & Sign.recommends) !== 0 && this.recommends(sentence)) return 'recommends';
    if ((signs & Sign.asks) !== 0 && this.voice !== 'board' && asksFor(sentence)) return 'need';
    const ought = (signs & Sign.ought) !== 0 && saysOught(sentence);
    const rule = ought ? 'ought' : (signs & Sign.needs) !== 0 && saysNeed(sentence) ? 'need' : null;
    if (rule && speaksForAuditors(unit, sentence, this.voice, before)) return rule;
    return rule === 'ought' && this.isReport && concludesPlainly(unit, sentence, before) ? rule : null;
  }
}
