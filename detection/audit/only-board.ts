import type { Span } from '../../reading/types';
import type { RecommendationPassage } from '../types';
import { findBoards, isGeneric } from './boards';
import { heal } from './healed';

/** Characters at a document's beginning that name whom it is about. */
const BEGINNING = 5000;
/** A committee, perhaps with its field or place behind it (`socialnämnden nordost`), or a federation's executive. */
const SORT = /nämnden(?: .+)?$|direktionen$/;

/** Who decides over the boards is told nothing by auditors. */
const COUNCIL = /fullmäktige$/;

/**
 * Says which board "nämnden" is, where a document's beginning and its recommendations name no other. "Styrelsen" may be a
 * company's, which has no name of its own.
 */
export function nameOnlyBoards(text: string, found: readonly (Span & { addressees: string[] })[]): void {
  const unnamed = found.filter(
    ({ addressees }) => addressees.length === 0 || (addressees.length === 1 && isGeneric(addressees[0] as string)),
  );
  if (unnamed.length === 0) return;
  const named = namedBoards(text, found);
  const sorts = [...named].filter((name) => SORT.test(name));
  const [only] = sorts;
  // Where no other board is named at all, even what names none is for the only one.
  const alone = named.size === 1;
  for (const passage of unnamed) {
    const [name] = passage.addressees;
    const means = name === undefined ? alone : SORT.test(name);
    if (only !== undefined && sorts.length === 1 && means) passage.addressees = [only];
    else if (name === 'nämnderna' && sorts.length === 2 && saysBoth(text, passage)) passage.addressees = [...sorts];
  }
}

/** Characters of a passage in which it says whom it is for, and of the list above it. */
const OPENING = 60;
const LIST = 1500;
const BOARDS = /(\S+)\sn.{1,2}mnderna(?!\p{L})/giu;

/** "Båda nämnderna bör" at a passage's beginning, or last above it. */
function saysBoth(text: string, { start }: Span): boolean {
  const words = text.slice(Math.max(0, start - LIST), start + OPENING);
  return /^b.{1,2}da$/i.test([...words.matchAll(BOARDS)].at(-1)?.[1] ?? '');
}

/** The boards that a document's beginning and its recommendations call by names of their own. */
function namedBoards(text: string, found: readonly (Span & { addressees: string[] })[]): Set<string> {
  const named = new Set(found.flatMap(({ addressees }) => addressees).filter((name) => !isGeneric(name)));
  const beginning = heal(text, [{ start: 0, end: Math.min(text.length, BEGINNING) }]);
  const early = found.filter(({ start }) => start < BEGINNING);
  for (const { name, from } of findBoards(beginning.text)) {
    if (isGeneric(name) || COUNCIL.test(name)) continue;
    // A board that what is recommended is about ("Utbilda valnämnden") need not be the one it is for.
    const at = beginning.source(from);
    if (!early.some(({ start, end }) => at >= start && at < end)) named.add(name);
  }
  return named;
}

/** A federation's executive, and what it is called for short. */
const EXECUTIVE = 'förbundsdirektionen';
const FOR_SHORT = 'direktionen';

/** Says that "direktionen" is "förbundsdirektionen", where something is said to the board by that name. */
export function nameExecutive(found: readonly { addressees: string[] }[]): void {
  if (!found.some(({ addressees }) => addressees.includes(EXECUTIVE))) return;
  for (const passage of found)
    if (passage.addressees.includes(FOR_SHORT))
      passage.addressees = [...new Set(passage.addressees.map((name) => (name === FOR_SHORT ? EXECUTIVE : name)))];
}

/** A board of a part of the town, named without its place, and with it. */
const DISTRICT = /^(?:stadsdels|områdes|distrikts|kommundels)nämnden$/;

/** Says which one "stadsdelsnämnden" is, where the document's beginning and its recommendations name one with its place. */
export function nameDistrictBoard(text: string, found: readonly { addressees: string[] }[]): void {
  const unnamed = found.filter(({ addressees }) => addressees.some((name) => DISTRICT.test(name)));
  const sort = unnamed[0]?.addressees.find((name) => DISTRICT.test(name))?.slice(0, -2);
  if (sort === undefined) return;
  const beginning = heal(text, [{ start: 0, end: Math.min(text.length, BEGINNING) }]);
  const all = [...findBoards(beginning.text).map(({ name }) => name), ...found.flatMap(({ addressees }) => addressees)];
  const [only, ...others] = new Set(all.filter((name) => isPlaced(name, sort)));
  if (only === undefined || others.length > 0) return;
  for (const passage of unnamed)
    passage.addressees = [...new Set(passage.addressees.map((name) => (isSort(name, sort) ? only : name)))];
}

/** "Björkhaga stadsdelsnämnd", "stadsdelsnämnden Östra Strand"; what stands before the definite form is the end of a heading. */
function isPlaced(name: string, sort: string): boolean {
  return name.endsWith(` ${sort}`) || name.startsWith(`${sort}en `);
}

/** True for the name of a sort of board, in any form and number. */
function isSort(name: string, sort: string): boolean {
  return name.startsWith(sort) && /^(?:en|er|erna)?$/.test(name.slice(sort.length));
}

const EACH = /^(?:respektive|berörda|båda) (nämnd|styrelse)/;
const ALL = 'nämnderna';

/**
 * Says which boards "respektive nämnd", "berörda styrelser" and "nämnderna" are: those of that sort that the recommendations
 * are for; "nämnderna" are more than one.
 */
export function nameEachBoard(
  recommendations: readonly { addressees: readonly string[] }[],
  deadlines: readonly { addressees: string[] }[],
): void {
  for (const deadline of deadlines) {
    const [name = ''] = deadline.addressees;
    const sort = name === ALL ? 'nämnd' : EACH.exec(name)?.[1];
    if (sort === undefined || deadline.addressees.length > 1) continue;
    const boards = recommendations.flatMap(({ addressees }) => addressees);
    const named = new Set(boards.filter((board) => board.includes(sort) && !isGeneric(board) && !EACH.test(board)));
    if (named.size > (name === ALL ? 1 : 0)) deadline.addressees = [...named];
  }
}

/** Says which boards "nämnden" or "nämnderna" are, where another printing of the same recommendation names them. */
export function nameByOtherPrinting(recommendations: readonly RecommendationPassage[]): void {
  const named = new Map<number | undefined, readonly string[]>();
  for (const { same, addressees } of recommendations)
    if (addressees.length > 0 && !addressees.some(isGeneric) && !named.has(same)) named.set(same, addressees);
  for (const passage of recommendations) {
    const boards = named.get(passage.same);
    if (!boards || passage.addressees.length !== 1 || !isGeneric(passage.addressees[0] as string)) continue;
    const [general] = passage.addressees;
    const several = general === 'nämnderna' || general === 'styrelserna';
    if (several ? boards.length > 1 : boards.length === 1) passage.addressees = [...boards];
  }
}
