import { isOpenEnded, type Line, startsLowerCase } from './lines';

/** `3`, `- 3 -`, `3 (15)`, `3/15`, `Sida 3 av 15`, `sid. 3(15)`, `Page 3 of 15`, also behind a short name. */
const PAGE_NUMBER =
  /^(?:[-–—]\s*)?(?:(?:sidan?|sid\.?|page|s\.)\s*)?\d{1,3}(?:\s*(?:\(\s*\d{1,3}\s*\)|\/\s*\d{1,3}|(?:av|of)\s+\d{1,3}))?(?:\s*[-–—])?$/i;
const PAGE_OF =
  /(?:^|\s)(?:(?:sidan?|sid\.?|page)\s+\d{1,3}\s*(?:\(\d{1,3}\)|av \d{1,3}|of \d{1,3}|\/\s?\d{1,3})?|\d{1,3}\s?\(\d{1,3}\))$/i;
const DOT_LEADERS = /(?:\.\s?){4,}\s*\d{1,3}$/;
const CONTENTS = /^(?:#+\s*)?\**(?:inneh[åaä]ll(?:sf[öo]rteckning)?|contents)\**:?$/i;
/** A number behind dots or a gap; `11 kap. 1` at a line's end is a place in a law. */
const CONTENTS_LINE = /(?:\t|\s{2,}|(?<!\b(?:kap|st|art|nr|p))[.…]\s*)\d{1,3}$/i;

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
  markNumbersAndContents(text, lines);
  markRunningHeaders(text, lines);
}

function markNumbersAndContents(text: string, lines: readonly Line[]): void {
  let inContents = false;
  for (const line of lines) {
    const length = line.end - line.start;
    if (length > 200) {
      inContents = false;
      continue;
    }
    const last = text.charCodeAt(line.end - 1);
    const endsInDigit = (last >= 48 && last <= 57) || last === 41;
    if (!endsInDigit) {
      if (length < 40 && CONTENTS.test(text.slice(line.start, line.end))) inContents = true;
      else if (inContents && length > 120) inContents = false;
      continue;
    }
    const words = text.slice(line.start, line.end);
    if (PAGE_NUMBER.test(words)) line.furniture = standsAlone(line, words);
    else if (DOT_LEADERS.test(words) || (length < 90 && PAGE_OF.test(words))) line.furniture = true;
    else if (inContents && CONTENTS_LINE.test(words)) line.furniture = true;
  }
}

/** A bare number is a page number when no list or table makes it something else. */
function standsAlone(line: Line, words: string): boolean {
  return line.gap || line.pageBreak || /\D/.test(words);
}

/** One key for a header on every page: its numbers differ, its words do not. */
function headerKey(text: string, line: Line): string {
  return text.slice(line.start, line.end).replace(/\d+/g, '#').replace(/\s+/g, ' ');
}

/**
 * A line that comes back is a running header only with evidence of a page edge: it stands beside a form feed or a
 * page number, or it cuts a sentence in two. Headings and labels come back too, but they do neither.
 */
function markRunningHeaders(text: string, lines: readonly Line[]): void {
  const places = new Map<string, number[]>();
  lines.forEach((line, index) => {
    if (line.furniture || line.end - line.start > LONGEST_HEADER || line.marker?.kind === 'bullet' || line.tagged)
      return;
    const last = text[line.end - 1];
    if (last === ':' || last === '?') return;
    // A full line inside a paragraph has neither an edge nor a gap beside it.
    const next = lines[index + 1];
    const apart = line.gap || line.pageBreak || !next || next.gap || next.pageBreak || line.end - line.start < 60;
    if (!apart) return;
    const key = headerKey(text, line);
    const known = places.get(key);
    if (known) known.push(index);
    else places.set(key, [index]);
  });
  const repeated = new Uint8Array(lines.length);
  for (const [key, at] of places) {
    if (at.length < 2 || !/\p{L}{2}|#-#/u.test(key)) places.delete(key);
    else for (const index of at) repeated[index] = 1;
  }
  const keys: string[] = [];
  for (const [key, at] of places) if (isRunning(text, lines, at, repeated)) keys.push(key);
  for (const key of keys)
    for (const index of places.get(key) ?? []) {
      (lines[index] as Line).furniture = true;
      for (const beside of [index - 1, index + 1]) {
        const line = lines[beside];
        if (line && pageNumber(text, line) !== null) line.furniture = true;
      }
    }
}

/** The value of a line that is nothing but a number of a page; null for other lines. */
function pageNumber(text: string, line: Line): number | null {
  if (line.end - line.start > 3) return null;
  const words = text.slice(line.start, line.end);
  return /^\d+$/.test(words) ? Number(words) : null;
}

/** The page number that stands right above or below a line. */
function numberBeside(text: string, lines: readonly Line[], index: number): number | null {
  for (const beside of [index - 1, index + 1]) {
    const line = lines[beside];
    const number = line ? pageNumber(text, line) : null;
    if (number !== null) return number;
  }
  return null;
}

function isRunning(text: string, lines: readonly Line[], at: readonly number[], repeated: Uint8Array): boolean {
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
    let before = index - 1;
    let after = index + 1;
    const belongs = (k: number) => k >= 0 && k < lines.length && (repeated[k] === 1 || (lines[k] as Line).furniture);
    let edge = line.pageBreak;
    while (belongs(before) && index - before < MOST_HEADER_LINES) {
      edge ||= (lines[before] as Line).furniture || (lines[before] as Line).pageBreak;
      before--;
    }
    while (belongs(after) && after - index < MOST_HEADER_LINES) {
      edge ||= (lines[after] as Line).furniture || (lines[after] as Line).pageBreak;
      after++;
    }
    if (lines[after]?.pageBreak) edge = true;
    // A bare number beside it that counts on from the printing before is a page's.
    const number = numberBeside(text, lines, index);
    if (number !== null && page !== null && number > page && number - page <= MOST_PAGES_APART) {
      // The first of them told nothing while it stood alone.
      if (counted === 0 && edges === 0) edges++;
      counted++;
      edge = true;
    }
    page = number;
    if (edge) edges++;
    const last = lines[before];
    const next = lines[after];
    // Only lines that stand apart from the sentence can cut it; a repeated paragraph's own lines do not.
    const apart = (lines[before + 1] as Line).gap && next?.gap;
    if (
      apart &&
      last &&
      next &&
      !next.marker &&
      startsLowerCase(text, next) &&
      isOpenEnded(text, last) &&
      last.end - last.start > 20
    )
      cuts++;
  }
  // A page edge at most printings, or sentences cut again and again; one cut may be chance in a short document.
  return (
    (pages >= 2 || counted > 0) &&
    (edges >= Math.max(2, at.length * 0.6) || (cuts >= 1 && cuts >= (at.length - 1) * 0.15))
  );
}
