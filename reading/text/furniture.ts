import { isOpenEnded, type Line, startsLowerCase } from './lines';
import { markPageEdges, PAGE_NUMBER, PageNumbers } from './page-edges';

const PAGE_OF =
  /(?:^|\s)(?:(?:sidan?|sid\.?|page)\s+\d{1,3}\s*(?:\(\d{1,3}\)|av \d{1,3}|of \d{1,3}|\/\s?\d{1,3})?|\d{1,3}\s?\(\d{1,3}\))$/i;
export const DOT_LEADERS = /(?:\.\s?){4,}\s*\d{1,3}$/;
/** The first letters of `CONTENTS`. */
const MAY_BE_CONTENTS = '#*iIcC';
export const CONTENTS = /^(?:#+\s*)?\**(?:inneh[åaä]ll(?:sf[öo]rteckning)?|contents)\**:?$/i;
/** A number behind dots or a gap; `11 kap. 1` at a line's end is a place in a law. */
const CONTENTS_LINE = /(?:\t|\s{2,}|(?<!\b(?:kap|st|art|nr|p))[.…]\s*)\d{1,3}$/i;

const CLOSING_BRACKET = 41;
const DASHES = [...'-–—'].map((sign) => sign.charCodeAt(0));
/** `- 117 -`. */
const LONGEST_DASHED = 7;
const COLON = 58;
const QUESTION_MARK = 63;
/** Longest line that may be a running header; reports' titles run on in them. */
const LONGEST_HEADER = 140;
/** Lines that one running header or footer may have. */
const MOST_HEADER_LINES = 6;
/** Pages that may lie between two printings of a running header: on each second page, or lost by a scan. */
const MOST_PAGES_APART = 3;
/** Two printings of a running header are a page apart, at least this many characters. */
const LEAST_PAGE = 500;

/** Marks page numbers, tables of contents, and running headers and footers. */
export function markFurniture(text: string, lines: readonly Line[]): void {
  const numbers = new PageNumbers(text, lines);
  markNumbersAndContents(text, lines, numbers);
  markCountedPages(text, lines, numbers);
  markRunningHeaders(text, lines, numbers);
  markPageEdges(text, lines, numbers);
}

/** Characters of a line that is no title; two in a row without a page's number stand below the contents. */
const LONGEST_TITLE = 60;

/** The head of the column that numbers a table's rows. */
const NUMBERS_ROWS = /^(?:nr\.?|nummer|#)$/i;
/** Characters of a row; what is farther from the row before is in no such table. */
const LONGEST_ROW = 1500;

function markNumbersAndContents(text: string, lines: readonly Line[], numbers: PageNumbers): void {
  let inContents = false;
  /** Lines of running text since the last line of the contents. */
  let below = 0;
  /** The next row's number below a head "Nr", and where the one before stands. */
  let row = 0;
  let rowAt = -Infinity;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line;
    const length = line.end - line.start;
    if (length > 200) {
      inContents = false;
      continue;
    }
    const { last } = line;
    const endsInNumber =
      (last >= 48 && last <= 57) || last === CLOSING_BRACKET || (length <= LONGEST_DASHED && DASHES.includes(last));
    if (!endsInNumber) {
      if (
        length < 40 &&
        MAY_BE_CONTENTS.includes(text[line.start] as string) &&
        CONTENTS.test(text.slice(line.start, line.end))
      )
        [inContents, below] = [true, 0];
      else if (length <= LONGEST_DASHED && NUMBERS_ROWS.test(text.slice(line.start, line.end))) {
        row = 1;
        rowAt = line.end;
      } else if (inContents && (length > 120 || (length > LONGEST_TITLE && ++below > 1))) inContents = false;
      continue;
    }
    const words = text.slice(line.start, line.end);
    if (words === String(row) && line.start - rowAt <= LONGEST_ROW) {
      numbers.countsRow(index);
      line.furniture = true;
      row++;
      rowAt = line.end;
      continue;
    }
    if (line.wide && line.gap && !line.tabbed && isPageFoot(lines, index, words)) continue;
    if (PAGE_NUMBER.test(words)) line.furniture = standsAlone(line, words);
    else if (DOT_LEADERS.test(words) || (length < 90 && PAGE_OF.test(words))) line.furniture = true;
    else if (inContents && CONTENTS_LINE.test(words)) [line.furniture, below] = [true, 0];
  }
}

/** `Granskning av vägar            7`: a page's foot as a PDF tool lays it out. */
const FOOT = /^\p{L}[^?]*\S\s{3,}\d{1,3}$/u;

/** Marks a line that stands alone with a page number at its far end, and the next page's head right below it. */
function isPageFoot(lines: readonly Line[], index: number, words: string): boolean {
  const line = lines[index] as Line;
  const next = lines[index + 1];
  if (line.marker || !next?.gap || !FOOT.test(words)) return false;
  line.furniture = true;
  const after = lines[index + 2];
  if (next.wide && !next.tabbed && !next.marker && after?.gap) next.furniture = true;
  return true;
}

/** A bare number is a page number when no list or table makes it something else. */
function standsAlone(line: Line, words: string): boolean {
  return line.gap || line.pageBreak || /\D/.test(words);
}

/** Numbers that count on from page to page are no cells and no list; how many tell it, and what a page holds at the most. */
const LEAST_COUNTED = 4;
const LONGEST_PAGE = 8000;
/** Characters of a page that the end of a part leaves short; it is one where the pages before it counted on. */
const SHORT_PAGE = 150;

/** The number of a page, and of the pages before it. */
interface Counted {
  line: Line;
  before: Counted | undefined;
  count: number;
}

/** Marks the numbers right below their pages' last lines, a gap behind them: no blank line tells them from the text above. */
function markCountedPages(text: string, lines: readonly Line[], numbers: PageNumbers): void {
  const pages = new Map<number, Counted>();
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line;
    const number = line.tabbed || numbers.isRow(index) ? null : pageNumber(text, line);
    if (number === null || lines[index + 1]?.gap === false) continue;
    const last = pages.get(number - 1);
    const away = last ? line.start - last.line.start : 0;
    const least = (last?.count ?? 0) + 1 >= LEAST_COUNTED ? SHORT_PAGE : LEAST_PAGE;
    const before = away >= least && away <= LONGEST_PAGE ? last : undefined;
    const own: Counted = { line, before, count: (before?.count ?? 0) + 1 };
    pages.set(number, own);
    if (own.count < LEAST_COUNTED) continue;
    for (let one: Counted | undefined = own; one; one = own.count === LEAST_COUNTED ? one.before : undefined)
      one.line.furniture = true;
  }
}

/** What differs between two printings of a header: numbers, and white space but single spaces. */
const NUMBER_OR_SPACES = /\d|\s\s|[^\S ]/;
/** A key without letters is of a running header only where it holds a date. */
const SAYS_SOMETHING = /\p{L}{2}|#-#/u;

/** The same for the words themselves; asked of short lines only, which are many where a text is a list or a table. */
const MAY_SAY_SOMETHING = /\p{L}{2}|\d-\d/u;
const SHORT_LINE = 8;

/** One key for a header on every page: its numbers differ, its words do not. */
function headerKey(text: string, line: Line): string {
  const words = text.slice(line.start, line.end);
  return NUMBER_OR_SPACES.test(words) ? words.replace(/\d+/g, '#').replace(/\s{2,}|[^\S ]/g, ' ') : words;
}

/**
 * A line that comes back is a running header only with evidence of a page edge: it stands beside a form feed or a
 * page number, or it cuts a sentence in two. Headings and labels come back too, but they do neither.
 */
function markRunningHeaders(text: string, lines: readonly Line[], numbers: PageNumbers): void {
  const places = new Map<string, number[]>();
  for (let index = 0; index < lines.length; index++) {
    if (!mayBeHeader(text, lines, index, numbers)) continue;
    const key = headerKey(text, lines[index] as Line);
    const known = places.get(key);
    if (known) known.push(index);
    else places.set(key, [index]);
  }
  const repeated = new Uint8Array(lines.length);
  const candidates: number[][] = [];
  for (const [key, at] of places) {
    if (at.length < 2 || !SAYS_SOMETHING.test(key) || isListedHeading(text, lines, at)) continue;
    candidates.push(at);
    for (const index of at) repeated[index] = 1;
  }
  const running = candidates.filter((at) => isRunning(text, lines, at, { repeated, numbers }));
  for (const at of running)
    for (const index of at) {
      (lines[index] as Line).furniture = true;
      for (const beside of [lines[index - 1], lines[index + 1]])
        if (beside && pageNumber(text, beside) !== null) beside.furniture = true;
    }
}

/** True for a numbered heading that the contents print before it: its number is the same, where a page's would count on. */
function isListedHeading(text: string, lines: readonly Line[], at: readonly number[]): boolean {
  if (at.length !== 2) return false;
  const [listed, own] = at.map((index) => lines[index] as Line) as [Line, Line];
  if (listed.marker?.kind !== 'number') return false;
  return text.slice(listed.start, listed.end) === text.slice(own.start, own.end);
}

function mayBeHeader(text: string, lines: readonly Line[], index: number, numbers: PageNumbers): boolean {
  const line = lines[index] as Line;
  const length = line.end - line.start;
  if (line.furniture || length > LONGEST_HEADER || line.marker?.kind === 'bullet' || line.tagged) return false;
  if (line.last === COLON || line.last === QUESTION_MARK) return false;
  if (length < SHORT_LINE && !MAY_SAY_SOMETHING.test(text.slice(line.start, line.end))) return false;
  // A full line inside a paragraph has neither an edge nor a gap beside it.
  const next = lines[index + 1];
  const apart = line.gap || line.pageBreak || !next || next.gap || next.pageBreak || length < 60;
  return apart || numbers.at(index) !== null;
}

/** The value of a line that is nothing but a number of a page; null for other lines. */
function pageNumber(text: string, line: Line): number | null {
  if (line.end - line.start > 3) return null;
  const words = text.slice(line.start, line.end);
  return /^\d+$/.test(words) ? Number(words) : null;
}

/** The lines around one printing that are furniture or come back too, and whether a page ends among them. */
interface Neighbours {
  /** The last line before them and the first after them; outside the text's lines where there is none. */
  before: number;
  after: number;
  edge: boolean;
}

/** What is known of all lines when those that come back are judged. */
interface Known {
  /** Lines that come back. */
  repeated: Uint8Array;
  numbers: PageNumbers;
}

function isFurnitureOrRepeated(lines: readonly Line[], repeated: Uint8Array, index: number): boolean {
  return repeated[index] === 1 || lines[index]?.furniture === true;
}

function neighboursOf(lines: readonly Line[], { repeated, numbers }: Known, index: number): Neighbours {
  let before = index - 1;
  let after = index + 1;
  let edge = (lines[index] as Line).pageBreak;
  for (; index - before < MOST_HEADER_LINES && isFurnitureOrRepeated(lines, repeated, before); before--) {
    const line = lines[before] as Line;
    edge ||= (line.furniture && !numbers.isRow(before)) || line.pageBreak;
  }
  for (; after - index < MOST_HEADER_LINES && isFurnitureOrRepeated(lines, repeated, after); after++) {
    const line = lines[after] as Line;
    edge ||= (line.furniture && !numbers.isRow(after)) || line.pageBreak;
  }
  edge ||= lines[after]?.pageBreak === true;
  return { before, after, edge };
}

/** The page number that a line holds, that stands right above or below it, or among the lines that come back with it. */
function numberAt(numbers: PageNumbers, index: number, { before, after }: Neighbours): number | null {
  for (let away = 0; away < MOST_HEADER_LINES; away++) {
    const isAbove = away <= 1 || index - away > before;
    const isBelow = away <= 1 || index + away < after;
    if (!isAbove && !isBelow) return null;
    const number = (isAbove ? numbers.at(index - away) : null) ?? (isBelow ? numbers.at(index + away) : null);
    if (number !== null) return number;
  }
  return null;
}

/** True when a printing cuts a sentence: it stands apart, and the line after it goes on with the line before. */
function cutsSentence(text: string, lines: readonly Line[], { before, after }: Neighbours): boolean {
  const last = lines[before];
  const next = lines[after];
  if (!last || !next) return false;
  // Only lines that stand apart from the sentence can cut it; a repeated paragraph's own lines do not.
  const apart = next.gap && (lines[before + 1] as Line).gap;
  return apart && !next.marker && last.end - last.start > 20 && startsLowerCase(text, next) && isOpenEnded(text, last);
}

function isRunning(text: string, lines: readonly Line[], at: readonly number[], known: Known): boolean {
  const { numbers } = known;
  let edges = 0;
  let cuts = 0;
  let pages = 0;
  let previous = -Infinity;
  let page: number | null = null;
  let counted = 0;
  for (const index of at) {
    const line = lines[index] as Line;
    if (line.start - previous >= LEAST_PAGE) pages++;
    previous = line.start;
    const around = neighboursOf(lines, known, index);
    // A letterhead with its date or number begins the first page, too, and a foot with one ends the last, where no form feed stands.
    const outermost = around.before < 0 || around.after >= lines.length;
    let edge = around.edge || (outermost && /\d/.test(text.slice(line.start, line.end)));
    // A number in it or beside it that counts on from the printing before is a page's.
    const number = numberAt(numbers, index, around);
    if (number !== null && page !== null && number > page && number - page <= MOST_PAGES_APART) {
      // The first of them told nothing while it stood alone.
      if (counted === 0 && edges === 0) edges++;
      counted++;
      edge = true;
    }
    page = number;
    if (edge) edges++;
    if (cutsSentence(text, lines, around)) cuts++;
  }
  // A page edge at most printings, or sentences cut again and again; one cut may be chance in a short document.
  return (
    (pages >= 2 || counted > 0) &&
    (edges >= Math.max(2, at.length * 0.6) || (cuts >= 1 && cuts >= (at.length - 1) * 0.15))
  );
}
