import { afterAll, beforeAll } from 'vitest';
import type { BrowserName } from '../../../scripts/browsers';
import { testBuild } from './build';
import { type ExtensionBrowser, type LaunchOptions, launchWithExtension } from './launch';
import { type FixtureServer, startFixtureServer } from './server';

/** What a suite of browser tests stands on. Nothing of it is there before its tests begin. */
export interface SetUp {
  readonly server: FixtureServer;
  readonly extension: ExtensionBrowser;
}

/**
 * A server of test pages and a browser with the test build, for the tests of the `describe` that calls this: they start
 * before the first test and are closed after the last, also where one of them did not start.
 * @param prepare puts pages of the suite's own onto the server before the browser starts
 */
export function setUp(
  name: BrowserName,
  { prepare, ...options }: LaunchOptions & { prepare?: (server: FixtureServer) => void } = {},
): SetUp {
  let server: FixtureServer | undefined;
  let extension: ExtensionBrowser | undefined;
  beforeAll(async () => {
    server = await startFixtureServer();
    prepare?.(server);
    extension = await launchWithExtension(name, testBuild(name), options);
  });
  afterAll(async () => {
    await extension?.close();
    await server?.close();
  });
  return {
    get server() {
      return started(server);
    },
    get extension() {
      return started(extension);
    },
  };
}

function started<Part>(part: Part | undefined): Part {
  if (part === undefined) throw new Error('Server and browser start with the first test, and are not there before it');
  return part;
}
