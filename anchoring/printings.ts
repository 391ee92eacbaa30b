import type { Landmark, Target } from './types';

/** A text that targets were made in, by its landmarks: where each fingerprint stands. */
type Known = Map<number, number>;

/**
 * Parts targets by the very text that they were made in: targets with one number have offsets that can be compared. A page
 * and a print of it have one `textHash`, which white space does not change, but other offsets: their landmarks disagree.
 */
export function printingsOf(targets: readonly Target[]): number[] {
  const groups = new Map<string, { known: Known; printing: number }[]>();
  let count = 0;
  return targets.map(({ textHash, evidence }) => {
    const landmarks = evidence?.version === 1 ? evidence.landmarks : [];
    const group = groups.get(textHash) ?? [];
    groups.set(textHash, group);
    let own = group.find(({ known }) => agrees(known, landmarks));
    if (!own) {
      own = { known: new Map(), printing: count++ };
      group.push(own);
    }
    for (const [at, fingerprint] of landmarks) own.known.set(fingerprint, at);
    return own.printing;
  });
}

function agrees(known: Known, landmarks: readonly Landmark[]): boolean {
  let balance = 0;
  let left = landmarks.length;
  for (const [at, fingerprint] of landmarks) {
    const other = known.get(fingerprint);
    if (other !== undefined) balance += other === at ? 1 : -1;
    // What is left cannot turn it.
    if (balance >= --left) return true;
  }
  return balance >= 0;
}
