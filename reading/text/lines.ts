import { isSpace, type Marker, readMarker } from './markers';

/** One line of the text that is not blank; offsets are those of its words, without white space around. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** Its last character. */
  readonly last: number;
  /** White space before the first word, a tab counted as four. */
  readonly indent: number;
  /** A blank line, a rule or a page break stands before it. */
  readonly gap: boolean;
  /** A form feed stands before it. */
  readonly pageBreak: boolean;
  readonly marker: Marker | null;
  /** Holds a tab between words, or is a row of a Markdown table. */
  readonly tabbed: boolean;
  /** Is a row of a table whose cells are parted by bars, without a bar at its edges. */
  piped: boolean;
  /** Holds columns parted by three spaces or more. */
  readonly wide: boolean;
  /** Holds HTML tags that a converter left. */
  readonly tagged: boolean;
  furniture: boolean;
}

const GAP = 1;
const PAGE_BREAK = 2;
const TABBED = 4;
const PIPED = 8;
const WIDE = 16;
const TAGGED = 32;
const FURNITURE = 64;
/** The last character stands above the flags. */
const LAST = 8;

/** A line that keeps what is true of it in one number: a text may have a million of them. */
class TextLine implements Line {
  constructor(
    readonly start: number,
    readonly end: number,
    readonly indent: number,
    readonly marker: Marker | null,
    private flags: number,
  ) {}

  get last(): number {
    return this.flags >>> LAST;
  }
  get gap(): boolean {
    return (this.flags & GAP) !== 0;
  }
  get pageBreak(): boolean {
    return (this.flags & PAGE_BREAK) !== 0;
  }
  get tabbed(): boolean {
    return (this.flags & TABBED) !== 0;
  }
  get piped(): boolean {
    return (this.flags & PIPED) !== 0;
  }
  set piped(is: boolean) {
    this.flags = is ? this.flags | PIPED : this.flags & ~PIPED;
  }
  get wide(): boolean {
    return (this.flags & WIDE) !== 0;
  }
  get tagged(): boolean {
    return (this.flags & TAGGED) !== 0;
  }
  get furniture(): boolean {
    return (this.flags & FURNITURE) !== 0;
  }
  set furniture(is: boolean) {
    this.flags = is ? this.flags | FURNITURE : this.flags & ~FURNITURE;
  }
}

const RULE = /^(?:[-–—_=*]\s?){3,}$/;
const RULE_SIGNS = '-–—_=*';
const LONGEST_RULE = 100;

const TAB = 9;
const FORM_FEED = 12;
const CARRIAGE_RETURN = 13;

/** Splits a text into its lines; blank lines and rules become gaps before the next line. */
export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  // The next sign of each kind: remembered, so that the text is searched once for each.
  let tab = -1;
  let tag = -1;
  let wide = -1;
  let feed = -1;
  let gap = true;
  let pageBreak = false;
  /** A list with the letter o for bullet is open. */
  let listing = false;
  let lastEnd = 0;
  for (let from = 0; from <= text.length; ) {
    const lineEnd = indexOrEnd(text, '\n', from);
    if (feed < from) feed = indexOrEnd(text, '\f', from);
    if (feed < lineEnd) {
      gap = true;
      pageBreak = true;
      // What stands before the form feed on its line is rare (it closes a page); it goes with the new page.
    }
    let start = from;
    let indent = 0;
    for (; start < lineEnd; start++) {
      const code = text.charCodeAt(start);
      if (isSpace(code)) indent += code === TAB ? 4 : 1;
      else if (code !== FORM_FEED && code !== CARRIAGE_RETURN) break;
    }
    let end = lineEnd;
    while (end > start && isLoose(text.charCodeAt(end - 1))) end--;
    from = lineEnd + 1;
    if (start >= end || isRule(text, start, end)) {
      gap = true;
      continue;
    }
    let marker = readMarker(text, start, end);
    if (marker?.doubtful && !gap && !listing && !/(?::|\batt)$/.test(text.slice(Math.max(0, lastEnd - 4), lastEnd)))
      marker = null;
    listing = marker?.sign === 'o' || (listing && !gap && !marker);
    lastEnd = end;
    const content = marker ? marker.content : start;
    if (tab < content) tab = indexOrEnd(text, '\t', content);
    if (wide < content) wide = wideGap(text, content);
    if (tag < start) tag = indexOrEnd(text, '<', start);
    const tabbed = tab < end || text[start] === '|';
    lines.push(
      new TextLine(
        start,
        end,
        indent,
        marker,
        (text.charCodeAt(end - 1) << LAST) |
          (gap ? GAP : 0) |
          (pageBreak ? PAGE_BREAK : 0) |
          (tabbed ? TABBED : wide < end ? WIDE : 0) |
          (tag < end ? TAGGED : 0),
      ),
    );
    gap = false;
    pageBreak = false;
  }
  if (text.includes('|')) markPiped(text, lines);
  return lines;
}

/** Where a sign stands at or after an offset; the text's end where it does not. */
function indexOrEnd(text: string, sign: string, from: number): number {
  const found = text.indexOf(sign, from);
  return found < 0 ? text.length : found;
}

const WIDE_GAP = / {3}/g;

/** Where three spaces stand at or after an offset. A pattern: `indexOf` would stop at every single space. */
function wideGap(text: string, from: number): number {
  WIDE_GAP.lastIndex = from;
  return WIDE_GAP.exec(text)?.index ?? text.length;
}

/** White space at the end of a line. */
function isLoose(code: number): boolean {
  return isSpace(code) || code === CARRIAGE_RETURN || code === FORM_FEED;
}

function isRule(text: string, start: number, end: number): boolean {
  return end - start < LONGEST_RULE && RULE_SIGNS.includes(text[start] as string) && RULE.test(text.slice(start, end));
}

/** Two lines below each other with as many bars are rows of a table; one alone is a path or a menu. */
function markPiped(text: string, lines: readonly Line[]): void {
  let previous: Line | undefined;
  let before = 0;
  let bar = -1;
  for (const line of lines) {
    let bars = 0;
    if (bar < line.start) bar = indexOrEnd(text, '|', line.start);
    for (; bar < line.end; bar = indexOrEnd(text, '|', bar + 1)) bars++;
    if (line.tabbed) bars = 0;
    if (bars > 0 && bars === before && !line.gap && previous) {
      previous.piped = true;
      line.piped = true;
    }
    previous = line;
    before = bars;
  }
}

/** One-word answers and judgements, as auditors give them to their questions. */
const ANSWER =
  '(?:ja|nej|delvis|i huvudsak|huvudsakligen|till \\S{2,15}(?: \\S{2,15})? del|i (?:allt )?v\\S{4,8}t|i \\S{3,14} (?:utstr\\S+|grad|omfattning)|(?:delvis |inte |ej )?uppfyll\\S*|inte helt|ej helt|gr[öo]nt?|gult?|orange|r[öo](?:d|tt))\\.?';
const ANSWERED = new RegExp(`\\?\\s+${ANSWER}$`, 'i');
const ANSWER_LINE = new RegExp(`^${ANSWER}$`, 'i');
const LONGEST_ANSWER = 45;
/** The first letters of `ANSWER`. */
const ANSWER_LETTERS = 'jndihtueJNDIHTUE';
/** Those of colours, and characters of the longest. */
const COLOUR_LETTERS = 'groGRO';
const LONGEST_COLOUR = 7;

/** True when a line is nothing but an answer: "Ja", "Till övervägande del". */
export function isAnswerLine(text: string, line: { start: number; end: number }): boolean {
  const length = line.end - line.start;
  const first = text[line.start] as string;
  return (
    length <= LONGEST_ANSWER &&
    (ANSWER_LETTERS.includes(first) || (length <= LONGEST_COLOUR && COLOUR_LETTERS.includes(first))) &&
    ANSWER_LINE.test(text.slice(line.start, line.end))
  );
}

const SENTENCE_END = /[.!?:;…][)"”»’*_]*(?:[¹²³⁰⁴-⁹]|<sup>\d+<\/sup>)?$/;
const LONGEST_SENTENCE_END = 24;
/** The last characters of `SENTENCE_END`; a footnote's mark may be behind them. */
const ENDS_SENTENCE = new Set([...'.!?:;…)"”»’*_¹²³⁰⁴⁵⁶⁷⁸⁹>'].map((sign) => sign.charCodeAt(0)));
/** "? Ja". */
const SHORTEST_ANSWERED = 4;

/** True when a line's words do not end a sentence: what follows may go on with it. */
export function isOpenEnded(text: string, line: { start: number; end: number }): boolean {
  if (
    ENDS_SENTENCE.has(text.charCodeAt(line.end - 1)) &&
    SENTENCE_END.test(text.slice(Math.max(line.start, line.end - LONGEST_SENTENCE_END), line.end))
  )
    return false;
  // "Följs planen upp? Delvis" is a row of questions and answers, and is whole.
  if (line.end - line.start < SHORTEST_ANSWERED) return true;
  const tail = text.slice(Math.max(line.start, line.end - LONGEST_ANSWER), line.end);
  return !(tail.includes('?') && ANSWERED.test(tail));
}

/** True when a line begins as the middle of a sentence does. */
export function startsLowerCase(text: string, line: { start: number }): boolean {
  const code = text.charCodeAt(line.start);
  if (isPlainLetter(code)) return code >= LOWER_A;
  if (code < LOWER_A || isPunctuation(code)) return false;
  const first = text[line.start] ?? '';
  return first !== first.toUpperCase() && first === first.toLowerCase();
}

/** Words that lead to a law, at the beginning of a line that a line break cuts right behind the law's name. */
const LEADS_TO_LAW = /^(?:Enligt|Enl\.|I|Av|Ur|Se|Jfr|Jämför|Utifrån|Mot|Till|Med stöd av)\s/;
const PLACE = /^\d{1,2} ?[a-h]?(?::\d{1,2} ?[a-h]?\s|,? ?(?:kap\b|§|och \d|[-–]\d))/;
const LONGEST_PLACE = 14;
const LONGEST_LED = 60;

/** True when a line goes on with a place in the law that a short line above it ends with: "Enligt SoL" over "5:4 ska nämnden …". */
export function cutsPlace(text: string, above: { start: number; end: number }, line: { start: number }): boolean {
  const code = text.charCodeAt(line.start);
  if (code < 48 || code > 57 || above.end - above.start > LONGEST_LED) return false;
  return (
    PLACE.test(text.slice(line.start, line.start + LONGEST_PLACE)) &&
    LEADS_TO_LAW.test(text.slice(above.start, above.end)) &&
    isOpenEnded(text, above)
  );
}

const LOWER_A = 97;

/** General punctuation, bullets among it: it has no case. */
function isPunctuation(code: number): boolean {
  return code >= 0x2000 && code < 0x2070;
}

/** True for `A`–`Z` and `a`–`z`: most lines begin and end with one, and need no closer look. */
export function isPlainLetter(code: number): boolean {
  return (code >= LOWER_A && code <= 122) || (code >= 65 && code <= 90);
}
