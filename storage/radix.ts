import { withRoom } from './room';
import { atOnce, type Steps } from './steps';

/** Signs of a text that decide its place before whole texts are compared. */
const PREFIX = 6;
const DIGIT = 65_536;
/** Texts that are compared pair by pair in one step. */
const RUN = 2048;

/**
 * Puts items in the order of their numbers without comparing them pair by pair: a hundred thousand take some
 * milliseconds. Items of equal numbers keep their order.
 * @param order items as numbers into `keys`
 * @param keys whole numbers, 0 and up, below 2^48
 */
export function sortByNumber(order: Int32Array, keys: Float64Array): Int32Array {
  return atOnce(sortingByNumber(order, keys));
}

/** `sortByNumber`, with a pause after each pass. */
export function* sortingByNumber(order: Int32Array, keys: Float64Array): Steps<Int32Array> {
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
    yield;
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
    return atOnce(this.sorting(order));
  }

  /** `sort`, with pauses. */
  *sorting(order: Int32Array): Steps<Int32Array> {
    const { firsts, seconds } = this;
    const sorted = yield* sortingByNumber(yield* sortingByNumber(order, seconds), firsts);
    let compared = 0;
    for (let from = 0; from < sorted.length; ) {
      const item = sorted[from] as number;
      let to = from + 1;
      while (to < sorted.length && this.isAlike(item, sorted[to] as number)) to += 1;
      if (to - from > 1) {
        sorted.set(yield* this.sortingAlike(sorted.subarray(from, to)), from);
        compared += to - from;
      }
      if (compared > RUN) {
        compared = 0;
        yield;
      }
      from = to;
    }
    return sorted;
  }

  /** Compares whole texts: in short runs, which are then joined, since thousands of quotes may begin with the same words. */
  private *sortingAlike(items: Int32Array): Steps<Int32Array> {
    let from = Int32Array.from(items);
    for (let begin = 0; begin < items.length; begin += RUN) {
      // Sorting an array keeps the order of equals.
      const run = Array.from(from.subarray(begin, begin + RUN)).sort((one, other) => this.compared(one, other));
      from.set(run, begin);
      if (items.length > RUN) yield;
    }
    let to = new Int32Array(items.length);
    for (let width = RUN; width < items.length; width *= 2) {
      for (let begin = 0; begin < items.length; begin += 2 * width) {
        this.join(from.subarray(begin, begin + width), from.subarray(begin + width, begin + 2 * width), to, begin);
        yield;
      }
      [from, to] = [to, from];
    }
    return from;
  }

  /** Joins two sorted runs into one; of equals, those of the first run stand first. */
  private join(first: Int32Array, second: Int32Array, to: Int32Array, begin: number): void {
    let [one, other] = [0, 0];
    for (let at = begin; one < first.length || other < second.length; at++) {
      const isFirst =
        other >= second.length ||
        (one < first.length && this.compared(first[one] as number, second[other] as number) <= 0);
      to[at] = isFirst ? (first[one++] as number) : (second[other++] as number);
    }
  }

  private compared(one: number, other: number): number {
    const [first, second] = [this.texts[one] as string, this.texts[other] as string];
    return first < second ? -1 : first > second ? 1 : 0;
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
