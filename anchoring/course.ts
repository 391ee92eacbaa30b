import { risingSliced } from './rising';
import { confirmed, LETTERS, type Spot } from './spots';

/** Between which letters of the folded text a stretch of the source text must stand for the order to be kept. */
export interface Slot {
  low: number;
  high: number;
  /** The spots of the source text that bound it, UTF-16 offsets. */
  sourceLow: number;
  sourceHigh: number;
  /** Whether it stands in the order that most of the document keeps: else the part that it is in was moved. */
  isMain: boolean;
}

/** Two spots follow each other in the text when no more letters than these, and a quarter more, came in between them. */
const PUT_IN = 400;
const STRETCH = 1.25;
/** Runs that a spot may carry on: one that was moved away is passed by the ones around it. */
const OPEN_RUNS = 8;
/** Letters more than the source had that a slot may have by a line end, a footnote mark, an edited word. */
const FEW = 60;
/** Spots looked at on each side of a stretch: more than any moved sentence or paragraph has. */
const SIDE = 48;
/** Units of source from a passage to the spots of a paragraph that was moved with it. */
const CLOSE = 300;
/** Units of source in a slot that tells anything. */
const WIDEST = 6000;
/** Spots joined between two pauses. */
const SLICE = 1 << 12;
/** Two places in one number: letters of a text of a hundred million units, and more. */
const PACK = 2 ** 26;
/** Spots that a run needs to be believed where it goes another way than the rest. */
const RUN = 3;

interface Run {
  id: number;
  last: Spot;
}

/**
 * How the source text runs through the text: spots whose places are sure, in runs that go on side by side in both. A
 * section that was moved is a run of its own, and keeps its order inside.
 */
export class Course {
  private constructor(
    private readonly spots: readonly Spot[],
    private readonly runs: Int32Array,
    private readonly sizes: readonly number[],
    private readonly isMain: Uint8Array,
    private readonly mains: readonly number[],
    private readonly sure: Course | null,
    private readonly length: number,
  ) {}

  /**
   * Makes the course in slices of a few milliseconds.
   * @param pairs sure places, in any order, @param length letters of the folded text
   */
  static *of(pairs: readonly Spot[], length: number): Generator<void, Course> {
    const spots = yield* sorted(pairs);
    yield;
    const certain = confirmed(spots);
    const sure = certain.length > 0 && certain.length < spots.length ? yield* Course.of(certain, length) : null;
    const isMain = new Uint8Array(spots.length);
    const mains: number[] = [];
    const main = yield* risingSliced(spots);
    spots.forEach((spot, i) => {
      if (main[mains.length] !== spot) return;
      isMain[i] = 1;
      mains.push(i);
    });
    yield;
    const { runs, sizes } = yield* joined(spots);
    return new Course(spots, runs, sizes, isMain, mains, sure, length);
  }

  /** Where the source's [start, end) must stand, or null where nothing tells. */
  expect(start: number, end: number): Slot | null {
    // Where a sentence was taken away its neighbours may meet in words that were a landmark elsewhere: spots that
    // others confirm come first.
    const slot = this.sure?.expect(start, end);
    return slot && widthOf(slot) <= WIDEST + end - start ? slot : this.among(start, end);
  }

  /** The same among all spots. */
  among(start: number, end: number): Slot | null {
    const { spots, runs, sizes } = this;
    const right = this.first(end);
    const left = this.first(start) - 1;
    let best: [number, number] | null = null;
    const nearest = new Map<number, number>();
    for (let i = left; i >= 0 && i > left - SIDE; i--) {
      const run = runs[i] as number;
      if (!nearest.has(run)) nearest.set(run, i);
    }
    const seen = new Set<number>();
    for (let i = right; i < spots.length && i < right + SIDE; i++) {
      const run = runs[i] as number;
      if (seen.has(run)) continue;
      seen.add(run);
      const before = nearest.get(run);
      if (before === undefined || (sizes[run] as number) < RUN) continue;
      if (!best || this.gap(before, i) < this.gap(...best)) best = [before, i];
    }
    return best ? this.slot(best[0], best[1]) : this.inMainOrder(start, end);
  }

  /**
   * Where else the source's [start, end) may stand: between spots close by, on both sides, that went another way than the
   * rest together.
   */
  elsewhere(start: number, end: number): Slot[] {
    const { spots, runs } = this;
    const right = this.first(end);
    const nearest = new Map<number, number>();
    for (let i = right - 1; i >= 0 && (spots[i] as Spot)[0] >= start - CLOSE; i--) {
      const run = runs[i] as number;
      if ((spots[i] as Spot)[0] < start && !nearest.has(run)) nearest.set(run, i);
    }
    const slots: Slot[] = [];
    for (let i = right; i < spots.length && (spots[i] as Spot)[0] <= end + CLOSE; i++) {
      const before = nearest.get(runs[i] as number);
      if (before === undefined) continue;
      nearest.delete(runs[i] as number);
      slots.push({ ...this.slot(before, i), isMain: false });
    }
    return slots;
  }

  /**
   * The stretch around letters [from, to) of the text between the nearest spots that keep the order of the whole document;
   * null at its ends.
   */
  around(from: number, to: number): Slot | null {
    const { mains, spots } = this;
    const letter = (main: number) => (spots[mains[main] as number] as Spot)[1];
    let low = 0;
    let high = mains.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (letter(middle) <= from) low = middle + 1;
      else high = middle;
    }
    let after = low;
    while (after < mains.length && letter(after) < to) after++;
    return low > 0 && after < mains.length ? this.slot(mains[low - 1] as number, mains[after] as number) : null;
  }

  private gap(i: number, j: number): number {
    return (this.spots[j] as Spot)[0] - (this.spots[i] as Spot)[0];
  }

  private slot(i: number, j: number): Slot {
    const [sourceLow, low] = this.spots[i] as Spot;
    const [sourceHigh, high] = this.spots[j] as Spot;
    return { low, high, sourceLow, sourceHigh, isMain: this.isMain[i] === 1 || this.isMain[j] === 1 };
  }

  /** First spot at a source offset or after it. */
  private first(offset: number): number {
    const { spots } = this;
    let low = 0;
    let high = spots.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((spots[middle] as Spot)[0] < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Between the nearest spots that keep the order of the whole document; its ends count as spots. */
  private inMainOrder(start: number, end: number): Slot | null {
    const { mains, spots } = this;
    if (mains.length === 0) return null;
    let before = -1;
    for (let low = 0, high = mains.length - 1; low <= high; ) {
      const middle = (low + high) >> 1;
      if ((spots[mains[middle] as number] as Spot)[0] < start) {
        before = middle;
        low = middle + 1;
      } else high = middle - 1;
    }
    let after = before + 1;
    while (after < mains.length && (spots[mains[after] as number] as Spot)[0] < end) after++;
    const endless = Number.POSITIVE_INFINITY;
    const [sourceLow, low] = before < 0 ? [0, 0] : (spots[mains[before] as number] as Spot);
    const [sourceHigh, high] = after < mains.length ? (spots[mains[after] as number] as Spot) : [endless, this.length];
    return { low, high, sourceLow, sourceHigh, isMain: true };
  }
}

/** By their place in the source, and where that is the same by the falling place in the text. */
function* sorted(spots: readonly Spot[]): Generator<void, Spot[]> {
  // Packed in one number each: a plain sort of numbers is many times as fast.
  const packed = Float64Array.from(spots, ([source, letter]) => source * PACK + (PACK - 1 - letter));
  yield;
  packed.sort();
  yield;
  return Array.from(packed, (pair): Spot => [Math.floor(pair / PACK), PACK - 1 - (pair % PACK)]);
}

/** Gives each spot its run: the open one that it follows most evenly. */
function* joined(spots: readonly Spot[]): Generator<void, { runs: Int32Array; sizes: number[] }> {
  const runs = new Int32Array(spots.length);
  const sizes: number[] = [];
  const open: Run[] = [];
  for (const [i, spot] of spots.entries()) {
    let best: Run | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const run of open) {
      const way = spot[0] - run.last[0];
      const step = spot[1] - run.last[1];
      if (step <= 0 || step > STRETCH * way + PUT_IN) continue;
      const unevenness = Math.abs(step - LETTERS * way);
      if (unevenness < least) {
        least = unevenness;
        best = run;
      }
    }
    if (best) open.splice(open.indexOf(best), 1);
    else best = { id: sizes.push(0) - 1, last: spot };
    best.last = spot;
    open.push(best);
    if (open.length > OPEN_RUNS) open.shift();
    runs[i] = best.id;
    (sizes[best.id] as number)++;
    if (i % SLICE === SLICE - 1) yield;
  }
  return { runs, sizes };
}

/** Units of source that belong into a slot. */
export function widthOf({ sourceLow, sourceHigh, low, high }: Slot): number {
  return sourceHigh === Number.POSITIVE_INFINITY ? (high - low) / LETTERS : sourceHigh - sourceLow;
}

/** Whether little more stands in a slot than did in the source. */
export function isTight(slot: Slot): boolean {
  return slot.high - slot.low <= LETTERS * widthOf(slot) + FEW;
}
