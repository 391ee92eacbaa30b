import type { LayoutLine, PageLayout } from './layout';

/** What the body text of a page looks like. */
export interface PageMetrics {
  /** Size and font of most letters on the page and the pages around it. */
  size: number;
  font: string;
  /** Sizes vary from word to word, as they do in recognised scans: they tell little. */
  noisy: boolean;
  /** Distance between the baselines of a paragraph, by font size in half points. */
  pitches: ReadonlyMap<number, number>;
  /** By column. */
  columns: ReadonlyMap<string, ColumnMetrics>;
}

/** Where the lines of a column begin and how far they reach. */
export interface ColumnMetrics {
  left: number;
  right: number;
}

const PAGES_AROUND = 2;
const PAGES_A_SLICE = 10;
/** Line spacing where nothing tells it, in font sizes. */
const USUAL_PITCH = 1.25;
/** Shares of a page's letters that one size has in typeset text. */
const LEAST_SAME_SIZE = 0.4;

interface Sizes {
  letters: number;
  bySize: Map<number, number>;
  byFont: Map<string, number>;
}

const half = (size: number) => Math.round(size * 2) / 2;

/** A line's column: its flow, in tables with the column of the table. */
export function columnKey(line: LayoutLine): string {
  return line.cell ? `${line.flow}:${line.cell.column}` : `${line.flow}`;
}

/**
 * Measures pages.
 * @param layouts pages in page order
 * @param furniture for each page, 1 for each line that is none of the body's
 */
export function* measure(
  layouts: readonly PageLayout[],
  furniture: readonly Uint8Array[],
): Generator<void, PageMetrics[]> {
  const sizes: Sizes[] = [];
  for (const [k, layout] of layouts.entries()) {
    if (k % PAGES_A_SLICE === PAGES_A_SLICE - 1) yield;
    sizes.push(countSizes(layout, furniture[k] as Uint8Array));
  }
  const metrics: PageMetrics[] = [];
  for (const [k, layout] of layouts.entries()) {
    if (k % PAGES_A_SLICE === PAGES_A_SLICE - 1) yield;
    metrics.push(measurePage(layout, furniture[k] as Uint8Array, sizes, k));
  }
  return metrics;
}

function countSizes(layout: PageLayout, furniture: Uint8Array): Sizes {
  const bySize = new Map<number, number>();
  const byFont = new Map<string, number>();
  let letters = 0;
  layout.lines.forEach((line, index) => {
    if (furniture[index] === 1) return;
    const length = line.end - line.start;
    letters += length;
    const size = half(line.size);
    bySize.set(size, (bySize.get(size) ?? 0) + length);
    const key = `${size} ${line.font}`;
    byFont.set(key, (byFont.get(key) ?? 0) + length);
  });
  return { letters, bySize, byFont };
}

function measurePage(layout: PageLayout, furniture: Uint8Array, sizes: readonly Sizes[], at: number): PageMetrics {
  const bySize = new Map<number, number>();
  const byFont = new Map<string, number>();
  let letters = 0;
  for (let k = Math.max(0, at - PAGES_AROUND); k <= at + PAGES_AROUND && k < sizes.length; k++) {
    const page = sizes[k] as Sizes;
    // The page's own letters count most: a merged file changes from page to page.
    const weight = k === at ? 3 : 1;
    letters += page.letters * weight;
    for (const [size, count] of page.bySize) bySize.set(size, (bySize.get(size) ?? 0) + count * weight);
    for (const [font, count] of page.byFont) byFont.set(font, (byFont.get(font) ?? 0) + count * weight);
  }
  const [size, count] = most(bySize) ?? [11, 0];
  let font = '';
  let fontCount = 0;
  for (const [key, letters] of byFont) {
    const space = key.indexOf(' ');
    if (Number(key.slice(0, space)) === size && letters > fontCount) {
      font = key.slice(space + 1);
      fontCount = letters;
    }
  }
  return {
    size,
    font,
    noisy: count < LEAST_SAME_SIZE * letters,
    pitches: pitchesOf(layout, furniture),
    columns: columnsOf(layout, furniture),
  };
}

function most<Key>(counts: ReadonlyMap<Key, number>): [Key, number] | undefined {
  let best: [Key, number] | undefined;
  for (const entry of counts) if (!best || entry[1] > best[1]) best = entry;
  return best;
}

/** The distance between lines of one size that a quarter of them do not reach: paragraphs are further apart. */
function pitchesOf(layout: PageLayout, furniture: Uint8Array): Map<number, number> {
  const distances = new Map<number, number[]>();
  let previous: LayoutLine | undefined;
  layout.lines.forEach((line, index) => {
    if (furniture[index] === 1) return;
    if (previous && columnKey(previous) === columnKey(line) && half(previous.size) === half(line.size)) {
      const distance = line.baseline - previous.baseline;
      if (distance > 0.8 * line.size && distance < 2.4 * line.size) {
        const known = distances.get(half(line.size));
        if (known) known.push(distance);
        else distances.set(half(line.size), [distance]);
      }
    }
    previous = line;
  });
  const pitches = new Map<number, number>();
  for (const [size, list] of distances) {
    list.sort((a, b) => a - b);
    if (list.length >= 3) pitches.set(size, list[list.length >> 2] as number);
  }
  return pitches;
}

/** The usual distance between baselines in a paragraph of this size. */
export function pitchOf(metrics: PageMetrics, size: number): number {
  const own = metrics.pitches.get(half(size));
  if (own !== undefined) return own;
  const body = metrics.pitches.get(metrics.size);
  return body === undefined ? USUAL_PITCH * size : Math.max((body / metrics.size) * size, 1.1 * size);
}

function columnsOf(layout: PageLayout, furniture: Uint8Array): Map<string, ColumnMetrics> {
  const columns = new Map<string, { left: number; right: number; count: number; cell: boolean }>();
  layout.lines.forEach((line, index) => {
    if (furniture[index] === 1) return;
    const key = columnKey(line);
    const known = columns.get(key);
    if (known) {
      known.left = Math.min(known.left, line.left);
      known.right = Math.max(known.right, line.right);
      known.count++;
    } else columns.set(key, { left: line.left, right: line.right, count: 1, cell: line.cell !== undefined });
  });
  // A few lines between two tables reach as far as the page's other text does.
  const flows = [...columns.values()].filter((column) => !column.cell);
  const widest = flows.reduce<(typeof flows)[number] | null>((a, b) => (!a || b.count > a.count ? b : a), null);
  for (const column of flows)
    if (widest && column.left >= widest.left - 3 && column.left < widest.right && column.right <= widest.right) {
      if (column.count < widest.count) Object.assign(column, { left: widest.left, right: widest.right });
    }
  return columns;
}
