import type { Announcement } from './announcements';
import { boardsAbove } from './board-headings';
import { seenPattern } from './damage';
import { beginsLikeItem, numberLength } from './itemlike';
import { isLabel } from './labels';
import type { RecommendationList } from './recommendation-list';
import type { Outline, Unit } from './units';

/** "Rekommendation 2", "Revisorernas rekommendation:", "Lämnad rekommendation 2021:", alone or before the words. */
const NUMBERED = seenPattern(
  '^(?:(?:revisorernas|revisionens|vår|lämnad|tidigare|ny|kvarstående) ){0,2}rekommendation(?: nr)? ?(?:\\(?(?:r ?)?\\d+\\)?|[a-h](?= ?[.:)–-]))? ?(?:(?:från|år) \\d{4} ?)?(?:[.:)–-]+ ?|$)',
);
/** "Rekommendation 2 Inför rutiner.": a label that was set in bold has no stop. */
const BARE = /^rekommendation (?:nr )?\d{1,2} (?=\p{L})/u;
/** Characters that say something behind "Rekommendation 1:". */
const LEAST_WORDS = 8;
/** Characters of a unit that tell whether it is a label. */
const OPENING = 90;
/** Characters of "R12: ". */
const LONGEST_CODE = 10;

/** Length of "Rekommendation 2: " before a recommendation's words; 0 where there is none, or nothing behind it. */
export function numberedLength(lower: string): number {
  const bare = BARE.exec(lower)?.[0];
  if (bare !== undefined && beginsLikeItem(lower.slice(bare.length, bare.length + OPENING))) return bare.length;
  const prefix = NUMBERED.exec(lower)?.[0] ?? '';
  return /[\d:)–-]\s*$/.test(prefix) && lower.length - prefix.length >= LEAST_WORDS ? prefix.length : 0;
}

/** "R2 Nämnden bör …": the auditors' own number of a recommendation, in capitals as printed. */
const CODE = /^R(?:ek)?\.? ?\d{1,2}[.:)]?\s+/;

/** Takes "R2 Nämnden bör …", which its number parts from what was told before it; false where the words behind are no advice. */
function takeCoded(outline: Outline, list: RecommendationList, unit: Unit): boolean {
  const code = CODE.exec(outline.text.slice(unit.start, unit.start + LONGEST_CODE))?.[0];
  if (code === undefined || unit.section === 'criteria') return false;
  const words = outline.words(unit);
  const from = numberLength(words.lower);
  if (from === 0 || words.text.endsWith('?') || !beginsLikeItem(words.lower.slice(from, from + OPENING))) return false;
  const span = words.span(from, words.text.length);
  list.take(unit, span, announcementOf(outline, unit, code), from);
  return true;
}

function takeBare(outline: Outline, list: RecommendationList, unit: Unit): boolean {
  const words = outline.words(unit);
  const from = BARE.test(words.lower) ? numberedLength(words.lower) : 0;
  if (from === 0 || !/\p{Lu}/u.test(words.text[from] as string)) return false;
  list.take(unit, words.span(from, words.text.length), announcementOf(outline, unit, words.text.slice(0, from)), from);
  return true;
}

/** Takes "Rekommendation 1: …", "R1 Nämnden bör …", and the unit below a line or heading "Rekommendation 1"; false where there is none. */
export function takeNumbered(outline: Outline, list: RecommendationList, unit: Unit): boolean {
  if (unit.type === 'cell') return false;
  const words = outline.words(unit);
  const prefix = NUMBERED.exec(words.lower)?.[0];
  if (prefix === undefined) return takeBare(outline, list, unit) || takeCoded(outline, list, unit);
  if (words.text.length - prefix.length >= LEAST_WORDS) {
    if (numberedLength(words.lower) === 0) return false;
    const span = words.span(prefix.length, words.text.length);
    list.take(unit, span, announcementOf(outline, unit, prefix), prefix.length);
    return true;
  }
  const next = outline.at(unit.index + 1);
  if (!next || next.type === 'cell' || (next.type === 'heading' && !beginsLikeItem(outline.opening(next, 80))))
    return false;
  const after = outline.at(unit.index + 2);
  const answered = after !== undefined && isLabel(outline.opening(after, OPENING));
  if ((!/\d/.test(prefix) && !answered) || isLabel(outline.opening(next, OPENING))) return false;
  list.take(next, next, announcementOf(outline, unit, prefix));
  list.taken = next.index;
  return true;
}

function announcementOf(outline: Outline, unit: Unit, prefix: string): Announcement {
  return { rule: 'numbered', evidence: prefix.trim(), addressees: boardsAbove(outline, unit), unit };
}
