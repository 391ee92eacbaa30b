import type { Span } from '../../reading/types';
import { advises } from './advice';
import { attLines } from './att-lines';
import { seenPattern } from './damage';
import { heal } from './healed';
import { beginsLikeItem, beginsWithAtt, mayBeginWithInfinitive } from './itemlike';
import { hadRoom } from './line-room';
import { isOughtLeadIn } from './ought-lead-in';
import type { Outline, Unit } from './units';

/** Characters of the longest lead-in. */
const LONGEST_LEAD = 400;
/** Characters of a line that tell whether it begins as an item does. */
const OPENING = 90;
/** A line that ends so goes on in the next one; behind a comma the word closes an item of a list. */
const CUT = /[^,;] (?:och|samt|eller|att|för|av|med|till|som|i|på|en|ett|den|de|om|vid|från)$/;

/** A lead-in that leaves the sentence to its items: "… rekommenderar nämnden att", "Nämnden bör". */
export const OPEN_END = seenPattern('(?:\\satt|:|\\sbör|nämnd(?:en|erna)|styrelsen)[….]*$');

/** A line that ends as `OPEN_END` says, or begins with "att". */
const MAY_OPEN = /(?:\satt|:|\sb\S{1,2}r|mnden|mnderna|yrelsen)[….]*[ \t\r]*\n|\n[ \t]*(?:samt |och )?att\s/;

/**
 * Source offsets of the items in a sentence whose further lines are those that its first lines announce; none where it
 * is no such list.
 * @param span the sentence
 */
export function announcedItems(outline: Outline, unit: Unit, span: Span): number[] {
  const source = outline.text.slice(span.start, span.end);
  if (!source.includes('\n') || !MAY_OPEN.test(source)) return [];
  const starts = itemStarts(outline, unit, span);
  const lines = [...source.matchAll(/\n[ \t]*(?=(?:samt |och )?att\s)/g)].map(
    (m) => span.start + m.index + m[0].length,
  );
  for (const first of [starts[0], lines.length > 1 ? lines[0] : undefined]) {
    if (first === undefined) continue;
    const lead = heal(outline.text, [{ start: span.start, end: first }]).lower.trim();
    const opens = lines[0] === first ? /ommender[^.]*$/.test(lead) : OPEN_END.test(lead);
    if (opens && (advises(lead) || advises(`${lead} att`) || isOughtLeadIn(lead)))
      return first === starts[0] ? starts : [first, ...itemStarts(outline, unit, { start: first, end: span.end })];
  }
  return clauseStarts(outline, span);
}

/** A line that leaves its sentence to the lines below it. */
const LEAVES_LINES = /\satt[ \t]*\n[ \t]*/;
/** What a clause ends with where another follows. */
const ENDS_CLAUSE = /(?:[,;]|[,;]? (?:samt|och))$/;

/**
 * Where the clauses begin that a sentence leaves to lines of their own without bullets: "… rekommenderar nämnden att" above
 * "anta en plan," and "årligen följa den." A line that ends with a comma though the next word had room ends a clause.
 */
function clauseStarts(outline: Outline, { start, end }: Span): number[] {
  const { text } = outline;
  const source = text.slice(start, end);
  const lead = LEAVES_LINES.exec(source);
  if (!lead) return [];
  const first = start + lead.index + lead[0].length;
  if (!beginsLikeItem(source.slice(lead.index + lead[0].length, lead.index + lead[0].length + OPENING))) return [];
  const before = heal(text, [{ start, end: first }]).lower.trim();
  if (!advises(before)) return [];
  const starts = [first];
  for (let from = first, stop = text.indexOf('\n', first); stop >= 0 && stop < end; stop = text.indexOf('\n', from)) {
    const next = stop + 1 + text.slice(stop + 1, end).search(/\S/);
    const ends = ENDS_CLAUSE.test(text.slice(from, stop).trimEnd()) && /\p{Ll}/u.test(text[next] as string);
    if (ends && hadRoom(text, from, { start: next })) starts.push(next);
    from = Math.max(next, stop + 1);
  }
  return starts.length > 1 ? starts : [];
}

/** True for lower-case words that go on from a list to another board: "samt rekommenderar kommunstyrelsen att …". */
export function tellsAnother(lower: string): boolean {
  return /^(?:samt|och) rekommenderar /.test(lower);
}

interface ItemLine {
  start: number;
  /** First letter, a blank line before it, and the words before it on the line above. */
  capital: boolean;
  gap: boolean;
  att: boolean;
  itemlike: boolean;
  above: string;
}

/**
 * Source offsets at which the items of a list without bullets begin in a text of several lines. A line that a text's width
 * broke off looks alike, so a line counts that begins with a capital; behind a blank line; with "att" behind a stop or
 * comma, or as `attLines` says; or in small letters where every line begins so.
 * @param unit the one that the text stands in
 * @param span the text, the first line left out: it begins an item or announces them
 */
export function itemStarts(outline: Outline, unit: Unit, span: Span): number[] {
  const lines = readLines(outline, unit, span);
  if (lines.length === 0) return [];
  // One line alone may be what the text's width broke off; not where the words would have had room on the line above.
  const [second] = lines;
  const all =
    (lines.length > 1 || (second !== undefined && hadRoom(outline.text, span.start, second))) &&
    lines.every((line, k) => line.itemlike && !line.att && (k === 0 || !CUT.test(line.above)));
  const ofAtt = attLines(outline.text, span, lines);
  return lines
    .filter((line) => {
      const { itemlike, capital, gap, att, above } = line;
      if (!itemlike) return false;
      if (att && !capital) return /(?:[,.;]|samt|och)$/.test(above.slice(-4)) || gap || ofAtt.has(line);
      return capital || gap || all;
    })
    .map((line) => line.start);
}

/**
 * A recommendation that a response repeats on a line of its own, without the answer on the lines below it: its line has no stop, and
 * room for the word that begins the next.
 */
export function firstLine(text: string, { start, end }: Span): Span {
  const own = /^[^\n]*?[^.,;:\s](?=[ \t]*\n\s*\p{Lu})/u.exec(text.slice(start, end))?.[0];
  if (own === undefined || CUT.test(own)) return { start, end };
  const below = start + own.length + text.slice(start + own.length, end).search(/\S/);
  return hadRoom(text, start, { start: below }) ? { start, end: start + own.length } : { start, end };
}

/** "… rekommenderar att nämnden" leaves the verb to its items: "fastställer en plan". */
const LEAVES_VERB = seenPattern('ommender.*\\satt(?: [^ .]+){0,5} ?[^ .]*(?:nämnd(?:en|erna)|styrelsen)$');
const FINITE = /^\p{Ll}{2,20}r /u;

function readLines(outline: Outline, unit: Unit, { start, end }: Span): ItemLine[] {
  const { text } = outline;
  const opening = text.slice(start, Math.min(end, start + LONGEST_LEAD)).split(/\n\s*\n/, 1)[0] as string;
  const finite = [opening, opening.split('\n', 1)[0] as string].some((lead) =>
    LEAVES_VERB.test(lead.replace(/\s+/g, ' ').trim().toLowerCase()),
  );
  const pieces = new Set(unit.pieces?.map((piece) => piece.start));
  const lines: ItemLine[] = [];
  let from = start;
  for (;;) {
    const lineEnd = text.indexOf('\n', from);
    if (lineEnd < 0 || lineEnd >= end) return lines;
    let next = lineEnd + 1;
    let gap = false;
    for (; next < end && /\s/.test(text[next] as string); next++) gap ||= text[next] === '\n';
    if (next >= end) return lines;
    const words = text.slice(next, Math.min(end, next + OPENING));
    const line = words.includes('\n') ? words.slice(0, words.indexOf('\n')) : words;
    const lower = line.toLowerCase().replace(/^["”»]/, '');
    const apart = gap || pieces.has(next);
    const above = text.slice(Math.max(from, lineEnd - OPENING), lineEnd).trimEnd();
    const capital = /^["”»]?\p{Lu}/u.test(line);
    lines.push({
      start: next,
      capital,
      gap: apart,
      att: beginsWithAtt(lower),
      // "… samt rekommenderar styrelsen att …" behind a blank line tells another board.
      itemlike:
        beginsLikeItem(lower) ||
        (/[,;]$/.test(above) && mayBeginWithInfinitive(lower)) ||
        (apart && tellsAnother(lower)) ||
        ((apart || capital) && finite && FINITE.test(lower)),
      above,
    });
    from = next;
  }
}
