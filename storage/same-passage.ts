import type { Target } from '../anchoring/types';

/** Whether two targets are the same words at the same place: of the same text, or between the same words. */
export function samePlace(one: Target, other: Target): boolean {
  if (one.quote.exact !== other.quote.exact) return false;
  return one.textHash === other.textHash
    ? one.position.start === other.position.start
    : one.quote.prefix === other.quote.prefix && one.quote.suffix === other.quote.suffix;
}

/** Neither of two comments on one passage is lost. */
export function joinedComment(kept: string, added: string): string {
  if (added.trim() === '' || kept.includes(added)) return kept;
  return kept.trim() === '' ? added : `${kept}\n\n${added}`;
}
