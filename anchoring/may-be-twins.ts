import { accountsOf } from './accounts';
import { type Case, isWithin, overlap, ownOrigin, type Place } from './case';
import { type Course, type Slot, widthOf } from './course';
import { fingerprintsBeside } from './fingerprint';
import { LETTERS } from './spots';
import type { TextIndex } from './text-index';
import type { Twin } from './types';

/** Share of the words that makes a twin from which the very words may have come about by an edit, or by damage undone. */
const LIKE = 0.6;
/** Units of source, beside the twin itself, between the landmarks that tell where it must be. */
const CLOSE = 800;
/** Letters by which a place may stand over the edge of its slot. */
const EDGE = 8;
/** Units by which a place may be off from where a twin stood in the source, and by which it is far from the passage's. */
const SAME_SPOT = 150;
const FAR_OFF = 3000;
/** Units of source between two landmarks whose distance tells whether anything came in between them. */
const TELLING = 1500;
/** … part of that by which the count of its letters may be off. */
const UNEVEN = 0.05;
/** Part of a passage by which the stretch that it was moved to must have grown. */
const HALF = 0.5;

/**
 * The story against a place that has the very words: the passage is gone, and this is a like one, whose words damage or an
 * edit had made differ when the passage was kept, or undid since.
 */
export function mayBeTwins(index: TextIndex, one: Case, place: Place, course: Course | undefined): boolean {
  if (!one.target.evidence?.twins.some(isLike)) return false;
  return isATwins(index, one, place, course) || stoodThere(one, place, course);
}

function isLike({ share }: Twin): boolean {
  return share >= LIKE;
}

/** Whether a like passage that has no other place is expected here, and the passage is not; or stood beside what stands here. */
function isATwins(index: TextIndex, one: Case, place: Place, course: Course | undefined): boolean {
  const { found, origins, owners, isBack, isThere } = accountsOf(index, one, course, null);
  const at = found.findIndex((other) => overlap(other, place));
  const core = found[at];
  if (!core) return false;
  const beside = fingerprintsBeside(index.skeleton, core.from, core.to);
  const own = ownOrigin(one);
  const { slot, source } = one;
  const isHere = isIn(place, slot);
  const isCloseBy = isHere && slot !== null && widthOf(slot) < source.end - source.start + CLOSE;
  const offset = index.folded.at[core.from] as number;
  return origins.some(({ twin, slot: its, at: start, end, before, after }, i) => {
    if (!twin || !isLike(twin) || (isBack(i) && owners[at] !== i)) return false;
    // What stands in it stood in the source, too, just so far from the text's beginning; the passage did not at all.
    if (Math.abs(offset - start) <= SAME_SPOT && Math.abs(offset - source.start) >= FAR_OFF) return true;
    const isInOwn = isHere && slot !== null && end > slot.sourceLow && start < slot.sourceHigh;
    if (isCloseBy && !isInOwn) return false;
    if (beside.before === before && before !== own.before) return true;
    if (beside.after === after && after !== own.after) return true;
    return its !== null && widthOf(its) < end - start + CLOSE && isThere(i, at) && !isInOwn;
  });
}

function isIn(place: Place, slot: Slot | null): boolean {
  return slot !== null && isWithin(place, { low: slot.low - EDGE, high: slot.high + EDGE });
}

/** Whether a like passage stood where nothing came in since: what stands there is it, and not the passage, moved. */
export function stoodThere({ slot, source, target }: Case, place: Place, course: Course | undefined): boolean {
  const isTwinIn = ({ sourceLow, sourceHigh }: Slot) =>
    (target.evidence?.twins ?? []).some((twin) => isLike(twin) && twin.at >= sourceLow - EDGE && twin.at < sourceHigh);
  if (slot?.isMain && isIn(place, slot) && widthOf(slot) < source.end - source.start + CLOSE) return false;
  const around = course?.around(place.from, place.to);
  if (!around || !isTwinIn(around)) return false;
  const { sourceLow, sourceHigh, low, high } = around;
  const width = sourceHigh - sourceLow;
  if (width > TELLING || (source.end > sourceLow && source.start < sourceHigh)) return false;
  return high - low - LETTERS * width + UNEVEN * width < HALF * (place.to - place.from);
}
