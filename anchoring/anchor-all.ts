import { atOnce, indexOfText } from './text-index';
import type { Anchoring, Target } from './types';

/**
 * Finds all targets of one document in a text, solved together. The generator pauses after every few milliseconds of
 * work and can be dropped at any pause.
 * @returns one anchoring for each target, in the order of `targets`; offsets into `text`
 */
export function* anchorAll(text: string, targets: readonly Target[]): Generator<void, Anchoring[]> {
  yield* indexOfText(text);
  return targets.map((target) => anchorExact(text, target));
}

/** `anchorAll` without pauses. */
export function anchorAllNow(text: string, targets: readonly Target[]): Anchoring[] {
  return atOnce(anchorAll(text, targets));
}

function anchorExact(text: string, { quote, position }: Target): Anchoring {
  const { prefix, exact, suffix } = quote;
  if (text.startsWith(prefix + exact + suffix, position.start - prefix.length)) {
    return { verdict: 'placed', start: position.start, end: position.end };
  }
  const first = text.indexOf(prefix + exact + suffix);
  if (first >= 0 && text.indexOf(prefix + exact + suffix, first + 1) < 0) {
    const start = first + prefix.length;
    return { verdict: 'placed', start, end: start + exact.length };
  }
  return { verdict: 'orphaned' };
}
