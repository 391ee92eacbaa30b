import { areStrays } from './accounts';
import { alignWindow } from './align-window';
import { type Alignment, alignWords } from './align-words';
import { seatOf } from './beside';
import { type Case, type Decision, type Place, twinsBetween } from './case';
import { isClosed } from './closed';
import { isTelling } from './core';
import { type Course, isTight, type Slot } from './course';
import { fingerprint } from './fingerprint';
import { lowerBound, wordOf } from './fold';
import { inOrder } from './in-order';
import type { Stretch } from './likenesses';
import { isOnOwnSide } from './own-side';
import { isPartedAlike } from './parted-alike';
import { CONTEXT } from './pattern';
import { isOpen } from './quote-span';
import { isEdited, isOnce, isSame } from './recognise';
import { type Sighting, sightingOf } from './sighting';
import { skeletonOf } from './skeleton';
import { placesWithin, seedsOf, type TextIndex } from './text-index';
import type { Twin } from './types';
import { type Window, wordsBetween } from './windows';
import { wordKeys } from './word-keys';

/** A slot of more letters tells too little: passages are then known by their surroundings. */
const WIDEST = 6000;
/** Letters, and units of the source, that the landmark at the far end of a slot takes. */
const LANDMARK = 28;
/** Letters by which a quote may reach into a landmark: vowels before its first consonant. */
const EDGE = 3;
/** Cells of one alignment at most; longer passages are aligned piece by piece. */
const MOST_CELLS = 60_000;
const MOST_PLACES = 8;

/**
 * Looks for a passage where the order of the document wants it.
 * @param isStrict whether nothing but the very words, with those of their sentence, will do
 * @returns the decision; `gone` where the passage is surely not there; null where the slot is too wide to tell
 */
export function decideInSlot(
  index: TextIndex,
  one: Case,
  slot: Slot,
  course: Course | undefined,
  isStrict = false,
): Decision | 'gone' | null {
  if (!(slot.high - slot.low <= WIDEST)) return null;
  if (isKnown(one, slot) && isClosed(index, one, slot)) return 'gone';
  const there = slot.isMain ? 'placed' : 'moved';
  const twins = twinsBetween(one, slot.sourceLow, slot.sourceHigh);
  const isClose = isKnown(one, slot);
  const isAlone = twins.length === 0 && isClose && isTight(slot) && !isStrict;
  const exact = isAlone ? onlyExact(index, one, slot) : null;
  const isWhole = exact && !isGrown(index, one, exact);
  const hasExactTwins = one.target.evidence?.twins.some(({ share }) => share === 1);
  if (exact && isWhole && (!hasExactTwins || seatOf(index, one, exact).isSeated))
    return { verdict: there, place: exact };
  const here = sightingNear(index, one, slot);
  const seat = here && !isStrict ? seatOf(index, one, here) : null;
  // All that is known of the surroundings is there, on both sides and farther than beside any twin: what is in it is the passage.
  if (here && seat?.isWhole && (seat.isTelling || (seat.isSeated && isOnlySeat(twins)))) {
    if (isSame(one, here)) return { verdict: there, place: here };
    if (isEdited(index, one, here, true)) return { verdict: 'changed', place: here };
  }
  if (here && !isStrict && !isSame(one, here) && isOnOwnSide(index, one, here, slot)) {
    if (isEdited(index, one, here, true)) return { verdict: 'changed', place: here };
  }
  // Of a word or two more than the words must be there, where more than the words around it belongs into the slot.
  const isVague = !isClose && !isTelling(one.pattern, one.pattern) && !(here && seatOf(index, one, here).isSeated);
  if (!isAlone) return inOrder(index, one, slot, twins, here, course, isStrict || isVague);
  if (!here) return 'gone';
  if (isSame(one, here)) return { verdict: there, place: here };
  // The words of a near-twin that stood elsewhere: it was moved here, and the passage away.
  if (areStrays(index, one, course, fingerprint(index.folded, here.core.from, here.core.to))) return 'gone';
  return isEdited(index, one, here, true) ? { verdict: 'changed', place: here } : 'gone';
}

/** Consonants on each side, some seven words, by which twins that share them are not told from the passage. */
const SEAM = 20;

/** Whether no twin that stood in the slot had the passage's surroundings on both sides. */
function isOnlySeat(twins: readonly Twin[]): boolean {
  return twins.every(({ shared }) => shared && Math.min(...shared) < SEAM);
}

/** What stands in the slot, found with as much of the surroundings as the order of the document vouches for. */
function sightingNear(index: TextIndex, one: Case, slot: Slot): Sighting | null {
  const { wide } = one;
  const here = wide && wide.high - wide.low <= WIDEST ? sightingIn(index, one, wide) : null;
  if (here && here.from >= slot.low && here.to <= slot.high + LANDMARK) return here;
  // What reaches over the border stood before the quote, too.
  const inside = sightingIn(index, one, slot);
  return inside && inside.from >= slot.low ? inside : null;
}

/** Whether all of the source text that belongs into the slot is known: a passage like an edited one would be known too. */
export function isKnown({ target }: Case, { sourceLow, sourceHigh }: Slot): boolean {
  const { position, quote, evidence } = target;
  if (!evidence) return false;
  const isEnd = sourceHigh === Number.POSITIVE_INFINITY && quote.suffix.length < CONTEXT;
  return (
    sourceLow >= position.start - quote.prefix.length && (isEnd || sourceHigh <= position.end + quote.suffix.length)
  );
}

/** Units of source on each side of a passage within which whatever is like it, edited too, is kept as a twin. */
const COMPARED = 1500;

/** Whether all that is like the passage in the source that belongs into the slot is known, and no more stands there than did. */
export function isCompared({ target }: Case, slot: Slot): boolean {
  const { position, evidence } = target;
  if (!evidence || evidence.twinCount === null || !isTight(slot)) return false;
  return slot.sourceLow >= position.start - COMPARED && slot.sourceHigh <= position.end + COMPARED;
}

/** The one place in the slot that has the very letters of the core. */
function onlyExact(index: TextIndex, one: Case, { low, high }: Slot): Place | null {
  const { pattern, core } = one;
  const { letters, words } = pattern.folded;
  const text = index.folded.letters;
  const from = words[pattern.from] as number;
  const to = words[pattern.to] as number;
  const lead = from - (words[core.from] as number);
  const trail = (words[core.to] as number) - to;
  // The landmark at the far end stood after the quote: what stands in it is not the quote.
  const end = Math.min(high + EDGE, index.folded.length) - (to - from);
  const first = letters[from];
  let found = -1;
  for (let i = low; i <= end; i++) {
    if (text[i] !== first) continue;
    let same = 1;
    while (same < to - from && text[i + same] === letters[from + same]) same++;
    if (same < to - from) continue;
    if (found >= 0) return null;
    found = i;
  }
  if (found >= 0 && !isPartedAlike(index, one.pattern, found)) return null;
  if (found < 0 || !isOnce(one)) return null;
  for (let i = 1; i <= lead; i++) if (text[found - i] !== letters[from - i]) return null;
  for (let i = 0; i < trail; i++) if (text[found + to - from + i] !== letters[to + i]) return null;
  return { from: found, to: found + to - from };
}

/** Whether words may have been put in beside the quote's own, before its full stop or at the beginning of its sentence. */
function isGrown(index: TextIndex, { pattern }: Case, { from, to }: Place): boolean {
  const { folded } = index;
  return isOpen(index, pattern, wordOf(folded, from), -1) || isOpen(index, pattern, wordOf(folded, to - 1) + 1, 1);
}

/** Aligns what is known of the source inside of the slot with what stands there now. */
export function sightingIn(index: TextIndex, one: Case, slot: Slot): Sighting | null {
  const { pattern, core, target } = one;
  const { folded } = pattern;
  const origin = target.position.start - target.quote.prefix.length;
  const wordAt = (source: number) => {
    const offset = source - origin;
    if (offset <= 0) return 0;
    return Math.max(0, lowerBound(folded.words, folded.wordCount, lowerBound(folded.at, folded.length, offset)));
  };
  const known: Stretch = {
    from: Math.min(wordAt(slot.sourceLow), pattern.from),
    to: Math.max(
      slot.sourceHigh === Number.POSITIVE_INFINITY ? folded.wordCount : wordAt(slot.sourceHigh + LANDMARK),
      pattern.to,
    ),
  };
  const window = wordsBetween(index, slot.low, Math.min(slot.high + LANDMARK, index.folded.length));
  const alignment =
    (known.to - known.from) * (window.last - window.first) <= MOST_CELLS
      ? alignedPart(index, one, known, window)
      : alignWindow(index, pattern, { ...window, hits: hitsIn(index, one, slot) });
  return sightingOf(index, pattern, core, alignment, known);
}

function alignedPart(
  index: TextIndex,
  { pattern }: Case,
  known: Stretch,
  { first, last }: { first: number; last: number },
): Alignment {
  const count = pattern.folded.wordCount;
  const part = alignWords(wordKeys(pattern.folded, known.from, known.to), wordKeys(index.folded, first, last), {
    from: pattern.from - known.from,
    to: pattern.to - known.from,
  });
  const whole: Alignment = {
    score: part.score,
    state: new Uint8Array(count),
    from: new Int32Array(count).fill(-1),
    to: new Int32Array(count).fill(-1),
  };
  whole.state.set(part.state, known.from);
  whole.from.set(part.from, known.from);
  whole.to.set(part.to, known.from);
  return whole;
}

/** Seeds that pattern and slot share, as pairs of letters, in text order. */
function hitsIn(index: TextIndex, { pattern }: Case, { low, high }: Slot): Window['hits'] {
  const skeleton = skeletonOf(pattern.folded);
  const seeds = seedsOf(skeleton.codes, skeleton.length);
  const { letter, length } = index.skeleton;
  const first = lowerBound(letter, length, low);
  const last = lowerBound(letter, length, Math.min(high, index.folded.length));
  const hits: Window['hits'] = [];
  for (let i = 0; i < seeds.length; i++) {
    for (const place of placesWithin(index, seeds[i] as number, first, last, MOST_PLACES)) {
      hits.push([skeleton.letter[i] as number, letter[place] as number]);
    }
  }
  return hits.sort((a, b) => a[1] - b[1]);
}
