import { atOnce } from './slices';

/** Pairs looked at between two pauses. */
const SLICE = 1 << 13;

/** The longest row of pairs that rises in both numbers. */
export function rising<Pair extends readonly [number, number, ...unknown[]]>(pairs: readonly Pair[]): Pair[] {
  return atOnce(risingSliced([...pairs].sort((a, b) => a[0] - b[0] || b[1] - a[1])));
}

/** {@link rising} of pairs sorted by the first number, and where that is the same by the falling second one, in slices. */
export function* risingSliced<Pair extends readonly [number, number, ...unknown[]]>(
  sorted: readonly Pair[],
): Generator<void, Pair[]> {
  const tails: number[] = [];
  const previous: number[] = [];
  for (const [i, [, text]] of sorted.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[tails[middle] as number] as Pair)[1] < text) low = middle + 1;
      else high = middle;
    }
    previous.push(low > 0 ? (tails[low - 1] as number) : -1);
    tails[low] = i;
    if (i % SLICE === SLICE - 1) yield;
  }
  const row: Pair[] = [];
  for (let i = tails.at(-1) ?? -1; i >= 0; i = previous[i] as number) row.push(sorted[i] as Pair);
  return row.reverse();
}
