import { accountsOf, sidesBeside } from './accounts';
import { commonBeside, consonantsOf, isBeyond, isDistinct, partsAs, seatOf } from './beside';
import { byContext } from './by-context';
import { type Case, type Decision, isAdjacent, isWithin, overlap, ownOrigin, type Place, twinsBetween } from './case';
import { leftByCount } from './census';
import { isOwnCore, isTelling } from './core';
import { type Course, type Slot, widthOf } from './course';
import { isDoubtedEdit } from './doubted-edit';
import { elsewhere, leftPlace } from './elsewhere';
import { decideInSlot } from './in-slot';
import { coreLikenesses } from './likenesses';
import { mayBeTwins, stoodThere } from './may-be-twins';
import { occurrences } from './occurrences';
import { isPartedAlike } from './parted-alike';
import type { Pattern } from './pattern';
import { areSideBySide, stoodBeside } from './side-by-side';
import { skeletonOf } from './skeleton';
import { LETTERS } from './spots';
import type { TextIndex } from './text-index';
import type { Twin } from './types';
import { veryWordsAt } from './very-words';

/** Part of a passage's length, and letters, by which a slot may have shrunk when it was taken away. */
const MORE = 1.5;
const FEW = 40;
/** Letters by which a place may stand over the edge of its slot. */
const EDGE = 8;
/** Exact twins that make a set phrase. */
const SET_PHRASE = 3;

/**
 * Weighs everything that is known of a target: first where the order of the document wants it, then by its surroundings
 * wherever they are, then by its words alone.
 */
export function decide(index: TextIndex, one: Case, course: Course | undefined): Decision {
  const decision = withVeryWords(index, one, weighed(index, one, course));
  if (decision.verdict === 'changed') {
    return isDoubtedEdit(index, one, decision.place) ? { verdict: 'ambiguous', places: [decision.place] } : decision;
  }
  const isPlace = decision.verdict === 'placed' || decision.verdict === 'moved';
  if (isPlace && mayBeTwins(index, one, decision.place, course)) {
    return { verdict: 'ambiguous', places: [decision.place] };
  }
  if (isPlace && !isSomeTwins(index, one, decision.place, course)) return decision;
  const left = leftByCount(index, one, course);
  if (left && !(isPlace && !overlap(left.place, decision.place)) && !stoodThere(one, left.place, course)) {
    return left;
  }
  return isPlace ? { verdict: 'ambiguous', places: [decision.place] } : decision;
}

/** What was taken for an edit is none where the quote's own letters stand. */
function withVeryWords(index: TextIndex, one: Case, decision: Decision): Decision {
  if (decision.verdict !== 'changed') return decision;
  const place = veryWordsAt(index, one, decision.place);
  return place ? { verdict: one.slot?.isMain && isInSlot(place, one.slot) ? 'placed' : 'moved', place } : decision;
}

/**
 * Whether a place with the very words may be a twin's: fewer places have them than did in the source, so that the passage
 * itself may be the one that is gone, and its surroundings are not its own on either side.
 */
function isSomeTwins(index: TextIndex, one: Case, place: Place, course: Course | undefined): boolean {
  const { evidence } = one.target;
  const twins = evidence?.twins.filter(({ share }) => share === 1) ?? [];
  const exact = twins.length;
  if (exact === 0) return false;
  const { found } = coreLikenesses(index, one.pattern, one.core);
  const core = found.find((other) => overlap(other, place)) ?? place;
  if (isDistinct(index, one, core) && seatOf(index, one, place).isWhole) return false;
  // It was moved beside its like, or its like beside it.
  if (
    found.some((other) => other.same && areSideBySide(index, other, core)) &&
    !twins.some((twin) => stoodBeside(one, twin))
  )
    return true;
  const { origins, owners, isBack, isCounted } = accountsOf(index, one, course, null);
  const isElsewhere = (twin: number) => isBack(twin) && found[owners.indexOf(twin)] !== core;
  const astray = origins.flatMap(({ twin }, i) => (twin?.share === 1 && !isElsewhere(i) ? [twin] : []));
  const { slot } = one;
  const isHere = slot !== null && isInSlot(place, slot);
  // Where the order of the document wants it, and much farther on one side than beside the twin, what stands is its own;
  // one of many set phrases may have been moved there.
  const isItself = (twin: Twin) => exact < SET_PHRASE && isHere && slot.isMain && isBeyond(index, one, core, twin);
  if (astray.some((twin) => isAdjacent(one, twin) || (partsAs(index, one, core, twin) && !isItself(twin)))) return true;
  const own = ownOrigin(one);
  const isRival = (other: Place, i: number) => {
    if (other === core || (owners[i] ?? 0) > 0) return false;
    const sides = sidesBeside(index, own, other);
    return sides > 0 && sides >= sidesBeside(index, own, core);
  };
  if (found.some((other, i) => other.same && isRival(other, i))) return true;
  // Between the nearest landmarks no twin stood.
  if (isHere && twinsBetween(one, slot.sourceLow, slot.sourceHigh).length === 0) return false;
  if (found.filter(({ same }) => same).length > exact || isDistinct(index, one, core)) return false;
  return !isCounted || astray.some((twin) => !isBeyond(index, one, core, twin));
}

function isInSlot(place: Place, { low, high }: Slot): boolean {
  return isWithin(place, { low: low - EDGE, high: high + EDGE });
}

/** Letters from which words that the source had once only, and nothing like them, are known wherever they are. */
const KNOWN_LETTERS = 22;
/** Consonants beside fewer letters, of a word or two, that tell them. */
const BESIDE = 4;
/** Share of the words that makes a twin from which a passage's very words may have come about by an edit. */
const KINDRED = 0.7;

/**
 * The very words of a passage that the source had once only, where the text has them once too and the order of the document
 * wants them, whatever surrounds them; or anywhere, where nothing in the source was like them.
 */
function onlyPlace(index: TextIndex, one: Case, course: Course | undefined): Decision | null {
  const { pattern, core, target, slot } = one;
  const { isOnly, twinCount, twins = [] } = target.evidence ?? {};
  const isOwn = isTelling(pattern, pattern) && isOwnCore(pattern, core);
  if (isOwn ? twinCount !== 0 : !isOnly) return null;
  const [from, ...others] = occurrences(index, pattern);
  if (from === undefined || others.length > 0 || !isPartedAlike(index, pattern, from)) return null;
  const { words } = pattern.folded;
  const letters = (words[pattern.to] as number) - (words[pattern.from] as number);
  const place = { from, to: from + letters };
  if (slot && isInSlot(place, slot)) {
    // A word or two are known by what stands beside them, too.
    if (letters < KNOWN_LETTERS && !isNeighboured(index, pattern, place)) return null;
    return { verdict: slot.isMain ? 'placed' : 'moved', place };
  }
  const isKindred = twins.some(({ share }) => share >= KINDRED);
  const isTold = letters >= KNOWN_LETTERS && !isKindred;
  return isTold && !isInstead(index, one, course, place) ? { verdict: 'moved', place } : null;
}

/** Whether one of the words that stood beside a quote still does. */
function isNeighboured(index: TextIndex, { folded, from, to }: Pattern, place: Place): boolean {
  const { words } = folded;
  const own = skeletonOf(folded);
  const quote = consonantsOf(own, { from: words[from] as number, to: words[to] as number });
  const common = commonBeside(own, quote, index.skeleton, consonantsOf(index.skeleton, place));
  return common.before >= BESIDE || common.after >= BESIDE;
}

/** Whether a place, away from where the passage belongs, is where a like passage stood that has no other. */
function isInstead(index: TextIndex, one: Case, course: Course | undefined, place: Place): boolean {
  if (one.target.evidence?.twins.length === 0) return false;
  const accounts = accountsOf(index, one, course, null);
  const at = accounts.found.findIndex((other) => overlap(other, place));
  return at >= 0 && accounts.isInstead(at);
}

function weighed(index: TextIndex, one: Case, course: Course | undefined): Decision {
  const { slot, broad } = one;
  let inSlot = slot ? decideInSlot(index, one, slot, course) : null;
  if (inSlot === 'gone' || inSlot?.verdict === 'ambiguous') inSlot = onlyPlace(index, one, course) ?? inSlot;
  // More is gone from the slot than the passage: perhaps one of its landmarks stands elsewhere now.
  if (inSlot === 'gone' && slot && broad && broad !== slot && isShrunk(one, slot)) {
    inSlot = decideInSlot(index, { ...one, slot: broad, wide: broad }, broad, course, true);
  }
  if (inSlot === 'gone') {
    for (const other of course?.elsewhere(one.target.position.start, one.target.position.end) ?? []) {
      if (slot && other.low === slot.low && other.high === slot.high) continue;
      const moved = decideInSlot(index, { ...one, slot: other, wide: other }, other, course);
      if (moved === null || moved === 'gone' || !('place' in moved)) continue;
      if (!isInstead(index, one, course, moved.place)) return moved;
    }
  }
  if (inSlot === 'gone') return leftPlace(index, one, course) ?? elsewhere(index, one, course, slot);
  if (inSlot?.verdict === 'ambiguous') return leftPlace(index, one, course) ?? inSlot;
  // Other words where the passage stood, and its own elsewhere: edited there, or moved and a near-twin in its place.
  if (inSlot?.verdict === 'changed' && one.target.evidence?.twins.length && !isExplained(index, one, inSlot.place)) {
    const moved = elsewhere(index, one, course, slot);
    if (moved.verdict === 'moved') return { verdict: 'ambiguous', places: [inSlot.place, moved.place] };
  }
  return inSlot ?? byContext(index, one, course);
}

/** Whether an edited passage is set into its old surroundings, and the text has its old words as often as its twins had. */
function isExplained(index: TextIndex, one: Case, place: Place): boolean {
  const exact = one.target.evidence?.twins.filter(({ share }) => share === 1).length ?? 0;
  const { found } = coreLikenesses(index, one.pattern, one.core);
  return seatOf(index, one, place).isSeated && found.filter(({ same }) => same).length <= exact;
}

function isShrunk({ target }: Case, slot: Slot): boolean {
  const { start, end } = target.position;
  return slot.high - slot.low < LETTERS * (widthOf(slot) - MORE * (end - start)) - FEW;
}
