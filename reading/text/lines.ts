import { isSpace, type Marker, readMarker } from './markers';

/** One line of the text that is not blank; offsets are those of its words, without white space around. */
export interface Line {
  start: number;
  end: number;
  /** White space before the first word, a tab counted as four. */
  indent: number;
  /** A blank line, a rule or a page break stands before it. */
  gap: boolean;
  /** A form feed stands before it. */
  pageBreak: boolean;
  marker: Marker | null;
  /** Holds a tab between words, or is a row of a Markdown table. */
  tabbed: boolean;
  /** Is a row of a table whose cells are parted by bars, without a bar at its edges. */
  piped: boolean;
  /** Holds columns parted by three spaces or more. */
  wide: boolean;
  /** Holds HTML tags that a converter left. */
  tagged: boolean;
  furniture: boolean;
}

const RULE = /^(?:[-–—_=*]\s?){3,}$/;

/** Next position of a sign at or after an offset, remembered so that a whole text is searched once. */
function finder(text: string, sign: string): (from: number) => number {
  let next = -1;
  return (from) => {
    if (next < from) {
      const found = text.indexOf(sign, from);
      next = found < 0 ? text.length : found;
    }
    return next;
  };
}

/** Splits a text into its lines; blank lines and rules become gaps before the next line. */
export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  const nextTab = finder(text, '\t');
  const nextTag = finder(text, '<');
  const nextWide = finder(text, '   ');
  const nextFeed = finder(text, '\f');
  let gap = true;
  let pageBreak = false;
  /** A list with the letter o for bullet is open. */
  let listing = false;
  let lastEnd = 0;
  for (let from = 0; from <= text.length; ) {
    const feed = text.indexOf('\n', from);
    const lineEnd = feed < 0 ? text.length : feed;
    let start = from;
    let indent = 0;
    if (nextFeed(from) < lineEnd) {
      gap = true;
      pageBreak = true;
      // What stands before the form feed on its line is rare (it closes a page); it goes with the new page.
    }
    while (start < lineEnd) {
      const code = text.charCodeAt(start);
      if (isSpace(code)) indent += code === 9 ? 4 : 1;
      else if (code !== 12 && code !== 13) break;
      start++;
    }
    let end = lineEnd;
    while (
      end > start &&
      (isSpace(text.charCodeAt(end - 1)) || text.charCodeAt(end - 1) === 13 || text.charCodeAt(end - 1) === 12)
    )
      end--;
    if (start >= end || (end - start < 100 && RULE.test(text.slice(start, end)))) gap = true;
    else {
      let marker = readMarker(text, start, end);
      if (marker?.doubtful && !gap && !listing && !/(?::|\batt)$/.test(text.slice(Math.max(0, lastEnd - 4), lastEnd)))
        marker = null;
      listing = marker?.sign === 'o' || (listing && !gap && !marker);
      lastEnd = end;
      const content = marker ? marker.content : start;
      const tabbed = nextTab(content) < end || text[start] === '|';
      lines.push({
        start,
        end,
        indent,
        gap,
        pageBreak,
        marker,
        tabbed,
        piped: false,
        wide: !tabbed && nextWide(content) < end,
        tagged: nextTag(start) < end,
        furniture: false,
      });
      gap = false;
      pageBreak = false;
    }
    from = lineEnd + 1;
  }
  if (text.includes('|')) markPiped(text, lines);
  return lines;
}

/** Two lines below each other with as many bars are rows of a table; one alone is a path or a menu. */
function markPiped(text: string, lines: readonly Line[]): void {
  let previous: Line | undefined;
  let before = 0;
  for (const line of lines) {
    const bars = line.tabbed ? 0 : countBars(text, line);
    if (bars > 0 && bars === before && !line.gap && previous) {
      previous.piped = true;
      line.piped = true;
    }
    previous = line;
    before = bars;
  }
}

function countBars(text: string, line: Line): number {
  return text.slice(line.start, line.end).split('|').length - 1;
}

/** One-word answers and judgements, as auditors give them to their questions. */
const ANSWER =
  '(?:ja|nej|delvis|i huvudsak|huvudsakligen|till \\S{2,15}(?: \\S{2,15})? del|i (?:allt )?v\\S{4,8}t|i \\S{3,14} (?:utstr\\S+|grad|omfattning)|(?:delvis |inte |ej )?uppfyll\\S*|inte helt|ej helt)\\.?';
const ANSWERED = new RegExp(`\\?\\s+${ANSWER}$`, 'i');
const ANSWER_LINE = new RegExp(`^${ANSWER}$`, 'i');
const LONGEST_ANSWER = 45;

/** True when a line is nothing but an answer: "Ja", "Till övervägande del". */
export function isAnswerLine(text: string, line: { start: number; end: number }): boolean {
  return line.end - line.start <= LONGEST_ANSWER && ANSWER_LINE.test(text.slice(line.start, line.end));
}

/** True when a line's words do not end a sentence: what follows may go on with it. */
export function isOpenEnded(text: string, line: { start: number; end: number }): boolean {
  if (
    /[.!?:;…][)"”»’*_]*(?:[¹²³⁰⁴-⁹]|<sup>\d+<\/sup>)?$/.test(text.slice(Math.max(line.start, line.end - 24), line.end))
  )
    return false;
  // "Följs planen upp? Delvis" is a row of questions and answers, and is whole.
  const tail = text.slice(Math.max(line.start, line.end - LONGEST_ANSWER), line.end);
  return !(tail.includes('?') && ANSWERED.test(tail));
}

/** True when a line begins as the middle of a sentence does. */
export function startsLowerCase(text: string, line: { start: number }): boolean {
  const first = text[line.start] ?? '';
  return first !== first.toUpperCase() && first === first.toLowerCase();
}
