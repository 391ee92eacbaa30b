import { type LayoutLine, type PageLayout, SEGMENT } from './layout';
import type { PdfItem, PdfPage } from './page';

/** Lays out one page: items in content order, a line for each baseline. */
export function* layOutPage(page: PdfPage): Generator<void, PageLayout> {
  const lines: LayoutLine[] = [];
  const segments: number[] = [];
  let text = '';
  let line: LayoutLine | null = null;
  for (let index = 0; index < page.items.length; index++) {
    if (index % 2000 === 1999) yield;
    const item = page.items[index] as PdfItem;
    const from = item.str.length - item.str.trimStart().length;
    const words = item.str.trim();
    if (words === '') continue;
    const baseline = page.height - (item.transform[5] ?? 0);
    const left = item.transform[4] ?? 0;
    if (line && Math.abs(line.baseline - baseline) > item.height / 2) line = null;
    if (!line) {
      line = {
        start: text.length,
        end: text.length,
        segmentStart: segments.length / SEGMENT,
        segmentEnd: 0,
        left,
        right: left,
        baseline,
        size: item.height,
        font: item.fontName,
        flow: 0,
      };
      lines.push(line);
    } else if (left - line.right > item.height * 0.1) text += ' ';
    segments.push(text.length, words.length, index, from, words.length);
    text += words;
    line.end = text.length;
    line.segmentEnd = segments.length / SEGMENT;
    line.right = left + item.width;
  }
  return {
    page: page.page,
    width: page.width,
    height: page.height,
    text,
    lines,
    segments: Int32Array.from(segments),
    twins: new Map(),
  };
}
