import type { Span } from '../../reading/types';
import type { Announcement } from './announcements';
import { boardsOf } from './board-headings';
import { findBoards, uniqueNames } from './boards';
import { seenPattern } from './damage';
import { beginsLikeItem } from './itemlike';
import type { RecommendationList } from './recommendation-list';
import { classifyHeading } from './sections';
import { type ColumnRole, headsRecommendations, readTable, roleOf } from './tables';
import type { Outline, Unit } from './units';

/** Characters of the longest head of a column. */
const LONGEST_HEAD = 40;
const MOST_COLUMNS = 6;
/** Characters that tell what a cell is. */
const OPENING = 120;
/** Cells of one row; more is running text. */
const MOST_CELLS = 25;
/** Characters of a name or a date in a column of its own. */
const LONGEST_NOTE = 60;
const ENDS_SENTENCE = /[.!?:][)"”]*$/;
/** "Revisionens rekommendationer Kommunstyrelsens svar": two heads that became one line. */
const ONE_LINE = seenPattern(
  '^(?:(?:revisorernas|revisionens|stadsrevisionens) )?rekommendation(?:er)? (?:[a-z-]*(?:nämndens|styrelsens|förvaltningens|kontorets|direktionens|bolagets) )?(?:svar|kommentar(?:er)?|yttrande|ställningstagande)$',
);
/** "Avtalen bör följas upp." */
const OUGHT = seenPattern('^[^.?]{3,90}(?<![\\p{L}])bör(?![\\p{L}])[^.?]*(?:\\.$|$)', 'u');
/** What follows a table of answers. */
const CLOSING = seenPattern(
  '^(?:för [a-z-]*(?:nämnden|styrelsen)$|beslutet |bilag|underskrift|hänvisningar|ekonomisk|konsekvens|förslag(?:et)? till beslut|beslutsunderlag|handlingar|tidplan|barn(?:ets bästa|konsekvens))',
);

/** A cell of a flattened table: a line or paragraph of its own. */
interface Cell extends Span {
  unit: Unit;
  opening: string;
}

/**
 * Takes the recommendations, with their answers, of a table whose cells stand below each other, as a PDF tool or a copied
 * page leaves it: first the heads ("Rekommendation", "Nämndens svar", "Ansvarig"), then each row's cells.
 * @param unit one that may be the head of the column of recommendations
 * @returns false where it is none
 */
export function takeColumns(outline: Outline, list: RecommendationList, unit: Unit): boolean {
  const heads = headsFrom(outline, unit);
  if (!heads) return false;
  const evidence = outline.opening(unit, LONGEST_HEAD);
  const boards = boardsOf(outline, unit);
  // "Kommunstyrelsens svar": who answers is whom it is for.
  const answering = outline.words(unit).text.replace(/(n|lsen)s(?= )/g, '$1');
  const addressees = boards.length > 0 ? boards : uniqueNames(findBoards(answering));
  const announcement: Announcement = { rule: 'columns', evidence, addressees, unit };
  let asked: { start: number } | undefined;
  let answer: Cell[] = [];
  let last = heads.last;
  const even = heads.known && (lineRows(outline, heads.known) ?? evenRows(outline, heads.known));
  if (even) {
    for (const row of even) {
      const { start, end } = row[heads.responsible] ?? { start: 0, end: 0 };
      const named = uniqueNames(findBoards(outline.text.slice(start, end)));
      const told = named.length > 0 ? { ...announcement, addressees: named } : announcement;
      const recommended = list.takeCell(row[heads.asked] as Cell, told);
      const answered = row[heads.answered];
      if (answered) list.answer(answered, recommended.start, evidence);
      list.taken = Math.max(list.taken, (row.at(-1) as Cell).unit.index);
    }
    return true;
  }
  const close = () => {
    while (heads.notes && answer.length > 1 && isNote(outline, answer.at(-1) as Cell)) answer.pop();
    const first = answer[0];
    const end = answer.at(-1);
    if (asked && first && end) list.answer({ start: first.start, end: end.end }, asked.start, evidence);
    answer = [];
  };
  /** Rows so far, and whether a blank line stood in none of them. */
  let rows = 0;
  let dense = true;
  /** How many cells the rows have behind their recommendation, the last one left out. */
  const counts = new Set<number>();
  let end = outline.end(heads.last);
  for (const cell of cellsBelow(outline, heads.last)) {
    const advice = beginsLikeItem(cell.opening) || OUGHT.test(cell.opening);
    if (!advice && (!asked || answer.length >= MOST_CELLS)) break;
    if (!advice && ends(outline, cell, heads.notes)) break;
    const gap = /\n\s*\n/.test(outline.text.slice(end, cell.start));
    // Where blank lines part the rows alone, what asks for nothing behind one stands behind the table.
    if (!advice && gap && rows >= LEAST_ROWS && dense && answer.length > 0) break;
    if (advice) {
      if (asked) counts.add(answer.length);
      close();
      asked = list.takeCell(cell, announcement);
      rows++;
    } else {
      dense &&= !gap;
      answer.push(cell);
    }
    end = cell.end;
    last = cell.unit.index;
  }
  // Where every row has as many cells, what stands behind those of the last one stands behind the table.
  const [each = 0] = counts;
  const sure = rows > LEAST_ROWS || each === (heads.known ?? heads).columns - 1;
  if (counts.size === 1 && sure && each > 0 && answer.length > each) {
    answer.length = each;
    last = (answer[each - 1] as Cell).unit.index;
  }
  close();
  if (asked) list.taken = Math.max(list.taken, last);
  return asked !== undefined;
}

/** The heads of columns: index of the last one, how many there are, and which are the recommendations' and the answers'. */
interface Heads {
  last: number;
  columns: number;
  asked: number;
  answered: number;
  /** The column of whom each is for; -1 where there is none. */
  responsible: number;
  /** Columns beside those two. */
  notes: boolean;
  /** Those of the heads whose words say what they are, where the others may be cells. */
  known?: Heads;
}

/** Rows that make a table whose cells say nothing of themselves. */
const LEAST_ROWS = 2;
/** Characters of a recommendation in such a table. */
const LONGEST_EVEN = 220;

/**
 * The rows of a table whose recommendations begin as nothing else does ("Tydligare mål"): as many cells a row as there are
 * heads, to the last; null where some cell reads as advice, which parts rows better.
 */
function evenRows(outline: Outline, heads: Heads): Cell[][] | null {
  const cells: Cell[] = [];
  for (const cell of cellsBelow(outline, heads.last)) {
    if (beginsLikeItem(cell.opening) || OUGHT.test(cell.opening)) return null;
    if (headsPart(outline, cell.unit)) break;
    if (CLOSING.test(cell.opening) || cells.length > MOST_CELLS * LEAST_ROWS) break;
    cells.push(cell);
  }
  const rows = cells.length / heads.columns;
  if (!Number.isInteger(rows) || rows < LEAST_ROWS) return null;
  const parted = Array.from({ length: rows }, (_, k) => cells.slice(k * heads.columns, (k + 1) * heads.columns));
  return parted.every((row) => (row[heads.asked] as Cell).end - (row[heads.asked] as Cell).start < LONGEST_EVEN)
    ? parted
    : null;
}

/**
 * The rows of a table whose cells are a line each: recommendations that are no sentences ("Tydligare mål"), answers that
 * are. Null where fewer rows are so, or where one ends within a paragraph.
 */
function lineRows(outline: Outline, { last, columns, asked, answered }: Heads): Cell[][] | null {
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  /** Whether blank lines part the rows. */
  let gaps: boolean | undefined;
  for (let index = last + 1; index < outline.length && rows.length < MOST_CELLS; index++) {
    const unit = outline.at(index) as Unit;
    if (unit.type === 'cell' || unit.end - unit.start > LONGEST_EVEN * MOST_CELLS) break;
    if (row.length === 0 && rows.length > 0) {
      const gap = /\n\s*\n/.test(outline.text.slice(outline.end(index - 1), unit.start));
      gaps ??= rows.length > 1 ? false : gap;
      if (gap !== gaps) break;
    }
    if (row.length === 0 && (CLOSING.test(outline.opening(unit, OPENING)) || headsPart(outline, unit))) break;
    let from = unit.start;
    let isRow = true;
    const read: Cell[][] = [];
    for (const line of outline.text.slice(unit.start, unit.end).split('\n')) {
      row.push(cellOf(unit, outline.text, from, from + line.length));
      from += line.length + 1;
      if (row.length < columns) continue;
      isRow &&= row.every((cell, column) => isLineCell(outline, cell, column === answered, column === asked));
      read.push(row);
      row = [];
    }
    if (!isRow) break;
    rows.push(...read);
  }
  return row.length < columns && rows.length >= LEAST_ROWS ? rows : null;
}

/** A clause says what is so; a recommendation of nouns has no such verb. */
const TELLS = seenPattern('(?:^| )(?:har|är|var|hade|finns|saknas|ska|kan|blir)(?: |$)');

function headsPart(outline: Outline, unit: Unit): boolean {
  return unit.type === 'heading' && classifyHeading(outline.opening(unit, OPENING)) !== null;
}

/** Whether a line may be a cell: it begins as one, and is a sentence where it answers and nowhere else. */
function isLineCell(outline: Outline, { start, end, opening }: Cell, answers: boolean, asks: boolean): boolean {
  const words = outline.text.slice(start, end);
  if (!/^["”»]?[\p{Lu}\d]/u.test(words) || ENDS_SENTENCE.test(words) !== answers) return false;
  return asks
    ? words.length < LONGEST_EVEN && !TELLS.test(opening)
    : answers || (words.length <= LONGEST_NOTE && !OUGHT.test(opening));
}

function headsOf(roles: readonly ColumnRole[], last: number): Heads {
  const [asked, answered] = [roles.indexOf('recommendation'), roles.indexOf('response')];
  const responsible = roles.indexOf('addressee');
  return { last, columns: roles.length, asked, answered, responsible, notes: roles.length > 2 };
}

/** The heads that a unit begins; null where it begins none. */
function headsFrom(outline: Outline, unit: Unit): Heads | null {
  if (unit.type === 'cell') {
    const table = readTable(outline, unit);
    if (table.rows.length > 0 || !isHeadRow(table.roles) || !headsRecommendations(outline.opening(unit, 60)))
      return null;
    let last = unit.index;
    while (outline.type(last) === 'cell' && last + 1 < outline.length && outline.at(last + 1)?.table === unit.table)
      last++;
    return headsOf(table.roles, last);
  }
  if (!headsRecommendations(outline.opening(unit, LONGEST_HEAD))) return null;
  if (ONE_LINE.test(outline.opening(unit, LONGEST_HEAD * 2)))
    return headsOf(['recommendation', 'response'], unit.index);
  // One line alone is no row of heads.
  if (!mayGoOn(outline, unit.index + 1) && !outline.text.slice(unit.start, unit.end).includes('\n')) return null;
  const roles: ColumnRole[] = [];
  let known: Heads | undefined;
  let last = unit.index;
  for (let index = unit.index; index < Math.min(outline.length, unit.index + MOST_COLUMNS); index++) {
    const next = outline.at(index) as Unit;
    if (!mayGoOn(outline, index) || next.end - next.start > LONGEST_HEAD * MOST_COLUMNS) break;
    const lines = outline.text.slice(next.start, next.end).split('\n');
    if (!lines.every((line) => line.trim().length <= LONGEST_HEAD && !/[.:?!]$/.test(line.trim()))) break;
    const own = lines.map((line) => roleOf(line.trim().toLowerCase()));
    if (index > unit.index && own.includes('recommendation')) break;
    if (index > unit.index && own.every((role) => role === 'none') && beginsLikeItem(outline.opening(next, OPENING)))
      break;
    if (own.every((role) => role === 'none') && isHeadRow(roles)) known ??= headsOf(roles, last);
    roles.push(...own);
    last = index;
  }
  if (!isHeadRow(roles)) return null;
  const heads = headsOf(roles, last);
  return { ...heads, known: known ?? heads };
}

/** Whether a row of heads may go on in a unit. */
function mayGoOn(outline: Outline, index: number): boolean {
  return index < outline.length && outline.type(index) !== 'cell' && outline.type(index) !== 'item';
}

function isHeadRow(roles: readonly ColumnRole[]): boolean {
  return roles.includes('recommendation') && roles.includes('response');
}

/** The cells below the heads: units, or lines of one that each end a sentence. */
function* cellsBelow(outline: Outline, heads: number): Generator<Cell> {
  const { text } = outline;
  for (let index = heads + 1; index < outline.length; index++) {
    const unit = outline.at(index) as Unit;
    if (unit.type === 'cell') return;
    let from = unit.start;
    for (const match of text.slice(unit.start, unit.end).matchAll(/\n\s*(?=["”]?\p{Lu})/gu)) {
      const at = unit.start + match.index;
      if (!ENDS_SENTENCE.test(text.slice(Math.max(from, at - 4), at).trimEnd())) continue;
      yield cellOf(unit, text, from, at);
      from = at + match[0].length;
    }
    yield cellOf(unit, text, from, unit.end);
  }
}

function cellOf(unit: Unit, text: string, start: number, end: number): Cell {
  const words = text.slice(start, end).trimEnd();
  return { unit, start, end: start + words.length, opening: words.slice(0, OPENING).toLowerCase() };
}

/** True for a cell that stands behind the table: a heading that is no name in a column, a closing. */
function ends(outline: Outline, cell: Cell, notes: boolean): boolean {
  if (CLOSING.test(cell.opening)) return true;
  if (cell.unit.type !== 'heading') return false;
  if (!notes || cell.end - cell.start > LONGEST_NOTE) return true;
  for (let below = cell.unit.index + 1; below <= cell.unit.index + 2; below++) {
    const unit = outline.at(below);
    if (unit && beginsLikeItem(outline.opening(unit, OPENING))) return false;
  }
  return true;
}

/** True for a name, a date or a state in a column beside the answers'. */
function isNote(outline: Outline, { start, end }: Cell): boolean {
  return end - start <= LONGEST_NOTE && !ENDS_SENTENCE.test(outline.text.slice(start, end));
}
