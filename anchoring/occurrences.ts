import type { Pattern } from './pattern';
import { skeletonOf } from './skeleton';
import { placesOf, seedsOf, type TextIndex } from './text-index';

/** Letters of a few words that do not come together by chance. */
const LETTERS = 10;
/** Places of a seed that are looked at; where each seed of a quote has more, the whole text is. */
const MOST_PLACES = 16;

/**
 * Where the quote's own letters stand in a text: nowhere, once, or the first two places. Nothing is looked for where the
 * quote is too short to tell anything.
 */
export function occurrences(index: TextIndex, { folded, from, to }: Pattern): number[] {
  const start = folded.words[from] as number;
  const letters = folded.letters.subarray(start, folded.words[to] as number);
  const found: number[] = [];
  if (letters.length < LETTERS) return found;
  const isHere = (at: number) => standsAt(index.folded.letters, index.folded.length, at, letters);
  const candidates = seededPlaces(index, skeletonOf({ ...folded, letters, length: letters.length }));
  if (candidates) return candidates.filter(isHere).slice(0, 2);
  const first = letters[0] as number;
  const text = index.folded.letters;
  for (let at = text.indexOf(first); at >= 0 && found.length < 2; at = text.indexOf(first, at + 1)) {
    if (isHere(at)) found.push(at);
  }
  return found;
}

/** Letters of the text at which a stretch begins if it stands there, by the first of its seeds that is rare; null without. */
function seededPlaces(index: TextIndex, { codes, letter, length }: ReturnType<typeof skeletonOf>): number[] | null {
  for (const [i, seed] of seedsOf(codes, length).entries()) {
    const places = placesOf(index, seed, MOST_PLACES);
    if (places) return places.map((place) => (index.skeleton.letter[place] as number) - (letter[i] as number));
  }
  return null;
}

function standsAt(text: Uint16Array, length: number, at: number, letters: Uint16Array): boolean {
  if (at < 0 || at + letters.length > length) return false;
  for (let i = 0; i < letters.length; i++) if (text[at + i] !== letters[i]) return false;
  return true;
}
