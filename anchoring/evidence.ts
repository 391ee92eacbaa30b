import { commonBeside, consonantsOf } from './beside';
import { overlap, type Place } from './case';
import { copiesOf } from './copies';
import { coreOf } from './core';
import { fingerprint, fingerprintsBeside } from './fingerprint';
import { letterAt } from './fold';
import { distinct, landmarksAround, landmarksBeside, landmarksNearby } from './landmarks';
import { likenesses } from './likenesses';

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
/** Places kept that have the quote's consonants. */
const MOST_COPIES = 16;
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
    ...copiesIn(index, target),
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
  const twinCount = isComplete && alike.length <= MOST_ALIKE ? exact.length : null;
  return {
    ...bare,
    landmarks: distinct([...bare.landmarks, ...beside]),
    twins: twins.map(({ twin }) => twin),
    ...commonOf([...exact, ...near]),
    twinCount,
  };
}

/** The other places with the quote's consonants. */
function copiesIn(index: TextIndex, target: Target): Pick<TargetEvidence, 'isOnly' | 'copies'> {
  const { folded, skeleton } = index;
  const places = copiesOf(index, patternOf(target), MOST_COPIES + 1);
  const { start, end } = target.position;
  const isItself = ({ from, to }: Place) => (folded.at[from] as number) < end && (folded.at[to - 1] as number) >= start;
  const own = places?.find(isItself);
  if (!places || !own) return {};
  if (places.length === 1) return { isOnly: true };
  const copies = places
    .filter((place) => !isItself(place))
    .map((place) => {
      const sides = commonBeside(skeleton, consonantsOf(skeleton, own), skeleton, consonantsOf(skeleton, place));
      return {
        at: folded.at[place.from] as number,
        ...fingerprintsBeside(skeleton, place.from, place.to),
        shared: [sides.before, sides.after] satisfies Twin['shared'],
      };
    });
  return copies.length === places.length - 1 ? { copies } : {};
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
