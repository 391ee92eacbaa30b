import { advises } from './advice';
import { beginsLikeItem } from './itemlike';
import type { Outline, Unit } from './units';

/** Characters of the longest lead-in between two lists, and of a unit that tell what it is. */
const LONGEST = 300;
const OPENING = 90;
/** "Rekommendationer till kommunstyrelsen:", with no verb. */
const HEADS_NEXT = /^(?:revisorernas |revisionens )?rekommendation(?:er)? till [^.:]{3,90}:$/;

/**
 * True for a lead-in that stands behind a board's answer, right above what it announces: "Revisorerna rekommenderar
 * kulturnämnden att". The answer ends above it, and what stands below is for the board that it names.
 */
export function leadsToNext(outline: Outline, unit: Unit): boolean {
  if (unit.type === 'cell' || unit.end - unit.start > LONGEST) return false;
  const { lower } = outline.words(unit);
  if (!(/(?:\satt|:)[….]*$/.test(lower) && advises(lower)) && !HEADS_NEXT.test(lower)) return false;
  const below = outline.at(unit.index + 1);
  return below !== undefined && (below.type === 'item' || beginsLikeItem(outline.opening(below, OPENING)));
}
