import { cutsPlace, isOpenEnded, isPlainLetter, type Line, startsLowerCase } from './lines';

/** Longest and shortest heading on one line, in characters. */
const LONGEST_TITLE = 120;
const SHORTEST_TITLE = 2;
/** Sections that every audit report has: a numbered line that begins so is a heading, not a list item. */
const SECTION =
  /^(?:sammanfattning|inledning|bakgrund|uppdrag|syfte|projektets syfte|revisions(?:fr[åa]g|kriter)|avgr[äa]nsning|ansvarig|metod|genomf[öo]rande|resultat|iakttagelse|granskning|bed[öo]mning|slutsats|samlad|sammanfattande|rekommendation|svar p[åa]|k[äa]ll|bilag|kommentar|organisation)/i;
/** True where the words at an offset begin as the heading of a section does that every audit report has. */
export function namesSection(text: string, at: number): boolean {
  return SECTION.test(text.slice(at, at + LONGEST_TITLE));
}

/** One-word answers and judgements stand alone on a line too, and head nothing. */
const ANSWER =
  /^(?:ja|nej|delvis|i huvudsak|till \S+ del|till \S+ \S+ del|ej |inte |uppfyll|delvis uppfyll|i (?:stor|begr)|(?:gr[öo]nt?|gult?|r[öo](?:d|tt))$)/i;
/** Longest heading on several lines, and the lines that it may have below its first. */
const LONGEST_TITLE_BLOCK = 240;
const MOST_FURTHER_LINES = 3;
/** Share of a full line that a heading right above a paragraph does not reach. */
const SHORT = 0.6;
/** Most words of a heading on one line. */
const MOST_WORDS = 14;
/** Words that no title ends with: a sentence was cut there. */
const LONGEST_CUT = 6;
const CUT = /\s(?:och|av|för|med|till|att|som|i|på|en|ett|den|det|de|eller|samt|om|vid|från|är|har|under)$/;
const BEGINS_TITLE = /^[\p{Lu}\d"”]/u;
const ENDS_WORDS = /[\p{L}\d)”"»*%]$/u;

/** What a line has before and after it, as far as it tells a title. */
export interface Surroundings {
  previous: Line | undefined;
  next: Line | undefined;
  /** Usual length of a full line; short lines are titles or ends of paragraphs. */
  readonly width: number;
  /** Page furniture stands right above the line. */
  cut: boolean;
}

function beginsTitle(text: string, start: number): boolean {
  if (isPlainLetter(text.charCodeAt(start))) return !startsLowerCase(text, { start });
  return BEGINS_TITLE.test(text.slice(start, start + 2));
}

function endsWords(text: string, end: number): boolean {
  return isPlainLetter(text.charCodeAt(end - 1)) || ENDS_WORDS.test(text.slice(end - 2, end));
}

function hasMoreSpaces(words: string, most: number): boolean {
  let at = -1;
  for (let count = 0; count <= most; count++) {
    at = words.indexOf(' ', at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** "Nämndens svar", "Revisorernas rekommendation 2": nothing but what stands below it. */
const LABEL =
  /^(?:(?:(?:revisorernas|revisionens|stadsrevisionens|lämnad|tidigare) )?rekommendation(?: nr)? ?\d{1,2}|(?:[\p{L}-]+ (?:och )?)?(?:[\p{L}-]+s )?(?:svar|yttrande|kommentar(?:er)?|ställningstagande|bemötande|åtgärd(?:er)?))$/iu;
const ENDS_LABEL = /(?:svar|ande|ntar|tarer|tg.rd|rder|\d)$/i;
const LONGEST_LABEL = 60;
const LONGEST_ENDING = 6;

function isLabel(text: string, { start, end }: Line): boolean {
  return (
    end - start <= LONGEST_LABEL &&
    ENDS_LABEL.test(text.slice(Math.max(start, end - LONGEST_ENDING), end)) &&
    LABEL.test(text.slice(start, end))
  );
}

/** True when a whole line is bold or italic by Markdown signs. */
export function isEmphasised(text: string, line: Line): boolean {
  const sign = text[line.start];
  return (sign === '*' || sign === '_') && /^(\*\*|__)(?!\s)[^*]{2,118}\1:?$/.test(text.slice(line.start, line.end));
}

/**
 * True when an unmarked line is a heading: short, beginning with a capital or number, not ending as a sentence does,
 * and either alone between blank lines or plainly shorter than the lines of the paragraph that follows.
 */
export function isTitle(text: string, line: Line, around: Surroundings): boolean {
  const { previous, next, width } = around;
  const length = line.end - line.start;
  if (length > LONGEST_TITLE || length < SHORTEST_TITLE || !next || line.tabbed || line.tagged) return false;
  // What begins a page is as good as behind a blank line, unless the page before ends within a sentence.
  const gap = line.gap || (around.cut && previous !== undefined && !isOpenEnded(text, previous));
  const alone = gap && next.gap;
  if (!alone && length >= width * SHORT && !isLabel(text, line)) return false;
  if (!beginsTitle(text, line.start) || !endsWords(text, line.end)) return false;
  const words = text.slice(line.start, line.end);
  if (isLabel(text, line)) return gap || previous === undefined || !isOpenEnded(text, previous);
  // Inside a run of lines only known section words are sure enough.
  if (!gap && !SECTION.test(words)) return false;
  if (!/\p{L}{2}/u.test(words) || ANSWER.test(words) || CUT.test(words.slice(-LONGEST_CUT))) return false;
  if ((words[0] === 'A' && /^att /i.test(words)) || hasMoreSpaces(words, MOST_WORDS - 1)) return false;
  if (/^\d{4}-\d\d-\d\d|^\d+ \p{Ll}/u.test(words)) return false;
  if (!next.gap && cutsPlace(text, line, next)) return false;
  // "… rekommenderar vi nämnden" over "att:" on the next page is a sentence, not a title.
  if (!next.marker && length > 40 && startsLowerCase(text, next)) return false;
  if (alone) return true;
  if (!next.marker && !/^[\p{Lu}\d"”*(]/u.test(text.slice(next.start, next.start + 1))) return false;
  if (!gap) return previous !== undefined && !isOpenEnded(text, previous);
  return SECTION.test(words) || (length < 60 && next.end - next.start > length * 1.3);
}

/** True when a numbered line (`2.1 Syfte`, `4	Slutsats`, `3. Finns en rutin?`) is a heading and not a list item. */
export function isNumberedHeading(text: string, line: Line, around: Surroundings): boolean {
  const marker = line.marker;
  if (marker?.kind !== 'number' || marker.closing === ')' || !around.next) return false;
  const words = text.slice(marker.content, line.end);
  if (!/^[\p{Lu}*"”]/u.test(words) || /[.,;:]$/.test(words)) return false;
  if (marker.depth > 1 && words.length < 2 * LONGEST_TITLE) return true;
  if (words.length > LONGEST_TITLE) return false;
  if (SECTION.test(words)) return true;
  const next = around.next.marker;
  const counts = (other: Line | undefined, step: number) =>
    other?.marker?.kind === 'number' && other.marker.depth === 1 && other.marker.value === (marker.value ?? 0) + step;
  if (counts(around.next, 1) || counts(around.previous, -1)) return false;
  if (words.endsWith('?')) return line.gap && around.next.gap && next === null;
  return (
    line.gap &&
    (around.next.gap || (marker.closing === '' && words.length < around.width * SHORT)) &&
    // A chapter's heading stands right above that of its first part (`3 Regler` over `3.1 Lag`).
    (next?.kind !== 'number' || next.depth > marker.depth)
  );
}

/**
 * True when a short numbered line right above its paragraph counts on from the heading before it (`4. Planering` behind
 * `3. Organisation`): a list's first item would have filled its line before it went on.
 * @param headed number of the last numbered heading of the first rank
 * @param listed number of the last numbered item since then
 */
export function countsOnHeading(
  text: string,
  { marker, gap, end }: Line,
  { next, width }: Surroundings,
  headed: number,
  listed: number,
): boolean {
  if (marker?.kind !== 'number' || marker.depth > 1 || marker.closing === ')' || !gap || !next || next.marker)
    return false;
  if (marker.value !== headed + 1 || marker.value === listed + 1 || end - marker.content >= width * SHORT) return false;
  const words = text.slice(marker.content, end);
  return (
    /^\p{Lu}/u.test(words) &&
    endsWords(text, end) &&
    /^\p{Lu}/u.test(text[next.start] ?? '') &&
    next.end - next.start > width * SHORT
  );
}

/** How many lines after the one at `index` belong with it to a title of two to four lines; 0 when it is none. */
export function titleLines(text: string, lines: readonly Line[], index: number): number {
  const line = lines[index] as Line;
  if (!/^\p{Lu}/u.test(text[line.start] ?? '') || line.tagged) return 0;
  let last = index;
  while (last - index <= MOST_FURTHER_LINES) {
    const next = lines[last + 1];
    if (!next || next.gap || next.furniture || next.marker || next.tabbed) break;
    last++;
  }
  const end = lines[last] as Line;
  const closed = !lines[last + 1] || (lines[last + 1] as Line).gap;
  if (last === index || !closed || last - index > MOST_FURTHER_LINES || end.end - line.start > LONGEST_TITLE_BLOCK)
    return 0;
  const words = text.slice(line.start, end.end);
  // A title has no finite punctuation; addresses and signatures have a capital on every line.
  if (/[.:;?!]/.test(words.replace(/\d\.\d/g, '')) || !isOpenEnded(text, end)) return 0;
  for (let k = index + 1; k <= last; k++) if (!startsLowerCase(text, lines[k] as Line)) return 0;
  return last - index;
}
