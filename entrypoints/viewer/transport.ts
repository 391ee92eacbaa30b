import type { ByteSource } from './byte-source';
import type { ViewerFailure } from './failures';
import { pdfjs } from './pdfjs';

/** Gives pdf.js the bytes of a source, part by part as it asks for them. */
export class SourceTransport extends pdfjs.PDFDataRangeTransport {
  readonly #source: ByteSource;
  readonly #onStopped: (failure: ViewerFailure) => void;
  /** Parts that could not be had. pdf.js waits for them: reading goes on when they are asked for again. */
  #lost: [begin: number, end: number][] = [];
  #ended = false;

  /** @param onStopped a part could not be had; `retry` asks for it again */
  constructor(source: ByteSource, onStopped: (failure: ViewerFailure) => void) {
    // A copy: pdf.js gives the bytes away to its worker.
    super(source.length, source.beginning.slice(), source.beginning.length >= source.length);
    this.#source = source;
    this.#onStopped = onStopped;
  }

  override transportReady(listener: unknown): void {
    super.transportReady(listener);
    void this.#passOnRest();
  }

  override requestDataRange(begin: number, end: number): void {
    this.#source.read(begin, end).then(
      (bytes) => {
        if (!this.#ended) this.onDataRange(begin, bytes);
      },
      (failure: ViewerFailure) => {
        this.#lost.push([begin, end]);
        if (!this.#ended) this.#onStopped(failure);
      },
    );
  }

  /** Asks again for the parts that could not be had. */
  retry(): void {
    const lost = this.#lost;
    this.#lost = [];
    for (const [begin, end] of lost) this.requestDataRange(begin, end);
  }

  override abort(): void {
    this.#ended = true;
    this.#source.close();
  }

  async #passOnRest(): Promise<void> {
    const reader = this.#source.rest?.getReader();
    try {
      while (reader && !this.#ended) {
        const { value, done } = await reader.read();
        if (done) break;
        this.onDataProgressiveRead(value);
      }
      if (reader) this.onDataProgressiveDone();
    } catch {
      // What does not come by itself is asked for part by part when it is needed.
    }
  }
}
