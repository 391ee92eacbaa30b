import type { Passage } from '../detection/types';
import type { Reading } from '../reading/types';

/**
 * All printings of each passage together, in the order of their first ones: a report prints its recommendations in the
 * summary, in the conclusion and in a section of their own. What is printed once stands alone.
 */
export function groupPrintings(passages: readonly Passage[]): Passage[][] {
  const groups: Passage[][] = [];
  const bySame = new Map<string, Passage[]>();
  for (const passage of passages) {
    const same = 'same' in passage ? passage.same : undefined;
    const key = `${passage.kind} ${same}`;
    const known = same === undefined ? undefined : bySame.get(key);
    if (known) {
      known.push(passage);
      continue;
    }
    const group = [passage];
    groups.push(group);
    if (same !== undefined) bySame.set(key, group);
  }
  return groups;
}

/**
 * Of each group of printings the one to keep: under a heading of recommendations rather than in a summary, with its
 * addressee rather than without, then the one of most words, the first of equals.
 */
export function fullestPrintings(groups: readonly (readonly Passage[])[], reading: Reading): Passage[] {
  const sections = recommendationSections(reading);
  const rank = (passage: Passage): readonly number[] => [
    sections.some(({ start, end }) => start <= passage.start && passage.start < end) ? 1 : 0,
    'addressees' in passage && passage.addressees.length > 0 ? 1 : 0,
    reading.text.slice(passage.start, passage.end).match(/\p{L}+/gu)?.length ?? 0,
  ];
  return groups.flatMap((group) => {
    const [first, ...others] = group;
    if (!first) return [];
    return others.reduce((best, each) => (isAbove(rank(each), rank(best)) ? each : best), first);
  });
}

function isAbove(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at >= 0 && (one[at] ?? 0) > (other[at] ?? 0);
}

/** From a heading that speaks of recommendations to the next one of its rank or above. */
function recommendationSections({ text, blocks }: Reading): { start: number; end: number }[] {
  const sections: { start: number; end: number }[] = [];
  let open: { start: number; level: number } | null = null;
  for (const { type, level = 1, start, end } of blocks) {
    if (type !== 'heading') continue;
    if (open && level <= open.level) {
      sections.push({ start: open.start, end: start });
      open = null;
    }
    if (!open && /rekommendation/i.test(text.slice(start, end))) open = { start, level };
  }
  if (open) sections.push({ start: open.start, end: text.length });
  return sections;
}
