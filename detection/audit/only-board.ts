import { findBoards, isGeneric } from './boards';
import { heal } from './healed';

/** Characters at a document's beginning that name whom it is about. */
const BEGINNING = 5000;
const SORT = /(?:nämnden|direktionen)$/;

/** Who decides over the boards is told nothing by auditors. */
const COUNCIL = /fullmäktige$/;

/**
 * Says which board "nämnden" is, where a document's beginning and its recommendations name no other. "Styrelsen" may be a
 * company's, which has no name of its own.
 */
export function nameOnlyBoards(text: string, found: readonly { addressees: string[] }[]): void {
  const unnamed = found.filter(
    ({ addressees }) => addressees.length === 0 || (addressees.length === 1 && isGeneric(addressees[0] as string)),
  );
  if (unnamed.length === 0) return;
  const named = new Set(found.flatMap(({ addressees }) => addressees).filter((name) => !isGeneric(name)));
  const beginning = heal(text, [{ start: 0, end: Math.min(text.length, BEGINNING) }]).text;
  for (const { name } of findBoards(beginning)) if (!isGeneric(name) && !COUNCIL.test(name)) named.add(name);
  const [only, ...others] = [...named].filter((name) => SORT.test(name));
  if (only === undefined || others.length > 0) return;
  // Where no other board is named at all, even what names none is for the only one.
  const alone = named.size === 1;
  for (const passage of unnamed) {
    const [name] = passage.addressees;
    if (name === undefined ? alone : SORT.test(name)) passage.addressees = [only];
  }
}
