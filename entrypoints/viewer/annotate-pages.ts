import { runSliced } from '../../annotating/slices';
import type { PagesRead } from '../../messages/schema';
import { PdfReader, pdfPage, TEXT_CONTENT_OPTIONS } from '../../reading/pdf';
import type { PagesToRead } from './pages-to-read';
import type { PDFPageProxy } from './pdfjs';

/** What the reading has to know of the window. */
export interface PagesInWindow {
  /** Numbers of the pages that the person sees, 1 first. */
  visible(): readonly number[];
  /** True for pages that the viewer keeps painted: what pdf.js holds of them is not thrown away. */
  isPainted(page: number): boolean;
  /** Resolves when painting can spare the worker that parses, which reads the text as well. */
  whenIdle(signal: AbortSignal): Promise<void>;
}

/**
 * Reads the text of a PDF's pages one at a time: those that the person sees first, then all others. A page that cannot
 * be read is passed over and remembered.
 */
export class PageTexts {
  readonly reader = new PdfReader();
  private readonly withoutText = new Set<number>();
  private readonly unreadable = new Set<number>();
  private readonly failed = new Set<number>();
  /** False when all is read, or when the reading was ended. */
  isReading = false;
  /** Names of the fonts of each page's text items. */
  private readonly fonts = new Map<number, readonly string[]>();
  /** No page before this one waits to be read. */
  private next = 1;

  constructor(
    private readonly pdf: PagesToRead,
    private readonly pagesInWindow: PagesInWindow,
    /** What the document calls its pages, where that is not their numbers. */
    readonly labels: readonly string[] | null = null,
  ) {}

  /** True when every page was read or tried. */
  get isComplete(): boolean {
    return this.reader.size + this.failed.size >= this.pdf.numPages;
  }

  state(): PagesRead {
    const rising = (pages: Set<number>) => [...pages].sort((one, other) => one - other);
    return {
      total: this.pdf.numPages,
      read: this.reader.size + this.failed.size,
      isReading: this.isReading,
      withoutText: rising(this.withoutText),
      unreadable: rising(this.unreadable),
      failed: rising(this.failed),
      ...(this.labels ? { labels: [...this.labels] } : {}),
    };
  }

  /** Names of the fonts of a page's text items, as pdf.js calls them; empty while the page is not read. */
  fontsOf(page: number): readonly string[] {
    return this.fonts.get(page) ?? [];
  }

  isDone(page: number): boolean {
    return this.reader.has(page) || this.failed.has(page);
  }

  /**
   * Reads all pages that are not read yet.
   *
   * @param onPage is waited for after each page
   * @param signal ends the work between two pages
   */
  async readAll(onPage: () => Promise<void>, signal: AbortSignal): Promise<void> {
    this.isReading = true;
    try {
      for (let page = this.nextPage(); page !== null; page = this.nextPage()) {
        if (!this.pagesInWindow.visible().includes(page)) await this.pagesInWindow.whenIdle(signal);
        if (signal.aborted) return;
        await this.readPage(page, signal);
        if (signal.aborted) return;
        if (this.isComplete) this.isReading = false;
        await onPage();
      }
    } finally {
      this.isReading = false;
    }
  }

  private nextPage(): number | null {
    const seen = this.pagesInWindow.visible().find((page) => !this.isDone(page));
    if (seen !== undefined) return seen;
    while (this.next <= this.pdf.numPages && this.isDone(this.next)) this.next++;
    return this.next <= this.pdf.numPages ? this.next : null;
  }

  private async readPage(number: number, signal: AbortSignal): Promise<void> {
    let page: PDFPageProxy | undefined;
    try {
      page = await this.pdf.getPage(number);
      const content = await page.getTextContent(TEXT_CONTENT_OPTIONS);
      if (signal.aborted) return;
      const { commonObjs } = page;
      const nameOf = (font: string): string | undefined =>
        commonObjs.has(font) ? (commonObjs.get(font) as { name?: string } | null)?.name : undefined;
      const text = pdfPage(number, page.getViewport({ scale: 1 }), content, nameOf);
      await runSliced(this.reader.add(text), signal);
      this.fonts.set(
        number,
        text.items.map(({ fontName }) => fontName),
      );
      const held = this.reader.textOf(number);
      if (held === 'none') this.withoutText.add(number);
      if (held === 'unreadable') this.unreadable.add(number);
    } catch (error) {
      if (signal.aborted) return;
      console.warn(`Revisionspennan: page ${number} cannot be read`, error);
      this.failed.add(number);
    } finally {
      if (!this.pagesInWindow.isPainted(number)) page?.cleanup();
    }
  }
}
