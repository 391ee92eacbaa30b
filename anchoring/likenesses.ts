import { alignWords, SAME, wordWeight } from './align-words';
import { lowerBound } from './fold';
import { isPageFurniture } from './page-furniture';
import type { Pattern } from './pattern';
import { sameSpan } from './quote-span';
import { type Skeleton, skeletonOf } from './skeleton';
import { placesOf, placesWithin, seedsOf, type TextIndex } from './text-index';
import { wordsBetween } from './windows';
import { type WordKeys, wordKeys } from './word-keys';

/** A place whose words are like the words looked for, whatever surrounds it. */
export interface Likeness {
  /** Letters of the folded text, from the first word that is there to the last: [from, to). */
  from: number;
  to: number;
  /** Share of the words that are there, by what each tells. */
  share: number;
  /** Every word there and no other between them, page furniture apart. */
  same: boolean;
}

/** A likeness needs this share of the words. */
const LIKE = 0.6;
/** Set phrases stand in dozens of places; beyond this a passage is known by its surroundings only. */
const MOST_PLACES = 64;
const MOST_LOOKS = 64;
/** Cells of all alignments at most: passages of many words are compared with fewer places. */
const MOST_CELLS = 1_500_000;
/** Letters taken along on both sides: room for a page header that parts the words. */
const MARGIN = 90;
/** Letters by which the place that seeds point to may be off. */
const SLACK = 20;
/** Part of that share that a place must have of the stretch's seeds to be looked at. */
const FEW_SEEDS = 1 / 6;
/** Costs less than in a passage with its surroundings: what one sentence has and its like has not may be half of it. */
const GAP = 10;
/** Consonants that a stretch must have to be looked for at all. */
const SHORTEST = 3;

export interface Likenesses {
  /** In text order. */
  found: Likeness[];
  /** False where the words are so common in the text that not every place was looked at. */
  isComplete: boolean;
}

/** Words [from, to) of the pattern. */
export interface Stretch {
  from: number;
  to: number;
}

/** Letters of the folded text, [low, high). */
export interface Range {
  low: number;
  high: number;
}

/**
 * Places of the text like a stretch of the pattern. Looks at 64 at most, those with most in common with it; nothing
 * is found for a stretch with next to no consonants.
 * @param options where to look, the whole text if left out, and the least share of the words that makes a likeness
 */
export function likenesses(
  index: TextIndex,
  pattern: Pattern,
  stretch: Stretch,
  { range, least = LIKE }: { range?: Range; least?: number } = {},
): Likenesses {
  const { folded } = pattern;
  const keys = wordKeys(folded, stretch.from, stretch.to);
  const found = new Map<number, Likeness>();
  const { groups, exact, isComplete } = looks(index, pattern, stretch, least, range);
  let cells = 0;
  let isCut = false;
  // Beside a near-twin an exact one would be seen as part of it.
  for (const { from, to } of exact) {
    const { first, last } = wordsBetween(index, from, to);
    const likeness = likenessIn(index, wordKeys(index.folded, first, last), keys);
    if (likeness?.same) found.set(likeness.from, likeness);
  }
  for (const { from, to } of groups) {
    if (cells > MOST_CELLS) {
      isCut = true;
      break;
    }
    const look = (start: number, end: number) => {
      const { first, last } = wordsBetween(index, start, end);
      cells += (last - first) * keys.count;
      return likenessIn(index, wordKeys(index.folded, first, last), keys);
    };
    const isKnown = (one: Likeness) => [...found.values()].find((other) => other.from < one.to && one.from < other.to);
    let [start, end] = [from - MARGIN, to + MARGIN];
    let likeness = look(start, end);
    // The margins may hold better ones, next door, that are known already: then this one is looked for beside them.
    for (let side = 0; side < 2 && likeness; side++) {
      const better = isKnown(likeness);
      if (!better || (from < better.to - SLACK && to > better.from + SLACK)) break;
      if (from > better.from) start = better.to;
      else end = better.from;
      likeness = look(start, end);
    }
    if (!likeness || likeness.share < least) continue;
    // Two looks may see one place, the one of them cut off.
    const known = isKnown(likeness);
    if (known && known.share >= likeness.share) continue;
    if (known) found.delete(known.from);
    found.set(likeness.from, likeness);
  }
  return { found: [...found.values()].sort((a, b) => a.from - b.from), isComplete: isComplete && !isCut };
}

const known = new WeakMap<Pattern, { index: TextIndex; found: Likenesses }>();

/** Places anywhere in the text like the core of a passage; looked for once. */
export function coreLikenesses(index: TextIndex, pattern: Pattern, core: Stretch): Likenesses {
  const before = known.get(pattern);
  if (before?.index === index) return before.found;
  const found = likenesses(index, pattern, core);
  known.set(pattern, { index, found });
  return found;
}

function likenessIn(index: TextIndex, text: WordKeys, keys: WordKeys): Likeness | null {
  const alignment = alignWords(keys, text, { from: -1, to: -1 }, GAP);
  const { state, from, to } = alignment;
  let found = 0;
  let all = 0;
  let end = -1;
  let same = true;
  for (let i = 0; i < keys.count; i++) {
    const weight = wordWeight(keys.lengths[i] as number);
    all += weight;
    if (state[i] !== SAME) {
      same = false;
      continue;
    }
    found += weight;
    const start = from[i] as number;
    if (end >= 0 && start !== end && !isPageFurniture(index, end, start)) same = false;
    end = to[i] as number;
  }
  if (found === 0) return null;
  return { ...sameSpan({ from: 0, to: keys.count }, alignment), share: found / all, same };
}

/** Letters of the folded text, [from, to). */
interface Letters {
  from: number;
  to: number;
}

interface Look extends Letters {
  seeds: number;
}

/** Groups the seeds that the stretch and the text share: one group for each place that may be like it. */
function looks(
  index: TextIndex,
  { folded }: Pattern,
  stretch: Stretch,
  least: number,
  within: Range | undefined,
): { groups: Look[]; exact: Letters[]; isComplete: boolean } {
  const start = folded.words[stretch.from] as number;
  const end = folded.words[stretch.to] as number;
  const length = end - start;
  const skeleton = skeletonOf({ ...folded, letters: folded.letters.subarray(start, end), length });
  const seeds = seedsOf(skeleton.codes, skeleton.length);
  if (seeds.length === 0) return { ...shortLooks(index, skeleton, length, within), exact: [] };
  const origins: number[] = [];
  const starts = new Set<number>();
  let common = 0;
  const { low, high } = skeletonRange(index, within);
  for (let i = 0; i < seeds.length; i++) {
    const seed = seeds[i] as number;
    const places = within ? placesWithin(index, seed, low, high, MOST_PLACES) : placesOf(index, seed, MOST_PLACES);
    if (!places) common++;
    for (const place of places ?? []) {
      starts.add(place - i);
      origins.push((index.skeleton.letter[place] as number) - (skeleton.letter[i] as number));
    }
  }
  // An edit shifts what follows it: seeds of one place agree on where the stretch would begin up to a few words.
  const slack = 20 + (length >> 2);
  const groups: Look[] = [];
  let last: Look | undefined;
  for (const origin of Float64Array.from(origins).sort()) {
    if (last && origin - last.from <= slack) {
      last.to = origin + length;
      last.seeds++;
    } else {
      last = { from: origin, to: origin + length, seeds: 1 };
      groups.push(last);
    }
  }
  // Words that are there bring their seeds along: a few chance ones are not worth a look.
  const enough = (seeds.length - common) * least * FEW_SEEDS;
  const worthy = groups.filter((group) => group.seeds >= enough).sort((a, b) => b.seeds - a.seeds);
  // A rare seed finds every place that has the very words; where all are common, or the last look was as good as the
  // first, some were missed.
  const missed = (worthy[MOST_LOOKS]?.seeds ?? 0) >= (worthy[0]?.seeds ?? 1);
  const exact = [...starts]
    .filter((at) => hasSkeleton(index.skeleton, at, skeleton))
    .slice(0, MOST_LOOKS)
    .map((at) => {
      const from = (index.skeleton.letter[at] as number) - (skeleton.letter[0] as number);
      return { from, to: from + length };
    });
  return { groups: worthy.slice(0, MOST_LOOKS), exact, isComplete: !missed && common < seeds.length };
}

/** Whether all consonants of a stretch stand in a text from a place on. */
function hasSkeleton({ codes, length }: Skeleton, at: number, stretch: Skeleton): boolean {
  if (at < 0 || at + stretch.length > length) return false;
  for (let i = 0; i < stretch.length; i++) if (codes[at + i] !== stretch.codes[i]) return false;
  return true;
}

function skeletonRange({ skeleton }: TextIndex, within: Range | undefined): Range {
  const { letter, length } = skeleton;
  if (!within) return { low: 0, high: length };
  return {
    low: lowerBound(letter, length, within.low),
    high: within.high >= Number.MAX_SAFE_INTEGER ? length : lowerBound(letter, length, within.high),
  };
}

/** A stretch without a seed, a heading of a word or two, is looked for in the whole text. */
function shortLooks(
  index: TextIndex,
  skeleton: Skeleton,
  length: number,
  within: Range | undefined,
): { groups: Look[]; isComplete: boolean } {
  const groups: Look[] = [];
  const { codes, letter } = index.skeleton;
  if (skeleton.length < SHORTEST) return { groups, isComplete: false };
  const [first] = skeleton.codes;
  const { low, high } = skeletonRange(index, within);
  for (let i = codes.indexOf(first as number, low); i >= 0 && i < high; i = codes.indexOf(first as number, i + 1)) {
    let same = 1;
    while (same < skeleton.length && codes[i + same] === skeleton.codes[same]) same++;
    if (same < skeleton.length) continue;
    if (groups.length === MOST_LOOKS) return { groups, isComplete: false };
    const from = (letter[i] as number) - (skeleton.letter[0] as number);
    groups.push({ from, to: from + length, seeds: 1 });
  }
  return { groups, isComplete: true };
}
