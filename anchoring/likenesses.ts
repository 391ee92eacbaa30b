import { ABSENT, alignWords, SAME, wordWeight } from './align-words';
import type { Pattern } from './pattern';
import { skeletonOf } from './skeleton';
import { placesOf, seedsOf, type TextIndex } from './text-index';
import { wordsBetween } from './windows';
import { type WordKeys, wordKeys } from './word-keys';

/** A place whose words are like the words looked for, whatever surrounds it. */
export interface Likeness {
  /** Letters of the folded text, [from, to). */
  from: number;
  to: number;
  /** Share of the words that are there, by what each tells. */
  share: number;
  /** Every word there and no other between them. */
  same: boolean;
}

/** A likeness needs this share of the words. */
const LIKE = 0.6;
const MOST_PLACES = 48;
const MOST_LOOKS = 16;
const MARGIN = 24;

/** Words [from, to) of the pattern. */
export interface Stretch {
  from: number;
  to: number;
}

/**
 * Places of the text like a stretch of the pattern, in text order. Looks at sixteen at most, those with most in common
 * with it; nothing is found for a stretch shorter than a seed.
 */
export function likenesses(index: TextIndex, pattern: Pattern, stretch: Stretch): Likeness[] {
  const { folded } = pattern;
  const keys = wordKeys(folded, stretch.from, stretch.to);
  const found = new Map<number, Likeness>();
  for (const { from, to } of looks(index, pattern, stretch)) {
    const { first, last } = wordsBetween(index, from - MARGIN, to + MARGIN);
    const likeness = likenessIn(wordKeys(index.folded, first, last), keys);
    if (likeness && likeness.share >= LIKE) found.set(likeness.from, likeness);
  }
  return [...found.values()].sort((a, b) => a.from - b.from);
}

function likenessIn(text: WordKeys, keys: WordKeys): Likeness | null {
  const { score, state, from, to } = alignWords(keys, text, { from: -1, to: -1 });
  if (score === 0) return null;
  let found = 0;
  let all = 0;
  let start = -1;
  let end = -1;
  let same = true;
  for (let i = 0; i < keys.count; i++) {
    const weight = wordWeight(keys.lengths[i] as number);
    all += weight;
    if (state[i] !== SAME) same = false;
    if (state[i] === ABSENT) continue;
    if (state[i] === SAME) found += weight;
    if (start < 0) start = from[i] as number;
    else if (from[i] !== end) same = false;
    end = to[i] as number;
  }
  return { from: start, to: end, share: found / all, same };
}

interface Look {
  from: number;
  to: number;
  seeds: number;
}

/** Groups the seeds that the stretch and the text share: one group for each place that may be like it. */
function looks(index: TextIndex, { folded }: Pattern, stretch: Stretch): Look[] {
  const start = folded.words[stretch.from] as number;
  const end = folded.words[stretch.to] as number;
  const length = end - start;
  const skeleton = skeletonOf({ ...folded, letters: folded.letters.subarray(start, end), length });
  const seeds = seedsOf(skeleton.codes, skeleton.length);
  const origins: number[] = [];
  for (let i = 0; i < seeds.length; i++) {
    for (const place of placesOf(index, seeds[i] as number, MOST_PLACES) ?? []) {
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
  return groups.sort((a, b) => b.seeds - a.seeds).slice(0, MOST_LOOKS);
}
