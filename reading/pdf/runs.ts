import type { PdfItem, PdfPage } from './page';

/** The words of one text item, placed on the upright page: points, y downwards. */
export interface Run {
  /** Index into the page's items; also its place in content order. */
  item: number;
  /** The item's `str` without white space around it, and where that begins in it. */
  words: string;
  from: number;
  /** White space stands behind them in the item. */
  spaceAfter: boolean;
  /** A line of the file ends behind them. */
  endsLine: boolean;
  left: number;
  right: number;
  baseline: number;
  /** Height of the font, points. */
  size: number;
  font: string;
  labelled: boolean;
  artifact: boolean;
}

/** Runs that are read in the same direction, with the axes turned so that they run from left to right. */
export interface TurnedRuns {
  runs: Run[];
  /** Size of the page in these axes. */
  width: number;
  height: number;
  /** True where most of the page is read in another direction. */
  turned: boolean;
}

/** Where an item that prints the words of another once more finds them. */
export interface Twin {
  item: number;
  /** What to add to an offset in the twin's `str` to get one in the other's. */
  shift: number;
}

/** Directions that differ by less are one: scans are never quite straight. */
const SAME_DIRECTION_DEGREES = 8;
/** Two prints of the same words that lie closer than this, in font sizes, imitate bold. */
const SAME_PLACE = 0.3;
/** How many prints of the same words are looked at for the same place. */
const TWINS_LOOKED_AT = 24;
const RUNS_A_SLICE = 1500;

interface Placed {
  run: Run;
  degrees: number;
  letters: number;
}

/**
 * Places the items of a page. Blank items are left out: what parts two runs is seen from where they stand.
 * @returns runs by direction, the one that most letters are read in first, and the items that print another one's words again
 */
export function* readRuns(page: PdfPage): Generator<void, { directions: TurnedRuns[]; twins: Map<number, Twin> }> {
  const placed: Placed[] = [];
  for (let index = 0; index < page.items.length; index++) {
    if (index % RUNS_A_SLICE === RUNS_A_SLICE - 1) yield;
    const one = place(page, page.items[index] as PdfItem, index);
    if (one) placed.push(one);
  }
  const buckets = new Map<number, { letters: number; members: Placed[] }>();
  for (const [k, one] of placed.entries()) {
    if (k % (4 * RUNS_A_SLICE) === 0 && k > 0) yield;
    const key = Math.round(((one.degrees + 360) % 360) / SAME_DIRECTION_DEGREES) % (360 / SAME_DIRECTION_DEGREES);
    let bucket = buckets.get(key);
    if (!bucket) {
      bucket = { letters: 0, members: [] };
      buckets.set(key, bucket);
    }
    bucket.letters += one.letters;
    bucket.members.push(one);
  }
  yield;
  const sorted = [...buckets.values()].sort((a, b) => b.letters - a.letters);
  const twins = new Map<number, Twin>();
  const directions: TurnedRuns[] = [];
  for (const { members } of sorted) {
    const turned = turn(page, members, directions.length > 0);
    yield;
    turned.runs = yield* withoutTwins(turned.runs, twins);
    directions.push(turned);
  }
  return { directions, twins };
}

/** Where an item stands, in the axes of the displayed page; null for blank items. */
function place(page: PdfPage, item: PdfItem, index: number): Placed | null {
  const words = item.str.trim();
  if (words === '') return null;
  const [a, b, c, d, e, f] = page.toDisplay as [number, number, number, number, number, number];
  const [ta, tb, tc, td, te, tf] = item.transform as [number, number, number, number, number, number];
  const x = a * te + c * tf + e;
  const y = b * te + d * tf + f;
  const scale = Math.hypot(a, b);
  const size = Math.hypot(a * tc + c * td, b * tc + d * td) || item.height * scale || 1;
  if (!Number.isFinite(x) || !Number.isFinite(y) || !Number.isFinite(size)) return null;
  const width = Math.abs(item.width) * scale;
  const degrees = (Math.atan2(b * ta + d * tb, a * ta + c * tb) * 180) / Math.PI;
  return {
    run: {
      item: index,
      words,
      from: item.str.length - item.str.trimStart().length,
      spaceAfter: item.str.trimEnd().length < item.str.length,
      endsLine: item.hasEOL,
      left: x,
      right: x + (Number.isFinite(width) ? width : size * words.length * 0.5),
      baseline: y,
      size,
      font: item.fontName,
      labelled: item.labelled === true,
      artifact: item.artifact === true,
    },
    degrees: Number.isFinite(degrees) ? degrees : 0,
    letters: words.length,
  };
}

/** Turns the axes so that the runs go from left to right; small slants (a page laid askew on the scanner) too. */
function turn(page: PdfPage, members: readonly Placed[], turned: boolean): TurnedRuns {
  const angles = members.map((one) => one.degrees).sort((a, b) => a - b);
  const degrees = angles[angles.length >> 1] as number;
  const runs = members.map((one) => one.run);
  if (Math.abs(degrees) < 0.05) return { runs, width: page.width, height: page.height, turned };
  const radians = (degrees * Math.PI) / 180;
  const cos = Math.cos(radians);
  const sin = Math.sin(radians);
  const along = (x: number, y: number) => x * cos + y * sin;
  const across = (x: number, y: number) => y * cos - x * sin;
  const corners = [
    [0, 0],
    [page.width, 0],
    [0, page.height],
    [page.width, page.height],
  ] as const;
  const xs = corners.map(([x, y]) => along(x, y));
  const ys = corners.map(([x, y]) => across(x, y));
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  for (const run of runs) {
    const width = run.right - run.left;
    const x = along(run.left, run.baseline) - left;
    run.baseline = across(run.left, run.baseline) - top;
    run.left = x;
    run.right = x + width;
  }
  return { runs, width: Math.max(...xs) - left, height: Math.max(...ys) - top, turned };
}

/** Leaves out runs that print the words of another run at its very place, and notes whose words they are. */
function* withoutTwins(runs: readonly Run[], twins: Map<number, Twin>): Generator<void, Run[]> {
  const same = new Map<string, Run[]>();
  for (const [k, run] of runs.entries()) {
    if (k % RUNS_A_SLICE === RUNS_A_SLICE - 1) yield;
    const known = same.get(run.words);
    if (known) known.push(run);
    else same.set(run.words, [run]);
  }
  let count = 0;
  for (const members of same.values()) {
    if (members.length < 2) continue;
    members.sort((a, b) => a.left - b.left || a.item - b.item);
    for (let i = 0; i < members.length; i++) {
      if (++count % RUNS_A_SLICE === 0) yield;
      const first = members[i] as Run;
      if (twins.has(first.item)) continue;
      const reach = first.size * SAME_PLACE;
      for (let k = i + 1; k < members.length && k <= i + TWINS_LOOKED_AT; k++) {
        const other = members[k] as Run;
        if (other.left - first.left > reach) break;
        if (Math.abs(other.baseline - first.baseline) <= reach && !twins.has(other.item))
          twins.set(other.item, { item: first.item, shift: first.from - other.from });
      }
    }
  }
  return twins.size === 0 ? [...runs] : runs.filter((run) => !twins.has(run.item));
}
