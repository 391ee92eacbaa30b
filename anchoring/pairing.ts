import type { Origin, Place } from './case';

/** What it is worth that an origin has a place at all, that the words are its own, and each neighbour that is. */
const TAKEN = 1;
const WORDS = 2;
const NEIGHBOUR = 2;
/** … and that most of the passage's words are there. */
const LIKENESS = 1;
const MOST = 0.5;
/** Share of the words by which a twin may have come closer to the passage. */
const SLACK = 0.08;

/** A place like the passage, with what identifies it. */
export interface Like extends Place {
  words: number;
  before: number;
  after: number;
  isSame: boolean;
  /** Share of the passage's words. */
  share: number;
}

/** What it is worth to take a place for an origin's; 0 where it cannot be. */
function pairWorth(origin: Origin, place: Like): number {
  const { twin } = origin;
  const isExact = twin === null || twin.share === 1;
  const hasWords = isExact ? place.isSame : origin.words === place.words;
  // Hardly an edit makes a twin more like the passage.
  if (twin && !hasWords && place.share > twin.share + SLACK) return 0;
  return (
    TAKEN +
    (hasWords ? WORDS : 0) +
    (twin === null && !hasWords && place.share >= MOST ? LIKENESS : 0) +
    (origin.before === place.before ? NEIGHBOUR : 0) +
    (origin.after === place.after ? NEIGHBOUR : 0)
  );
}

/**
 * What the best pairing of origins and places is worth in which the passage itself has each of the places, and the best
 * in which it has none. Both rows are in order, and pairs do not cross.
 */
export function readings(
  origins: readonly Origin[],
  places: readonly Like[],
  isTwins: readonly boolean[],
): { taken: number[]; without: number } {
  const own = origins.findIndex(({ twin }) => twin === null);
  const before = table(origins.slice(0, own), places);
  const after = table(origins.slice(own + 1).reverse(), [...places].reverse());
  const left = (j: number) => before[j] as number;
  const right = (j: number) => after[places.length - j] as number;
  let without = 0;
  for (let j = 0; j <= places.length; j++) without = Math.max(without, left(j) + right(j));
  const self = origins[own] as Origin;
  const worth = (place: Like, j: number) => (isTwins[j] ? 0 : left(j) + pairWorth(self, place) + right(j + 1));
  return { taken: places.map(worth), without };
}

/** For each number of places, from the first on, what the best pairing of all origins with them is worth. */
function table(origins: readonly Origin[], places: readonly Like[]): number[] {
  let row = new Array<number>(places.length + 1).fill(0);
  for (const origin of origins) {
    const next = [0];
    places.forEach((place, j) => {
      next.push(Math.max(next[j] as number, row[j + 1] as number, (row[j] as number) + pairWorth(origin, place)));
    });
    row = next;
  }
  return row;
}
