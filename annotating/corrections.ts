import type { Anchoring } from '../anchoring/types';
import type { Passage } from '../detection/types';
import type { KeptCorrection } from '../messages/schema';
import type { Span } from '../reading/types';
import type { CorrectionChange } from '../storage/schema';
import type { OpenReading } from './document-source';
import { anchoring } from './on-demand';
import { isSureIn, whereItWas } from './placements';
import { runSliced } from './slices';

/** A correction whose words stand in the text as they did when it was made. */
export interface PlacedCorrection {
  correction: KeptCorrection;
  span: Span;
}

/** A correction with the passage that it is of, as detection found that. */
export interface AppliedCorrection {
  correction: KeptCorrection;
  found: Passage;
}

/** What is left of the passages that were found once a person's corrections are applied. */
export interface Corrected {
  passages: Passage[];
  applied: AppliedCorrection[];
}

/** Share of the longer of two spans that they must have in common to be one passage, found anew with other ends. */
const SAME_PASSAGE = 0.5;

/**
 * Finds the places of corrections. A correction holds for the very words that it was made of: one whose words were edited, or
 * stand in several places, is not applied.
 * @returns undefined when the signal ended the work
 */
export async function placeCorrections(
  corrections: readonly KeptCorrection[],
  reading: OpenReading,
  textHash: string,
  signal: AbortSignal,
): Promise<PlacedCorrection[] | undefined> {
  const targets = corrections.map(({ target }) => target);
  const certain = targets.map((target) => whereItWas(target, reading.text, textHash));
  const anchorings: readonly (Anchoring | undefined)[] | undefined = certain.every((each) => each !== undefined)
    ? certain
    : await runSliced((await anchoring()).anchorAll(reading.text, targets), signal);
  return anchorings && corrections.flatMap((correction, i) => placed(correction, certain[i] ?? anchorings[i], reading));
}

function placed(correction: KeptCorrection, found: Anchoring | undefined, reading: OpenReading): PlacedCorrection | [] {
  if (found?.verdict !== 'placed' && found?.verdict !== 'moved') return [];
  if (!isSureIn(correction.target, found, reading)) return [];
  return { correction, span: { start: found.start, end: found.end } };
}

/** Applies corrections to the passages that were found; those whose passage is not found any more have nothing to correct. */
export function correctPassages(found: readonly Passage[], placed: readonly PlacedCorrection[]): Corrected {
  const byPassage = new Map<Passage, KeptCorrection>();
  for (const { correction, span } of placed) {
    const passage = passageAt(found, correction.kind, span);
    if (passage) byPassage.set(passage, correction);
  }
  return {
    passages: found.flatMap((passage) => {
      const correction = byPassage.get(passage);
      return correction ? (correctedPassage(passage, correction.change) ?? []) : passage;
    }),
    applied: [...byPassage].map(([passage, correction]) => ({ correction, found: passage })),
  };
}

/** The passage with what a person says of it; null when that is that it is none. */
export function correctedPassage(passage: Passage, change: CorrectionChange): Passage | null {
  const reason = { rule: 'corrected' };
  switch (change.type) {
    case 'none':
      return null;
    case 'provisions':
      return passage.kind === 'citation' ? { ...passage, provisions: change.provisions, reason } : passage;
    case 'addressees':
      return 'addressees' in passage ? { ...passage, addressees: change.addressees, reason } : passage;
  }
}

function passageAt(found: readonly Passage[], kind: Passage['kind'], span: Span): Passage | undefined {
  const alike = found.filter((passage) => passage.kind === kind);
  const exact = alike.find(({ start, end }) => start === span.start && end === span.end);
  if (exact) return exact;
  const common = (passage: Passage) =>
    (Math.min(passage.end, span.end) - Math.max(passage.start, span.start)) /
    Math.max(passage.end - passage.start, span.end - span.start);
  const [best] = alike
    .filter((passage) => common(passage) >= SAME_PASSAGE)
    .sort((one, other) => common(other) - common(one));
  return best;
}
