import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findBrowser } from '../../scripts/browsers';

describe('findBrowser', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'revisionspennan-browsers-'));
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });

  const program = async (name: string): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, '#!/bin/sh\n');
    await chmod(path, 0o755);
    return path;
  };

  it('the environment variable wins', async () => {
    const mine = await program('my-browser');
    vi.stubEnv('CHROMIUM_PATH', mine);
    expect(await findBrowser('chromium')).toBe(mine);
  });

  it('a variable that names no program is an error that says so', async () => {
    vi.stubEnv('FIREFOX_PATH', join(folder, 'nothing'));
    await expect(findBrowser('firefox')).rejects.toThrow(/^FIREFOX_PATH is ".*nothing", where there is no program/);
  });

  it.skipIf(process.platform === 'win32')('PATH is searched, in the order of the names', async () => {
    const [chromium, chrome] = [await program('chromium'), await program('google-chrome')];
    vi.stubEnv('CHROMIUM_PATH', '');
    vi.stubEnv('PATH', folder);
    expect(await findBrowser('chromium')).toBe(chromium);
    await rm(chromium);
    expect(await findBrowser('chromium')).toBe(chrome);
  });
});
