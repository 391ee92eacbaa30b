import { joinPages } from './join-pages';
import { layOutPage } from './lay-out-page';
import type { PageLayout } from './layout';
import type { PdfPage } from './page';
import type { PdfReading } from './pdf-reading';
import { type PdfPageText, readability } from './readability';

/**
 * Reads a PDF page by page. Each page is laid out once, when it is added, in any order; a reading of what is known so
 * far can be asked for at any time and costs little beside that (it decides anew which lines are running headers and
 * where paragraphs go on over pages).
 */
export class PdfReader {
  private readonly pages = new Map<number, PageLayout>();

  /** How many pages have been added. */
  get size(): number {
    return this.pages.size;
  }

  has(page: number): boolean {
    return this.pages.has(page);
  }

  /** What is known of a page's text; undefined for a page that was not added. */
  textOf(page: number): PdfPageText | undefined {
    const layout = this.pages.get(page);
    return layout && readability(layout.text);
  }

  /** Adds a page; one that is there already is replaced. Sliced: run it to its end. */
  *add(page: PdfPage): Generator<void, void> {
    this.pages.set(page.page, yield* layOutPage(page));
  }

  /** The reading of the pages added so far, in page order. Sliced. */
  *reading(): Generator<void, PdfReading> {
    const pages = [...this.pages.values()].sort((a, b) => a.page - b.page);
    return yield* joinPages(pages);
  }
}
