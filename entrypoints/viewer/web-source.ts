import { BEGINNING, type ByteSource, blobSource } from './byte-source';
import { failureOfStatus, ViewerFailure } from './failures';
import { Parts, request } from './parts';
import { unlessSilent } from './silence';

/** Up to this size a file is read in one go besides the parts that are wanted first; larger ones by parts alone. */
export const STREAMED_UP_TO = 16 * 2 ** 20;
/** A server that sends nothing for so long has stopped. */
const SILENCE_MS = 20_000;

interface Options {
  signal: AbortSignal;
  /** Told of a file that cannot be read by parts and is fetched whole: share from 0 to 1, null when its size is unknown. */
  onProgress(share: number | null): void;
  /** Told whenever something was asked of the server or came from it: true while more is to come, false when nothing is. */
  onTraffic?(isWaiting: boolean): void;
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
  const silenceMs = options.silenceMs ?? SILENCE_MS;
  const { onTraffic = () => undefined } = options;
  onTraffic(true);
  const response = await unlessSilent(request(address, {}, signal), silenceMs);
  if (response.status !== 200) throw failureOfStatus(response.status);
  const fileName = fileNameOf(response.headers.get('content-disposition'));
  const length = Number(response.headers.get('content-length') ?? Number.NaN);
  const body = response.body;
  if (!body || !givesParts(response) || !(length > 2 * BEGINNING)) {
    return blobSource(await readAll(response, length, options), fileName);
  }

  const reader = body.getReader();
  const beginning = await readBeginning(reader, silenceMs);
  onTraffic(false);
  const rest = length <= STREAMED_UP_TO ? streamOf(reader) : null;
  if (!rest) first.abort();
  const parts = new Parts(address, length, options.signal, silenceMs, onTraffic);
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
async function readAll(response: Response, length: number, options: Options): Promise<Blob> {
  const { onProgress, onTraffic, silenceMs } = options;
  const reader = response.body?.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  while (reader) {
    const { value, done } = await unlessSilent(reader.read(), silenceMs ?? SILENCE_MS).catch(async (error: unknown) => {
      await reader.cancel().catch(() => undefined);
      throw error instanceof TypeError ? new ViewerFailure('stopped') : error;
    });
    if (done) break;
    onTraffic?.(true);
    chunks.push(value as Uint8Array<ArrayBuffer>);
    size += value.length;
    onProgress(length > 0 ? Math.min(size / length, 1) : null);
  }
  onTraffic?.(false);
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
