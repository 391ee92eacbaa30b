import { readFragments } from './fragments';
import { linesOf } from './gutters';
import type { PageLayout } from './layout';
import { type LinePlace, PageText } from './line-text';
import type { PdfPage } from './page';
import { type FragmentLine, readRegions } from './regions';
import { readRuns } from './runs';

/** Lines put to text between two yields. */
const LINES_A_SLICE = 400;

/**
 * Lays out one page: words to lines, lines to columns and tables, in reading order. What is read in another direction
 * than most of the page comes last. Time grows with the number of items, but for sorting. Sliced.
 */
export function* layOutPage(page: PdfPage): Generator<void, PageLayout> {
  const { directions, twins } = yield* readRuns(page);
  const text = new PageText();
  let flow = 0;
  let tables = 0;
  let count = 0;
  const addLines = function* (lines: Iterable<FragmentLine>, place: LinePlace): Generator<void, void> {
    for (const line of lines) {
      if (++count % LINES_A_SLICE === 0) yield;
      text.add(line, place);
    }
  };
  for (const { runs, turned } of directions) {
    const fragments = yield* readFragments(runs);
    if (turned) {
      yield* addLines(yield* linesOf(fragments), { flow, turned: true });
      flow++;
      continue;
    }
    for (const region of yield* readRegions(fragments)) {
      if (region.kind === 'flow') {
        yield* addLines(region.lines, { flow });
      } else {
        for (const [row, { cells }] of region.rows.entries())
          for (const { column, fragments: own } of cells)
            yield* addLines(yield* linesOf(own), { flow, cell: { table: tables, row, column } });
        tables++;
      }
      flow++;
    }
  }
  yield;
  const main = directions[0];
  const fontNames: Record<string, string> = {};
  for (const [font, { name }] of Object.entries(page.fonts ?? {})) if (name !== undefined) fontNames[font] = name;
  return {
    page: page.page,
    width: main?.width ?? page.width,
    height: main?.height ?? page.height,
    fontNames,
    text: text.text,
    lines: text.lines,
    segments: text.segmentArray,
    twins,
  };
}
