import type { RecommendationPassage } from '../types';
import { settleAddressees } from './addressees';
import { AddresseesBehind, headsAddressees } from './addressees-behind';
import { advises } from './advice';
import type { Announcement } from './announcements';
import { takeBelowHead } from './below-head';
import { findBoards, uniqueNames } from './boards';
import { beginsLikeItem, beginsWithAtt, tellsNeed } from './itemlike';
import { isLabel } from './labels';
import { leadsToNext } from './next-lead-in';
import { numberedLength } from './numbered-recommendation';
import { endsWithOught, isOughtLeadIn } from './ought-lead-in';
import { firstLine, itemStarts } from './recommendation-lines';
import type { RecommendationList } from './recommendation-list';
import { beginsWithAuditors, boardsAlone, firstSentence, isSubHeading } from './recommendation-parts';
import type { Outline, Unit } from './units';

/** Paragraphs that may stand between a heading and its list. */
const MOST_INTRODUCTIONS = 3;
/** Units of one answer that stand between two recommendations of a response. */
const LONGEST_ANSWER = 60;
/** Characters of a unit that tell what it is. */
const OPENING = 120;

/**
 * Takes the items that an announcement opens: list items, lines that begin as items do, sub-headings that name the boards
 * of what follows; in a response, past the answers between them.
 */
export function takeItems(outline: Outline, list: RecommendationList, announced: Announcement): void {
  const { unit, rule } = announced;
  /** As announced, with the boards that a line between the items names. */
  let announcement = announced;
  /** The item level that holds recommendations; deeper items belong to the one above. */
  let level = 0;
  let parent: RecommendationPassage | null = null;
  let taken = 0;
  let introductions = 0;
  let last = unit.index;
  /** Whether answers stand in the items of their recommendations. */
  let split = false;
  /** Whether the recommendations that answers part are paragraphs that begin with "att". */
  let inAtt = false;
  /** Whether each recommendation is followed by whom it is for, as in a table that lost its columns. */
  let followed = headsAddressees(outline, unit) ? new AddresseesBehind() : null;
  for (let index = unit.index + 1; index < outline.length; index++) {
    // Answers may be long, but not without end.
    if (index - last > LONGEST_ANSWER) return;
    const next = outline.at(index) as Unit;
    if (next.type === 'cell') return;
    const opening = outline.opening(next, OPENING);
    const labelled = isLabel(opening);
    if (labelled && taken > 0) {
      const after = nextAnswered(outline, index);
      if (after < 0) return;
      index = after - 1;
      parent = null;
      continue;
    }
    const numbered = next.type === 'heading' ? 0 : numberedLength(outline.words(next).lower);
    if (numbered > 0) {
      const words = outline.words(next);
      parent = list.take(next, words.span(numbered, words.text.length), announcement, numbered);
      level = next.type === 'item' ? next.level : 0;
      introductions = 0;
      taken++;
      last = index;
      list.taken = index;
      continue;
    }
    if (taken === 0 && headsAddressees(outline, next)) {
      followed = new AddresseesBehind();
      continue;
    }
    const boards = boardsOfLine(outline, next, announced.addressees);
    if (followed && boards.length > 0 && taken > 0) {
      followed.tell(list.found.at(-1) as RecommendationPassage, boards);
      list.taken = index;
      continue;
    }
    if (boards.length > 0) {
      announcement = { ...announced, addressees: boards };
      level = next.type === 'item' ? next.level + 1 : 0;
      parent = null;
      introductions = 0;
      list.taken = index;
      continue;
    }
    if (taken > 0 && next.type !== 'item' && isLeftOpen(outline, index)) continue;
    if (next.type === 'heading' && !beginsLikeItem(opening)) {
      if (!isSubHeading(next, announcement, opening)) return;
      const named = uniqueNames(findBoards(outline.words(next).text));
      if (named.length > 0) announcement = { ...announced, addressees: named };
      parent = null;
      continue;
    }
    if (next.type === 'item') {
      if (rule === 'heading' && taken === 0 && isNumberedText(outline, next)) return;
      // Below the items of a numbered paragraph stands the next paragraph.
      if (unit.type === 'item' && next.level <= unit.level && taken > 0) return;
      if (level > 0 && next.level > level && parent) {
        parent.end = next.end;
        list.taken = index;
        continue;
      }
      const direct = taken > 0 || introductions === 0;
      // A list inside an answer is the board's, unless each of its items is answered in turn.
      if (rule === 'answered' && !beginsLikeItem(opening) && !(split && next.level === level)) continue;
      if (rule === 'heading' && !direct && !beginsLikeItem(opening)) return;
      level = next.level;
      parent = list.take(next, rule === 'answered' ? firstLine(outline.text, next) : next, announcement);
      split ||= parent.end < next.end;
      taken++;
      last = index;
      list.taken = index;
      continue;
    }
    if (labelled) return;
    if (rule === 'answered' && next.type !== 'heading' && taken > 0) {
      // What begins as an item does right below another one is the next of a list whose lines have no bullets.
      const goesOnList = inAtt ? beginsWithAtt(opening) : last === index - 1 && beginsLikeItem(opening);
      // So is what stands on a line of its own with its answer on the next.
      const overAnswer = beginsLikeItem(opening) && firstLine(outline.text, next).end < next.end;
      if (!goesOnList && !overAnswer) continue;
    }
    // "Nämnden bör" or "Vi rekommenderar nämnden att" alone: a lead-in of its own, which is read as one.
    if (rule !== 'lead-in' && endsWithOught(opening)) return;
    const goesOn =
      (taken === 0 ? index === unit.index + 1 : /^[^ ]{2,20}a /.test(opening)) &&
      goesOnFrom(announcement, outline.text[next.start] as string);
    const needed = rule !== 'answered' && announced.evidence.endsWith(':') && tellsNeed(opening);
    const itemlike = goesOn || needed || (beginsLikeItem(opening) && !beginsWithAuditors(opening));
    if (itemlike && !advises(firstSentence(outline.words(next)))) {
      inAtt ||= taken === 0 && beginsWithAtt(opening);
      if (followed) followed.take(outline, list, next, announcement);
      else if (rule === 'answered' && itemStarts(outline, next, next).length === 0)
        list.take(next, firstLine(outline.text, next), announcement);
      else list.takeLines(next, next, announcement);
      taken++;
      last = index;
      parent = null;
      list.taken = index;
      continue;
    }
    if (rule === 'heading' && taken === 0 && takeBelowHead(outline, list, { announcement, unit: next })) {
      taken++;
      last = index;
      list.taken = index;
      continue;
    }
    // Under a heading an introduction may come first; it may itself be a lead-in, which is read on its own.
    if (rule === 'lead-in' || taken > 0 || ++introductions > MOST_INTRODUCTIONS) return;
    if (/ommend/.test(outline.words(next).lower)) return;
  }
}

const LEFT_OPEN = /\s(?:att|b[^ ]{1,2}r|beh[^ ]{1,2}ver|m[^ ]{1,2}ste)$/;

/** True when a unit with this first sign ends the sentence that a lead-in left at "att": `”nämnden ser till …”`. */
function goesOnFrom({ rule, evidence }: Announcement, first: string): boolean {
  return rule === 'lead-in' && LEFT_OPEN.test(evidence) && (/["”»]/.test(first) || /\p{Ll}/u.test(first));
}

/**
 * The boards that a short unit names and nothing else, or with what they ought to do left to the items below it
 * ("Kommunstyrelsen bör:"): what follows is for them.
 * @param announced the boards named before, one of which "nämnden" is
 */
function boardsOfLine(outline: Outline, unit: Unit, announced: readonly string[]): string[] {
  const opening = outline.opening(unit, OPENING + 1);
  if (opening.length > OPENING) return [];
  const { text } = outline.words(unit);
  const leads = unit.type !== 'item' && outline.at(unit.index + 1)?.type === 'item' && isOughtLeadIn(opening);
  return leads ? settleAddressees(uniqueNames(findBoards(text)), announced) : boardsAlone(text);
}

/** Characters before an item that hold its number. */
const LONGEST_NUMBER = 8;

/** True for a numbered paragraph of a text whose paragraphs are numbered throughout ("13. Vår bedömning är …"): it is read as text is. */
function isNumberedText(outline: Outline, unit: Unit): boolean {
  const before = outline.text.slice(Math.max(0, unit.start - LONGEST_NUMBER), unit.start);
  const number = /(?:^|\n)\s*(\d{1,3})[.)]?\s+$/.exec(before)?.[1];
  return number !== undefined && Number(number) > 1 && !beginsLikeItem(outline.opening(unit, OPENING));
}

/** Lines of a page's foot and head that may part two items. */
const MOST_LINES_BETWEEN = 3;
/** Characters of the longest of them. */
const LONGEST_LINE = 90;

/**
 * True when a unit parts two items of one list, as a page's foot and head do where nothing marks them: short lines, the
 * item above them ends with a comma or "samt", and the list goes on right below them.
 */
function isLeftOpen(outline: Outline, index: number): boolean {
  let above = index - 1;
  while (above > Math.max(0, index - MOST_LINES_BETWEEN) && outline.type(above) !== 'item') above--;
  if (
    outline.type(above) !== 'item' ||
    !/(?:,|,? och|,? samt)$/.test(outline.text.slice(outline.end(above) - 6, outline.end(above)))
  )
    return false;
  for (let below = above + 1; below <= above + MOST_LINES_BETWEEN + 1; below++) {
    if (below >= outline.length) return false;
    if (outline.type(below) === 'item') return below > index;
    if (outline.end(below) - outline.start(below) > LONGEST_LINE || outline.type(below) === 'cell') return false;
  }
  return false;
}

/**
 * Behind an answer: the index of the next recommendation, known by the answer's label that follows it; -1 when none, or
 * where another lead-in stands above it. */
function nextAnswered(outline: Outline, label: number): number {
  for (let index = label + 1; index < Math.min(outline.length - 1, label + LONGEST_ANSWER); index++) {
    const unit = outline.at(index) as Unit;
    const opening = outline.opening(unit, 90);
    if (unit.type === 'cell' || (unit.type === 'heading' && !beginsLikeItem(opening))) return -1;
    if (isLabel(opening)) continue;
    if (leadsToNext(outline, unit)) return -1;
    const next = outline.at(index + 1) as Unit;
    const asks = unit.type === 'item' || beginsLikeItem(opening) || numberedLength(opening) > 0;
    if (asks && isLabel(outline.opening(next, 90))) return index;
  }
  return -1;
}
