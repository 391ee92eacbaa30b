import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** On a busy machine. */
const THREE_BUILDS_MS = 400_000;

it(
  "the sources' zip builds the same files, for both browsers",
  async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [`${root}node_modules/tsx/dist/cli.mjs`, `${root}scripts/verify-sources.ts`, '--installed'],
      { cwd: root },
    );
    expect(stdout).not.toContain('differs');
    const same = [...stdout.matchAll(/(chrome|firefox): (\d+) of (\d+) files are the same/g)];
    expect(same.map(([, build]) => build)).toEqual(['chrome', 'firefox']);
    for (const [, , count, all] of same) {
      expect(count).toBe(all);
      expect(Number(all)).toBeGreaterThan(50);
    }
  },
  THREE_BUILDS_MS,
);
