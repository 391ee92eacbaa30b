import { failureOfSilence, failureOfStatus, ViewerFailure } from './failures';
import { Turns, unlessSilent } from './silence';

/** Waits before a part is asked for again. */
const RETRY_MS = [500, 2000];
/** As many as browsers send to one server at a time: a part that waits for its turn is not taken for one that does not come. */
const AT_ONCE = 6;

/** Asks for a document or a part of it. @throws ViewerFailure; AbortError when `signal` aborts */
export async function request(
  address: string,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<Response> {
  try {
    return await fetch(address, { headers, signal, credentials: 'include' });
  } catch (error) {
    signal.throwIfAborted();
    // A refused, unknown or unreachable host, all of which fetch calls TypeError.
    throw error instanceof TypeError ? await failureOfSilence(address) : error;
  }
}

/** The parts of one document on a server that gives parts. */
export class Parts {
  /** Set when the server answers a request for a part with the whole. */
  #whole: Promise<Blob> | null = null;
  readonly #turns = new Turns(AT_ONCE);
  /** Parts that are waited for. */
  #waiting = 0;

  /**
   * @param silenceMs a server that sends nothing for so long has stopped
   * @param onTraffic told when something was asked for or came, and whether more is to come
   */
  constructor(
    private readonly address: string,
    private readonly length: number,
    private readonly signal: AbortSignal,
    private readonly silenceMs: number,
    private readonly onTraffic: (isWaiting: boolean) => void,
  ) {}

  /**
   * The bytes [begin, end), asked for three times at most.
   * @throws ViewerFailure `stopped`, `replaced`, or what the server's last answer means
   */
  async read(begin: number, end: number): Promise<Uint8Array> {
    this.#waiting++;
    this.onTraffic(true);
    try {
      return await this.#readPatiently(begin, end);
    } finally {
      this.#waiting--;
      this.onTraffic(this.#waiting > 0);
    }
  }

  async #readPatiently(begin: number, end: number): Promise<Uint8Array> {
    for (const wait of [...RETRY_MS, null]) {
      try {
        return await this.#turns.take(() => this.#readOnce(begin, end));
      } catch (error) {
        this.signal.throwIfAborted();
        if (error instanceof ViewerFailure && error.code === 'replaced') throw error;
        if (wait === null) throw error instanceof ViewerFailure ? error : new ViewerFailure('stopped');
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
    throw new ViewerFailure('stopped');
  }

  async #readOnce(begin: number, end: number): Promise<Uint8Array> {
    if (this.#whole) return sliceOf(await this.#whole, begin, end);
    const asking = new AbortController();
    const signal = AbortSignal.any([this.signal, asking.signal]);
    try {
      const headers = { range: `bytes=${begin}-${end - 1}` };
      const response = await unlessSilent(request(this.address, headers, signal), this.silenceMs);
      if (response.status === 200) {
        this.#whole = new Response(response.body).blob();
        return await sliceOf(await this.#whole, begin, end);
      }
      if (response.status !== 206) throw failureOfStatus(response.status);
      const total = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1];
      if (total !== undefined && Number(total) !== this.length) throw new ViewerFailure('replaced');
      return await this.#readBody(response, end - begin);
    } catch (error) {
      asking.abort();
      throw error;
    }
  }

  async #readBody(response: Response, length: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(length);
    const reader = response.body?.getReader();
    let size = 0;
    while (reader) {
      const { value, done } = await unlessSilent(reader.read(), this.silenceMs);
      if (done) break;
      if (size + value.length > length) throw new ViewerFailure('replaced');
      bytes.set(value, size);
      size += value.length;
    }
    if (size !== length) throw new ViewerFailure('stopped');
    return bytes;
  }
}

async function sliceOf(blob: Blob, begin: number, end: number): Promise<Uint8Array> {
  return new Uint8Array(await blob.slice(begin, end).arrayBuffer());
}
