import { alignWindow } from './align-window';
import { coreOf } from './core';
import { Course, landmarkSpots } from './course';
import { type Case, type Decision, decide, type Place } from './decide';
import { type Likenesses, likenesses } from './likenesses';
import { patternOf } from './pattern';
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
  const courses = yield* coursesOf(index, cases);
  const decisions: Decision[] = [];
  for (const one of cases) {
    const { position, textHash, evidence, quote } = one.target;
    const course = courses.get(textHash);
    one.expected = course?.expect(position.start, position.end) ?? null;
    one.twinsExpected = (evidence?.twins ?? []).map(({ at }) => course?.expect(at, at + quote.exact.length) ?? null);
    const [alone] = one.sightings;
    const isPlain = evidence?.twins.length === 0 && one.sightings.length === 1 && alone && isSettled(alone);
    if (!isPlain) one.doubles = doublesOf(index, one);
    decisions.push(decide(index, one));
    if (decisions.length % SLICE === 0) yield;
  }
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

/** One course for each source text that the targets were made in. */
function* coursesOf(index: TextIndex, cases: readonly Case[]): Generator<void, Map<string, Course>> {
  const groups = new Map<string, Case[]>();
  for (const one of cases) {
    const group = groups.get(one.target.textHash);
    if (group) group.push(one);
    else groups.set(one.target.textHash, [one]);
  }
  const courses = new Map<string, Course>();
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
    courses.set(hash, new Course(spots));
    yield;
  }
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
