import type { Reason, RecommendationPassage } from '../types';
import { addresseesOf, advises, isAboutAdvice, saysOught, settleAddressees } from './advice';
import { findBoards, uniqueNames } from './boards';
import { seenPattern } from './damage';
import { beginsLikeItem, beginsWithAtt } from './itemlike';
import { isLabel } from './labels';
import { splitSentences } from './sentences';
import type { Outline, Unit } from './units';

/** Where the advice that follows was announced. */
interface Announcement {
  rule: 'lead-in' | 'heading';
  evidence: string;
  addressees: string[];
  /** The unit that announces. */
  unit: Unit;
}

const ANNOUNCES = seenPattern(
  '(?:följande|nedanstående) (?:[a-z-]+ ){0,2}rekommendation|rekommendation(?:er)?(?: till [^.:]{3,90})?(?: (?:är|lyder))?:?$|rekommendation(?:er)? (?:lämnas|ges|riktas|avges) till|lämnar (?:vi|revisorerna) .{0,60}rekommendation|rekommendationer.{0,60}:$',
);
const HEADING = seenPattern('rekommendation|rekommenderas');
/** Headings that name recommendations but open none of the auditors' own list. */
const NO_HEADING = seenPattern(
  'socialstyrelsens|skolverkets|skr:?s|allmänna råd|nationella rekommendation|svar p|förteckning',
);
const OUGHT_LEAD_IN = seenPattern('(?:nämnd(?:en|erna)|styrelsen) bör(?: [a-z]+){0,4}:$');
/** Longest paragraph that may be a heading without being marked as one. */
const LONGEST_LABEL = 90;

/**
 * Finds what the auditors recommend: items under a lead-in or heading, and sentences in running text.
 * @param candidates units that hold a word of advice, in text order
 */
export function* findRecommendations(
  outline: Outline,
  candidates: readonly Unit[],
): Generator<void, RecommendationPassage[]> {
  const finder = new Finder(outline);
  let count = 0;
  for (const unit of candidates) {
    if (++count % 40 === 0) yield;
    finder.read(unit);
  }
  return finder.found;
}

class Finder {
  readonly found: RecommendationPassage[] = [];
  /** Units up to here were taken as items of an announcement. */
  private taken = -1;

  constructor(private readonly outline: Outline) {}

  read(unit: Unit): void {
    if (unit.index <= this.taken) return;
    const words = this.outline.words(unit);
    const { lower } = words;
    const heading =
      unit.type === 'heading' || (lower.length < LONGEST_LABEL && /^[^.]*:?$/.test(lower) && !beginsLikeItem(lower));
    if (heading && HEADING.test(lower) && !advises(lower)) {
      if (!NO_HEADING.test(lower))
        this.collect({ rule: 'heading', evidence: words.text, addressees: this.boardsOf(unit), unit });
      return;
    }
    const sentences = splitSentences(words.text);
    const last = sentences.at(-1);
    if (!last) return;
    const ending = lower.slice(last.from, last.to);
    const announces =
      unit.type !== 'cell' &&
      this.opensList(unit, ending) &&
      (advises(ending) || (ANNOUNCES.test(ending) && !isAboutAdvice(ending)) || OUGHT_LEAD_IN.test(ending));
    for (const sentence of announces ? sentences.slice(0, -1) : sentences)
      this.readSentence(unit, sentence.from, sentence.to);
    if (announces) {
      const own = addresseesOf(ending);
      const named = own.length > 0 ? own : uniqueNames(findBoards(ending));
      this.collect({
        rule: 'lead-in',
        evidence: words.text.slice(last.from, last.to),
        addressees: settleAddressees(named, this.boardsAbove(unit)),
        unit,
      });
    }
  }

  /** True when a unit's last sentence is left open for a list: it ends with a colon or "att", or items follow it. */
  private opensList(unit: Unit, ending: string): boolean {
    if (/:$|\satt$|\satt[….]+$/.test(ending)) return true;
    const next = this.outline.units[unit.index + 1];
    if (!next) return false;
    const opening = this.outline.opening(next, 60);
    if (/\satt [^.]{20,}/.test(ending)) return false;
    return next.type === 'item' ? unit.type !== 'item' || next.level > unit.level : beginsWithAtt(opening);
  }

  private readSentence(unit: Unit, from: number, to: number): void {
    const words = this.outline.words(unit);
    const sentence = words.lower.slice(from, to);
    const recommends = advises(sentence);
    const ought = !recommends && saysOught(sentence) && speaksForAuditors(unit, sentence);
    if (!recommends && !ought) return;
    this.push(unit, from, to, addresseesOf(sentence), {
      rule: recommends ? 'recommends' : 'ought',
      evidence: words.text.slice(from, Math.min(to, from + 60)),
    });
  }

  private push(unit: Unit, from: number, to: number, addressees: readonly string[], reason: Reason): void {
    const words = this.outline.words(unit);
    const span = words.span(from, to);
    // Emphasis signs before the first word belong to the sentence as it stands.
    const before = this.outline.text.slice(Math.max(unit.start, span.start - 3), span.start);
    span.start -= /\*+$/.exec(before)?.[0].length ?? 0;
    const settled = settleAddressees(addressees, this.boardsAbove(unit));
    this.found.push({ kind: 'recommendation', ...span, addressees: settled, reason });
  }

  private boardsOf(unit: Unit): string[] {
    const own = uniqueNames(findBoards(this.outline.words(unit).lower));
    return own.length > 0 ? own : this.boardsAbove(unit);
  }

  /** Boards that the nearest heading above names. */
  private boardsAbove(unit: Unit): string[] {
    for (const heading of [...unit.headings].reverse()) {
      const boards = uniqueNames(findBoards(this.outline.words(heading).lower));
      if (boards.length > 0 && /ommend|till |mnden$|styrelsen$/.test(this.outline.words(heading).lower)) return boards;
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
    let some = false;
    for (let index = unit.index + 1; index < units.length; index++) {
      const next = units[index] as Unit;
      const opening = this.outline.opening(next, 120);
      if (next.type === 'heading' && !(announcement.rule === 'heading' || some) && !beginsLikeItem(opening)) {
        if (!this.isSubHeading(next, announcement)) return;
      }
      if (next.type === 'heading' && !beginsLikeItem(opening)) {
        if (!this.isSubHeading(next, announcement)) return;
        const boards = uniqueNames(findBoards(opening));
        if (boards.length > 0) addressees = boards;
        parent = null;
        this.taken = index;
        continue;
      }
      if (next.type === 'cell') return;
      if (next.type === 'item') {
        const words = this.outline.words(next);
        if (level === 0) {
          const direct = index === unit.index + 1 || some;
          if (announcement.rule === 'heading' && !direct && !beginsLikeItem(opening)) return;
          level = next.level;
        }
        const boards = boardsAlone(words.lower);
        if (boards.length > 0) {
          addressees = boards;
          level = next.level + 1;
          parent = null;
          this.taken = index;
          continue;
        }
        if (next.level > level && parent) {
          parent.end = next.end;
          this.taken = index;
          continue;
        }
        level = next.level;
        parent = this.take(next, addressees, announcement);
        some = true;
        this.taken = index;
        continue;
      }
      if (isLabel(opening)) return;
      if (beginsLikeItem(opening) && (announcement.rule === 'lead-in' || some || index <= unit.index + 3)) {
        this.takeLines(next, addressees, announcement);
        some = true;
        parent = null;
        this.taken = index;
        continue;
      }
      if (announcement.rule === 'lead-in') return;
      // Under a heading, an introduction may come first; it may itself be a lead-in.
      if (some) return;
      if (/ommend/.test(this.outline.words(next).lower)) return;
    }
  }

  /** A heading that parts one list of recommendations: a board's name, or a deeper level. */
  private isSubHeading(heading: Unit, announcement: Announcement): boolean {
    const lower = this.outline.opening(heading, 120);
    if (boardsAlone(lower).length > 0) return true;
    if (heading.section !== 'recommendations' && heading.section !== 'other') return false;
    return (
      announcement.unit.type === 'heading' &&
      heading.level > announcement.unit.level &&
      !/^\d+(?:\.\d+)*\.?\s/.test(lower)
    );
  }

  private take(unit: Unit, addressees: readonly string[], announcement: Announcement): RecommendationPassage {
    const { lower } = this.outline.words(unit);
    const subject = saysOught(lower) || /^att /.test(lower) ? itemSubject(lower) : [];
    const passage: RecommendationPassage = {
      kind: 'recommendation',
      start: unit.start,
      end: unit.end,
      addressees: subject.length > 0 ? subject : [...addressees],
      reason: { rule: `${announcement.rule}-item`, evidence: announcement.evidence.slice(0, 160) },
    };
    this.found.push(passage);
    return passage;
  }

  /** A paragraph of lines that each begin with "att" is a list without bullets. */
  private takeLines(unit: Unit, addressees: readonly string[], announcement: Announcement): void {
    const source = this.outline.text.slice(unit.start, unit.end);
    const starts = [0];
    for (const match of source.matchAll(/\n[ \t]*(?=(?:samt )?att\s)/g)) {
      if (/[,.;]\s*(?:samt|och)?\s*$/.test(source.slice(0, match.index))) starts.push(match.index + match[0].length);
    }
    starts.forEach((from, k) => {
      const to = starts[k + 1] ?? source.length;
      const length = source.slice(from, to).trimEnd().length;
      this.take({ ...unit, start: unit.start + from, end: unit.start + from + length }, addressees, announcement);
    });
  }
}

/** The boards that a short line names and nothing else: "Socialnämnden", "Till kommunstyrelsen:". */
function boardsAlone(lower: string): string[] {
  if (lower.length > 120) return [];
  const boards = findBoards(lower);
  if (boards.length === 0) return [];
  let rest = lower;
  for (const board of boards) rest = rest.replace(lower.slice(board.from, board.to), '');
  return /^[\s\d.,:–-]*(?:(?:till|för|rekommendationer|rekommendation|och|samt|att)[\s.,:–-]*)*$/.test(rest)
    ? uniqueNames(boards)
    : [];
}

/** The board that an item itself is for: "att socialnämnden …", "Kommunstyrelsen bör …". */
function itemSubject(lower: string): string[] {
  const at = /^(?:att )?/.exec(lower)?.[0].length ?? 0;
  const first = findBoards(lower, 0, Math.min(lower.length, 90))[0];
  return first && first.from === at ? [first.name] : [];
}

/** "Bör" is the auditors' word in their assessments, not in what they were told or in the norms. */
function speaksForAuditors(unit: Unit, sentence: string): boolean {
  if (
    unit.section === 'criteria' ||
    unit.section === 'background' ||
    unit.section === 'method' ||
    unit.section === 'response'
  )
    return false;
  if (unit.section === 'assessment' || unit.section === 'recommendations') return true;
  return /(?<![\p{L}])(?:vi (?:anser|menar|bed)|revisorerna (?:anser|menar|bed)|enligt v|v[åa]r bed)/u.test(sentence);
}
