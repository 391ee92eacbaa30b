import { consonantsOf, seatOf } from './beside';
import { type Case, type EditedPlace, overlap } from './case';
import { isOwnCore } from './core';
import { coreLikenesses } from './likenesses';
import { hasTwinsWords } from './own-side';
import type { Sighting } from './sighting';
import { skeletonOf } from './skeleton';
import type { TextIndex } from './text-index';

/** Part of its letters, and letters more, that may have been put into a passage that has its like. */
const PUT_IN = 0.4;
const WORD = 10;
/** Share of the words that makes a near-twin. */
const KINDRED = 0.7;
/** Consonants beside a passage, some seven words, by which they are known. */
const SEAM = 20;
/** Share of the words that makes an edit wherever it stands. */
const MOST = 0.8;
/** Share of its sentence's words by which a passage of a word or two is not known. */
const HALF = 0.5;

/**
 * Whether what was taken for the passage, edited, is rather something else, for all that is known of the document: it is
 * shown as a candidate.
 */
export function isDoubtedEdit(index: TextIndex, one: Case, place: EditedPlace | (EditedPlace & Sighting)): boolean {
  if (isInterleaved(index, one, place)) return true;
  const seat = seatOf(index, one, place);
  const isItsOwn = seat.isWhole || (seat.isSeated && seat.isOwn);
  if (!isItsOwn && (isElsewhere(index, one, place) || isTwinsHome(index, one, place))) return true;
  return (
    'around' in place &&
    !seat.isSeated &&
    (isAdrift(index, one, place) || isAlone(place) || isAnotherSentence(one, place))
  );
}

/**
 * Whether an edited passage that has its like holds so much that was put in, over line ends, that it may be gathered from
 * half-lines of two columns.
 */
function isInterleaved({ folded }: TextIndex, { pattern, target }: Case, { from, to, inserted }: EditedPlace): boolean {
  const { words } = pattern.folded;
  const letters = (words[pattern.to] as number) - (words[pattern.from] as number);
  const strange = (inserted ?? []).reduce((sum, [start, end]) => sum + end - start, 0);
  if (strange <= PUT_IN * letters + WORD || !target.evidence?.twins.some(({ share }) => share >= KINDRED)) return false;
  return folded.text.slice(folded.at[from], folded.at[to - 1]).includes('\n');
}

/** Whether the very words still stand in as many other places as they did in the source, the passage's own counted. */
function isElsewhere(index: TextIndex, { pattern, core, target }: Case, place: EditedPlace): boolean {
  const exact = target.evidence?.twins.filter(({ share }) => share === 1).length ?? 0;
  const { found } = coreLikenesses(index, pattern, core);
  return found.filter((other) => other.same && !overlap(other, place)).length > exact;
}

/** Whether the words are a near-twin's, which stands no more often than it did. */
function isTwinsHome(index: TextIndex, one: Case, place: EditedPlace | (EditedPlace & Sighting)): boolean {
  return hasTwinsWords(index, one, 'core' in place && place.core.to > place.core.from ? place.core : place);
}

/** Whether what stood just before the words stands behind them now, or the other way round: they were moved, too. */
function isAdrift(index: TextIndex, { pattern, slot }: Case, place: EditedPlace & Sighting): boolean {
  if (place.touchesBefore || place.touchesAfter || !slot) return false;
  const { folded } = pattern;
  const own = skeletonOf(folded);
  const letters = (word: number) => folded.words[word] as number;
  const [from, to] = consonantsOf(own, { from: letters(pattern.from), to: letters(pattern.to) });
  const [start, end] = consonantsOf(index.skeleton, place);
  const [low, high] = consonantsOf(index.skeleton, { from: slot.low, to: slot.high });
  const { codes } = index.skeleton;
  return (
    (from >= SEAM && stands(own.codes.subarray(from - SEAM, from), codes.subarray(end, high))) ||
    (own.length - to >= SEAM && stands(own.codes.subarray(to, to + SEAM), codes.subarray(low, start)))
  );
}

function stands(codes: Uint8Array, among: Uint8Array): boolean {
  for (let at = 0; at + codes.length <= among.length; at++) {
    let same = 0;
    while (same < codes.length && among[at + same] === codes[same]) same++;
    if (same === codes.length) return true;
  }
  return false;
}

/** Whether some of the words stand among others, with nothing near by that stood beside them: they may be a set phrase. */
function isAlone({ touchesBefore, touchesAfter, quote }: Sighting): boolean {
  return !touchesBefore && !touchesAfter && quote < MOST;
}

/** Whether a word or two of an edited phrase stand in a sentence of the same mould that speaks of something else. */
function isAnotherSentence({ pattern, core, target }: Case, { missing, sentence }: Sighting): boolean {
  return !isOwnCore(pattern, core) && missing > 0 && sentence < HALF && target.evidence?.twins.length !== 0;
}
