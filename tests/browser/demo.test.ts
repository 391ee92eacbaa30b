import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import expected from '../../sample/expected.json';
import { readSet } from '../exchange/read-set';

const root = fileURLToPath(new URL('../../', import.meta.url));

it('the demo does the main job without a display, and says what it did', async () => {
  const { stdout } = await promisify(execFile)('npm', ['run', '-s', 'demo'], {
    cwd: root,
    env: { ...process.env, CI: 'true', NODE_ENV: 'production', VITEST: undefined },
    shell: process.platform === 'win32',
  });
  expect(stdout).toContain(`and ${expected.recommendations.length} recommendations`);
  expect(stdout).toContain('3 of 3 found again');

  const output = `${root}demo-output/`;
  const files = await readdir(output);
  expect(files.filter((file) => file.endsWith('.png'))).toHaveLength(5);
  const jsonld = files.find((file) => file.endsWith('.jsonld')) as string;
  const { annotations } = await readSet(await readFile(output + jsonld, 'utf8'));
  expect(annotations.map(({ target }) => target.quote.exact.replace(/\s+/g, ' ')).sort()).toEqual([
    expected.recommendations[1]?.text,
    'SoL 11:2',
    'ogiltig frånvaro samma dag',
  ]);
});
