import type { Block } from '../types';
import { cutsPlace, isAnswerLine, isOpenEnded, type Line, startsLowerCase } from './lines';
import { isSignature } from './signatures';
import { isTitle, type Surroundings } from './titles';

/** "Nämndens svar: …" below a finished sentence begins something of its own. */
const LABELLED = /^\**\p{Lu}[\p{L}\d -]{2,44}:(?:\s|\**$)/u;

/** "Nämndens svar 2022 En plan …": a label that was set in bold, with its year and the next sentence's capital behind it. */
const RUN_IN =
  /^(?:\p{Lu}[\p{L}-]*(?: [\p{L}-]+){0,4}s (?:svar|yttrande|kommentar(?:er)?|ställningstagande)|(?:Vår|Revisorernas|Revisionens) bedömning) (?:år )?(?:19|20)\d\d(?= \p{Lu})/u;
const NUMBERED = /^Rekommendation \d{1,2} \p{Lu}/u;

/** Length of the label without a colon that a line begins with; 0 where there is none. */
export function runInLabel(text: string, { start, end }: Line): number {
  const words = text.slice(start, Math.min(end, start + LONGEST_LABEL));
  return /\d/.test(words) ? (RUN_IN.exec(words)?.[0].length ?? 0) : 0;
}

function isNumbered(text: string, { start }: Line): boolean {
  return text.startsWith('Rekommendation ', start) && NUMBERED.test(text.slice(start, start + LONGEST_LABEL));
}

/** Characters in which the label of a line ends. */
const LONGEST_LABELLED = 50;

/** "… följs planen? Vårt svar:" at a line's end: the answer stands on the next. */
const ASKED = /\?\s+(?:[^\s?]+\s+){0,2}(?:[Ss]var|[Bb]ed\S{1,2}mning):$/;
const LONGEST_ASKED = 50;

/** True for a line that begins with a label: the next one that does too is no more of it ("Bedömning: Delvis" over "Fråga 2: …"). */
function isLabelled(text: string, { start, end }: Line): boolean {
  return LABELLED.test(text.slice(start, Math.min(end, start + LONGEST_LABELLED)));
}

/** "… rekommenderar nämnden att", "Nämnden bör" above a blank line: what follows are the items. */
const OPENS_LIST = /\s(?:att|bör)$/;
/** "Miljönämndens kommentar: …", "Svar: …": no sentence goes on so, even where the line before lacks its stop. */
const ANSWER_LABEL =
  /^\**(?:\p{Lu}[\p{L}-]*(?: (?:och|samt) [\p{L}-]+)?s (?:svar|yttrande|kommentar(?:er)?|ställningstagande|bemötande|synpunkter|åtgärd(?:er)?)|Svar|Kommentar|Yttrande|Ställningstagande|Bemötande|Åtgärd(?:er)?|(?:Planerade|Vidtagna|Beslutade|Föreslagna) åtgärder|Status|Bedömning):/u;
const LONGEST_LABEL = 70;
/** "As svar:". */
const SHORTEST_LABEL = 8;

function beginsAnswer(text: string, line: { start: number; end: number }): boolean {
  if (line.end - line.start < SHORTEST_LABEL) return false;
  const words = text.slice(line.start, Math.min(line.end, line.start + LONGEST_LABEL));
  return words.includes(':') && ANSWER_LABEL.test(words);
}

/** Words of a line between the items of two lists, and the share of a full line up to which its first word had room above. */
const MOST_WORDS_BETWEEN = 6;
const ROOM = 0.9;

/** True for a few words between two items that no full line above led to: "Kommunstyrelsen" over its own list. */
function partsLists(text: string, line: Line, { previous, width }: Layout): boolean {
  const words = text.slice(line.start, Math.min(line.end, line.start + width)).split(' ');
  const above = previous ? previous.indent + previous.end - previous.start : width;
  if (words.length > MOST_WORDS_BETWEEN) return false;
  return above + 1 + (words[0] as string).length <= width * ROOM && !/[.,;]$/.test(words.at(-1) as string);
}

/** "Socialnämnden rekommenderas att", "samt nämnden för kultur att:" below an item or an answer and right above the next list: a lead-in of its own. */
function leadsOn(text: string, { start, end }: Line, lower: boolean): boolean {
  return /\satt:?$/.test(text.slice(end - 5, end)) && (!lower || /^(?:samt|och)\s/.test(text.slice(start, start + 5)));
}

/** True for an item that begins with what is to be done: its list is none of "att …", each on a line of its own. */
function isCutItem(text: string, { type, start }: Block): boolean {
  return type === 'item' && !/^att\s/i.test(text.slice(start, start + 4));
}

/** What a line has before and after it, as far as it tells whether it goes on with the one before. */
export interface Layout extends Surroundings {
  /** Long lines of the text were wrapped by hand. */
  readonly wrapped: boolean;
}

/** "… se avsnitt" at a page's end: the number stands on the next page. */
const WANTS_NUMBER = /\s(?:avsnitt|kapitel|bilaga|punkt)$/;

function isDigit(text: string, at: number): boolean {
  return /\d/.test(text[at] ?? '');
}

/**
 * True when a line is the next line of the open paragraph or item.
 * @param interrupted page furniture or a footnote stands between
 */
export function goesOn(text: string, open: Block, line: Line, around: Layout, interrupted: boolean): boolean {
  const { wrapped } = around;
  const openEnd = isOpenEnded(text, open);
  const lower = startsLowerCase(text, line);
  if (openEnd && !lower && beginsAnswer(text, line)) return false;
  if (line.gap || interrupted) {
    // A sentence that a page break or a blank line cut goes on in lower case; a list of "att …" does not.
    if (!interrupted && !line.pageBreak && OPENS_LIST.test(text.slice(open.end - 5, open.end))) return false;
    if (interrupted && WANTS_NUMBER.test(text.slice(open.end - 9, open.end)) && isDigit(text, line.start)) return true;
    if (!openEnd || !lower || open.end - open.start <= 25) return false;
    // An item that a page's end cut goes on with "att" too, unless its list is one of "att …".
    if (text.startsWith('att ', line.start)) return interrupted && isCutItem(text, open);
    return true;
  }
  if (
    !openEnd &&
    around.next?.marker &&
    leadsOn(text, line, lower) &&
    (lower || open.type === 'item' || beginsAnswer(text, open))
  )
    return false;
  if (text[open.end - 1] === ':' && ASKED.test(text.slice(Math.max(open.start, open.end - LONGEST_ASKED), open.end)))
    return true;
  // `5 kap.` at the end of a line and `1 §` on the next are one place in a law.
  if (
    text[open.end - 1] === '.' &&
    /\bkap\.$/i.test(text.slice(open.end - 6, open.end)) &&
    /^\d+ ?[a-z]? ?§/.test(text.slice(line.start, line.start + 8))
  )
    return true;
  if (open.type === 'paragraph' && cutsPlace(text, around.previous as Line, line)) return true;
  if (!lower && isAnswerLine(text, around.previous as Line)) return false;
  if (!openEnd && !lower && (isAnswerLine(text, line) || isSignature(text, line))) return false;
  if (!openEnd && !lower && (runInLabel(text, line) > 0 || isNumbered(text, line))) return false;
  if (open.type === 'item' && !openEnd && !lower && line.indent < 2 && !wrapped) return false;
  if (!lower && isLabelled(text, line) && (!openEnd || isLabelled(text, around.previous as Line))) return false;
  const previousLength = (around.previous as Line).end - (around.previous as Line).start;
  // Nothing wraps that early: the lines are a column of short words (a flattened table, an address).
  if (
    openEnd &&
    !lower &&
    wrapped &&
    open.type === 'paragraph' &&
    previousLength < around.width * 0.4 &&
    !startsLowerCase(text, around.previous as Line)
  )
    return false;
  if (open.type === 'item' && openEnd && !lower && around.next?.marker && partsLists(text, line, around)) return false;
  if (openEnd) return lower || !around.next?.marker || !isTitle(text, line, around);
  const previous = around.previous as Line;
  const short = previous.end - previous.start < around.width * (open.type === 'item' ? 0.55 : 0.6);
  if (!wrapped) return open.type === 'item' ? line.indent > 1 : false;
  if (text[open.end - 1] === ':') return lower && !short && !text.startsWith('att ', line.start);
  return !(short && !lower) && !isTitle(text, line, around);
}
