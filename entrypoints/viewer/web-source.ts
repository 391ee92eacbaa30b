import { BEGINNING, type ByteSource, blobSource } from './byte-source';
import { failureOfSilence, failureOfStatus, ViewerFailure } from './failures';

/** Up to this size a file is read in one go besides the parts that are wanted first; larger ones by parts alone. */
const STREAMED_UP_TO = 16 * 2 ** 20;
/** A server that sends nothing for so long has stopped. */
const SILENCE_MS = 20_000;
/** Waits before a part is asked for again. */
const RETRY_MS = [500, 2000];

interface Options {
  signal: AbortSignal;
  /** Told of a file that cannot be read by parts and is fetched whole: share from 0 to 1, null when its size is unknown. */
  onProgress(share: number | null): void;
  silenceMs?: number;
}

/**
 * Opens a document on the web. One request tells whether the server gives parts; it is ended after the first bytes
 * of a large file. A server that gives no parts sends all, before anything can be shown.
 * @throws ViewerFailure; AbortError when `signal` aborts
 */
export async function webSource(address: string, options: Options): Promise<ByteSource> {
  const first = new AbortController();
  const signal = AbortSignal.any([options.signal, first.signal]);
  const response = await request(address, {}, signal);
  if (response.status !== 200) throw failureOfStatus(response.status);
  const fileName = fileNameOf(response.headers.get('content-disposition'));
  const length = Number(response.headers.get('content-length') ?? Number.NaN);
  const body = response.body;
  if (!body || !givesParts(response) || !(length > 2 * BEGINNING)) {
    return blobSource(await readAll(response, length, options), fileName);
  }

  const reader = body.getReader();
  const beginning = await readBeginning(reader, options.silenceMs ?? SILENCE_MS);
  const rest = length <= STREAMED_UP_TO ? streamOf(reader) : null;
  if (!rest) first.abort();
  const parts = new Parts(address, length, options);
  return {
    length,
    beginning,
    fileName,
    rest,
    read: (begin, end) => parts.read(begin, end),
    whole: async () => (await request(address, {}, options.signal)).blob(),
    close: () => first.abort(),
  };
}

/** Parts can be had of what is sent as it is, with its size. */
function givesParts({ headers }: Response): boolean {
  const encoding = headers.get('content-encoding') ?? 'identity';
  return headers.get('accept-ranges') === 'bytes' && encoding === 'identity';
}

class Parts {
  /** Set when the server answers a request for a part with the whole. */
  #whole: Promise<Blob> | null = null;

  constructor(
    private readonly address: string,
    private readonly length: number,
    private readonly options: Options,
  ) {}

  async read(begin: number, end: number): Promise<Uint8Array> {
    for (const wait of [...RETRY_MS, null]) {
      try {
        return await this.#readOnce(begin, end);
      } catch (error) {
        this.options.signal.throwIfAborted();
        if (error instanceof ViewerFailure && error.code === 'replaced') throw error;
        if (wait === null) throw error instanceof ViewerFailure ? error : new ViewerFailure('stopped');
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
    throw new ViewerFailure('stopped');
  }

  async #readOnce(begin: number, end: number): Promise<Uint8Array> {
    if (this.#whole) return sliceOf(await this.#whole, begin, end);
    const silence = AbortSignal.timeout(this.options.silenceMs ?? SILENCE_MS);
    const signal = AbortSignal.any([this.options.signal, silence]);
    const response = await request(this.address, { range: `bytes=${begin}-${end - 1}` }, signal);
    if (response.status === 200) {
      this.#whole = response.blob();
      return sliceOf(await this.#whole, begin, end);
    }
    if (response.status !== 206) throw failureOfStatus(response.status);
    const total = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1];
    if (total !== undefined && Number(total) !== this.length) throw new ViewerFailure('replaced');
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.length !== end - begin) throw new ViewerFailure('stopped');
    return bytes;
  }
}

async function request(address: string, headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(address, { headers, signal, credentials: 'include' });
  } catch (error) {
    signal.throwIfAborted();
    // A refused, unknown or unreachable host, all of which fetch calls TypeError.
    throw error instanceof TypeError ? await failureOfSilence(address) : error;
  }
}

async function sliceOf(blob: Blob, begin: number, end: number): Promise<Uint8Array> {
  return new Uint8Array(await blob.slice(begin, end).arrayBuffer());
}

/** The first bytes, at least `BEGINNING` of them. */
async function readBeginning(reader: ReadableStreamDefaultReader<Uint8Array>, silenceMs: number): Promise<Uint8Array> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for (let size = 0; size < BEGINNING; ) {
    const { value, done } = await unlessSilent(reader.read(), silenceMs);
    if (done) break;
    chunks.push(value as Uint8Array<ArrayBuffer>);
    size += value.length;
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** A file without parts, chunk by chunk into a blob, which browsers put on disk when it is large. */
async function readAll(response: Response, length: number, { onProgress, silenceMs }: Options): Promise<Blob> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  while (reader) {
    const { value, done } = await unlessSilent(reader.read(), silenceMs ?? SILENCE_MS).catch(async (error: unknown) => {
      await reader.cancel().catch(() => undefined);
      throw error instanceof TypeError ? new ViewerFailure('stopped') : error;
    });
    if (done) break;
    chunks.push(value as Uint8Array<ArrayBuffer>);
    size += value.length;
    onProgress(length > 0 ? Math.min(size / length, 1) : null);
  }
  return new Blob(chunks);
}

function streamOf(reader: ReadableStreamDefaultReader<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

/** @throws ViewerFailure `stopped` when nothing comes for `ms` */
async function unlessSilent<Value>(coming: Promise<Value>, ms: number): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ViewerFailure('stopped')), ms);
  });
  try {
    return await Promise.race([coming, silence]);
  } finally {
    clearTimeout(timer);
  }
}

/** File name of a Content-Disposition header (RFC 6266); the encoded form wins. */
export function fileNameOf(header: string | null): string | null {
  const encoded = /filename\*\s*=\s*(?:utf-8|iso-8859-1)'[^']*'([^;]+)/i.exec(header ?? '')?.[1];
  if (encoded !== undefined) {
    try {
      return decodeURIComponent(encoded.trim());
    } catch {
      // Percent signs that encode nothing: the plain form below.
    }
  }
  const plain = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(header ?? '');
  return plain?.[1]?.replace(/\\(.)/g, '$1') ?? plain?.[2] ?? null;
}
