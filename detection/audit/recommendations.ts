import type { DocumentKind, Reason, RecommendationPassage } from '../types';
import { addresseesOf, advises, isAboutAdvice, saysOught, settleAddressees, urges } from './advice';
import { findBoards, uniqueNames } from './boards';
import { seenPattern } from './damage';
import { beginsLikeItem, beginsWithAtt, numberLength } from './itemlike';
import { isLabel } from './labels';
import {
  beginsWithAuditors,
  boardsAlone,
  firstSentence,
  isSubHeading,
  itemSubject,
  speaksForAuditors,
} from './recommendation-parts';
import { type Sentence, splitSentences } from './sentences';
import { readTable } from './tables';
import type { Outline, Unit } from './units';

/** Where the advice that follows was announced. */
interface Announcement {
  rule: 'lead-in' | 'heading' | 'answered' | 'numbered' | 'table';
  evidence: string;
  addressees: string[];
  /** The unit that announces. */
  unit: Unit;
}

const ANNOUNCES = seenPattern(
  '(?:följande|nedanstående) (?:[a-z-]+ ){0,2}rekommendation|rekommendation(?:er)?(?: till [^.:]{3,90})?(?: (?:är|lyder))?:?$|rekommendation(?:er)? (?:lämnas|ges|riktas|avges) till|lämnar (?:vi|revisorerna) .{0,60}rekommendation|rekommendationer.{0,60}:$',
);
/** A heading over recommendations names them as its subject, not as something it is about ("Rekommendation om taxan"). */
const HEADING = seenPattern(
  'rekommendation(?:er|erna)?(?![\\p{L}])(?! (?:om|avseende|kring|angående|gällande|som))|rekommenderar (?:vi|revisorerna|revisionen)\\?$|^förbättringsförslag|^förslag till (?:åtgärder|förbättringar)',
  'u',
);
const NO_HEADING = seenPattern(
  'socialstyrelsens|skolverkets|skr(?:s|:s)?(?![\\p{L}])|sveriges kommuner|allmänna råd|nationella rekommendation|myndighetens|förteckning|följsamhet|^tidigare rekommendation',
  'u',
);
/** A heading over recommendations with their answers, which may have no label. */
const ANSWERED = seenPattern(
  '^(?:[\\d.]+ )?(?:svar p|yttrande (?:över|om)|kommentarer? (?:till|p)|nämndens (?:svar|kommentar)|rekommendationer och (?:svar|åtgärder|nämndens|kommentar))',
);
const OUGHT_LEAD_IN = seenPattern(
  '(?:(?:nämnd(?:en|erna)|styrelsen) bör(?: [a-z]+){0,4}|bör(?: [a-z-]+){0,3} [a-z-]*(?:nämnden|nämnderna|styrelsen)):?$',
);
/** "Rekommendation 2", "Revisorernas rekommendation:", alone or before the words. */
const NUMBERED = seenPattern(
  '^(?:revisorernas |revisionens )?rekommendation(?: nr)? ?(?:\\d+|[a-h](?= ?[.:)–-]))? ?(?:[.:)–-]+ ?|$)',
);
/** Longest paragraph that may be a heading without being marked as one. */
const LONGEST_LABEL = 90;
/** Paragraphs that may stand between a heading and its list. */
const MOST_INTRODUCTIONS = 3;
/** Characters that say something behind "Rekommendation 1:". */
const LEAST_WORDS = 8;
/** Units of one answer that stand between two recommendations of a response. */
const LONGEST_ANSWER = 60;

/**
 * Finds what the auditors recommend: items under a lead-in or heading, numbered ones, table columns, and sentences in
 * running text. Passages come in text order.
 * @param candidates units that hold a word of advice, in text order
 * @param kind the document's: a response or minutes speak for a board, not for the auditors
 */
export function* findRecommendations(
  outline: Outline,
  candidates: readonly Unit[],
  kind?: DocumentKind,
): Generator<void, RecommendationPassage[]> {
  const finder = new Finder(outline, kind === 'response' || kind === 'minutes');
  let count = 0;
  for (const unit of candidates) {
    if (++count % 15 === 0) yield;
    finder.read(unit);
  }
  for (const start of outline.tables) {
    finder.readTable(start);
    if (++count % 15 === 0) yield;
  }
  return finder.found.sort((a, b) => a.start - b.start);
}

class Finder {
  readonly found: RecommendationPassage[] = [];
  /** Units up to here were taken as items of an announcement. */
  private taken = -1;

  constructor(
    private readonly outline: Outline,
    private readonly byBoard: boolean,
  ) {}

  read(unit: Unit): void {
    if (unit.index <= this.taken) return;
    const words = this.outline.words(unit);
    const { lower } = words;
    if (this.readNumbered(unit)) return;
    const heading =
      unit.type === 'heading' ||
      (unit.type === 'paragraph' && lower.length < LONGEST_LABEL && /^[^.?]*:?$/.test(lower) && !beginsLikeItem(lower));
    if (heading && HEADING.test(lower) && !advises(lower)) {
      if (!NO_HEADING.test(lower))
        this.collect({
          rule: ANSWERED.test(lower) ? 'answered' : 'heading',
          evidence: words.text,
          addressees: this.boardsOf(unit),
          unit,
        });
      return;
    }
    const sentences = splitSentences(words.text);
    const last = sentences.at(-1);
    if (!last) return;
    const ending = lower.slice(last.from, last.to);
    const announces =
      unit.type !== 'cell' &&
      this.opensList(unit, ending) &&
      (advises(ending) ||
        this.urges(ending) ||
        (ANNOUNCES.test(ending) && !isAboutAdvice(ending)) ||
        OUGHT_LEAD_IN.test(ending));
    if (!announces && advises(ending) && this.readLines(unit, last)) sentences.pop();
    for (const sentence of announces ? sentences.slice(0, -1) : sentences)
      this.readSentence(unit, sentence.from, sentence.to);
    if (!announces) return;
    const printed = words.text.slice(last.from, last.to);
    const own = addresseesOf(printed);
    const named = own.length > 0 ? own : uniqueNames(findBoards(printed));
    this.collect({
      rule: 'lead-in',
      evidence: printed,
      addressees: settleAddressees(named, this.boardsAbove(unit)),
      unit,
    });
  }

  /** Takes the cells of a table with a column of recommendations. */
  readTable(start: Unit): void {
    const table = readTable(this.outline, start);
    const column = table.roles.indexOf('recommendation');
    if (column < 0) return;
    const responsible = table.roles.indexOf('addressee');
    const evidence = this.outline.words(start).text;
    const announcement: Announcement = { rule: 'table', evidence, addressees: this.boardsOf(start), unit: start };
    for (const row of table.rows) {
      const cell = row[column] ?? [];
      const first = cell[0];
      const last = cell.at(-1);
      if (!first || !last || last.end - first.start <= 12) continue;
      const named = (row[responsible] ?? []).flatMap((unit) => uniqueNames(findBoards(this.outline.words(unit).text)));
      this.take({ ...first, end: last.end }, named.length > 0 ? named : announcement.addressees, announcement);
    }
  }

  /** Reads "Rekommendation 1: …" and a heading "Rekommendation 1" over its words. */
  private readNumbered(unit: Unit): boolean {
    const words = this.outline.words(unit);
    const prefix = NUMBERED.exec(words.lower)?.[0];
    if (prefix === undefined || unit.type === 'cell') return false;
    const announcement: Announcement = {
      rule: 'numbered',
      evidence: prefix.trim(),
      addressees: this.boardsAbove(unit),
      unit,
    };
    if (words.text.length - prefix.length >= LEAST_WORDS) {
      if (!/[\d:)–-]\s*$/.test(prefix)) return false;
      const span = words.span(prefix.length, words.text.length);
      this.take({ ...unit, ...span }, announcement.addressees, announcement, prefix.length);
      return true;
    }
    const next = this.outline.units[unit.index + 1];
    const after = this.outline.units[unit.index + 2];
    if (!next || next.type === 'cell' || (next.type === 'heading' && !beginsLikeItem(this.outline.opening(next, 80))))
      return false;
    const answered = after !== undefined && isLabel(this.outline.opening(after, 90));
    if (!/\d/.test(prefix) && !answered) return false;
    if (isLabel(this.outline.opening(next, 90))) return false;
    this.take(next, announcement.addressees, announcement);
    this.taken = next.index;
    return true;
  }

  /** True when a unit's last sentence is left open for a list: it ends with a colon or "att", or items follow it. */
  private opensList(unit: Unit, ending: string): boolean {
    if (ending.endsWith(':') || (/[t.…]$/.test(ending.slice(-1)) && /\satt[….]*$/.test(ending))) return true;
    const next = this.outline.units[unit.index + 1];
    if (!next) return false;
    if (/\satt [^.]{20,}/.test(ending) && !ANNOUNCES.test(ending)) return false;
    return next.type === 'item'
      ? unit.type !== 'item' || next.level > unit.level
      : beginsWithAtt(this.outline.opening(next, 60));
  }

  /** Reads a lead-in whose items are lines of the same paragraph, each beginning with "att". */
  private readLines(unit: Unit, ending: Sentence): boolean {
    const words = this.outline.words(unit);
    const { start, end } = words.span(ending.from, ending.to);
    const source = this.outline.text.slice(start, end);
    const lines = [...source.matchAll(/\n[ \t]*(?:samt |och )?att\s/g)];
    const first = lines[0];
    if (lines.length < 2 || !first || !/ommender[^.]*$/i.test(source.slice(0, first.index))) return false;
    const printed = source.slice(0, first.index);
    const announcement: Announcement = {
      rule: 'lead-in',
      evidence: printed.replace(/\s+/g, ' '),
      addressees: settleAddressees(addresseesOf(`${printed.replace(/\s+/g, ' ')} att`), this.boardsAbove(unit)),
      unit,
    };
    this.takeLines({ ...unit, start: start + first.index + 1, end }, announcement.addressees, announcement);
    return true;
  }

  private readSentence(unit: Unit, from: number, to: number): void {
    const words = this.outline.words(unit);
    const sentence = words.lower.slice(from, to);
    const recommends = advises(sentence) || this.urges(sentence);
    const ought =
      !recommends && saysOught(sentence) && speaksForAuditors(unit, sentence, this.byBoard, words.lower.slice(0, from));
    if (!recommends && !ought) return;
    const span = words.span(from, to);
    // Emphasis signs before the first word belong to the sentence as it stands.
    const before = this.outline.text.slice(Math.max(unit.start, span.start - 3), span.start);
    span.start -= /\*+$/.exec(before)?.[0].length ?? 0;
    const reason: Reason = {
      rule: recommends ? 'recommends' : 'ought',
      evidence: words.text.slice(from, Math.min(to, from + 60)),
    };
    const addressees = settleAddressees(addresseesOf(words.text.slice(from, to)), this.boardsAbove(unit));
    this.found.push({ kind: 'recommendation', ...span, addressees, reason });
  }

  /** In a board's own document "vi föreslår" is not the auditors'. */
  private urges(sentence: string): boolean {
    return !this.byBoard && urges(sentence);
  }

  private boardsOf(unit: Unit): string[] {
    const own = uniqueNames(findBoards(this.outline.words(unit).text));
    return own.length > 0 ? own : this.boardsAbove(unit);
  }

  /** Boards that the nearest heading above names as those it is for. */
  private boardsAbove(unit: Unit): string[] {
    for (const heading of [...unit.headings].reverse()) {
      const words = this.outline.words(heading);
      const boards = uniqueNames(findBoards(words.text));
      if (boards.length > 0 && (/ommend|till /.test(words.lower) || boardsAlone(words.text).length > 0)) return boards;
    }
    return [];
  }

  /** Takes the items that an announcement opens. */
  private collect(announcement: Announcement): void {
    const { units } = this.outline;
    const { unit } = announcement;
    let { addressees } = announcement;
    /** The item level that holds recommendations; deeper items belong to the one above. */
    let level = 0;
    let parent: RecommendationPassage | null = null;
    let taken = 0;
    let introductions = 0;
    let last = unit.index;
    for (let index = unit.index + 1; index < units.length; index++) {
      // Answers may be long, but not without end.
      if (index - last > LONGEST_ANSWER) return;
      const next = units[index] as Unit;
      const opening = this.outline.opening(next, 120);
      if (next.type === 'cell') return;
      if (isLabel(opening) && taken > 0) {
        const after = this.nextAnswered(index);
        if (after < 0) return;
        index = after - 1;
        parent = null;
        continue;
      }
      const boards = boardsAlone(this.outline.opening(next, 121).length > 120 ? '' : this.outline.words(next).text);
      if (boards.length > 0) {
        addressees = boards;
        level = next.type === 'item' ? next.level + 1 : 0;
        parent = null;
        introductions = 0;
        this.taken = index;
        continue;
      }
      const answered = announcement.rule === 'answered';
      if (next.type === 'heading' && !beginsLikeItem(opening)) {
        if (!isSubHeading(next, announcement, opening)) return;
        const named = uniqueNames(findBoards(this.outline.words(next).text));
        if (named.length > 0) addressees = named;
        parent = null;
        continue;
      }
      if (next.type === 'item') {
        if (level > 0 && next.level > level && parent) {
          parent.end = next.end;
          this.taken = index;
          continue;
        }
        const direct = taken > 0 || introductions === 0;
        // A list inside an answer is the board's, unless each of its items is answered in turn.
        if (answered && !beginsLikeItem(opening)) continue;
        if (announcement.rule === 'heading' && !direct && !beginsLikeItem(opening)) return;
        level = next.level;
        parent = this.take(next, addressees, announcement);
        taken++;
        last = index;
        this.taken = index;
        continue;
      }
      if (isLabel(opening)) return;
      if (answered && next.type !== 'heading' && taken > 0) continue;
      const itemlike = beginsLikeItem(opening) && !beginsWithAuditors(opening);
      if (itemlike && !advises(firstSentence(this.outline.words(next)))) {
        this.takeLines(next, addressees, announcement);
        taken++;
        last = index;
        parent = null;
        this.taken = index;
        continue;
      }
      // Under a heading an introduction may come first; it may itself be a lead-in, which is read on its own.
      if (announcement.rule === 'lead-in' || taken > 0 || ++introductions > MOST_INTRODUCTIONS) return;
      if (/ommend/.test(this.outline.words(next).lower)) return;
    }
  }

  /** Behind an answer: the index of the next recommendation, known by the answer's label that follows it; -1 when none. */
  private nextAnswered(label: number): number {
    const { units } = this.outline;
    for (let index = label + 1; index < Math.min(units.length - 1, label + LONGEST_ANSWER); index++) {
      const unit = units[index] as Unit;
      const opening = this.outline.opening(unit, 90);
      if (unit.type === 'cell' || (unit.type === 'heading' && !beginsLikeItem(opening))) return -1;
      if (isLabel(opening)) continue;
      const next = units[index + 1] as Unit;
      if (isLabel(this.outline.opening(next, 90)) && (unit.type === 'item' || beginsLikeItem(opening))) return index;
    }
    return -1;
  }

  private take(unit: Unit, addressees: readonly string[], announcement: Announcement, from = 0): RecommendationPassage {
    const words = this.outline.words(unit);
    const subject = advises(words.lower) ? addresseesOf(words.text.slice(from)) : itemSubject(words.text.slice(from));
    const passage: RecommendationPassage = {
      kind: 'recommendation',
      start: unit.start,
      end: unit.end,
      addressees: subject.length > 0 ? settleAddressees(subject, addressees) : [...addressees],
      reason: { rule: `${announcement.rule}-item`, evidence: announcement.evidence.slice(0, 160) },
    };
    this.found.push(passage);
    return passage;
  }

  /** A paragraph of lines that each begin with "att" is a list without bullets. */
  private takeLines(unit: Unit, addressees: readonly string[], announcement: Announcement): void {
    const source = this.outline.text.slice(unit.start, unit.end);
    const starts = [0];
    for (const match of source.matchAll(/\n[ \t]*(?=(?:samt )?att\s)/gi)) {
      if (/(?:[,.;]|samt|och)\s*$/.test(source.slice(0, match.index))) starts.push(match.index + match[0].length);
    }
    starts.forEach((from, k) => {
      const to = starts[k + 1] ?? source.length;
      const start = unit.start + from + (from === 0 ? numberLength(source.slice(0, 12)) : 0);
      const end = start + source.slice(from, to).trimEnd().length;
      this.take({ ...unit, start, end }, addressees, announcement);
    });
  }
}
