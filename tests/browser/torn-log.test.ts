import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testBuild } from './support/build';
import { type ExtensionBrowser, launchWithExtension } from './support/launch';
import { openCard, painted, saveInCard, waitForPainted } from './support/reader';
import { type FixtureServer, startFixtureServer } from './support/server';
import { tearLog } from './support/tear-log';

/** Chromium alone keeps its databases behind a log of changes that a killed browser can tear (storage/begin-new-log.ts). */
let server: FixtureServer;
let profileDir: string;
let extension: ExtensionBrowser;

beforeAll(async () => {
  server = await startFixtureServer();
  profileDir = await mkdtemp(join(tmpdir(), 'revisionspennan-torn-'));
});
afterAll(async () => {
  await extension?.close();
  await server?.close();
  await rm(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

async function start(): Promise<Page> {
  extension = await launchWithExtension('chromium', testBuild('chromium'), { profileDir });
  const page = await extension.browser.newPage();
  await page.goto(server.url('/sample'));
  return page;
}

async function kill(): Promise<void> {
  const browser = extension.browser.process();
  const gone = new Promise((resolve) => browser?.once('exit', resolve));
  browser?.kill('SIGKILL');
  await gone;
}

it('keeps what was kept before and after Chromium was killed in the middle of writing', async () => {
  let page = await start();
  await openCard(page, 'citation', 0);
  await saveInCard(page);
  await kill();
  await tearLog(profileDir, 'chrome-extension_');

  page = await start();
  await waitForPainted(page, 'saved', 1);
  await openCard(page, 'recommendation', 0);
  await saveInCard(page);
  await kill();

  page = await start();
  await waitForPainted(page, 'saved', 2);
  expect(await painted(page, 'saved')).toHaveLength(2);
});
