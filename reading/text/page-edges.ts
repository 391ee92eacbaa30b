import { isOpenEnded, type Line, startsLowerCase } from './lines';

/** `3`, `- 3 -`, `3 (15)`, `3/15`, `Sida 3 av 15`, `sid. 3(15)`, `Page 3 of 15`, also behind a short name. */
export const PAGE_NUMBER =
  /^(?:[-–—]\s*)?(?:(?:sidan?|sid\.?|page|s\.)\s*)?\d{1,3}(?:\s*(?:\(\s*\d{1,3}\s*\)|\/\s*\d{1,3}|(?:av|of)\s+\d{1,3}))?(?:\s*[-–—])?$/i;
const LONGEST_NUMBER = 20;

/** A page's foot that holds its number: at the end (`EY 13`, `© 2024 KPMG AB … 7`) or before a bar (`7 | Granskning av …`). */
const NUMBERED_FOOT = /^(.*\D)\b(\d{1,3})$|^(\d{1,3})\s*\|\s*(\D.*)$/su;
/** The number of all pages behind the page's own: `PwC 4 av 9`. */
const OF_ALL = /(?<=\d)\s+(?:av|of)\s+\d{1,3}$/i;
/** Who wrote a report, and what such a report calls itself. */
const HOUSE =
  /(?<!\p{L})(?:ey|ernst & young|kpmg|pwc|deloitte|bdo|komredo|helseplan|grant thornton|azets|forvis mazars|mazars|rsm|sirona)(?!\p{L})|©|all rights reserved|revisionskontoret|stadsrevision/iu;
const TITLE =
  /gransk\p{L}* av |(?:gransknings|revisions)rapport|(?<!\p{L})(?:kommun|region|kommuner|revisorerna)(?!\p{L})/iu;
/** Words of a report's parts: what they stand in is a heading, not the head of a page. */
const PART =
  /bed[öo]mning|iakttagelse|rekommendation|fr[åa]g(?:a|or|an)(?!\p{L})|slutsats|sammanfattning|(?<!\p{L})svar|metod|bilaga|kriteri/iu;
/** A heading that parts a list by its boards looks like the head of a page that names one. */
const BOARD = /n[äa]mnd|styrels/i;
/** A foot's words behind its number; shorter ones may be a label ("Steg 3"). */
const LEAST_TITLE = 12;

function saysHouse(words: string): boolean {
  return HOUSE.test(words);
}

function saysTitle(words: string): boolean {
  return words.length >= LEAST_TITLE && TITLE.test(words) && !PART.test(words);
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
/** `)` and what `- 3 -` ends with; compared one by one, because each line of a text is asked. */
const isClosing = (code: number): boolean => code === 0x29 || code === 0x2d || code === 0x2013 || code === 0x2014;

/** Whether a line ends as those with a page's number do, or begins with one before a bar; few lines do. */
function mayGiveNumber(text: string, { start, end, last }: Line): boolean {
  if (isDigit(last) || isClosing(last)) return true;
  return isDigit(text.charCodeAt(start)) && text.slice(start, end).includes('|');
}

/** The number of a page that a line gives, alone or in a foot that says whose report it is; null for other lines. */
function pageNumberOf(text: string, line: Line): number | null {
  if (!mayGiveNumber(text, line)) return null;
  const words = text.slice(line.start, line.end);
  if (words.length <= LONGEST_NUMBER && PAGE_NUMBER.test(words)) return Number(/\d+/.exec(words)?.[0]);
  const foot = NUMBERED_FOOT.exec(words.replace(OF_ALL, ''));
  if (!foot) return null;
  const [, before, last, first, behind] = foot;
  const rest = before ?? behind ?? '';
  return saysHouse(rest) || saysTitle(rest) ? Number(last ?? first) : null;
}

const NONE = -1;

/** The page's numbers that a text's lines give: read beforehand, because the neighbours of a line ask again and again. */
export class PageNumbers {
  private readonly known: Int16Array;
  private readonly rows = new Set<number>();

  constructor(text: string, lines: readonly Line[]) {
    this.known = new Int16Array(lines.length);
    for (let index = 0; index < lines.length; index++)
      this.known[index] = pageNumberOf(text, lines[index] as Line) ?? NONE;
  }

  /** Tells that the number of a line is no page's: it counts the rows of a table. */
  countsRow(index: number): void {
    this.known[index] = NONE;
    this.rows.add(index);
  }

  /** True for a line told to count rows. */
  isRow(index: number): boolean {
    return this.rows.has(index);
  }

  /** The number that a line gives; null for other lines and outside the text. */
  at(index: number): number | null {
    const number = this.known[index] ?? NONE;
    return number === NONE ? null : number;
  }
}

/** Lines of a page's foot and of the next page's head. */
const MOST_LINES = 5;
/** Characters of the longest of them. */
const LONGEST_LINE = 140;
/** Characters of a line that a page's end may cut. */
const LEAST_CUT = 20;

/**
 * Marks the foot and head that part a sentence, or two items of one list, though they are printed nowhere else: short lines,
 * one of which is a page's number.
 */
export function markPageEdges(text: string, lines: readonly Line[], numbers: PageNumbers): void {
  for (let index = 1; index < lines.length - 1; index++) {
    const line = lines[index] as Line;
    if (line.end - line.start > LONGEST_LINE || line.tabbed) continue;
    if ((!line.furniture && !mayGiveNumber(text, line)) || numbers.at(index) === null) continue;
    let first = index;
    while (first > 0 && index - first < MOST_LINES && mayBeEdge(lines, first - 1)) first--;
    let last = index;
    while (last + 1 < lines.length && last - index < MOST_LINES && mayBeEdge(lines, last + 1)) last++;
    markAround(text, lines, { first, index, last });
  }
}

const STOPS = [...'.:;?!'].map((sign) => sign.charCodeAt(0));

function mayBeEdge(lines: readonly Line[], index: number): boolean {
  const line = lines[index] as Line;
  if (line.furniture) return true;
  return (
    !line.marker && !line.tabbed && !line.tagged && line.end - line.start <= LONGEST_LINE && !STOPS.includes(line.last)
  );
}

/** Looks for the widest run of lines around a page's number that parts what belongs together. */
function markAround(
  text: string,
  lines: readonly Line[],
  { first, index, last }: { first: number; index: number; last: number },
): void {
  for (let from = first; from <= index; from++) {
    const above = lines[from - 1];
    if (!above || above.furniture || !standsApart(lines, from)) continue;
    for (let to = last; to >= index; to--) {
      const below = lines[to + 1];
      if (!below?.gap || below.furniture) continue;
      const between = lines.slice(from, to + 1).filter((line) => !line.furniture);
      if (between.length === 0) continue;
      if (
        partsSentence(text, above, below) ||
        (partsList(lines, from, below) && between.every((line) => isHead(text, line)))
      ) {
        for (const line of between) line.furniture = true;
        return;
      }
    }
  }
}

function standsApart(lines: readonly Line[], index: number): boolean {
  const line = lines[index] as Line;
  return line.gap || line.pageBreak || line.furniture;
}

function partsSentence(text: string, above: Line, below: Line): boolean {
  return (
    !below.marker && above.end - above.start > LEAST_CUT && startsLowerCase(text, below) && isOpenEnded(text, above)
  );
}

/** Lines that one item of a list may have. */
const LONGEST_ITEM = 6;

function partsList(lines: readonly Line[], from: number, below: Line): boolean {
  const next = below.marker;
  if (!next || next.kind === 'markdown-heading' || next.kind === 'footnote') return false;
  for (let index = from - 1; index >= Math.max(0, from - LONGEST_ITEM); index--) {
    const marker = lines[index]?.marker;
    if (marker)
      return next.kind === 'bullet'
        ? marker.sign === next.sign
        : marker.kind === next.kind && marker.depth === next.depth && next.value === (marker.value ?? 0) + 1;
    if (lines[index]?.gap) return false;
  }
  return false;
}

const DATE = /^\d{4}-\d\d-\d\d$/;

/** True for a line that may stand at the head or foot of a page; a heading of the report's own may not. */
function isHead(text: string, line: Line): boolean {
  const words = text.slice(line.start, line.end);
  return DATE.test(words) || saysHouse(words) || (TITLE.test(words) && !PART.test(words) && !BOARD.test(words));
}
