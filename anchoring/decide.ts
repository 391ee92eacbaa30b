import { isTelling } from './core';
import type { Stretch as Expected } from './course';
import { fingerprint, fingerprintsBeside } from './fingerprint';
import type { Likenesses, Stretch } from './likenesses';
import type { Pattern } from './pattern';
import type { Sighting } from './sighting';
import { skeletonOf } from './skeleton';
import type { TextIndex } from './text-index';
import type { Target, Twin } from './types';

/** What is known of one target when its verdict is found. */
export interface Case {
  target: Target;
  pattern: Pattern;
  core: Stretch;
  /** Places where its surroundings, its words or both are, the best first. */
  sightings: readonly Sighting[];
  /** Places that have all words of its core, whatever surrounds them. */
  doubles: Likenesses;
  /** Where the order of the document wants it. */
  expected: Expected | null;
  /** Where the order of the document wants each of its twins. */
  twinsExpected: readonly (Expected | null)[];
}

/** Letters of the folded text, [from, to). */
export interface Place {
  from: number;
  to: number;
}

export type Decision =
  | { verdict: 'placed' | 'moved' | 'changed'; place: Place }
  | { verdict: 'ambiguous'; places: Place[] }
  | { verdict: 'orphaned' };

/** Share of the context that shows the passage's own surroundings where the order of the document agrees. */
const IN_ORDER = 0.2;
/** … for a short passage, or one with twins. */
const IN_ORDER_COMMON = 0.35;
/** … and where nothing is known of the order, or it disagrees. */
const ALONE = 0.45;
/** A rival with less than this part of the best one's context is no rival. */
const RIVAL = 0.7;
/** … and on one side alone for a word or two. */
const BY_ITSELF = 0.6;
/** Passages that a text has this many more of are set phrases. */
const SET_PHRASE = 3;
/** Share of the quote's words above which damage may be all that makes a near-twin differ. */
const DAMAGED_TWIN = 0.87;
/** Share of the quote's words that shows another printing of the passage. */
const PRINTING = 0.8;
/** Share of the quote's words that must be left of an edited passage between surroundings that are sure on both sides. */
const CHANGED_BETWEEN = 0.3;
/** … and with surroundings that are not. */
const CHANGED_BESIDE = 0.6;
/** Context that counts as sure for an edited passage. */
const SURE = 0.4;
/** Sure spots that stand closer to each other, in letters, vouch for what is between them. */
const CLOSE = 3000;
/** Letters that may be put into an edited passage, beside as many as it had. */
const PUT_IN = 80;

const ORPHANED: Decision = { verdict: 'orphaned' };

/** Weighs everything that is known of a target: first where the order of the document wants it, then elsewhere. */
export function decide(index: TextIndex, one: Case): Decision {
  const { expected } = one;
  const alone = aloneInOrder(one);
  if (alone) return { verdict: 'placed', place: alone };
  const own = one.sightings.filter((sighting) => !isTwin(index, one, sighting.core) && isEnough(one, sighting));
  const near = expected ? own.filter((sighting) => isWithin(sighting, expected)) : [];
  const family = familyOf(one, near, isCommon(one) ? IN_ORDER_COMMON : IN_ORDER);
  if (family.length) return decideAmong(index, one, family, true);
  if (expected && one.target.evidence?.twinCount !== 0) return elsewhere(index, one, null);
  const anywhere = familyOf(one, own, ALONE);
  if (anywhere.length) return decideAmong(index, one, anywhere, expected === null);
  return elsewhere(index, one, null);
}

/**
 * The one place that has the very words of a passage without twins, between the sure spots around it: it needs no
 * surroundings of its own.
 */
function aloneInOrder(one: Case): Place | null {
  const { expected, doubles, target, pattern, core } = one;
  const [only, ...others] = doubles.found;
  if (!expected || !only || others.length || !doubles.isComplete || !isTelling(pattern, core)) return null;
  if (target.evidence?.twins.length !== 0 || target.evidence.twinCount !== 0) return null;
  if (!(expected.sourceHigh - expected.sourceLow < CLOSE && expected.high - expected.low < CLOSE)) return null;
  return isWithin(only, expected) ? quoteIn(one, only) : null;
}

function isCommon({ target, pattern, core }: Case): boolean {
  return (target.evidence?.twins.length ?? 1) > 0 || core.to - core.from > pattern.to - pattern.from;
}

/** A passage of a word or two needs its very neighbour, and context on both sides or all of it on one. */
function isEnough({ pattern, core }: Case, sighting: Sighting): boolean {
  const { before, after, touchesBefore, touchesAfter, from, to, neighbours } = sighting;
  if (to > from && neighbours === 0 && core.to - core.from > pattern.to - pattern.from) return false;
  if (from === to || isTelling(pattern, core) || (touchesBefore && touchesAfter)) return true;
  return (touchesBefore && (before ?? 0) >= BY_ITSELF) || (touchesAfter && (after ?? 0) >= BY_ITSELF);
}

function isWithin({ from, to }: Place, { low, high }: Pick<Expected, 'low' | 'high'>): boolean {
  return from >= low && to <= high;
}

/**
 * The places that may be the passage's own, in text order; none where the best has less than `least` of the surroundings.
 * A passage that stood there in several like printings has all of them for rivals.
 */
function familyOf(one: Case, sightings: readonly Sighting[], least: number): Sighting[] {
  const most = Math.max(0, ...sightings.map(({ around }) => around));
  if (most < least) return [];
  const hasPrintings = likeTwins(one).length > 0;
  const isRival = ({ around, quote }: Sighting) =>
    around >= RIVAL * most || (hasPrintings && around >= least && quote >= PRINTING);
  const family: Sighting[] = [];
  for (const sighting of [...sightings].sort((a, b) => b.around - a.around)) {
    if (isRival(sighting) && !family.some((other) => overlap(other, sighting))) family.push(sighting);
  }
  return family.sort((a, b) => a.from - b.from);
}

/**
 * The very words. A short passage has the words of its sentence too, or its neighbours on both sides: `enligt SoL` alone
 * is in every second sentence.
 */
function isSame(one: Case, here: Sighting): boolean {
  if (!hasAllWords(here)) return false;
  const { before, after, neighbours } = here;
  if (here.coreMissing === 0 || (neighbours === 2 && Math.min(before ?? 1, after ?? 1) >= BY_ITSELF)) return true;
  return isAloneIn(one, here) && neighbours > 0 && Math.max(before ?? 0, after ?? 0) >= SURE;
}

/** Whether the stretch that the order of the document leaves held no twin of the passage. */
function isAloneIn({ target, expected }: Case, here: Place): boolean {
  const { evidence } = target;
  if (!evidence) return false;
  if (evidence.twins.length === 0) return true;
  if (!expected || !isWithin(here, expected)) return false;
  return !evidence.twins.some(({ at }) => at >= expected.sourceLow && at < expected.sourceHigh);
}

function hasAllWords({ missing, inserted, from, to }: Sighting): boolean {
  return missing === 0 && inserted.length === 0 && to > from;
}

/**
 * Whether an edited passage is known by more than its words. Another board's name or another number in it, or in the
 * phrases beside it, is what tells a twin from it; a twin next door may stand in its place when it was deleted; and of a
 * word or two nothing is left to know it by but its neighbours.
 */
function isTrusted(one: Case, here: Sighting): boolean {
  const { target, pattern, core } = one;
  const { quote, position } = target;
  const twins = target.evidence?.twins ?? [];
  const before = here.before ?? 1;
  const after = here.after ?? 1;
  const touches = (here.touchesBefore || here.before === null) && (here.touchesAfter || here.after === null);
  const isCommonplace = !isAloneIn(one, here);
  if (isCommonplace && here.namesReplaced > 0) return false;
  // Where no twin stood between the sure spots around it one side will do.
  const isInOrder = !isCommonplace && one.expected !== null && isWithin(here, one.expected);
  const isSurrounded = touches && Math.min(before, after) >= (isCommonplace ? BY_ITSELF : SURE);
  if (here.namesLost > 0 && !isSurrounded && !(isInOrder && Math.max(before, after) >= BY_ITSELF)) return false;
  const isShort = core.to - core.from > pattern.to - pattern.from || !isTelling(pattern, core);
  if (isShort && here.neighbours < (isCommonplace ? 2 : 1)) return false;
  const near = (from: number, to: number) => twins.some(({ at }) => at >= from && at < to);
  if (near(position.start - quote.prefix.length, position.start) && before < BY_ITSELF) return false;
  return !near(position.end, position.end + quote.suffix.length) || after >= BY_ITSELF;
}

/** Several places may have the surroundings: printings of one text. Then their number and order tell which is meant. */
function decideAmong(index: TextIndex, one: Case, family: readonly Sighting[], inPlace: boolean): Decision {
  const [only] = family;
  if (only && family.length === 1) return decideAt(index, one, only, inPlace);
  const { evidence, position } = one.target;
  const bearing = family.filter((sighting) => isSame(one, sighting) || isEdited(one.pattern, sighting));
  const [bearer] = bearing;
  if (!bearer) return elsewhere(index, one, family[0] ?? null);
  if (evidence) {
    if (evidence.twins.length === 0 && bearing.length === 1) return decideAt(index, one, bearer, inPlace);
    const like = likeTwins(one);
    const chosen = family[like.filter(({ at }) => at < position.start).length];
    if (chosen && like.length + 1 === family.length && evidence.twinCount !== null) {
      return decideAt(index, one, chosen, inPlace);
    }
  }
  return { verdict: 'ambiguous', places: bearing };
}

/** The twins that had the passage's own surroundings too, within the stretch that the order of the document leaves. */
function likeTwins(one: Case): Twin[] {
  const { target, expected } = one;
  const { before, after } = ownFingerprints(one);
  const low = expected?.sourceLow ?? 0;
  const high = expected?.sourceHigh ?? Number.POSITIVE_INFINITY;
  return (target.evidence?.twins ?? []).filter(
    (twin) => twin.before === before && twin.after === after && twin.at >= low && twin.at < high,
  );
}

function decideAt(index: TextIndex, one: Case, here: Sighting, inPlace: boolean): Decision {
  const { evidence } = one.target;
  if (isSame(one, here)) {
    if (!inPlace && (here.coreMissing > 0 || !isTelling(one.pattern, one.core)))
      return { verdict: 'ambiguous', places: [here] };
    if (inPlace && !isCertain(index, one, here)) return undecided(one);
    return { verdict: inPlace ? 'placed' : 'moved', place: here };
  }
  if (isEdited(one.pattern, here) && (inPlace || evidence?.twins.length === 0)) {
    if (hasAllWords(here) || !isTrusted(one, here)) {
      const other = elsewhere(index, one, here);
      return other.verdict === 'orphaned' ? { verdict: 'ambiguous', places: [here] } : other;
    }
    const extra = one.doubles.found.length > (evidence?.twinCount ?? one.doubles.found.length);
    if (!extra) return { verdict: 'changed', place: here };
    // Edited here, or moved away and something like it written here: the person knows.
    const whole = elsewhere(index, one, here);
    if (whole.verdict === 'orphaned') return { verdict: 'changed', place: here };
    return { verdict: 'ambiguous', places: [here, ...('places' in whole ? whole.places : [whole.place])] };
  }
  return elsewhere(index, one, here);
}

/**
 * Whether the very words in the right stretch are this passage and not a twin from the same stretch. They are when its
 * neighbours are beside it on both sides, when no twin has as many there, or when all of them are still there.
 */
function isCertain(index: TextIndex, one: Case, here: Sighting): boolean {
  const { target, expected, doubles } = one;
  const {
    low = 0,
    high = Number.POSITIVE_INFINITY,
    sourceLow = 0,
    sourceHigh = Number.POSITIVE_INFINITY,
  } = expected ?? {};
  const { sides, words } = besidesAt(index, here.core);
  const own = sides(ownFingerprints(one));
  const twins = (target.evidence?.twins ?? []).filter(
    (twin) => twin.words === words && twin.at >= sourceLow && twin.at < sourceHigh,
  );
  const { twinCount } = target.evidence ?? {};
  // Another printing with the same neighbours may be what stands here, unless all of them are still there.
  const mayBeOther = (target.evidence?.twins ?? []).some((twin, i) => {
    const there = one.twinsExpected[i];
    return twin.words === words && sides(twin) >= own && there != null && isWithin(here.core, there);
  });
  if (mayBeOther && doubles.found.length !== (twinCount ?? 0) + 1) return false;
  const isSetPhrase = twinCount !== undefined && (twinCount ?? SET_PHRASE) >= SET_PHRASE;
  if (isSetPhrase && own < 2 && Math.min(here.before ?? 1, here.after ?? 1) < SURE) return false;
  if (own === 2 || !twins.some((twin) => sides(twin) >= own)) return true;
  const there = doubles.found.filter((double) => isWithin(double, { low, high }));
  const rank = twins.filter((twin) => twin.at < target.position.start).length;
  return there.length === twins.length + 1 && there[rank]?.from === here.core.from;
}

function undecided(one: Case): Decision {
  const places = one.doubles.found.map((double) => quoteIn(one, double));
  return places.length ? { verdict: 'ambiguous', places } : ORPHANED;
}

function overlap(a: Place, b: Place): boolean {
  return a.from < b.to && b.from < a.to;
}

/** Whether the words between the surroundings are still the passage, edited. */
function isEdited(pattern: Pattern, here: Sighting): boolean {
  const { quote, touchesBefore, touchesAfter, from, to } = here;
  const length = wordStart(pattern, pattern.to) - wordStart(pattern, pattern.from);
  if (to === from || to - from > 2 * length + PUT_IN) return false;
  const before = here.before ?? 0;
  const after = here.after ?? 0;
  if (touchesBefore && touchesAfter && (before >= SURE || after >= SURE)) {
    return quote >= (Math.min(before, after) >= BY_ITSELF ? CHANGED_BETWEEN : CHANGED_BESIDE);
  }
  return (touchesBefore ? before >= SURE : touchesAfter && after >= SURE) && quote >= CHANGED_BESIDE;
}

/** What stands at a place, and how many of a passage's two neighbours stand beside it. */
function besidesAt(index: TextIndex, place: Place) {
  const here = fingerprintsBeside(index.skeleton, place.from, place.to);
  return {
    words: fingerprint(index.folded, place.from, place.to),
    sides: (other: { before: number; after: number }) =>
      Number(other.before === here.before) + Number(other.after === here.after),
  };
}

/**
 * The twin of the source, by its index, that a place holds rather than the passage itself, or -1. It has the twin's words
 * and more of the twin's neighbours than of its own; or as many, and words that only the twin had, or the twin's place.
 * @param isLoose whether a near-twin's words may differ from those that stand there: damage hides that two were the same
 */
function twinAt(index: TextIndex, one: Case, core: Place, isLoose = false): number {
  const twins = one.target.evidence?.twins ?? [];
  if (twins.length === 0 || core.from === core.to) return -1;
  const { words, sides } = besidesAt(index, core);
  const { pattern, expected, twinsExpected } = one;
  const own = sides(ownFingerprints(one));
  const ownWords = fingerprint(pattern.folded, wordStart(pattern, one.core.from), wordStart(pattern, one.core.to));
  const isOwnPlace = expected !== null && isWithin(core, expected);
  return twins.findIndex((twin, i) => {
    const isLike = twin.words === words || (isLoose && twin.share >= DAMAGED_TWIN);
    if (!isLike) return false;
    const there = twinsExpected[i];
    const isItsPlace = there != null && isWithin(core, there);
    if (isItsPlace && !isOwnPlace && own < 2) return true;
    if (sides(twin) !== own) return sides(twin) > own;
    if (isOwnPlace !== isItsPlace) return isItsPlace;
    return words !== ownWords;
  });
}

function isTwin(index: TextIndex, one: Case, core: Place): boolean {
  return twinAt(index, one, core) >= 0;
}

function ownFingerprints({ pattern, core }: Case): { before: number; after: number } {
  const { folded } = pattern;
  return fingerprintsBeside(skeletonOf(folded), wordStart(pattern, core.from), wordStart(pattern, core.to));
}

/** The passage is not where its surroundings are: moved with its own words, or gone. */
function elsewhere(index: TextIndex, one: Case, gone: Sighting | null): Decision {
  const { target, pattern, core, sightings, doubles, expected } = one;
  const { evidence } = target;
  const explaining = doubles.found.map((double) => twinAt(index, one, double, true));
  const own = doubles.found.filter((_, i) => explaining[i] === -1);
  const left = own.map((double) => quoteIn(one, double)).filter((place) => !(gone && overlap(place, gone)));
  let count = doubles.found.length;
  if (evidence?.twins.length === 0 && count === 0) {
    // Its surroundings went along, though not every word of its sentence did.
    left.push(
      ...sightings.filter(
        (sighting) =>
          sighting !== gone && hasAllWords(sighting) && sighting.coreMissing === 0 && sighting.around >= ALONE,
      ),
    );
    count = left.length;
  }
  const [only] = left;
  if (!only) return ORPHANED;
  const explained = new Set(doubles.found.map((double) => twinAt(index, one, double)));
  explained.delete(-1);
  const isCounted = doubles.isComplete && evidence?.twinCount === count - 1 && explained.size === evidence.twinCount;
  if (isCounted && left.length === 1) {
    // The very words are there once more than the twins account for.
    if (expected && isWithin(only, expected)) return { verdict: 'placed', place: only };
    // Where there are twins, one of them may have been moved: some of the passage's own neighbours must have come along.
    const [place] = own;
    const isOwn = evidence?.twinCount === 0 || (place && besidesAt(index, place).sides(ownFingerprints(one)) > 0);
    if (isOwn && isTelling(pattern, core) && !hasOtherPrinting(one)) return { verdict: 'moved', place: only };
  }
  return isTelling(pattern, core) ? { verdict: 'ambiguous', places: left } : ORPHANED;
}

/** Whether a twin that damage may have made differ stood between the same neighbours: what was moved may be that one. */
function hasOtherPrinting(one: Case): boolean {
  const own = ownFingerprints(one);
  return (one.target.evidence?.twins ?? []).some(
    ({ share, before, after }) => share < 1 && share >= PRINTING && (before === own.before || after === own.after),
  );
}

function wordStart({ folded }: Pattern, word: number): number {
  return folded.words[word] as number;
}

/** The quote's own letters in a place that has all words of its core. */
function quoteIn({ pattern, core }: Case, { from, to }: Place): Place {
  return {
    from: from + wordStart(pattern, pattern.from) - wordStart(pattern, core.from),
    to: to - (wordStart(pattern, core.to) - wordStart(pattern, pattern.to)),
  };
}
