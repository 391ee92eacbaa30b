import { alignWindow } from './align-window';
import { coreOf } from './core';
import { Course, landmarkSpots } from './course';
import { type Case, type Decision, decide, type Place } from './decide';
import { type Likenesses, likenesses } from './likenesses';
import { patternOf } from './pattern';
import { withoutRivals } from './rivals';
import { type Sighting, sameSpan, sightingOf } from './sighting';
import { sourceSpan } from './source-span';
import { atOnce, indexOfText, type TextIndex } from './text-index';
import type { Anchoring, Target } from './types';
import { leftOver, type Window, windowsFor } from './windows';

/** Targets worked on between two pauses: some ten milliseconds. */
const SLICE = 16;
/** Context that no second place can have. */
const UNRIVALLED = 0.8;
/** Alignments made for one target at most. */
const MOST_LOOKS = 16;
/** Context that makes a target so sure that its neighbours may lean on it. */
const SETTLED = 0.7;

/**
 * Finds all targets of one document in a text, solved together. The generator pauses after every few milliseconds of
 * work and can be dropped at any pause.
 * @returns one anchoring for each target, in the order of `targets`; offsets into `text`
 */
export function* anchorAll(text: string, targets: readonly Target[]): Generator<void, Anchoring[]> {
  const index = yield* indexOfText(text);
  const cases: Case[] = [];
  for (const target of targets) {
    cases.push(caseOf(index, target));
    if (cases.length % SLICE === 0) yield;
  }
  const spots = yield* spotsOf(index, cases);
  const decisions: Decision[] = [];
  let courses = coursesOf(spots);
  for (const one of cases) {
    const { evidence } = one.target;
    expect(one, courses);
    const [alone] = one.sightings;
    const isPlain = evidence?.twins.length === 0 && one.sightings.length === 1 && alone && isSettled(alone);
    if (!isPlain) one.doubles = doublesOf(index, one);
    decisions.push(decide(index, one));
    if (decisions.length % SLICE === 0) yield;
  }
  // What is placed now tells the order more closely to what is not.
  for (const [i, { target }] of cases.entries()) {
    const decision = decisions[i] as Decision;
    if (decision.verdict === 'placed') spots.get(target.textHash)?.push([target.position.start, decision.place.from]);
  }
  courses = coursesOf(spots);
  for (const [i, one] of cases.entries()) {
    const { verdict } = decisions[i] as Decision;
    if (verdict !== 'ambiguous' && verdict !== 'orphaned') continue;
    expect(one, courses);
    const second = decide(index, one);
    if (second.verdict === 'placed' || second.verdict === 'changed') decisions[i] = second;
    if (i % SLICE === 0) yield;
  }
  withoutRivals(cases, decisions);
  return cases.map((one, i) => anchoringOf(index, one, decisions[i] as Decision));
}

/** `anchorAll` without pauses. */
export function anchorAllNow(text: string, targets: readonly Target[]): Anchoring[] {
  return atOnce(anchorAll(text, targets));
}

export function caseOf(index: TextIndex, target: Target): Case {
  const pattern = patternOf(target);
  const core = coreOf(pattern);
  const sightings: Sighting[] = [];
  const windows = windowsFor(index, pattern);
  // The row grows while it is worked off: what is found in a window may leave something beside it.
  for (let i = 0; i < windows.length && i < MOST_LOOKS; i++) {
    const window = windows[i] as Window;
    const alignment = alignWindow(index, pattern, window);
    const sighting = sightingOf(index, pattern, core, alignment);
    if (!sighting) continue;
    if (!sightings.some(({ from, to }) => from === sighting.from && to === sighting.to)) sightings.push(sighting);
    // No twins, and the surroundings all but whole: nothing else can be the place, and moved words are looked for apart.
    if (target.evidence?.twins.length === 0 && sighting.around >= UNRIVALLED) break;
    const { from, to } = sameSpan({ from: 0, to: pattern.folded.wordCount }, alignment);
    windows.push(...leftOver(index, window, from, to, pattern.folded.length));
  }
  return {
    target,
    pattern,
    core,
    sightings,
    doubles: { found: [], isComplete: true },
    expected: null,
    twinsExpected: [],
  };
}

function doublesOf(index: TextIndex, { pattern, core }: Case): Likenesses {
  const { found, isComplete } = likenesses(index, pattern, core);
  return { found: found.filter(({ same }) => same), isComplete };
}

function isSettled({ around, missing, from, to }: Sighting): boolean {
  return around >= SETTLED && missing === 0 && to > from;
}

type Spots = [source: number, letter: number][];

/** For each source text that the targets were made in the spots that are sure. */
function* spotsOf(index: TextIndex, cases: readonly Case[]): Generator<void, Map<string, Spots>> {
  const groups = new Map<string, Case[]>();
  for (const one of cases) {
    const group = groups.get(one.target.textHash);
    if (group) group.push(one);
    else groups.set(one.target.textHash, [one]);
  }
  const all = new Map<string, Spots>();
  for (const [hash, group] of groups) {
    const spots = landmarkSpots(
      index,
      group.map(({ target }) => target),
    );
    for (const { target, sightings } of group) {
      const sure = sightings.filter(isSettled);
      // In a text of set phrases even full surroundings may be another printing's.
      if (target.evidence?.twins.length === 0 && sure.length === 1 && sure[0])
        spots.push([target.position.start, sure[0].from]);
    }
    all.set(hash, spots);
    yield;
  }
  return all;
}

function coursesOf(spots: ReadonlyMap<string, Spots>): Map<string, Course> {
  return new Map([...spots].map(([hash, pairs]) => [hash, new Course(pairs)]));
}

/** Tells a case where the order of the document wants it and its twins. */
function expect(one: Case, courses: ReadonlyMap<string, Course>): void {
  const { position, textHash, evidence, quote } = one.target;
  const course = courses.get(textHash);
  one.expected = course?.expect(position.start, position.end) ?? null;
  one.twinsExpected = (evidence?.twins ?? []).map(({ at }) => course?.expect(at, at + quote.exact.length) ?? null);
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
