import type { ByteSource } from './byte-source';
import { type Loading, load } from './load';
import type { PDFDocumentProxy, PDFPageProxy } from './pdfjs';
import { SourceTransport } from './transport';
import { STREAMED_UP_TO } from './web-source';
import { withoutPictures } from './without-pictures';

/** Pages whose text is read one after another, beside the pages that are shown. */
export interface PagesToRead {
  readonly numPages: number;
  getPage(number: number): Promise<PDFPageProxy>;
}

interface ShownDocument {
  pdf: PDFDocumentProxy;
  source: ByteSource;
  /** Whether the shown document holds the page already. */
  isShown(page: number): boolean;
  /** What opened the document. */
  password: string | undefined;
  /** The server stopped. */
  onStopped(): void;
}

/** Bytes that a document opened for reading alone may hold before it is let go of. */
const LET_GO_AFTER = 32 * 2 ** 20;
/** It is let go of as well when nothing was asked for so long: all pages are read. A page in work asks for its bytes. */
const IDLE_MS = 30_000;

/**
 * pdf.js holds every byte that it has asked for until its document ends, and to read a page's text it asks for the
 * page's pictures as well. So the text of a large file is read from a document of its own, which gets no pictures and is
 * opened anew each time it has grown: 300 MB of scans are read without ever being held, or fetched. Pages that are shown
 * are read from the shown document.
 */
class PassingPages implements PagesToRead {
  readonly numPages: number;
  #loading: Loading | null = null;
  #transport: SourceTransport | null = null;
  #held = 0;
  #idle: ReturnType<typeof setTimeout> | undefined;
  readonly #text: ByteSource;

  constructor(private readonly shown: ShownDocument) {
    this.numPages = shown.pdf.numPages;
    this.#text = withoutPictures(shown.source);
  }

  /** Ask for one page at a time: the one before may be let go of. */
  async getPage(number: number): Promise<PDFPageProxy> {
    const { pdf, isShown } = this.shown;
    if (isShown(number)) return pdf.getPage(number);
    this.#isBusy();
    if (this.#held > LET_GO_AFTER) await this.end();
    this.#loading ??= this.#open();
    return (await this.#loading.task.promise).getPage(number);
  }

  #isBusy(): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => void this.end(), IDLE_MS);
  }

  /** Asks again for parts that did not come. */
  retry(): void {
    this.#transport?.retry();
  }

  async end(): Promise<void> {
    clearTimeout(this.#idle);
    const loading = this.#loading;
    this.#loading = null;
    this.#held = 0;
    await loading?.end();
  }

  #open(): Loading {
    const { onStopped, password } = this.shown;
    const counted: ByteSource = {
      ...this.#text,
      rest: null,
      read: async (begin, end) => {
        this.#held += end - begin;
        this.#isBusy();
        return this.#text.read(begin, end);
      },
      // The shown document goes on with the source.
      close: () => undefined,
    };
    this.#transport = new SourceTransport(counted, onStopped);
    return load(this.#transport, password);
  }
}

/**
 * Where the text of a document is read from. `end` lets go of what was opened for it, `retry` asks again for what the
 * server did not give.
 */
export function pagesToRead(shown: ShownDocument): { pages: PagesToRead; end(): void; retry(): void } {
  // What comes whole anyway is read from the document that is shown.
  if (shown.source.length <= STREAMED_UP_TO) return { pages: shown.pdf, end: () => undefined, retry: () => undefined };
  const passing = new PassingPages(shown);
  return { pages: passing, end: () => void passing.end(), retry: () => passing.retry() };
}
