/** Elements that are sorted or merged between two yields. */
const SLICE = 3000;

/** Sorts as `Array.sort` does, stable, into a new array; yields on the way where there is much to sort. */
export function* slicedSort<T>(items: Iterable<T>, compare: (a: T, b: T) => number): Generator<void, T[]> {
  let from = [...items];
  if (from.length <= SLICE) return from.sort(compare);
  for (let start = 0; start < from.length; start += SLICE) {
    const part = from.slice(start, start + SLICE).sort(compare);
    for (const [k, item] of part.entries()) from[start + k] = item;
    yield;
  }
  let to = new Array<T>(from.length);
  for (let width = SLICE; width < from.length; width *= 2) {
    let count = 0;
    for (let start = 0; start < from.length; start += 2 * width) {
      const middle = Math.min(start + width, from.length);
      const end = Math.min(start + 2 * width, from.length);
      let left = start;
      let right = middle;
      for (let k = start; k < end; k++) {
        if (++count % (4 * SLICE) === 0) yield;
        const takeLeft = left < middle && (right >= end || compare(from[left] as T, from[right] as T) <= 0);
        to[k] = from[takeLeft ? left++ : right++] as T;
      }
    }
    [from, to] = [to, from];
  }
  return from;
}
