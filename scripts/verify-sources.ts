import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  constants,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { name, version } from '../package.json';

/**
 * `npm run verify:sources`: makes the zips, unpacks that of the sources somewhere else, installs and builds there as a
 * reviewer of the store would, and compares every file of both builds with ours. With `--installed` it takes the packages
 * that are installed here, for a quick look without the network.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const BUILDS = ['chrome', 'firefox'] as const;

/** Path in the build → SHA-256 of the file. */
type Hashes = ReadonlyMap<string, string>;

function run(folder: string, ...args: string[]): void {
  execFileSync('npm', args, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: undefined, VITEST: undefined },
    shell: process.platform === 'win32',
  });
}

function unpack(zip: string, into: string): number {
  const files = Object.entries(unzipSync(readFileSync(zip))).filter(([path]) => !path.endsWith('/'));
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(into, path)), { recursive: true });
    writeFileSync(join(into, path), bytes);
  }
  return files.length;
}

function hashesOf(folder: string): Hashes {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));
  return new Map(
    paths
      .filter((path) => statSync(path).isFile())
      .map((path) => [relative(folder, path), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}

function differences(ours: Hashes, theirs: Hashes): string[] {
  const paths = [...new Set([...ours.keys(), ...theirs.keys()])].sort();
  return paths.filter((path) => ours.get(path) !== theirs.get(path));
}

function verify(): boolean {
  console.log('Making the zips …');
  run(root, 'run', 'zip');
  const folder = mkdtempSync(join(tmpdir(), `${name}-sources-`));
  try {
    const count = unpack(join(root, '.output', `${name}-${version}-sources.zip`), folder);
    console.log(`Unpacked ${count} files. Installing …`);
    if (process.argv.includes('--installed')) {
      // Not a link: the bundler orders modules by where they lie, and would find the packages outside of the folder.
      cpSync(join(root, 'node_modules'), join(folder, 'node_modules'), {
        recursive: true,
        verbatimSymlinks: true,
        mode: constants.COPYFILE_FICLONE,
      });
      run(folder, 'run', 'prepare');
    } else run(folder, 'ci');
    console.log('Building …');
    run(folder, 'run', 'build');
    return BUILDS.map((build) => {
      const ours = hashesOf(join(root, '.output', build));
      const different = differences(ours, hashesOf(join(folder, '.output', build)));
      console.log(`${build}: ${ours.size - different.length} of ${ours.size} files are the same.`);
      for (const path of different) console.log(`  differs: ${path}`);
      return different.length === 0;
    }).every(Boolean);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (!verify()) process.exitCode = 1;
