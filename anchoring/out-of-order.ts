import type { Case, Decision } from './case';
import { rising } from './rising';
import { LETTERS } from './spots';

/** Targets in one order that tell where the others belong. */
const SOME = 3;
/** Part of a text, and units at least, by which the position of a lone target may be off. */
const PART = 0.25;
const LEAST = 1500;

/**
 * Doubts places of targets without evidence that their positions speak against: it is known of none of them whether the
 * source had its words twice, with the same words around them, and then the other printing is what is left. Changes
 * `decisions`, one for each case.
 * @param length letters of the folded text
 */
export function doubtOutOfOrder(cases: readonly Case[], decisions: Decision[], length: number): void {
  const groups = new Map<number, [source: number, letter: number, i: number][]>();
  for (const [i, { target, printing, isPositioned }] of cases.entries()) {
    const decision = decisions[i] as Decision;
    if (target.evidence || !('place' in decision)) continue;
    if (!isPositioned) {
      // Other words, and nothing but the words around them to tell that they were these.
      if (decision.verdict === 'changed') decisions[i] = { verdict: 'ambiguous', places: [decision.place] };
      continue;
    }
    const group = groups.get(printing) ?? [];
    groups.set(printing, group);
    group.push([target.position.start, decision.place.from, i]);
  }
  for (const group of groups.values()) {
    const order = rising(group);
    const inOrder = new Set(order.map(([, , i]) => i));
    const most = Math.max(LEAST, (PART * length) / LETTERS);
    for (const [source, letter, i] of group) {
      const isOff = order.length < SOME && Math.abs(letter / LETTERS - source) > most;
      const decision = decisions[i] as Decision;
      if ((isOff || !inOrder.has(i)) && 'place' in decision) {
        decisions[i] = { verdict: 'ambiguous', places: [decision.place] };
      }
    }
  }
}
