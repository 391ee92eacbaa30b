import type { Span } from '../../reading/types';
import { seenPattern } from './damage';
import { beginsLikeItem, beginsWithAtt } from './itemlike';
import { hadRoom } from './line-room';

/** A further line of a text that may be a list. */
export interface ListLine {
  start: number;
  /** Whether it begins with a capital, and with "att". */
  capital: boolean;
  att: boolean;
  /** The end of the line above. */
  above: string;
}

/** Characters of a line that tell whether it begins as an item does. */
const OPENING = 90;
/** No list has as many lines. */
const MOST_LINES = 300;
/** Words that no item ends with. */
const FUNCTION_WORD =
  /(?<!\p{L})(?:f[^ ]{1,2}r|s[^ ]|genom|av|om|till|p[^ ]|med|i|utan|än|vid|efter|trots|mot|under|från|som|är|går|b[^ ]{1,2}r|ska|kan|och|samt|eller|att|den|det|de|en|ett|se|anser|avser|innebär|kommer|visar|medför)$/u;
/** Words that "att" goes on from, though an item may end with some of them. */
const LEADS_TO_THAT = seenPattern(
  '(?:syfte|vikt|skyldighet|möjlighet|rätt|ansvar|uppgift|krav|behov|avsikt|risk|uppdrag|beslut|förmåga|förslag|förutsättning|ambition|resurs|tid)(?:et|en|er|erna|ar|arna|na|n|t|s)?$|(?:ställa|göra|tillse|överväga|klargöra|förvissa sig|förutsätta|påminna|informera|besluta|säkra sig|verka|sträva|fortsätta|börja|viktigt|möjligt|angeläget|nödvändigt|lämpligt|skyldiga?)$',
);

/**
 * The lines of a text that begins with "att" which begin the next item of its list, though none of its items has a bullet or a
 * stop. A line of a sentence may begin with "att" as well, so something must say that the line above was ended there:
 * it had room for the word; or its items' further lines stand deeper; or each line is "att" with a verb.
 * @param span the text
 * @param lines its further lines
 */
export function attLines(text: string, span: Span, lines: readonly ListLine[]): ReadonlySet<ListLine> {
  const found = new Set<ListLine>();
  const isAtt = (line: ListLine) => line.att && !line.capital;
  if (lines.length > MOST_LINES || !lines.some(isAtt) || !begins(text, span.start, beginsWithAtt)) return found;
  const first = indentOf(text, span.start);
  const runOn = lines.filter((line) => !line.capital && !(line.att && indentOf(text, line.start) <= first));
  const hangs = first >= 0 && runOn.length > 0 && runOn.every((line) => indentOf(text, line.start) > first);
  if (hangs) return new Set(lines.filter((line) => isAtt(line) && indentOf(text, line.start) === first));
  const roomAbove = (line: ListLine) => hadRoom(text, lineStart(text, lineStart(text, line.start) - 1), line);
  // A text whose other lines were broken early, too, is a narrow column.
  const fills = !lines.some((line) => !line.att && !line.capital && roomAbove(line));
  const candidates = lines.filter((line) => isAtt(line) && !FUNCTION_WORD.test(line.above.toLowerCase()));
  for (const line of candidates) if (fills && roomAbove(line)) found.add(line);
  if (!begins(text, span.start, actsBehindAtt)) return found;
  const parallel = candidates.filter(
    (line) => begins(text, line.start, actsBehindAtt) && !LEADS_TO_THAT.test(line.above.toLowerCase()),
  );
  const each =
    parallel.length === lines.length && (lines.length > 1 || !/[.!]\s*$/.test(text.slice(span.start, span.end)));
  if (each || found.size > 0) for (const line of parallel) found.add(line);
  return found;
}

function begins(text: string, start: number, does: (lower: string) => boolean): boolean {
  return does(text.slice(start, start + OPENING).toLowerCase());
}

/** "att följa upp …". */
function actsBehindAtt(lower: string): boolean {
  const att = /^att\s+/.exec(lower);
  return att !== null && beginsLikeItem(lower.slice(att[0].length).replace(/\s+/g, ' '));
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** Signs of white space before a line's words; -1 where something else stands there. */
function indentOf(text: string, start: number): number {
  const from = lineStart(text, start);
  return text.slice(from, start).trim() === '' ? start - from : -1;
}
