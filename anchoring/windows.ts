import { lowerBound } from './fold';
import type { Pattern } from './pattern';
import { skeletonOf } from './skeleton';
import { placesOf, SEED, seedsOf, type TextIndex } from './text-index';

/** A stretch of the text where the pattern, or a part of it, may stand. */
export interface Window {
  /** Words of the text: [first, last). */
  first: number;
  last: number;
  /** Seeds of the pattern that point here, in pairs of letters: in the pattern, in the text; in text order. */
  hits: [pattern: number, text: number][];
}

/** A seed in more places than this tells nothing of where. */
const MOST_PLACES = 32;
/** Letters without a seed, after which another window begins: a paragraph may be inserted, a chapter not. */
const REACH = 1200;
/** Windows looked into. The best ones come first; behind them are chance likenesses. */
const MOST_WINDOWS = 6;
/** A window with less than this share of the best one's seeds is a chance likeness, unless the quote itself is there. */
const CHANCE = 0.25;
/** Share of the quote's seeds that makes a window worth a look whatever its context. */
const QUOTE_SHARE = 0.4;
/** Letters taken along on both sides. */
const MARGIN = 60;

/**
 * Where a pattern may stand in a text, likeliest first.
 * @param parts words of the pattern to look for: all of them, or the quote alone
 */
export function windowsFor(index: TextIndex, pattern: Pattern): Window[] {
  const { folded } = pattern;
  const skeleton = skeletonOf(folded);
  const seeds = seedsOf(skeleton.codes, skeleton.length);
  const quoteFrom = folded.words[pattern.from] as number;
  const quoteTo = folded.words[pattern.to] as number;
  const hits: number[] = [];
  let quoteSeeds = 0;
  for (let i = 0; i < seeds.length; i++) {
    const letter = skeleton.letter[i] as number;
    if (letter >= quoteFrom && (skeleton.letter[i + SEED - 1] as number) < quoteTo) quoteSeeds++;
    for (const place of placesOf(index, seeds[i] as number, MOST_PLACES) ?? []) {
      hits.push((index.skeleton.letter[place] as number) * PACK + letter);
    }
  }
  const sorted = Float64Array.from(hits).sort();
  return best(clustered(sorted, folded.length), quoteFrom, quoteTo, quoteSeeds).map((cluster) =>
    windowOf(index, cluster, folded.length),
  );
}

/** Text and pattern letter in one number, so that a plain sort puts them in text order. */
const PACK = 2 ** 20;

type Cluster = [pattern: number, text: number][];

function clustered(sorted: Float64Array, patternLength: number): Cluster[] {
  const clusters: Cluster[] = [];
  const longest = 2 * patternLength + REACH;
  let current: Cluster = [];
  for (const packed of sorted) {
    const text = Math.floor(packed / PACK);
    const last = current.at(-1);
    const first = current[0];
    if (last && first && (text - last[1] > REACH || text - first[1] > longest)) {
      clusters.push(current);
      current = [];
    }
    current.push([packed % PACK, text]);
  }
  if (current.length) clusters.push(current);
  return clusters;
}

function best(clusters: Cluster[], quoteFrom: number, quoteTo: number, quoteSeeds: number): Cluster[] {
  const weighed = clusters.map((cluster) => {
    const covered = new Set(cluster.map(([letter]) => letter));
    let ofQuote = 0;
    for (const letter of covered) if (letter >= quoteFrom && letter < quoteTo) ofQuote++;
    return { cluster, seeds: covered.size, hasQuote: quoteSeeds > 0 && ofQuote >= QUOTE_SHARE * quoteSeeds };
  });
  weighed.sort((a, b) => b.seeds - a.seeds);
  const enough = Math.max(1, (weighed[0]?.seeds ?? 0) * CHANCE);
  return weighed
    .filter(({ seeds, hasQuote }) => hasQuote || seeds >= enough)
    .slice(0, MOST_WINDOWS)
    .map(({ cluster }) => cluster);
}

/** Share of a window's seeds that must be left beside what was found in it for another look. */
const LEFT_OVER = 0.25;

/** What is left of a window on both sides of the letters [from, to): the same words may be printed twice close together. */
export function leftOver(index: TextIndex, window: Window, from: number, to: number, patternLength: number): Window[] {
  const seeds = distinct(window.hits);
  return [window.hits.filter((hit) => hit[1] < from), window.hits.filter((hit) => hit[1] >= to)]
    .filter((hits) => hits.length > 0 && distinct(hits) >= LEFT_OVER * seeds)
    .map((hits) => {
      const { first, last } = windowOf(index, hits, patternLength);
      const isBefore = (hits[0]?.[1] ?? 0) < from;
      const free = wordsBetween(index, isBefore ? 0 : to, isBefore ? from : index.folded.length);
      return { first: Math.max(first, free.first), last: Math.min(last, free.last), hits };
    });
}

function distinct(hits: Cluster): number {
  return new Set(hits.map(([letter]) => letter)).size;
}

function windowOf(index: TextIndex, hits: Cluster, patternLength: number): Window {
  let from = Number.POSITIVE_INFINITY;
  let to = 0;
  for (const [pattern, text] of hits) {
    from = Math.min(from, text - pattern);
    to = Math.max(to, text + patternLength - pattern);
  }
  return { ...wordsBetween(index, from - MARGIN, to + MARGIN), hits };
}

/** The words of the text that the letters [from, to) touch. */
export function wordsBetween({ folded }: TextIndex, from: number, to: number): { first: number; last: number } {
  const { words, wordCount } = folded;
  return {
    first: Math.max(0, lowerBound(words, wordCount, Math.max(0, from) + 1) - 1),
    last: lowerBound(words, wordCount, Math.max(0, to)),
  };
}
