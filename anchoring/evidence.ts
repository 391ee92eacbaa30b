import { commonBeside, consonantsOf } from './beside';
import { overlap } from './case';
import { coreOf, isOwnCore, isTelling } from './core';
import { fingerprint, fingerprintsBeside } from './fingerprint';
import { letterAt } from './fold';
import { distinct, landmarksAround, landmarksBeside, landmarksNearby } from './landmarks';
import { likenesses } from './likenesses';
import { occurrences } from './occurrences';
import { furnitureWithin } from './page-furniture';
import { patternOf } from './pattern';
import type { TextIndex } from './text-index';
import type { Target, TargetEvidence, Twin } from './types';

/** Twins kept: of those with the very words, and of those with nearly these words, the nearest. */
const MOST_EXACT = 64;
const MOST_NEAR = 16;
/** … and of those that damage, or a page header, may have made differ, however far off. */
const ALIKE = 0.85;
const MOST_ALIKE = 24;
/** … and of others that an edit of the passage may look like. */
const KINDRED = 0.7;
const MOST_KINDRED = 16;
/** Twins whose own surroundings are kept. */
const MOST_PLACED = 16;
/** Share of a twin that has all the words and others between them. */
const ALMOST = 0.99;
/** Passages longer than this, UTF-16 units, are told apart by their surroundings alone: looking for their like would hold up the page. */
const LONGEST_COMPARED = 3000;
/** Near a passage, in UTF-16 units, a place that shares this much with it is a twin too: it may stand where the passage stood. */
const NEARBY = 1500;
const NEARBY_SHARE = 0.35;

/** Gathers what the source text tells about a target's place beyond quote and context. */
export function evidenceFor(index: TextIndex, target: Target): TargetEvidence {
  const { start, end } = target.position;
  const furniture = furnitureWithin(index, start, end);
  const nearby = landmarksNearby(index, start, end);
  const bare: TargetEvidence = {
    version: 1,
    landmarks: landmarksAround(index, start, end),
    ...(nearby.length ? { nearby } : {}),
    twins: [],
    twinCount: 0,
    ...(isOnly(index, target) ? { isOnly: true } : {}),
    ...(furniture.length ? { furniture } : {}),
  };
  if (end - start > LONGEST_COMPARED) return { ...bare, twinCount: null };
  const { exact, near, isComplete } = twinsOf(index, { ...target, evidence: bare });
  const nearest = near.slice(0, MOST_NEAR);
  const alike = near.slice(MOST_NEAR).filter(({ twin }) => twin.share >= ALIKE);
  const kindred = near.slice(MOST_NEAR).filter(({ twin }) => twin.share >= KINDRED && twin.share < ALIKE);
  const twins = [
    ...exact.slice(0, MOST_EXACT),
    ...nearest,
    ...alike.slice(0, MOST_ALIKE),
    ...kindred.slice(0, MOST_KINDRED),
  ];
  const beside = [...twins]
    .sort((a, b) => Math.abs(a.twin.at - start) - Math.abs(b.twin.at - start))
    .slice(0, MOST_PLACED)
    .flatMap(({ from, to }) => landmarksBeside(index, from, to));
  return {
    ...bare,
    landmarks: distinct([...bare.landmarks, ...beside]),
    twins: twins.map(({ twin }) => twin),
    ...commonOf([...exact, ...near]),
    twinCount: isComplete && alike.length <= MOST_ALIKE ? exact.length : null,
  };
}

function isOnly(index: TextIndex, target: Target): boolean {
  const pattern = patternOf(target);
  // A passage that is its own core is told by its twins.
  const isTold = isTelling(pattern, pattern) && isOwnCore(pattern, coreOf(pattern));
  return !isTold && occurrences(index, pattern).length === 1;
}

interface Found {
  twin: Twin & Required<Pick<Twin, 'shared'>>;
  /** Letters of the folded text. */
  from: number;
  to: number;
}

function twinsOf(index: TextIndex, target: Target): { exact: Found[]; near: Found[]; isComplete: boolean } {
  const { folded } = index;
  const pattern = patternOf(target);
  const core = coreOf(pattern);
  const { start, end } = target.position;
  const origin = start - target.quote.prefix.length;
  const letter = (word: number) => letterAt(folded, origin + (pattern.folded.at[word] as number));
  const own = consonantsOf(index.skeleton, {
    from: letter(pattern.folded.words[core.from] as number),
    to: letter((pattern.folded.words[core.to] as number) - 1) + 1,
  });
  const exact: Found[] = [];
  const near: Found[] = [];
  const { found, isComplete } = likenesses(index, pattern, core);
  const nearby = likenesses(index, pattern, core, {
    range: { low: letterAt(folded, start - NEARBY), high: letterAt(folded, end + NEARBY) },
    least: NEARBY_SHARE,
  }).found.filter((place) => !found.some((other) => overlap(place, other)));
  for (const { from, to, same, share } of [...found, ...nearby]) {
    const at = folded.at[from] as number;
    const isItself = at < end && (folded.at[to - 1] as number) >= start;
    if (isItself) continue;
    const { before, after } = commonBeside(
      index.skeleton,
      own,
      index.skeleton,
      consonantsOf(index.skeleton, { from, to }),
    );
    const twin: Found['twin'] = {
      at,
      words: fingerprint(folded, from, to),
      share: same ? 1 : Math.min(ALMOST, Math.round(share * 100) / 100),
      ...fingerprintsBeside(index.skeleton, from, to),
      shared: [before, after],
    };
    (same ? exact : near).push({ twin, from, to });
  }
  const distance = ({ twin }: Found) => Math.abs(twin.at - start);
  const nearestFirst = (twins: Found[]) => twins.sort((a, b) => distance(a) - distance(b));
  return { exact: nearestFirst(exact), near: nearestFirst(near), isComplete };
}

/** How far the surroundings of the place most like the passage are the passage's own. */
function commonOf(twins: readonly Found[]): Pick<TargetEvidence, 'common'> {
  if (twins.length === 0) return {};
  const common = { before: 0, after: 0 };
  for (const { twin } of twins) {
    common.before = Math.max(common.before, twin.shared[0]);
    common.after = Math.max(common.after, twin.shared[1]);
  }
  return { common };
}
