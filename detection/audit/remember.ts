import type { Outline, Unit } from './units';

/** Results kept of one function; when there are more, all are forgotten. */
const MOST = 2000;

/**
 * The same function, which remembers what it was asked: for pure work on short strings that come again and again.
 * @param work must depend on its argument alone
 */
export function remembering<Result>(work: (words: string) => Result): (words: string) => Result {
  const known = new Map<string, Result>();
  return (words) => {
    let result = known.get(words);
    if (result === undefined) {
      if (known.size >= MOST) known.clear();
      result = work(words);
      // A copy of its own, so that a slice does not keep the whole document alive.
      known.set(` ${words}`.slice(1), result);
    }
    return result;
  };
}

/**
 * The same function of a document's unit, which remembers what it was asked as long as the document lives.
 * @param work must depend on the unit and its document alone
 */
export function rememberingUnits<Result>(
  work: (outline: Outline, unit: Unit) => Result,
): (outline: Outline, unit: Unit) => Result {
  const known = new WeakMap<Outline, Map<number, Result>>();
  return (outline, unit) => {
    let results = known.get(outline);
    if (!results) {
      results = new Map();
      known.set(outline, results);
    }
    let result = results.get(unit.index);
    if (result === undefined) {
      result = work(outline, unit);
      results.set(unit.index, result);
    }
    return result;
  };
}
