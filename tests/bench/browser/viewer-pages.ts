import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';

const pdfjsFolder = fileURLToPath(new URL('../../../node_modules/pdfjs-dist/', import.meta.url));

/** pdf.js as its documentation shows it, and nothing else: what the viewer is measured against. */
const BARE_PAGE = `<!doctype html><html lang="sv"><meta charset="utf-8"><title>bare</title>
<link rel="stylesheet" href="/pdfjs/web/pdf_viewer.css">
<style>body { margin: 0 } .pages { position: absolute; inset: 45px 0 0; overflow: auto }</style>
<div class="pages"><div class="pdfViewer"></div></div>
<script type="module">
import * as pdfjs from '/pdfjs/build/pdf.min.mjs';
const { EventBus, PDFLinkService, PDFViewer } = await import('/pdfjs/web/pdf_viewer.mjs');
pdfjs.GlobalWorkerOptions.workerSrc = '/pdfjs/build/pdf.worker.min.mjs';
const eventBus = new EventBus();
const linkService = new PDFLinkService({ eventBus });
const container = document.querySelector('.pages');
const viewer = new PDFViewer({ container, eventBus, linkService });
linkService.setViewer(viewer);
eventBus.on('pagesinit', () => { viewer.currentScaleValue = 'auto'; });
const pdf = await pdfjs.getDocument({ url: new URLSearchParams(location.search).get('file') }).promise;
viewer.setDocument(pdf);
linkService.setDocument(pdf);
</script></html>`;

export interface BenchServer {
  url(path: string): string;
  /** Gives a file at `/name`, in parts if asked. */
  serve(name: string, path: string): void;
  /** Bytes of served files that have gone out since the last call. */
  takeSent(): number;
  close(): Promise<void>;
}

/** Serves the bare viewer at `/bare` and files with parts, and counts what it sends. */
export async function startBenchServer(): Promise<BenchServer> {
  const files = new Map<string, string>();
  let sent = 0;
  const count = (bytes: number) => {
    sent += bytes;
  };
  const server = createServer((request, response) => answer(request, response, files, count));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: (path) => `http://127.0.0.1:${address.port}${path}`,
    serve: (name, path) => void files.set(`/${name}`, path),
    takeSent: () => {
      const taken = sent;
      sent = 0;
      return taken;
    },
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
  files: ReadonlyMap<string, string>,
  count: (bytes: number) => void,
): void {
  const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
  if (path === '/bare') return void response.setHeader('content-type', 'text/html').end(BARE_PAGE);
  if (path.startsWith('/pdfjs/')) {
    const type = path.endsWith('.css') ? 'text/css' : 'text/javascript';
    return void response.setHeader('content-type', type).end(readFileSync(pdfjsFolder + path.slice(7)));
  }
  const file = files.get(path);
  if (!file) return void response.writeHead(404).end();
  const { size } = statSync(file);
  const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
  const [start, end] = range ? [Number(range[1]), Math.min(Number(range[2]), size - 1)] : [0, size - 1];
  response.writeHead(range ? 206 : 200, {
    'content-type': 'application/pdf',
    'content-length': end - start + 1,
    'accept-ranges': 'bytes',
    'cache-control': 'no-store',
    ...(range && { 'content-range': `bytes ${start}-${end}/${size}` }),
  });
  const stream = createReadStream(file, { start, end });
  // A reader that goes away stops the stream; what has left until then counts.
  stream.on('data', (chunk) => count(chunk.length));
  response.on('close', () => stream.destroy());
  stream.pipe(response);
}
