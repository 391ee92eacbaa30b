import { type Part, PartScanner } from './word-parts';

/** What a sentence may say by parts of its words. */
export const Sign = { recommends: 1, asks: 2, ought: 4, needs: 8 } as const;

/** What scanning makes of `ö` in "bör" and of `å` in "måste": one sign, or two. */
const SEEN_AS_O = '[öoóòôõ06éed]';
const SEEN_AS_A = '[åaäáàâ4d]';

/** Parts that the patterns of each rule need, in lower case, without letters that scans damage but for the shortest words. */
const PARTS: readonly Part<number>[] = [
  // `advises` and `urges`.
  ...signOf(Sign.recommends, ['ommend', 'resl', 'ppm', 'nmoda', 'rorda', 'rslag:']),
  // `asksFor`.
  ...signOf(Sign.asks, ['behov av', 'det som ', 'ruts', 'ntar ', 'fterlys', 'vill se', 'ser g', 'vikten av']),
  // `saysOught`.
  ...signOf(Sign.ought, [`b${SEEN_AS_O}r`, `b${SEEN_AS_O}${SEEN_AS_O}r`]),
  // `saysNeed`.
  ...signOf(Sign.needs, ['beh', `m${SEEN_AS_A}ste`, `m${SEEN_AS_A}${SEEN_AS_A}ste`]),
  ...signOf(Sign.needs, ['vikt', 'angel', 'sentligt', 'ndigt', 'nskv', 'mpligt', 'betydelse']),
];

function signOf(mark: number, all: readonly string[]): Part<number>[] {
  return all.map((letters) => ({ letters, mark }));
}

let scanner: PartScanner<number> | undefined;

/**
 * What the sentence lower[from, to) may say, as bits of `Sign`: one look at each character tells most sentences from advice,
 * where each rule's own pattern would search them.
 * @param lower healed words in lower case
 */
export function adviceSigns(lower: string, from: number, to: number): number {
  scanner ??= new PartScanner(PARTS);
  return scanner.marks(lower, from, to);
}
