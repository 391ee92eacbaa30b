import type { Anchoring } from '../anchoring/types';
import type { KeptAnnotation, OpenedDocument, Placement } from '../messages/schema';
import { correctPassages, type PlacedCorrection, placeCorrections } from './corrections';
import type { OpenReading } from './document-source';
import { anchoring } from './on-demand';
import { carried, isForThisDocument, placementOf, whereItWas } from './placements';
import { runSliced } from './slices';

export { carried, correctPassages };

/** The text that kept annotations and corrections are looked for in. */
interface SearchedText {
  reading: OpenReading;
  textHash: string;
  /** The place that the person saved an annotation at since the document was opened, in this text. */
  whereItWasSaved(annotation: KeptAnnotation): Anchoring | undefined;
}

/**
 * Finds the places of what is kept of a document.
 * @returns undefined when the signal ended the work
 */
export async function placeKept(
  { annotations, corrections = [] }: Pick<OpenedDocument, 'annotations' | 'corrections'>,
  { reading, textHash, whereItWasSaved }: SearchedText,
  signal: AbortSignal,
): Promise<{ placements: Placement[]; placedCorrections: PlacedCorrection[] } | undefined> {
  const targets = annotations.map(({ target }) => target);
  const certain = annotations.map(
    (annotation) => whereItWas(annotation.target, reading.text, textHash) ?? whereItWasSaved(annotation),
  );
  const anchorings = certain.every((each) => each !== undefined)
    ? certain
    : await runSliced((await anchoring()).anchorAll(reading.text, targets), signal);
  const placedCorrections = await placeCorrections(corrections, reading, textHash, signal);
  if (!anchorings || !placedCorrections) return undefined;
  const placements = annotations
    .map((annotation, i) => placementOf(annotation, certain[i] ?? anchorings[i], reading))
    .filter(isForThisDocument);
  return { placements, placedCorrections };
}
