import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { webSource } from '../../../entrypoints/viewer/web-source';

const MEGABYTE = 2 ** 20;

let server: Server | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
  vi.restoreAllMocks();
});

async function serve(answer: RequestListener): Promise<string> {
  server = createServer(answer);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/a.pdf`;
}

/** Bytes that tell their place. */
function bytes(length: number): Uint8Array {
  const all = new Uint8Array(length);
  for (let index = 0; index < length; index++) all[index] = index % 251;
  return all;
}

/** A server that gives parts, as the standard says (RFC 9110, 14). */
function parts(all: Uint8Array, sent: (bytes: number) => void = () => undefined): RequestListener {
  return (request, response) => {
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
    const [from, to] = range ? [Number(range[1]), Number(range[2]) + 1] : [0, all.length];
    response.writeHead(range ? 206 : 200, {
      'accept-ranges': 'bytes',
      'content-length': to - from,
      ...(range && { 'content-range': `bytes ${from}-${to - 1}/${all.length}` }),
    });
    // In pieces, each when the one before has left.
    let at = from;
    const send = (): void => {
      if (response.destroyed) return;
      if (at >= to) return void response.end();
      const piece = all.subarray(at, Math.min(at + 65_536, to));
      at += piece.length;
      response.write(piece, () => {
        sent(piece.length);
        send();
      });
    };
    send();
  };
}

/** @param silenceMs short only where silence is what is tried: a busy machine is silent for a while too */
const open = (address: string, silenceMs = 10_000) =>
  webSource(address, { signal: new AbortController().signal, onProgress: () => undefined, silenceMs });

describe('a document on the web', () => {
  it('is read by parts, each as it stands in the file', async () => {
    const all = bytes(MEGABYTE);
    const source = await open(await serve(parts(all)));
    expect(source.length).toBe(MEGABYTE);
    expect(await source.read(500_000, 500_010)).toEqual(all.slice(500_000, 500_010));
    expect(source.beginning).toEqual(all.slice(0, source.beginning.length));
    source.close();
  });

  it('of more than 16 MB is not sent as a whole', async () => {
    let sent = 0;
    const all = bytes(40 * MEGABYTE);
    const source = await open(await serve(parts(all, (count) => (sent += count))));
    expect(source.rest).toBeNull();
    await source.read(30 * MEGABYTE, 30 * MEGABYTE + 100);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(sent).toBeLessThan(10 * MEGABYTE);
  }, 20_000);

  it('without parts comes as a whole, and tells how far it is', async () => {
    const all = bytes(MEGABYTE);
    const address = await serve((_, response) => response.writeHead(200, { 'content-length': all.length }).end(all));
    const shares: (number | null)[] = [];
    const signal = new AbortController().signal;
    const source = await webSource(address, { signal, onProgress: (share) => shares.push(share) });
    expect(await source.read(7, 9)).toEqual(all.slice(7, 9));
    expect(shares.at(-1)).toBe(1);
  });

  it('is asked for again when a part does not come, and given up after three times', async () => {
    const all = bytes(MEGABYTE);
    const whole = parts(all);
    let failures = 0;
    const address = await serve((request, response) => {
      if (!request.headers.range || failures >= 2) return whole(request, response);
      failures++;
      response.destroy();
    });
    vi.spyOn(fakeBrowser.permissions, 'contains').mockResolvedValue(true as never);
    const source = await open(address);
    expect(await source.read(300_000, 300_004)).toEqual(all.slice(300_000, 300_004));
    failures = Number.NEGATIVE_INFINITY;
    await expect(source.read(300_000, 300_004)).rejects.toMatchObject({ name: 'ViewerFailure' });
    source.close();
  }, 20_000);

  it('that falls silent has stopped', async () => {
    const address = await serve((_, response) => {
      response.writeHead(200, { 'content-length': 5000 });
      response.write('%PDF-1.7');
    });
    await expect(open(address, 300)).rejects.toMatchObject({ code: 'stopped' });
  });

  it('that is another one than before is not mixed with it', async () => {
    let all = bytes(MEGABYTE);
    const address = await serve((request, response) => parts(all)(request, response));
    const source = await open(address);
    all = bytes(2 * MEGABYTE);
    await expect(source.read(700_000, 700_010)).rejects.toMatchObject({ code: 'replaced' });
    source.close();
  });

  it('whose server takes back that it gives parts is read all the same', async () => {
    const all = bytes(MEGABYTE);
    const address = await serve((_, response) =>
      response.writeHead(200, { 'accept-ranges': 'bytes', 'content-length': all.length }).end(all),
    );
    const source = await open(address);
    expect(await source.read(900_000, 900_010)).toEqual(all.slice(900_000, 900_010));
    source.close();
  });

  it.each([
    [401, 'forbidden'],
    [403, 'forbidden'],
    [404, 'missing'],
    [500, 'server'],
    [204, 'server'],
  ])('that the server answers with %i is %s', async (status, code) => {
    const address = await serve((_, response) => response.writeHead(status).end());
    await expect(open(address)).rejects.toMatchObject({ code, status });
  });
});
