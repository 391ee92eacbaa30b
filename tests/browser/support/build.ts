import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { BrowserName } from '../../../scripts/browsers';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Folder of the test build, which may read pages on 127.0.0.1 without asking. */
export function testBuild(name: BrowserName): string {
  return `${root}.output/${name === 'chromium' ? 'chrome' : 'firefox'}-test`;
}

/** Builds the extension for both browsers, once before all browser tests. */
export default async function setup(): Promise<void> {
  // Vitest's own environment would make it a development build.
  const env = { ...process.env, NODE_ENV: 'production', VITEST: undefined };
  try {
    await promisify(execFile)('npm', ['run', 'build:test'], { cwd: root, env, shell: process.platform === 'win32' });
  } catch (error) {
    const said = error as { stdout?: string; stderr?: string };
    throw new Error(`The test builds failed:\n${said.stdout ?? ''}\n${said.stderr ?? error}`);
  }
}
