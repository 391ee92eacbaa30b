import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { Browser, CDPSession } from 'puppeteer-core';

/** What leaves a browser: seen by a proxy that all of it goes through, and in Chromium by its own instruments besides. */

export interface RecordingProxy {
  port: number;
  /** Address of every request so far; of encrypted ones the host alone, as `https://host:port`. */
  asked: string[];
  close(): Promise<void>;
}

/** A proxy that lets requests to this machine through and writes all of them down; others are answered with an error. */
export async function startRecordingProxy(): Promise<RecordingProxy> {
  const asked: string[] = [];
  const server = createServer((incoming, response) => {
    asked.push(incoming.url ?? '');
    passOn(incoming, response);
  });
  server.on('connect', (incoming, socket) => {
    asked.push(`https://${incoming.url}`);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
  return {
    port: address.port,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function passOn(incoming: IncomingMessage, response: ServerResponse): void {
  const url = URL.parse(incoming.url ?? '');
  if (url?.hostname !== '127.0.0.1') {
    response.writeHead(502).end();
    return;
  }
  const { method, headers } = incoming;
  const outgoing = request(url, { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  outgoing.on('error', () => response.destroy());
  incoming.pipe(outgoing);
}

/** A request as Chromium tells of it. */
export interface SeenRequest {
  url: string;
  /** Address of the page or worker that made it. */
  from: string;
}

export interface WatchedChromium {
  requests: SeenRequest[];
  /** Addresses of the workers and of the background that were watched. */
  workers: string[];
}

interface Attached {
  sessionId: string;
  targetInfo: { url: string; type: string };
}

/**
 * Watches every page, worker and service worker of Chromium, also those that come later. None is held until it is
 * watched, because one whose watcher comes to grief would wait for ever: a worker's first request may be seen by the
 * proxy alone.
 * @returns what was seen so far, which grows
 */
export async function watchChromium(browser: Browser): Promise<WatchedChromium> {
  const watched: WatchedChromium = { requests: [], workers: [] };
  const watch = async (session: CDPSession, from: string): Promise<void> => {
    session.on('Network.requestWillBeSent', ({ request: { url }, documentURL }) =>
      watched.requests.push({ url, from: documentURL || from }),
    );
    session.on('Network.webSocketCreated', ({ url }) => watched.requests.push({ url, from }));
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }: Attached) => {
      const attached = session.connection()?.session(sessionId);
      if (!attached) return;
      if (/worker/.test(targetInfo.type)) watched.workers.push(targetInfo.url);
      // A target may be gone before it is watched, and some kinds have no network.
      void watch(attached, targetInfo.url).catch(() => undefined);
    });
    await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
    await session.send('Network.enable').catch(() => undefined);
  };
  await watch(await browser.target().createCDPSession(), 'browser');
  return watched;
}
