import { anchorAllNow, describeTarget } from '../../anchoring';
import type { Anchoring, Target } from '../../anchoring/types';
import type { Row, Sheet } from './sheet';

/** `right` a place, and the true one; `wrong` a place, and another; `silent` no place given. */
export type Outcome = 'right' | 'wrong' | 'silent';

export interface Judged {
  row: Row;
  sheet: Sheet;
  anchoring: Anchoring;
  outcome: Outcome;
}

/** Signs and spaces at the borders that no one minds. */
const TOLERANCE = 3;
/** Least common part of an edited passage and the place shown for it. */
const OVERLAP = 0.5;

/**
 * Anchors all passages of a sheet together and compares with the truth.
 * @param kept what is kept of a target; all of it if left out
 */
export function judge(sheet: Sheet, kept = (target: Target) => target): Judged[] {
  const targets = sheet.rows.map(({ start, end }) =>
    kept(describeTarget(sheet.before, start, end, { textHash: 'a'.repeat(64) })),
  );
  const anchorings = anchorAllNow(sheet.after, targets);
  return sheet.rows.map((row, i) => {
    const anchoring = anchorings[i] as Anchoring;
    const outcome = outcomeOf(row, anchoring);
    return {
      row,
      sheet,
      anchoring,
      outcome: outcome === 'wrong' && isInPlace(sheet, row, anchoring) ? 'right' : outcome,
    };
  });
}

function outcomeOf({ truth, change }: Row, anchoring: Anchoring): Outcome {
  if (anchoring.verdict === 'ambiguous' || anchoring.verdict === 'orphaned') return 'silent';
  if (!truth) return 'wrong';
  const { start, end } = anchoring;
  if (change.includes('edited')) {
    const common = Math.min(end, truth.end) - Math.max(start, truth.start);
    const all = Math.max(end, truth.end) - Math.min(start, truth.start);
    return common / all >= OVERLAP ? 'right' : 'wrong';
  }
  return Math.abs(start - truth.start) <= TOLERANCE && Math.abs(end - truth.end) <= TOLERANCE ? 'right' : 'wrong';
}

/** Letters of the surroundings on each side that make a place the very place. */
const SURROUNDINGS = 25;
const REACH = 200;

/**
 * Whether the very words stand between the very surroundings: another printing that chance put there. No one could tell
 * it from the passage.
 */
function isInPlace({ before, after }: Sheet, row: Row, anchoring: Anchoring): boolean {
  if (!('start' in anchoring)) return false;
  const letters = (text: string) =>
    text
      .replace(/<[^>]*>|&nbsp;/g, ' ')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '');
  const around = (text: string, start: number, end: number) =>
    letters(text.slice(Math.max(0, start - REACH), start)).slice(-SURROUNDINGS) +
    letters(text.slice(start, end)) +
    letters(text.slice(end, end + REACH)).slice(0, SURROUNDINGS);
  return around(before, row.start, row.end) === around(after, anchoring.start, anchoring.end);
}
