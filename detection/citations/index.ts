import type { Reading } from '../../reading/types';
import type { CitationPassage } from '../types';

export { type ProvisionFacts, provisionFacts, provisionKey, provisionNames, provisionUrl } from './describe';

/** Finds statute citations in a reading; yields between slices of work. */
// biome-ignore lint/correctness/useYield: the scanner follows
export function* detectCitations(_reading: Reading, _context: { date?: string }): Generator<void, CitationPassage[]> {
  return [];
}
