import { commonBeside, consonantsOf, FARTHER } from './beside';
import { type Case, isAdjacent, overlap, ownOrigin, type Place, twinsBetween } from './case';
import { isTelling } from './core';
import type { Slot } from './course';
import { fingerprint, fingerprintsBeside } from './fingerprint';
import { isCompared } from './in-slot';
import { coreLikenesses } from './likenesses';
import type { Sighting } from './sighting';
import { skeletonOf } from './skeleton';
import type { TextIndex } from './text-index';
import type { Twin } from './types';

/** Consonants, some seven words, that must stand beside a place. */
const SEAM = 20;
/** Share of the passage's words that must be left. */
const LEFT = 0.65;

/** Share of the words that a twin of the same mould has, and one next door that is more than a phrase like it. */
const MOULD = 0.6;
const NEXT = 0.5;

/**
 * Whether most of a passage's words stand right beside what stood on one side of it, and that goes on farther than it did
 * beside any twin that the order of the document allows here: it is the passage, however it and its other side were edited.
 */
export function isOnOwnSide(index: TextIndex, one: Case, here: Sighting, slot: Slot): boolean {
  const { evidence } = one.target;
  if (here.to <= here.from || here.quote < LEFT || !isTelling(one.pattern, one.pattern)) return false;
  // Of two that were alike and stood side by side the one that is left stands beside the other's neighbour.
  if (!evidence || evidence.twins.some((twin) => twin.share >= NEXT && isAdjacent(one, twin))) return false;
  if (hasTwinsWords(index, one, here.core)) return false;
  const twins = twinsBetween(one, slot.sourceLow, slot.sourceHigh);
  // Another name in a mould that the source filled with several here.
  const isMould = ({ share }: Twin) => share < 1 && share >= MOULD;
  if (here.namesLost > 0 && (isCompared(one, slot) ? twins : evidence.twins).some(isMould)) return false;
  const beside = fingerprintsBeside(index.skeleton, here.core.from, here.core.to);
  const own = ownOrigin(one);
  const sides = commonAround(index, one, here);
  return (['before', 'after'] as const).some((side, i) => {
    const other = side === 'before' ? 'after' : 'before';
    if (sides.quote[side] < SEAM) return false;
    return twins.every((twin) => {
      const isTwins = twin[other] === beside[other] && twin[other] !== own[other];
      return !isTwins && sides.core[side] >= (twin.shared?.[i] ?? Number.POSITIVE_INFINITY) + FARTHER;
    });
  });
}

/** Whether a near-twin's words stand here, and not once more for each twin that has them. */
export function hasTwinsWords(index: TextIndex, { pattern, core, target }: Case, here: Place): boolean {
  const wordsOf = ({ from, to }: Place) => fingerprint(index.folded, from, to);
  const near = target.evidence?.twins.filter(({ share }) => share < 1) ?? [];
  if (near.some(({ words }) => words === wordsOf(here))) return true;
  const { found } = coreLikenesses(index, pattern, core);
  // What an edit took from its border may leave a twin's words of the passage.
  return found.some((place) => {
    if (!overlap(place, here)) return false;
    const alike = near.filter(({ words }) => words === wordsOf(place)).length;
    return alike > 0 && found.filter((other) => wordsOf(other) === wordsOf(place)).length <= alike;
  });
}

/** Consonants of the passage's surroundings that stand beside a place: counted from the quote, and from its sentence's words. */
function commonAround(index: TextIndex, { pattern, core }: Case, place: Sighting) {
  const { folded } = pattern;
  const own = skeletonOf(folded);
  const letters = (word: number) => folded.words[word] as number;
  const quote = consonantsOf(own, { from: letters(pattern.from), to: letters(pattern.to) });
  const whole = consonantsOf(own, { from: letters(core.from), to: letters(core.to) });
  const common = commonBeside(own, quote, index.skeleton, consonantsOf(index.skeleton, place));
  return {
    quote: common,
    core: { before: common.before - (quote[0] - whole[0]), after: common.after - (whole[1] - quote[1]) },
  };
}
