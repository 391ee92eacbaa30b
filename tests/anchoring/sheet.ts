import type { Span } from '../../reading/types';
import type { PlainShape } from './plain-passages';

/** How the two texts are printed. */
export const MEDIA = ['same', 'to pdf', 'from pdf', 'to markup', 'to scan', 'from scan'] as const;
export type Medium = (typeof MEDIA)[number];

export type Shape = 'sentence' | 'half' | 'short' | 'long' | PlainShape;

export interface Row extends Span {
  /** What was done to the passage, or around it. */
  change: string;
  shape: Shape;
  /** Words of the passage. */
  words: number;
  /** Where the passage stands in the second text; null where it does not any more. */
  truth: Span | null;
}

/** A document in two versions and passages whose fate is known. */
export interface Sheet {
  medium: Medium;
  before: string;
  after: string;
  rows: Row[];
}
