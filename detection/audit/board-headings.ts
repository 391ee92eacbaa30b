import { findBoards, uniqueNames } from './boards';
import { seenPattern } from './damage';
import { isOughtLeadIn } from './ought-lead-in';
import { boardsAlone } from './recommendation-parts';
import { rememberingUnits } from './remember';
import { classifyHeading } from './sections';
import type { Outline, Unit } from './units';

/** Boards that a unit names, else those that the headings above it are for. */
export function boardsOf(outline: Outline, unit: Unit): string[] {
  const own = uniqueNames(findBoards(outline.words(unit).text));
  return own.length > 0 ? own : boardsAbove(outline, unit);
}

/** Headings of equal rank looked back over for the one that names the board. */
const MOST_PARTS = 6;
/** Parts of a report that are no longer about the board that was its subject before. */
const OF_ALL = seenPattern('^[\\d. ]*(?:saml|sammanf|slutsats|bilag|övergripande)');
const NUMBERED = /^\d/;

/** Boards that the nearest heading above names as those it is for. */
export function boardsAbove(outline: Outline, unit: Unit): string[] {
  const { headings } = unit;
  for (let k = headings.length - 1; k >= 0; k--) {
    const boards = boardsOfHeading(outline, headings[k] as Unit);
    if (boards.length > 0) return boards;
  }
  const nearest = unit.type === 'heading' ? unit : headings.at(-1);
  return nearest ? boardsOfChapter(outline, nearest) : [];
}

/** Remembered, as the others are: all units below a heading ask for its boards. */
const boardsOfHeading = rememberingUnits((outline: Outline, heading: Unit): string[] => {
  const words = outline.words(heading);
  const boards = uniqueNames(findBoards(words.text));
  return boards.length > 0 && (/ommend|till /.test(words.lower) || boardsAlone(words.text).length > 0) ? boards : [];
});

/** Whether a heading may be one of several parts of a chapter. */
const mayBePart = rememberingUnits((outline: Outline, heading: Unit): boolean => {
  const { lower } = outline.words(heading);
  return !OF_ALL.test(lower) && (classifyHeading(lower) !== null || isOughtLeadIn(lower));
});

/**
 * The boards that a chapter is about whose parts ("Iakttagelser", "Bedömning") stand in headings of the same rank, as in a
 * text that shows no ranks: the nearest heading above that is no such part names them, or nothing does.
 */
const boardsOfChapter = rememberingUnits((outline: Outline, part: Unit): string[] => {
  const numbered = NUMBERED.test(outline.words(part).text);
  let heading = part;
  let before = outline.headingsBefore(part.index);
  for (let count = 0; count < MOST_PARTS; count++) {
    if (!mayBePart(outline, heading)) return [];
    const above = before === 0 ? undefined : outline.at(outline.headings[--before] as number);
    if (!above || above.level > heading.level) return [];
    const boards = boardsOfHeading(outline, above);
    if (boards.length > 0) return numbered && NUMBERED.test(outline.words(above).text) ? [] : boards;
    heading = above;
  }
  return [];
});
