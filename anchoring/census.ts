import { commonBeside, consonantsOf, FARTHER } from './beside';
import { type Case, type Decision, isWithin, overlap, type Place } from './case';
import { type Copied, copiesOf } from './copies';
import type { Course, Slot } from './course';
import { standsAlone } from './elsewhere';
import { fingerprint, fingerprintsBeside } from './fingerprint';
import { coreLikenesses } from './likenesses';
import { isPartedAlike } from './parted-alike';
import { type Pattern, patternOf } from './pattern';
import { areSideBySide, stoodBeside } from './side-by-side';
import { skeletonOf } from './skeleton';
import type { TextIndex } from './text-index';
import type { Copy, Twin } from './types';

/** Letters, and words, of a quote whose words do not come together again by chance, and of one that the source had twice. */
const LETTERS = 14;
const WORDS = 3;
const PHRASE_LETTERS = 20;
const PHRASE_WORDS = 4;
/** Consonants by which a place may part from the passage's surroundings before or behind the spot where a copy did. */
const SLACK = 1;
/** Share of the words that makes a near-twin from which the very words may have come about by an edit, or by damage. */
const KINDRED = 0.6;
const ALIKE = 0.93;
/** Letters by which a place may stand over the edge of its slot. */
const EDGE = 8;

type Placed = Extract<Decision, { place: Place }>;
type Beside = Pick<Copy, 'before' | 'after'>;

/**
 * Counts the places that have the quote's consonants: where the text has as many as the source had, and every other one
 * stands between its own two neighbours, the place that is left is the passage's if it has its letters, whatever surrounds
 * it and wherever it is.
 * @returns null where the count does not come out even, or something speaks for another reading
 */
export function leftByCount(index: TextIndex, one: Case, course: Course | undefined): Placed | null {
  const { evidence } = one.target;
  const others = evidence?.isOnly ? [] : evidence?.copies;
  if (evidence?.version !== 1 || !others) return null;
  const pattern = wholePattern(one);
  const places = copiesOf(index, pattern, others.length + 1);
  if (places?.length !== others.length + 1) return null;
  const own = fingerprintsBeside(skeletonOf(pattern.folded), ...lettersOf(pattern));
  const here = places.map(({ from, to }) => fingerprintsBeside(index.skeleton, from, to));
  const taken = new Set<number>();
  const isAt = (other: Copy, i: number) =>
    isBetween(here[i] as Beside, other) && isCopys(index, one, pattern, places[i] as Place, { other, own, course });
  for (const other of others) {
    const at = places.findIndex((_, i) => !taken.has(i) && isAt(other, i));
    if (at < 0 || isStranger(one, other, places[at] as Place)) return null;
    taken.add(at);
  }
  const left = places.findIndex((_, i) => !taken.has(i));
  if (others.some((other) => isAt(other, left))) return null;
  const place = placeOf(index, pattern, places[left] as Copied);
  if (!place || !isTold(index, pattern, place, others.length > 0)) return null;
  if (isTwins(index, one, place, others, course)) return null;
  // Which of two that came to stand side by side is the copy no one could tell.
  const isBeside = places.some((other, i) => i !== left && areSideBySide(index, place, other));
  if (isBeside && !others.some((other) => stoodBeside(one, other))) return null;
  const { slot } = one;
  return { verdict: slot?.isMain && isIn(place, slot) ? 'placed' : 'moved', place };
}

function isBetween(a: Beside, b: Beside): boolean {
  return a.before === b.before && a.after === b.after;
}

function isIn(place: Place, { low, high }: Slot): boolean {
  return isWithin(place, { low: low - EDGE, high: high + EDGE });
}

/** The pattern with what was taken for page furniture: a heading that comes back may be a part of the quote. */
function wholePattern({ target, pattern }: Case): Pattern {
  const { quote, position, textHash, evidence } = target;
  return evidence?.furniture ? patternOf({ quote, position, textHash }) : pattern;
}

function lettersOf({ folded, from, to }: Pattern): [from: number, to: number] {
  return [folded.words[from] as number, folded.words[to] as number];
}

/** The place of a copy that has the quote's very letters. */
function placeOf({ folded }: TextIndex, pattern: Pattern, { start }: Copied): Place | null {
  const [from, to] = lettersOf(pattern);
  if (start < 0 || start + to - from > folded.length) return null;
  for (let i = from; i < to; i++) if (folded.letters[start + i - from] !== pattern.folded.letters[i]) return null;
  return { from: start, to: start + to - from };
}

/** Whether a copy would stand where the order of the document wants the passage, and it did not stand there. */
function isStranger({ slot, source }: Case, { at }: Copy, place: Place): boolean {
  if (!slot || !isIn(place, slot)) return false;
  return at + source.end - source.start <= slot.sourceLow || at >= slot.sourceHigh;
}

/**
 * Whether a place between a copy's neighbours is the copy's: the passage's surroundings go on there no farther than they did
 * beside the copy, and, where both had the same neighbours, they part there just where the copy's did, or the order of the
 * document wants the copy there and the passage elsewhere.
 */
function isCopys(
  index: TextIndex,
  { slot, source }: Case,
  pattern: Pattern,
  place: Place,
  { other, own, course }: { other: Copy; own: Beside; course: Course | undefined },
): boolean {
  const { shared } = other;
  if (!shared) return false;
  const skeleton = skeletonOf(pattern.folded);
  const [from, to] = lettersOf(pattern);
  const quote = consonantsOf(skeleton, { from, to });
  const { before, after } = commonBeside(skeleton, quote, index.skeleton, consonantsOf(index.skeleton, place));
  if (before >= shared[0] + FARTHER || after >= shared[1] + FARTHER) return false;
  if (!isBetween(own, other)) return true;
  const most = [quote[0], skeleton.length - quote[1]] as const;
  const parts = (side: 0 | 1, common: number) => Math.abs(Math.min(shared[side], most[side]) - common) <= SLACK;
  const isTelling = shared[0] + FARTHER <= most[0] || shared[1] + FARTHER <= most[1];
  if (isTelling && parts(0, before) && parts(1, after)) return true;
  const home = course?.expect(other.at, other.at + source.end - source.start);
  return Boolean(slot && home && isIn(place, home) && !isIn(place, slot));
}

/** Whether words that stand here are no set phrase of another sentence: enough of them, or a line or sentence by themselves. */
function isTold(index: TextIndex, pattern: Pattern, place: Place, isPhrase: boolean): boolean {
  if (!isPartedAlike(index, pattern, place.from)) return false;
  const [from, to] = lettersOf(pattern);
  const [letters, words] = isPhrase ? [PHRASE_LETTERS, PHRASE_WORDS] : [LETTERS, WORDS];
  const isLong = to - from >= letters && pattern.to - pattern.from >= words;
  return isLong || standsAlone(index, pattern, pattern, place);
}

/**
 * Whether a twin that is missing from its place may stand here: one that damage, or a page header, alone made differ, or
 * one that was edited to the passage's words.
 */
function isTwins(
  index: TextIndex,
  one: Case,
  place: Place,
  others: readonly Copy[],
  course: Course | undefined,
): boolean {
  const { source, slot, target } = one;
  const length = source.end - source.start;
  const beside = fingerprintsBeside(index.skeleton, place.from, place.to);
  return (target.evidence?.twins ?? []).some((twin) => {
    const isCopy = others.some(({ at }) => at < twin.at + length && at + length > twin.at);
    if (isCopy || twin.share < KINDRED || isElsewhere(index, one, twin, place)) return false;
    if (twin.share >= ALIKE || beside.before === twin.before || beside.after === twin.after) return true;
    const home = course?.expect(twin.at, twin.at + length);
    return Boolean(home && isIn(place, home) && !(slot && isIn(place, slot)));
  });
}

/** Whether a twin still has its words, and stands beside a neighbour of its own, in another place. */
function isElsewhere(index: TextIndex, { pattern, core }: Case, twin: Twin, place: Place): boolean {
  return coreLikenesses(index, pattern, core).found.some((other) => {
    const { from, to, same } = other;
    if (overlap(other, place)) return false;
    if (twin.share === 1 ? !same : fingerprint(index.folded, from, to) !== twin.words) return false;
    const beside = fingerprintsBeside(index.skeleton, from, to);
    return beside.before === twin.before || beside.after === twin.after;
  });
}
