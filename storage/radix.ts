import { withRoom } from './room';

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

/** Texts to sort items by, with their beginnings as numbers. */
export class TextKeys {
  /** By item; undefined for what has none. */
  readonly texts: (string | undefined)[] = [];
  private firsts: Float64Array = new Float64Array(0);
  private seconds: Float64Array = new Float64Array(0);

  set(item: number, text: string | undefined): void {
    this.firsts = withRoom(this.firsts, item);
    this.seconds = withRoom(this.seconds, item);
    this.texts[item] = text;
    const first = prefixNumber(text ?? '', 0);
    this.firsts[item] = first;
    // Behind a sign that the number does not hold only whole texts can tell.
    this.seconds[item] = isWhole(first) ? prefixNumber(text ?? '', PREFIX) : 0;
  }

  has(item: number): boolean {
    return this.texts[item] !== undefined;
  }

  /**
   * Puts items in the order of their texts, by code units: by the beginnings as numbers first, whole texts are compared
   * only where those are equal. Items of equal texts keep their order.
   */
  sort(order: Int32Array): Int32Array {
    const { texts, firsts, seconds } = this;
    const sorted = sortByNumber(sortByNumber(order, seconds), firsts);
    for (let from = 0; from < sorted.length; ) {
      const item = sorted[from] as number;
      let to = from + 1;
      while (to < sorted.length && this.isAlike(item, sorted[to] as number)) to += 1;
      if (to - from > 1) {
        // Sorting an array keeps the order of equals.
        const run = Array.from(sorted.subarray(from, to)).sort((one, other) => {
          const [first, second] = [texts[one] as string, texts[other] as string];
          return first < second ? -1 : first > second ? 1 : 0;
        });
        sorted.set(run, from);
      }
      from = to;
    }
    return sorted;
  }

  private isAlike(one: number, other: number): boolean {
    return this.firsts[one] === this.firsts[other] && this.seconds[one] === this.seconds[other];
  }
}

/** A sign of Latin-1 takes a byte; all others are this one. */
const BEYOND = 255;

/** Six signs as one number that sorts like them, up to the first beyond Latin-1: what follows it is told apart later. */
function prefixNumber(text: string, from: number): number {
  let number = 0;
  let open = true;
  for (let at = from; at < from + PREFIX; at++) {
    const sign: number = open && at < text.length ? Math.min(BEYOND, text.charCodeAt(at)) : 0;
    number = number * 256 + sign;
    open &&= sign < BEYOND;
  }
  return number;
}

/** Whether a beginning holds no sign beyond Latin-1. */
function isWhole(prefix: number): boolean {
  for (let rest = prefix; rest > 0; rest = Math.floor(rest / 256)) if (rest % 256 === BEYOND) return false;
  return true;
}
