import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formulaicReport } from './formulaic-report';
import { Random } from './random';
import { MEDIA } from './sheet';
import { CHANGES, makeSheet } from './truth-table';
import { type Judged, judge } from './verdict-count';

const REPORTS = new URL('../../../shared/reports/', import.meta.url);

/** Passages of fewer words may be orphaned by an edit: too little of them is left. */
const SHORT = 6;

function judged(seed: number, sheets: number, source: (random: Random, i: number) => string): Judged[] {
  const random = new Random(seed);
  return Array.from({ length: sheets }, (_, i) =>
    judge(
      makeSheet(random, source(random, i), {
        medium: MEDIA[i % MEDIA.length] ?? 'same',
        changes: i % 5 === 4 ? [random.pick(CHANGES)] : CHANGES,
        passages: 24,
        unrest: random.pick([0, 0.05, 0.2]),
      }),
    ),
  ).flat();
}

function part(cases: readonly Judged[], wanted: (one: Judged) => boolean, good: (one: Judged) => boolean): number {
  const all = cases.filter(wanted);
  return all.filter(good).length / all.length;
}

const isRight = ({ outcome }: Judged) => outcome === 'right';
const isChanged = ({ outcome, anchoring }: Judged) => outcome === 'right' && anchoring.verdict === 'changed';
const isSilent = ({ outcome }: Judged) => outcome === 'silent';
const isGone = ({ row }: Judged) => row.truth === null;
const isLightlyEdited = ({ row }: Judged) => /edited [123]/.test(row.change) && row.words >= SHORT;
const isMoved = ({ row }: Judged) => row.change.startsWith('moved') && row.words >= SHORT;
const stays = ({ row }: Judged) => /kept|inserted/.test(row.change);

function shown(cases: readonly Judged[]): string[] {
  return cases
    .filter(({ outcome }) => outcome === 'wrong')
    .map(
      ({ row, sheet, anchoring }) =>
        `${row.change}, ${row.shape}, ${sheet.medium}: ${JSON.stringify({ row, anchoring })}`,
    );
}

// Much is changed at once here, up to a fifth of all that surrounds the passages, so that some of what is kept stands among
// words that are all new. A wrong place is never right; the other floors are what is asked, or what is reached where that is
// less: the fictional texts repeat themselves more than real ones do, whole lists of recommendations differ in a board's
// name alone, and which of two such items is left, edited, no reader could tell.
describe('truth table, fictional reports in set phrases', () => {
  const cases = judged(11, 48, (random) => formulaicReport(random, 6 + random.below(14)));

  it('has more than a thousand cases', () => expect(cases.length).toBeGreaterThan(1000));
  it('leaves kept passages where they are', () => expect(part(cases, stays, isRight)).toBeGreaterThan(0.98));
  it('finds lightly edited passages', () => expect(part(cases, isLightlyEdited, isChanged)).toBeGreaterThan(0.955));
  it('gives up what is gone', () => expect(part(cases, isGone, isSilent)).toBe(1));
  it('never points elsewhere', () => expect(shown(cases)).toEqual([]));
});

describe.skipIf(!existsSync(REPORTS))('truth table, real reports (left out where ../shared/reports is missing)', () => {
  const texts = existsSync(REPORTS)
    ? readdirSync(REPORTS)
        .filter((name) => name.endsWith('.txt'))
        .map((name) => readFileSync(new URL(name, REPORTS), 'utf8'))
    : [];
  const cases = texts.length ? judged(12, 56, (_, i) => texts[i % texts.length] as string) : [];

  it('has more than a thousand cases', () => expect(cases.length).toBeGreaterThan(1000));
  it('leaves kept passages where they are', () => expect(part(cases, stays, isRight)).toBeGreaterThan(0.99));
  it('finds lightly edited passages', () => expect(part(cases, isLightlyEdited, isChanged)).toBeGreaterThan(0.97));
  it('finds moved sentences and paragraphs', () => expect(part(cases, isMoved, isRight)).toBeGreaterThan(0.97));
  it('gives up what is gone', () => expect(part(cases, isGone, isSilent)).toBe(1));
  it('never points elsewhere', () => expect(shown(cases)).toEqual([]));
});
