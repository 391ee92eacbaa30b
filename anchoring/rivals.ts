import type { Case, Decision, Place } from './decide';

type Placed = Extract<Decision, { place: Place }>;

/**
 * Takes back verdicts that cannot all be true: two passages that were apart in their source do not stand in one place, and
 * an edited passage does not stand beyond one whose words are unchanged. The better founded verdict stays; where none
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
  for (const { i, decision, one } of claims) {
    if (decision.verdict !== 'changed') continue;
    const { position, textHash } = one.target;
    const others = claims.filter((other) => other.one.target.textHash === textHash);
    let before = -1;
    let after = -1;
    others.forEach((other, n) => {
      if (other.decision.verdict !== 'placed') return;
      if (other.one.target.position.end <= position.start) {
        if (before < 0 || startOf(others[before]) < other.one.target.position.start) before = n;
      } else if (other.one.target.position.start >= position.end) {
        if (after < 0 || startOf(others[after]) > other.one.target.position.start) after = n;
      }
    });
    const low = others[before]?.decision.place.from ?? 0;
    const high = others[after]?.decision.place.to ?? Number.POSITIVE_INFINITY;
    if (low < high && (decision.place.from < low || decision.place.to > high)) doubted.add(i);
  }
  for (const i of doubted) decisions[i] = { verdict: 'ambiguous', places: [(decisions[i] as Placed).place] };
}

function startOf(claim: { one: Case } | undefined): number {
  return claim?.one.target.position.start ?? 0;
}

/** Unchanged words in their place, unchanged words elsewhere, edited words. */
function worth({ verdict }: Decision): number {
  return verdict === 'placed' ? 2 : verdict === 'moved' ? 1 : 0;
}

/** Whether two targets of one source text had no letter in common there. */
function areApart({ target: a }: Case, { target: b }: Case): boolean {
  if (a.textHash !== b.textHash) return false;
  return a.position.end <= b.position.start || b.position.end <= a.position.start;
}
