import type { Reading } from '../../reading/types';
import type { DocumentHints, DocumentProfile } from '../types';

/** Reads what a document says of itself. */
export function readProfile(
  _reading: Reading,
  hints: DocumentHints,
): { profile: DocumentProfile; lawDate: string | undefined } {
  return { profile: { ...(hints.date ? { date: hints.date } : {}) }, lawDate: hints.date };
}
