/** Signs of a text that decide its place before whole texts are compared. */
const PREFIX = 6;
const DIGIT = 65_536;

/**
 * Puts items in the order of their numbers without comparing them pair by pair: a hundred thousand take some
 * milliseconds. Items of equal numbers keep their order.
 * @param order items as numbers into `keys`
 * @param keys whole numbers, 0 and up, below 2^48
 */
export function sortByNumber(order: Int32Array, keys: Float64Array): Int32Array {
  let most = 0;
  for (const item of order) most = Math.max(most, keys[item] as number);
  let from = order;
  for (let unit = 1; unit <= most; unit *= DIGIT) {
    // Taken out once, side by side: looking into long arrays here and there is what sorting spends its time on.
    const digits = digitsOf(from, keys, unit, most);
    const begins = new Int32Array(DIGIT + 1);
    for (let place = 0; place < digits.length; place++) {
      const next = (digits[place] as number) + 1;
      begins[next] = (begins[next] as number) + 1;
    }
    for (let digit = 1; digit < DIGIT; digit++) {
      begins[digit] = (begins[digit] as number) + (begins[digit - 1] as number);
    }
    const to = new Int32Array(from.length);
    for (let place = 0; place < digits.length; place++) {
      const digit = digits[place] as number;
      const at = begins[digit] as number;
      to[at] = from[place] as number;
      begins[digit] = at + 1;
    }
    from = to;
  }
  return from;
}

/** One digit of each item's number, in their order. */
function digitsOf(order: Int32Array, keys: Float64Array, unit: number, most: number): Uint16Array {
  const digits = new Uint16Array(order.length);
  if (most < 2 ** 31) {
    const shift = Math.log2(unit);
    for (let place = 0; place < order.length; place++)
      digits[place] = (keys[order[place] as number] as number) >>> shift;
  } else {
    for (let place = 0; place < order.length; place++) {
      digits[place] = Math.floor((keys[order[place] as number] as number) / unit) % DIGIT;
    }
  }
  return digits;
}

/**
 * Puts items in the order of their texts, by code units: by the beginnings as numbers first, whole texts are compared
 * only where those are equal. Items of equal texts keep their order. @param order items as numbers into `texts`
 */
export function sortByText(order: Int32Array, texts: readonly string[]): Int32Array {
  const keys = new Float64Array(texts.length);
  for (const item of order) keys[item] = prefixNumber(texts[item] ?? '');
  const sorted = sortByNumber(order, keys);
  for (let from = 0; from < sorted.length; ) {
    let to = from + 1;
    while (to < sorted.length && keys[sorted[to] as number] === keys[sorted[from] as number]) to += 1;
    if (to - from > 1) {
      const places = new Map(Array.from(sorted.subarray(from, to), (item, place) => [item, place]));
      const run = [...places.keys()].sort((one, other) => {
        const [first = '', second = ''] = [texts[one], texts[other]];
        return first < second ? -1 : first > second ? 1 : (places.get(one) ?? 0) - (places.get(other) ?? 0);
      });
      sorted.set(run, from);
    }
    from = to;
  }
  return sorted;
}

/** The first signs as one number that sorts like them, up to the first beyond Latin-1: what follows it is told apart later. */
function prefixNumber(text: string): number {
  let number = 0;
  let open = true;
  for (let at = 0; at < PREFIX; at++) {
    const sign: number = open && at < text.length ? Math.min(255, text.charCodeAt(at)) : 0;
    number = number * 256 + sign;
    open &&= sign < 255;
  }
  return number;
}
