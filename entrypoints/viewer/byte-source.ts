/** Where the bytes of a document come from: a server that gives parts, a file, or bytes at hand. */
export interface ByteSource {
  /** Size of the whole, in bytes. */
  readonly length: number;
  /** The first bytes, for `checkBeginning` and so that pdf.js need not ask for them. */
  readonly beginning: Uint8Array;
  /** Name of the file as the server or the machine gives it. */
  readonly fileName: string | null;
  /**
   * The bytes [begin, end).
   * @throws ViewerFailure `stopped` or `replaced`
   */
  read(begin: number, end: number): Promise<Uint8Array>;
  /** The whole, to be saved. @throws ViewerFailure */
  whole(): Promise<Blob>;
  /** What the server goes on to send unasked, from the end of `beginning`; null when it sends nothing more. */
  rest: ReadableStream<Uint8Array> | null;
  /** Ends all reading. */
  close(): void;
}

/** How many bytes are looked at, and kept as a source's beginning. */
export const BEGINNING = 2 ** 16;

/** Bytes that the browser holds: a chosen file is read from its disk, part by part, never as a whole. */
export async function blobSource(blob: Blob, fileName: string | null): Promise<ByteSource> {
  const read = async (begin: number, end: number) => new Uint8Array(await blob.slice(begin, end).arrayBuffer());
  return {
    length: blob.size,
    beginning: await read(0, Math.min(BEGINNING, blob.size)),
    fileName,
    read,
    whole: async () => blob,
    rest: null,
    close: () => undefined,
  };
}
