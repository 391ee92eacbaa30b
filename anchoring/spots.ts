/** A spot of the source text (UTF-16 offset) whose place in the text (letter of the folded text) is sure. */
export type Spot = [source: number, letter: number];

/** Letters of the folded text for each UTF-16 unit of a source text. */
export const LETTERS = 0.83;

/** Units of source within which two spots confirm each other, and letters by which their distances may differ. */
const CONFIRMING = 160;
const UNEVEN = 10;

/** The spots that a neighbour confirms: as far from it in the text as in the source. They stand in source order. */
export function confirmed(spots: readonly Spot[]): Spot[] {
  const isEven = (a: Spot, b: Spot) => {
    const way = b[0] - a[0];
    const step = b[1] - a[1];
    return way > 0 && way <= CONFIRMING && step > 0 && Math.abs(step - LETTERS * way) <= UNEVEN + way / 8;
  };
  return spots.filter((spot, i) => isEven(spots[i - 1] ?? spot, spot) || isEven(spot, spots[i + 1] ?? spot));
}
