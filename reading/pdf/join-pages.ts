import type { Block } from '../types';
import type { LayoutLine, PageLayout } from './layout';
import { PdfReading, type PlacedPage } from './pdf-reading';

/** Puts pages together: each line a paragraph. */
export function* joinPages(layouts: readonly PageLayout[]): Generator<void, PdfReading> {
  const parts: string[] = [];
  const blocks: Block[] = [];
  const at: number[] = [];
  const page: number[] = [];
  const line: number[] = [];
  const pages: PlacedPage[] = [];
  let length = 0;
  for (const layout of layouts) {
    const lineAt = new Int32Array(layout.lines.length);
    layout.lines.forEach((own: LayoutLine, index) => {
      if (length > 0) {
        parts.push('\n');
        length++;
      }
      lineAt[index] = length;
      at.push(length);
      page.push(pages.length);
      line.push(index);
      const words = layout.text.slice(own.start, own.end);
      parts.push(words);
      blocks.push({ type: 'paragraph', start: length, end: length + words.length, page: layout.page });
      length += words.length;
    });
    pages.push({ layout, lineAt, text: layout.lines.length > 0 ? 'readable' : 'none' });
    yield;
  }
  return new PdfReading(parts.join(''), blocks, pages, {
    at: Int32Array.from(at),
    page: Int32Array.from(page),
    line: Int32Array.from(line),
  });
}
