import type { Block } from '../types';
import { type MarkedPage, readDrafts } from './blocks';
import type { BodyLine, Draft } from './drafts';
import { findFootnotes } from './footnotes';
import { findFurniture } from './furniture';
import type { PageLayout } from './layout';
import { measure } from './metrics';
import { PdfReading, type PlacedPage } from './pdf-reading';
import { readability } from './readability';

const PAGES_A_SLICE = 20;
const DRAFTS_A_SLICE = 400;
/** Puts pages, in page order, together to one reading. Sliced. */
export function* joinPages(layouts: readonly PageLayout[]): Generator<void, PdfReading> {
  const furniture = yield* findFurniture(layouts);
  const metrics = yield* measure(layouts, furniture);
  const marked: MarkedPage[] = [];
  for (const [k, layout] of layouts.entries()) {
    if (k % PAGES_A_SLICE === PAGES_A_SLICE - 1) yield;
    const own = metrics[k] as MarkedPage['metrics'];
    const marks = furniture[k] as Uint8Array;
    marked.push({ layout, metrics: own, furniture: marks, notes: findFootnotes(layout, marks, own) });
  }
  const drafts = yield* readDrafts(marked);
  return yield* assemble(layouts, drafts);
}

function* assemble(layouts: readonly PageLayout[], drafts: readonly Draft[]): Generator<void, PdfReading> {
  const pages: PlacedPage[] = [];
  for (const [k, layout] of layouts.entries()) {
    if (k % PAGES_A_SLICE === PAGES_A_SLICE - 1) yield;
    pages.push({ layout, lineAt: new Int32Array(layout.lines.length), text: readability(layout.text) });
  }
  const count = layouts.reduce((sum, { lines }) => sum + lines.length, 0);
  const at = new Int32Array(count);
  const page = new Int32Array(count);
  const line = new Int32Array(count);
  const parts: string[] = [];
  const blocks: Block[] = [];
  let length = 0;
  let lines = 0;
  for (const [k, draft] of drafts.entries()) {
    if (k % DRAFTS_A_SLICE === DRAFTS_A_SLICE - 1) yield;
    const first = draft.lines[0] as BodyLine;
    let start = -1;
    for (const own of draft.lines) {
      if (length > 0) {
        parts.push('\n');
        length++;
      }
      if (start < 0) start = length + draft.skip;
      (pages[own.page] as PlacedPage).lineAt[own.index] = length;
      at[lines] = length;
      page[lines] = own.page;
      line[lines] = own.index;
      lines++;
      parts.push(own.words);
      length += own.words.length;
    }
    const block: Block = { type: draft.type, start, end: length, page: first.layout.page };
    if (draft.level !== undefined && (draft.type === 'heading' || draft.type === 'item')) block.level = draft.level;
    if (draft.cell) Object.assign(block, draft.cell);
    blocks.push(block);
  }
  return new PdfReading(parts.join(''), blocks, pages, { at, page, line });
}
