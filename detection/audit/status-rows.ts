import type { Announcement } from './announcements';
import { boardsOf } from './board-headings';
import { seenPattern } from './damage';
import { beginsLikeItem, numberLength } from './itemlike';
import type { RecommendationList } from './recommendation-list';
import type { Outline, Unit } from './units';

/** "Nr Rekommendation Status": the heads of a follow-up's table that lost its columns. */
const HEADS = seenPattern(
  '^(?:(?:nr|nummer|#) )?(?:(?:revisorernas|revisionens|tidigare|lämnade?) )?rekommendation(?:er)? (?:[a-z]+ )?(?:status|bedömning|uppföljning|genomförd\\??|åtgärdad\\??|utfall)(?: \\d{4})?(?: kommentar(?:er)?)?$',
);
const STATUS = seenPattern(
  '^(?:(?:delvis|ej|inte|helt|till viss del|till största delen|ännu inte) )?(?:åtgärda[dt]e?|genomförd[at]?|genomfört|klart?|klara|pågår|påbörja[dt]e?|uppfylld[at]?|uppfyllt|kvarstår|avslutad[et]?|avslutat|delvis)(?=$|[ .,;:])',
);
/** Characters of the heads. */
const LONGEST_HEADS = 90;
/** Characters of the longest recommendation of such a row, and of a state. */
const LONGEST = 500;
/** Comments between two rows, and rows that make a table. */
const MOST_COMMENTS = 4;
const LEAST_ROWS = 2;

/** A row: its unit, and where the recommendation stands in the unit's words. */
interface Row {
  unit: Unit;
  from: number;
  to: number;
}

/**
 * Takes the recommendations of a follow-up whose rows were flattened: each a sentence with its state right behind it
 * ("2 Nämnden bör införa rutiner. Delvis åtgärdad"), comments between them.
 * @param unit one that may hold the heads of the columns
 * @returns false where it holds none
 */
export function takeStatusRows(outline: Outline, list: RecommendationList, unit: Unit): boolean {
  if (unit.type === 'cell' || unit.type === 'item' || unit.end - unit.start > LONGEST_HEADS) return false;
  if (!outline.text.slice(unit.start, unit.end).includes('ommendation') || !HEADS.test(outline.words(unit).lower))
    return false;
  const rows: Row[] = [];
  let comments = 0;
  for (let index = unit.index + 1; index < outline.length && comments <= MOST_COMMENTS; index++) {
    const next = outline.at(index) as Unit;
    if (next.type === 'cell') break;
    const row = readRow(outline, next);
    if (!row && next.type === 'heading') break;
    if (row) rows.push(row);
    comments = row ? 0 : comments + 1;
  }
  if (rows.length < LEAST_ROWS) return false;
  const evidence = outline.words(unit).text;
  const announcement: Announcement = { rule: 'columns', evidence, addressees: boardsOf(outline, unit), unit };
  for (const { unit: row, from, to } of rows) list.take(row, outline.words(row).span(from, to), announcement, from, to);
  list.taken = Math.max(list.taken, rows.at(-1)?.unit.index ?? -1);
  return true;
}

function readRow(outline: Outline, unit: Unit): Row | null {
  const { lower } = outline.words(unit);
  const from = numberLength(lower);
  if (!beginsLikeItem(lower.slice(0, LONGEST))) return null;
  for (let stop = lower.indexOf('. ', from); stop >= 0 && stop < LONGEST; stop = lower.indexOf('. ', stop + 1))
    if (STATUS.test(lower.slice(stop + 2, stop + 40))) return { unit, from, to: stop + 1 };
  return null;
}
