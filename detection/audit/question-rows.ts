import { readAnswer } from './answers';
import { seenPattern } from './damage';
import type { Healed } from './healed';
import { type Asked, numberLength } from './question-words';
import type { Outline, Unit } from './units';

/** "Delfråga Bedömning Kommentar": the heads of a table that lost its columns. */
const HEADS = seenPattern(
  '^(?:(?:nr|#) )?(?:(?:del|revisions|gransknings)?fråg(?:a|or)|(?:våra )?frågeställning(?:ar)?|kontrollmål|kontrollmoment|granskningsmål)(?: [^ ?.]+){0,4} ?(?:bedömning|svar|resultat|uppfyll[a-z]*|kommentar(?:er)?|slutsats|motivering)(?![a-z])',
);
const LONGEST_HEADS = 80;
/** What stands behind an answer in its row: nothing, a stop, or the comment's first word. */
const ANSWERED = /^(?:$|[.,;:–-]|\s+[\p{Lu}\d"”(–-])/u;
/** Longer paragraphs are no rows. */
const LONGEST = 8000;

interface Row {
  from: number;
  to: number;
  evidence: string;
}

/**
 * The questions of a table that a copied page or PDF text gives as lines, a row each: `Följs planen upp? Delvis Brister i
 * dokumentationen.` One such line alone is taken only below its heads.
 */
export function rowQuestions(outline: Outline, unit: Unit): Asked[] {
  if (unit.type === 'cell' || unit.end - unit.start > LONGEST) return [];
  // Most units that ask are one question and nothing else.
  if (outline.text.indexOf('?', unit.start) === unit.end - 1) return [];
  const rows = rowsOf(outline, unit);
  if (rows.length === 0) return [];
  const above = outline.at(unit.index - 1);
  const below = outline.at(unit.index + 1);
  const heads = headsIn(outline, unit) ?? (above ? headsIn(outline, above) : undefined);
  if (!heads && rows.length < 2 && !holdsRow(outline, above) && !holdsRow(outline, below)) return [];
  return rows.map(({ from, to, evidence }) => ({ unit, from, to, rule: 'row-question', evidence: heads ?? evidence }));
}

function holdsRow(outline: Outline, unit: Unit | undefined): boolean {
  return (
    unit !== undefined && unit.type !== 'cell' && unit.end - unit.start <= LONGEST && rowsOf(outline, unit).length > 0
  );
}

function headsIn(outline: Outline, unit: Unit): string | undefined {
  const line = outline.text
    .slice(unit.start, Math.min(unit.end, unit.start + LONGEST_HEADS))
    .split('\n', 1)[0] as string;
  return HEADS.test(line.toLowerCase().replace(/\s+/g, ' ')) ? line.trim() : undefined;
}

function rowsOf(outline: Outline, unit: Unit): Row[] {
  const words = outline.words(unit);
  const rows: Row[] = [];
  let previous = 0;
  for (let mark = words.text.indexOf('?'); mark >= 0; mark = words.text.indexOf('?', mark + 1)) {
    const to = mark + 1;
    const rest = words.text.slice(to);
    const answer = /^\s/.test(rest) ? readAnswer(rest.trimStart(), true) : null;
    if (!answer) continue;
    const answered = to + (rest.length - rest.trimStart().length) + answer.to;
    if (!ANSWERED.test(words.text.slice(answered))) continue;
    const start = beginning(outline, words, previous, mark);
    if (start === null) continue;
    const from = start + numberLength(words.lower.slice(start, mark));
    rows.push({ from, to, evidence: words.text.slice(to, answered).trim() });
    previous = answered;
  }
  return rows;
}

/** Where the question that ends at a mark begins: with the nearest line above that begins as a sentence does. */
function beginning(outline: Outline, words: Healed, previous: number, mark: number): number | null {
  const least = previous === 0 ? 0 : previous + 1;
  for (let start = mark; start > least; ) {
    start = Math.max(least, words.text.lastIndexOf(' ', start - 2) + 1);
    const opens = /^["”]?[\p{Lu}\d]/u.test(words.text.slice(start, start + 2));
    if (opens && (start === 0 || beginsLine(outline, words.source(start)))) return start;
    // A sentence ended here, inside a line: what stands between is no row.
    if (/[!?]$|\p{Ll}\.$/u.test(words.text.slice(Math.max(0, start - 3), start).trimEnd())) return null;
  }
  return null;
}

/** True when a source offset begins a line of the text, a bullet left out. */
export function beginsLine(outline: Outline, at: number): boolean {
  const before = outline.text.slice(Math.max(0, at - 8), at);
  return at === 0 || /\n[ \t]*(?:[•●►▪–*-][ \t]*)?$/.test(before);
}
