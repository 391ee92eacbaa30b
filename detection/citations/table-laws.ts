import type { Item } from './attach';
import { type CitedLaws, sameLaw } from './cited-laws';
import type { Resolution } from './in-time';
import type { LawMention } from './law-mention';
import type { Meanings } from './meanings';
import type { Pinpoint } from './pinpoint';

/** What a document has cited, and what its names mean. */
export interface Known {
  laws: CitedLaws;
  meanings: Meanings;
}

/** What a table says of a place; `law` null where it names several laws that the place may be in. */
export interface TableLaw {
  law: Resolution | null;
  rule: 'implied-by-row' | 'implied-by-column';
}

/** The law that a table gives a place without one: that of the place's row, else that of its column's head; null where none does. */
export function tableLaw(known: Known, item: Item, pin: Pinpoint, items: readonly Item[]): TableLaw | null {
  return rowLaw(known, item, pin, items) ?? columnLaw(known, item, pin);
}

function columnLaw({ laws }: Known, item: Item, pin: Pinpoint): TableLaw | null {
  const law = laws.columnLaw(item.end - 1);
  return law && laws.holds(law, pin) ? { law, rule: 'implied-by-column' } : null;
}

/**
 * What the row of a table says of a place without law: the one law that stands alone in another cell of the row, in whatever
 * column. Null where the row names none; `law` null where it names several that the place may be in.
 */
function rowLaw({ laws, meanings }: Known, item: Item, pin: Pinpoint, items: readonly Item[]): TableLaw | null {
  const row = laws.rowOf(item.end - 1);
  if (!row) return null;
  const mates = items.filter(
    (other) =>
      other.pin === null &&
      other.alone &&
      other.law !== null &&
      other.law.kind !== 'foreign' &&
      meanings.printFits(other.law, false) &&
      other.start >= row.start &&
      other.end <= row.end,
  );
  if (mates.length === 0) return null;
  const fitting = mates
    .map((mate) => meanings.of(mate.law as LawMention, pin))
    .filter((law) => law.resolvedBy !== 'unresolved' && laws.holds(law, pin));
  const [first] = fitting;
  return { law: first && fitting.every((law) => sameLaw(law, first)) ? first : null, rule: 'implied-by-row' };
}
