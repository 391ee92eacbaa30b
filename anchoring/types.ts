import type { Span } from '../reading/types';

/** W3C TextQuoteSelector; all three exactly as they stand in the text it was taken from. */
export interface TextQuoteSelector {
  exact: string;
  prefix: string;
  suffix: string;
}

/** W3C TextPositionSelector; UTF-16 offsets into the reading's text, half-open. */
export type TextPositionSelector = Span;

/** A place of the source text that was like the quote when the annotation was made. Fingerprints are 32-bit, unsigned. */
export interface Twin {
  /** UTF-16 offset in the source text. */
  at: number;
  /** Fingerprint of the twin's own words: equal to the quote's for an exact twin, another for a near-twin. */
  words: number;
  /** Share of the quote's words that the twin has; 1 for an exact twin only. */
  share: number;
  /** Fingerprints of the words just before and just after the twin. */
  before: number;
  after: number;
  /** How many consonants just before, and just after, it has in common with what surrounds the passage. */
  shared?: [before: number, after: number];
}

/** Another place of the source text that has a quote's consonants: its words, damaged or not, or another number among them. */
export type Copy = Omit<Twin, 'words' | 'share'>;

/** A spot of the source text that can be recognised: [UTF-16 offset, 32-bit fingerprint]; it occurred nowhere else. */
export type Landmark = [at: number, fingerprint: number];

/**
 * What the source text told about the place beyond quote and context. With it a deleted quote is told from its twins,
 * and one of several printings from the others. Absent on annotations made by other tools: they are then anchored
 * with more caution.
 */
export interface TargetEvidence {
  /** Changes when the meaning of the fingerprints does; others are ignored. */
  version: 1;
  /** Landmarks around and in the quote, close ones dense and far ones sparse, and beside its nearest twins, in text order. */
  landmarks: Landmark[];
  /**
   * Spots near the quote that occur elsewhere too, but once only from 2,500 UTF-16 units before the quote to 2,500 after
   * it: a list of recommendations that is printed three times has no others.
   */
  nearby?: Landmark[];
  /** Like places: those with the very words first, then the near ones; some dozens at most. */
  twins: Twin[];
  /** Number of places that have the very words, the passage itself not counted; null where they are too many to count. */
  twinCount: number | null;
  /**
   * How many consonants of the text just before, and just after, the place that has most of them in common there with the
   * passage: what stands farther out tells the passage from all of its twins. Absent where there are none.
   */
  common?: { before: number; after: number };
  /** The source had the quote's consonants once only. */
  isOnly?: true;
  /** … or in these places more, all of them; absent where they are too many, or tell nothing. */
  copies?: Copy[];
  /** Parts of `quote.exact` that are page furniture (running headers and footers), offsets into it. */
  furniture?: Span[];
}

/** Evidence of where an annotation was made, kept so that it can be found and checked later. */
export interface Target {
  quote: TextQuoteSelector;
  position: TextPositionSelector;
  /** PDFs: page number, 1 first. */
  page?: number;
  /** PDFs: what the file calls that page, where it is not its number: what is printed on it and cited. */
  pageLabel?: string;
  /** PDFs: the page where the passage ends, where it runs on from `page` to another; and what the file calls that. */
  pageEnd?: number;
  pageEndLabel?: string;
  /** SHA-256 of the normalised text of the whole document, hexadecimal. */
  textHash: string;
  evidence?: TargetEvidence;
}

/**
 * `placed` same words, same place; `moved` same words elsewhere; `changed` the words were edited;
 * `ambiguous` several equal candidates; `orphaned` not found.
 */
export type Verdict = 'placed' | 'moved' | 'changed' | 'ambiguous' | 'orphaned';

export type Anchoring =
  | { verdict: 'placed' | 'moved'; start: number; end: number }
  | { verdict: 'changed'; start: number; end: number }
  | { verdict: 'ambiguous'; candidates: Span[] }
  | { verdict: 'orphaned' };
