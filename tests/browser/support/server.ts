import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hostilePages } from './pages/hostile';
import { reportPage } from './pages/report-page';
import { pageVariant, type Variant } from './pages/variants';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Where real reports lie when they are there: they are others' texts and no part of this repository. */
export const reportsFolder = join(root, '..', 'shared', 'reports');
export const hasReports = existsSync(join(reportsFolder, 'manifest.json'));

interface ReportEntry {
  file: string;
  date: string;
  municipality: string;
}

/** Names of the real reports, as in `/reports/<name>`; empty where the folder is missing. */
export function reportNames(): string[] {
  return reportEntries().map(({ file }) => basename(file, '.txt'));
}

export interface FixtureServer {
  /** Address of a page: `url('/sample')`, `url('/reports/NAME?markup=changed')`, `url('/hostile/nodes')`. */
  url(path: string): string;
  /** Serves `html` at `path` from now on; a test changes a published page by calling it again. */
  setPage(path: string, html: string): void;
  close(): Promise<void>;
}

/**
 * Serves, on a free port of 127.0.0.1: `/sample`, `/reports/<name>` (where the reports are there),
 * `/hostile/<name>`, and what `setPage` was given. Every page but the hostile ones takes
 * `?markup=changed`, `?late=1`, `?accordion=1` or `?spa=1` (see pages/variants.ts).
 */
export async function startFixtureServer(): Promise<FixtureServer> {
  const pages = new Map<string, string>();
  const server = createServer((request, response) => answer(request, response, pages));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The fixture server has no port.');
  const origin = `http://127.0.0.1:${address.port}`;
  return {
    url: (path) => origin + path,
    setPage: (path, html) => void pages.set(path, html),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(request: IncomingMessage, response: ServerResponse, pages: ReadonlyMap<string, string>): void {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const hostile = url.pathname.startsWith('/hostile/') ? hostilePages[url.pathname.slice(9)]?.() : undefined;
  const html = hostile?.html ?? pages.get(url.pathname) ?? ordinaryPage(url.pathname);
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  for (const [name, value] of Object.entries(hostile?.headers ?? {})) response.setHeader(name, value);
  response.statusCode = html === undefined ? 404 : 200;
  const variant = hostile ? undefined : variantOf(url.searchParams);
  response.end(html === undefined ? '<!doctype html><title>404</title>' : variant ? pageVariant(html, variant) : html);
}

function ordinaryPage(path: string): string | undefined {
  if (path === '/sample') return readFileSync(join(root, 'sample', 'granskningsrapport.html'), 'utf8');
  const entry = reportEntries().find(({ file }) => `/reports/${basename(file, '.txt')}` === path);
  if (!entry) return undefined;
  const title = `Revisionsrapporter ${entry.date.slice(0, 4)}`;
  return reportPage(readFileSync(join(reportsFolder, entry.file), 'utf8'), {
    title,
    municipality: `${entry.municipality} kommun`,
    date: entry.date,
  });
}

function variantOf(query: URLSearchParams): Variant | undefined {
  if (query.get('markup') === 'changed') return 'changed';
  return (['late', 'accordion', 'spa'] as const).find((name) => query.has(name));
}

function reportEntries(): ReportEntry[] {
  if (!hasReports) return [];
  return JSON.parse(readFileSync(join(reportsFolder, 'manifest.json'), 'utf8')) as ReportEntry[];
}
