import { PAGE_NUMBER } from '../text/page-edges';
import { markContents } from './contents';
import type { LayoutLine, PageLayout } from './layout';

const PAGES_A_SLICE = 10;
/** Share of the page's height at its top and at its foot where running headers and footers stand. */
const MARGIN = 0.2;
/** Share of the page's height from its edge where a bare number is a page's. */
const EDGE = 0.1;
/** Pages on each side that are looked at for the same header: odd and even pages differ, and one page may have none. */
const PAGES_AROUND = 3;
/** A header stands at the same height on each page, give or take so many points. */
const SAME_HEIGHT = 7;
const SAME_SLOT = 2.5;
const LONGEST_HEADER = 160;
/** Lines of so many letters, and so many of them close to each other, are running text. */
const LONG_LINE = 50;
const TEXT_LINES = 3;
/** Lines of a margin that are looked at; more of them are a text. */
const MOST_LINES = 14;
/** Above this share of a page's letters, what the file calls no content is the content. */
const MOST_ARTIFACT = 0.4;

/** A line in a page's upper or lower margin. */
interface Edge {
  index: number;
  line: LayoutLine;
  /** Its words with `#` for each number. */
  key: string;
  numbers: number[];
  top: boolean;
}

interface EdgePage {
  layout: PageLayout;
  edges: Edge[];
  byKey: Map<string, Edge[]>;
  furniture: Uint8Array;
}

/**
 * Finds running headers and footers, page numbers, stamps in the margin, and tables of contents.
 * @param layouts pages in page order
 * @returns for each page, 1 for each line that is furniture
 */
export function* findFurniture(layouts: readonly PageLayout[]): Generator<void, Uint8Array[]> {
  const pages: EdgePage[] = [];
  for (const [k, layout] of layouts.entries()) {
    if (k % PAGES_A_SLICE === PAGES_A_SLICE - 1) yield;
    pages.push(readEdges(layout));
  }
  for (const [k, page] of pages.entries()) {
    if (k % PAGES_A_SLICE === PAGES_A_SLICE - 1) yield;
    markRepeated(pages, k);
    markOwn(page);
  }
  for (const k of pages.keys()) {
    if (k % PAGES_A_SLICE === PAGES_A_SLICE - 1) yield;
    markSlots(pages, k);
  }
  let inContents = false;
  for (const [k, page] of pages.entries()) {
    if (k % PAGES_A_SLICE === PAGES_A_SLICE - 1) yield;
    inContents = markContents(page.layout, page.furniture, inContents);
  }
  return pages.map((page) => page.furniture);
}

function wordsOf(layout: PageLayout, line: LayoutLine): string {
  return layout.text.slice(line.start, line.end);
}

function readEdges(layout: PageLayout): EdgePage {
  const { lines, height } = layout;
  const edges: Edge[] = [];
  const byKey = new Map<string, Edge[]>();
  const collect = (top: boolean) => {
    const inside: number[] = [];
    lines.forEach((line, index) => {
      if (line.turned) return;
      if (top ? line.baseline < height * MARGIN : line.baseline > height * (1 - MARGIN)) inside.push(index);
    });
    inside.sort((a, b) => {
      const difference = (lines[a] as LayoutLine).baseline - (lines[b] as LayoutLine).baseline;
      return top ? difference : -difference;
    });
    for (const index of inside.slice(0, MOST_LINES)) {
      const line = lines[index] as LayoutLine;
      if (line.end - line.start > LONGEST_HEADER) continue;
      const numbers: number[] = [];
      const key = wordsOf(layout, line)
        .replace(/\d+/g, (digits) => {
          numbers.push(Number(digits));
          return '#';
        })
        .replace(/\s+/g, ' ');
      const edge: Edge = { index, line, key, numbers, top };
      edges.push(edge);
      const same = byKey.get(key);
      if (same) same.push(edge);
      else byKey.set(key, [edge]);
    }
  };
  collect(true);
  collect(false);
  return { layout, edges, byKey, furniture: new Uint8Array(lines.length) };
}

/** Marks what comes back at the same height on pages around, with the same numbers or with those of a page counter. */
function markRepeated(pages: readonly EdgePage[], at: number): void {
  const page = pages[at] as EdgePage;
  for (const edge of page.edges) {
    if (isRunningText(page.layout, edge.index)) continue;
    let seen = 0;
    let counted = false;
    for (let k = Math.max(0, at - PAGES_AROUND); k <= at + PAGES_AROUND && k < pages.length; k++) {
      if (k === at) continue;
      const other = pages[k] as EdgePage;
      const apart = other.layout.page - page.layout.page;
      const match = other.byKey.get(edge.key)?.find((twin) => isSame(page, edge, other, twin, apart));
      if (!match) continue;
      seen++;
      counted ||= match.numbers.some((number, n) => number !== edge.numbers[n]);
    }
    if (seen === 0 || (!/\p{L}/u.test(edge.key) && !counted)) continue;
    if (seen >= 2 || counted || !standsInText(pages, at, edge)) page.furniture[edge.index] = 1;
  }
}

/** True for a line of a paragraph of long lines, but for its last one: another copy of the document has it too. */
function isRunningText({ lines }: PageLayout, index: number): boolean {
  const goesOn = (k: number) => {
    const line = lines[k];
    const next = lines[k + 1];
    return (
      line !== undefined &&
      next !== undefined &&
      line.end - line.start >= LONG_LINE &&
      line.flow === next.flow &&
      next.baseline - line.baseline < 1.7 * line.size
    );
  };
  let from = index;
  let to = index;
  while (to - from + 1 < TEXT_LINES && goesOn(from - 1)) from--;
  while (to - from + 1 < TEXT_LINES && goesOn(to)) to++;
  return to - from + 1 >= TEXT_LINES;
}

function isSame(page: EdgePage, edge: Edge, other: EdgePage, twin: Edge, apart: number): boolean {
  if (edge.top !== twin.top || Math.abs(edge.line.size - twin.line.size) > 1) return false;
  const height = edge.top
    ? edge.line.baseline - twin.line.baseline
    : page.layout.height - edge.line.baseline - (other.layout.height - twin.line.baseline);
  if (Math.abs(height) > SAME_HEIGHT) return false;
  return edge.numbers.every((number, n) => {
    const step = (twin.numbers[n] as number) - number;
    return step === 0 || step === apart;
  });
}

/** True when pages around have words of their own at this height: two sections may begin their pages with the same heading. */
function standsInText(pages: readonly EdgePage[], at: number, edge: Edge): boolean {
  const page = pages[at] as EdgePage;
  for (let k = Math.max(0, at - PAGES_AROUND); k <= at + PAGES_AROUND && k < pages.length; k++) {
    const other = pages[k] as EdgePage;
    if (k === at || other.byKey.has(edge.key)) continue;
    const reached = other.edges.some((line) => {
      if (line.top !== edge.top || page.byKey.has(line.key) || isBeside(pages, k, line)) return false;
      return edge.top
        ? line.line.baseline <= edge.line.baseline + SAME_SLOT
        : other.layout.height - line.line.baseline <= page.layout.height - edge.line.baseline + SAME_SLOT;
    });
    if (reached) return true;
  }
  return false;
}

/** True when a line's key is on one of the pages beside it. */
function isBeside(pages: readonly EdgePage[], at: number, edge: Edge): boolean {
  return Boolean(pages[at - 1]?.byKey.has(edge.key) || pages[at + 1]?.byKey.has(edge.key));
}

/** Marks what a page's own look tells: stamps, what the file calls no content, a page number at its edge. */
function markOwn(page: EdgePage): void {
  const { layout, furniture, edges } = page;
  let letters = 0;
  let upright = 0;
  let artifact = 0;
  for (const line of layout.lines) {
    const length = line.end - line.start;
    letters += length;
    if (!line.turned) upright += length;
    if (line.artifact) artifact += length;
  }
  if (upright > 0.5 * letters)
    layout.lines.forEach((line, index) => {
      if (line.turned) furniture[index] = 1;
    });
  for (const { index, line, top } of edges) {
    if (line.artifact && artifact < MOST_ARTIFACT * letters) furniture[index] = 1;
    const fromEdge = top ? line.baseline : layout.height - line.baseline;
    if (fromEdge < EDGE * layout.height && PAGE_NUMBER.test(wordsOf(layout, line))) furniture[index] = 1;
  }
}

/** Marks what stands in the very place where a page beside has a running header: another section's, or the last one's. */
function markSlots(pages: readonly EdgePage[], at: number): void {
  const page = pages[at] as EdgePage;
  for (const edge of page.edges) {
    if (page.furniture[edge.index] === 1) continue;
    for (const k of [at - 1, at + 1]) {
      const other = pages[k];
      if (!other || Math.abs(other.layout.height - page.layout.height) > 2) continue;
      const slot = other.edges.some(
        ({ index, line, top }) =>
          other.furniture[index] === 1 &&
          top === edge.top &&
          Math.abs(line.baseline - edge.line.baseline) <= SAME_SLOT &&
          Math.abs(line.size - edge.line.size) <= 0.3 &&
          line.font === edge.line.font &&
          isAligned(line, edge.line),
      );
      if (slot) page.furniture[edge.index] = 1;
    }
  }
}

function isAligned(a: LayoutLine, b: LayoutLine): boolean {
  return (
    Math.abs(a.left - b.left) <= SAME_SLOT ||
    Math.abs(a.right - b.right) <= SAME_SLOT ||
    Math.abs(a.left + a.right - b.left - b.right) <= 2 * SAME_SLOT
  );
}
