import type { Case, Decision, Place } from './case';

type Placed = Extract<Decision, { place: Place }>;

/**
 * Takes back verdicts that cannot all be true: two passages that were apart in their source do not stand in
 * one place. The better founded verdict stays; where none
 * is better, both are shown as candidates. Changes `decisions`, one for each case.
 */
export function withoutRivals(cases: readonly Case[], decisions: Decision[]): void {
  const claims = decisions
    .flatMap((decision, i) => ('place' in decision ? [{ i, decision, one: cases[i] as Case }] : []))
    .sort((a, b) => a.decision.place.from - b.decision.place.from);
  const doubted = new Set<number>();
  let reach: (typeof claims)[number] | undefined;
  for (const claim of claims) {
    if (reach && reach.decision.place.to > claim.decision.place.from && areApart(reach.one, claim.one)) {
      const difference = worth(claim.decision) - worth(reach.decision);
      if (difference <= 0) doubted.add(claim.i);
      if (difference >= 0) doubted.add(reach.i);
    }
    if (!reach || claim.decision.place.to > reach.decision.place.to) reach = claim;
  }
  for (const i of doubted) decisions[i] = { verdict: 'ambiguous', places: [(decisions[i] as Placed).place] };
}

/** Unchanged words in their place, unchanged words elsewhere, edited words. */
function worth({ verdict }: Decision): number {
  return verdict === 'placed' ? 2 : verdict === 'moved' ? 1 : 0;
}

/** Whether two targets of one source text had no letter in common there. */
function areApart(one: Case, other: Case): boolean {
  if (one.printing !== other.printing) return false;
  const [a, b] = [one.target.position, other.target.position];
  return a.end <= b.start || b.end <= a.start;
}
