/** The longest row of pairs that rises in both numbers. */
export function rising<Pair extends readonly [number, number]>(pairs: readonly Pair[]): Pair[] {
  const sorted = [...pairs].sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const tails: number[] = [];
  const previous: number[] = [];
  sorted.forEach(([, text], i) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[tails[middle] as number] as Pair)[1] < text) low = middle + 1;
      else high = middle;
    }
    previous[i] = low > 0 ? (tails[low - 1] as number) : -1;
    tails[low] = i;
  });
  const row: Pair[] = [];
  for (let i = tails.at(-1) ?? -1; i >= 0; i = previous[i] as number) row.push(sorted[i] as Pair);
  return row.reverse();
}
