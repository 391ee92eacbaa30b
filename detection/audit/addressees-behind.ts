import type { RecommendationPassage } from '../types';
import type { Announcement } from './announcements';
import type { RecommendationList } from './recommendation-list';
import { boardsAlone } from './recommendation-parts';
import { roleOf } from './tables';
import type { Outline, Unit } from './units';

/** Characters of a unit of columns' heads. */
const LONGEST_HEADS = 60;

/** True for a short unit with the head of the column of whom each recommendation is for: "Riktas till", "Ansvarig nämnd". */
export function headsAddressees(outline: Outline, unit: Unit): boolean {
  if (unit.type === 'item' || unit.end - unit.start > LONGEST_HEADS) return false;
  const lines = outline.text.slice(unit.start, unit.end).split('\n');
  return lines.some(
    (line) => roleOf(line.trim().toLowerCase()) === 'addressee' && boardsAlone(line.trim()).length === 0,
  );
}

/** Whom recommendations are for where each is followed by it: a table that lost its columns, row by row. */
export class AddresseesBehind {
  private last: RecommendationPassage | undefined;

  /** A line behind a recommendation names boards: it is for them, and for those named there before. */
  tell(recommendation: RecommendationPassage, boards: readonly string[]): void {
    recommendation.addressees = this.last === recommendation ? [...recommendation.addressees, ...boards] : [...boards];
    this.last = recommendation;
  }

  /** Takes a paragraph without the lines at its end that name boards and nothing else. */
  take(outline: Outline, list: RecommendationList, unit: Unit, announcement: Announcement): void {
    let words = outline.text.slice(unit.start, unit.end).trimEnd();
    const boards: string[] = [];
    for (let at = words.lastIndexOf('\n'); at > 0; at = words.lastIndexOf('\n')) {
      const named = boardsAlone(words.slice(at + 1).trim());
      if (named.length === 0) break;
      boards.unshift(...named);
      words = words.slice(0, at).trimEnd();
    }
    const taken = list.take(unit, { start: unit.start, end: unit.start + words.length }, announcement);
    if (boards.length > 0) this.tell(taken, boards);
  }
}
