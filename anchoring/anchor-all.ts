import type { Case, Decision, Place } from './case';
import { coreOf } from './core';
import { Course } from './course';
import { decide } from './decide';
import { landmarkSpots, narrowed } from './landmark-spots';
import { doubtOutOfOrder } from './out-of-order';
import { patternOf } from './pattern';
import { printingsOf } from './printings';
import { withoutRivals } from './rivals';
import { atOnce } from './slices';
import { sourceSpan } from './source-span';
import type { Spot } from './spots';
import { indexOfText, type TextIndex } from './text-index';
import type { Anchoring, Target } from './types';

/** Targets worked on between two pauses: a millisecond or two. */
const SLICE = 4;
/** Units of the source beside a passage whose words, too, are laid beside the text's: some twenty words. */
const REACH = 130;

/**
 * Finds all targets of one document in a text, solved together. The generator pauses after every few milliseconds of
 * work and can be dropped at any pause.
 * @returns one anchoring for each target, in the order of `targets`; offsets into `text`
 */
export function* anchorAll(text: string, targets: readonly Target[]): Generator<void, Anchoring[]> {
  const index = yield* indexOfText(text);
  const cases: Case[] = [];
  const printings = printingsOf(targets);
  for (const [i, target] of targets.entries()) {
    cases.push(caseOf(target, printings[i] as number));
    if (cases.length % SLICE === 0) yield;
  }
  const spots = yield* spotsOf(index, cases);
  let courses = yield* coursesOf(index, spots);
  yield;
  const decisions: Decision[] = [];
  for (const one of cases) {
    decisions.push(decided(index, one, courses));
    if (decisions.length % SLICE === 0) yield;
  }
  doubtOutOfOrder(cases, decisions, index.folded.length);
  // What is placed now tells the order more closely to what is not.
  let isCloser = false;
  for (const [i, { target, printing, isPositioned }] of cases.entries()) {
    const decision = decisions[i] as Decision;
    if (decision.verdict !== 'placed' || target.evidence || !isPositioned) continue;
    spots.get(printing)?.push([target.position.start, decision.place.from]);
    isCloser = true;
  }
  if (isCloser) {
    courses = yield* coursesOf(index, spots);
    for (const [i, one] of cases.entries()) {
      const { verdict } = decisions[i] as Decision;
      if (verdict !== 'ambiguous' && verdict !== 'orphaned') continue;
      const second = decided(index, one, courses);
      if (second.verdict === 'placed' || second.verdict === 'changed') decisions[i] = second;
      if (i % SLICE === 0) yield;
    }
  }
  withoutRivals(cases, decisions);
  yield;
  const anchorings: Anchoring[] = [];
  for (const [i, one] of cases.entries()) {
    anchorings.push(anchoringOf(index, one, decisions[i] as Decision));
    if (i % SLICE === SLICE - 1) yield;
  }
  return anchorings;
}

/** `anchorAll` without pauses. */
export function anchorAllNow(text: string, targets: readonly Target[]): Anchoring[] {
  return atOnce(anchorAll(text, targets));
}

function caseOf(target: Target, printing: number): Case {
  const pattern = patternOf(target);
  const core = coreOf(pattern);
  const { folded } = pattern;
  const origin = target.position.start - target.quote.prefix.length;
  const source = {
    start: origin + (folded.at[folded.words[core.from] as number] ?? 0),
    end: origin + (folded.at[(folded.words[core.to] as number) - 1] ?? 0) + 1,
  };
  // Tables without positions give the text's beginning, whatever stood before the quote.
  const { evidence, position, quote } = target;
  const isPositioned = evidence !== undefined || (position.start > 0 && position.start >= quote.prefix.length);
  return { target, printing, isPositioned, pattern, core, source, slot: null, wide: null, broad: null };
}

function decided(index: TextIndex, one: Case, courses: ReadonlyMap<number, Course>): Decision {
  const { position } = one.target;
  const course = one.isPositioned ? courses.get(one.printing) : undefined;
  const slotFor = (start: number, end: number) => {
    const slot = course?.expect(start, end);
    return slot ? narrowed(index, one.target, slot, start, end) : null;
  };
  one.broad = course?.expect(position.start, position.end) ?? null;
  one.slot = slotFor(position.start, position.end);
  const wide = slotFor(position.start - REACH, position.end + REACH);
  one.wide = wide && one.slot && wide.low <= one.slot.low && wide.high >= one.slot.high ? wide : one.slot;
  return decide(index, one, course);
}

/** For each text that the targets were made in the spots that are sure. */
function* spotsOf(index: TextIndex, cases: readonly Case[]): Generator<void, Map<number, Spot[]>> {
  const groups = new Map<number, Target[]>();
  for (const { printing, target } of cases) {
    const group = groups.get(printing);
    if (group) group.push(target);
    else groups.set(printing, [target]);
  }
  const all = new Map<number, Spot[]>();
  for (const [printing, group] of groups) all.set(printing, yield* landmarkSpots(index, group));
  return all;
}

function* coursesOf({ folded }: TextIndex, spots: ReadonlyMap<number, Spot[]>): Generator<void, Map<number, Course>> {
  const courses = new Map<number, Course>();
  for (const [printing, pairs] of spots) courses.set(printing, yield* Course.of(pairs, folded.length));
  return courses;
}

function anchoringOf(index: TextIndex, { target }: Case, decision: Decision): Anchoring {
  const span = ({ from, to }: Place) => sourceSpan(index, from, to, target.quote.exact);
  switch (decision.verdict) {
    case 'ambiguous':
      return { verdict: 'ambiguous', candidates: decision.places.map(span) };
    case 'orphaned':
      return { verdict: 'orphaned' };
    default:
      return { verdict: decision.verdict, ...span(decision.place) };
  }
}
