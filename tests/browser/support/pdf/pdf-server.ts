import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface Served {
  bytes: Buffer;
  /** Default application/pdf. */
  type?: string;
  /** Default 200. */
  status?: number;
  /** Gives parts; default true. */
  ranges?: boolean;
  /** Sends so many bytes of each answer and then nothing more, with the connection open or closed. */
  stopsAfter?: { bytes: number; closes: boolean };
  headers?: Record<string, string>;
  /** Sends on to this address in place of anything else. */
  leadsTo?: string;
}

export interface Request {
  path: string;
  range: string | null;
  /** Bytes that were sent in answer. */
  sent: number;
}

export interface PdfServer {
  /** Address on 127.0.0.1, which the test builds may read. */
  url(path: string): string;
  /** Address of the same by another name, which they may not. */
  strangeUrl(path: string): string;
  serve(path: string, served: Served): void;
  /** Every request so far, in order. */
  requests: Request[];
  close(): Promise<void>;
}

/** Serves PDF files as servers do, and as they should not. */
export async function startPdfServer(): Promise<PdfServer> {
  const files = new Map<string, Served>();
  const requests: Request[] = [];
  const server = createServer((request, response) => answer(request, response, files, requests));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: (path) => `http://127.0.0.1:${address.port}${path}`,
    strangeUrl: (path) => `http://localhost:${address.port}${path}`,
    serve: (path, served) => void files.set(path, served),
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  files: ReadonlyMap<string, Served>,
  requests: Request[],
): void {
  const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
  const range = request.headers.range ?? null;
  const asked: Request = { path, range, sent: 0 };
  requests.push(asked);
  const served = files.get(path);
  response.setHeader('cache-control', 'no-store');
  if (!served) {
    response.writeHead(404, { 'content-type': 'text/html' }).end('<!doctype html><title>404</title>');
    return;
  }
  if (served.leadsTo !== undefined) {
    response.writeHead(302, { location: served.leadsTo }).end();
    return;
  }
  const { bytes, type = 'application/pdf', status = 200, ranges = true, stopsAfter, headers = {} } = served;
  const wanted = ranges ? /^bytes=(\d+)-(\d+)$/.exec(range ?? '') : null;
  const [from, to] = wanted ? [Number(wanted[1]), Math.min(Number(wanted[2]) + 1, bytes.length)] : [0, bytes.length];
  const body = bytes.subarray(from, to);
  response.writeHead(wanted ? 206 : status, {
    'content-type': type,
    'content-length': body.length,
    ...(ranges && { 'accept-ranges': 'bytes' }),
    ...(wanted && { 'content-range': `bytes ${from}-${to - 1}/${bytes.length}` }),
    ...headers,
  });
  if (stopsAfter && body.length > stopsAfter.bytes) {
    response.write(body.subarray(0, stopsAfter.bytes), () => stopsAfter.closes && response.destroy());
    asked.sent = stopsAfter.bytes;
    return;
  }
  asked.sent = body.length;
  response.end(body);
}
