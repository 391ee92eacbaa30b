import type { Span } from '../reading/types';

/** W3C TextQuoteSelector; all three exactly as they stand in the text it was taken from. */
export interface TextQuoteSelector {
  exact: string;
  prefix: string;
  suffix: string;
}

/** W3C TextPositionSelector; UTF-16 offsets into the reading's text, half-open. */
export type TextPositionSelector = Span;

/** Evidence of where an annotation was made, kept so that it can be found and checked later. */
export interface Target {
  quote: TextQuoteSelector;
  position: TextPositionSelector;
  /** PDFs: page number, 1 first. */
  page?: number;
  /** SHA-256 of the normalised text of the whole document, hexadecimal. */
  textHash: string;
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
