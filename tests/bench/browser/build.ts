import { execFile } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build as buildWithVite } from 'vite';

const root = fileURLToPath(new URL('../../../', import.meta.url));

let built: Promise<string> | undefined;

/**
 * The extension as the tests have it (it may read 127.0.0.1 unasked), in a folder of the bench's own, so that builds
 * made meanwhile do not disturb it. Built once a run.
 * @returns the folder with manifest.json
 */
export function buildForBench(): Promise<string> {
  built ??= build();
  return built;
}

async function build(): Promise<string> {
  const script = `import('wxt').then(({ build }) => build({ root: ${JSON.stringify(root)}, browser: 'chrome', mode: 'test', outDir: '.output/bench' }))`;
  // In a process of its own: its progress is drawn on the terminal, and it sets the environment for what runs after it.
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
  });
  return join(root, '.output', 'bench', 'chrome-test');
}

/** An extension that holds nothing but a content script of no statement. @returns the folder with manifest.json */
export async function emptyExtension(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'empty-extension-'));
  const manifest = {
    manifest_version: 3,
    name: 'Empty',
    version: '1.0',
    content_scripts: [{ matches: ['http://127.0.0.1/*'], js: ['content.js'], run_at: 'document_idle' }],
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'content.js'), '');
  return folder;
}

/** A module of this folder with all that it imports, as one script for a page. */
export async function pageScript(name: string): Promise<string> {
  const result = await buildWithVite({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: fileURLToPath(new URL(name, import.meta.url)), formats: ['iife'], name: 'bench' },
    },
  });
  const [first] = Array.isArray(result) ? result : [result];
  if (!first || !('output' in first)) throw new Error(`${name} was not built.`);
  return first.output[0].code;
}

/** Text of a file of the repository. */
export function repositoryFile(path: string): Promise<string> {
  return readFile(join(root, path), 'utf8');
}
