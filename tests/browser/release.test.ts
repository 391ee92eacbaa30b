import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { version } from '../../package.json';

/** The released builds: what they ask the user for, and whether the add-on stores would take them. */
const root = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);

interface Manifest {
  permissions: string[];
  host_permissions?: string[];
  optional_host_permissions?: string[];
  optional_permissions?: string[];
  content_scripts?: unknown[];
  content_security_policy: { extension_pages: string };
  web_accessible_resources?: unknown[];
}

const manifestOf = (build: string): Manifest =>
  JSON.parse(readFileSync(`${root}.output/${build}/manifest.json`, 'utf8')) as Manifest;

beforeAll(async () => {
  await run('npm', ['run', 'zip'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', VITEST: undefined },
    shell: process.platform === 'win32',
  });
});

describe.each([
  [
    'chrome',
    ['activeTab', 'contextMenus', 'declarativeNetRequestWithHostAccess', 'scripting', 'sidePanel', 'unlimitedStorage'],
  ],
  ['firefox', ['activeTab', 'contextMenus', 'scripting', 'unlimitedStorage']],
])('%s', (build, permissions) => {
  it('asks for little, and for sites only when the user allows them', () => {
    const manifest = manifestOf(build);
    expect([...manifest.permissions].sort()).toEqual(permissions);
    expect(manifest.host_permissions ?? []).toEqual([]);
    expect(manifest.optional_permissions ?? []).toEqual([]);
    expect(manifest.content_scripts ?? []).toEqual([]);
    expect(manifestOf(`${build}-test`).host_permissions).toEqual(['http://127.0.0.1/*']);
  });

  it('lets its pages connect to nothing but themselves, and the PDF viewer to documents', () => {
    const policy = manifestOf(build).content_security_policy.extension_pages;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy.replace("connect-src 'self' http: https:", '').replace("'wasm-unsafe-eval'", '')).not.toMatch(
      /https?:|unsafe|\*/,
    );
    const pages = readdirSync(`${root}.output/${build}`).filter((name) => name.endsWith('.html'));
    expect(pages).toContain('viewer.html');
    // The viewer narrows itself to its document's site when it starts; that is tested where it reads.
    for (const page of pages.filter((name) => name !== 'viewer.html')) {
      const head = readFileSync(`${root}.output/${build}/${page}`, 'utf8').split('<script')[0];
      expect(head, page).toContain('http-equiv="Content-Security-Policy"');
      expect(head?.replaceAll('&#39;', "'"), page).toContain("connect-src 'self'\"");
    }
  });

  it('shows the first highlights of a page with less than 60 kB of code', () => {
    const gzipped = (file: string) => gzipSync(readFileSync(`${root}.output/${build}/${file}`)).length;
    // The reader imports nothing before it has painted: what it needs until then is in its own file.
    const reader = readFileSync(`${root}.output/${build}/reader.js`, 'utf8');
    expect(reader).not.toMatch(/\bimport\s*[{*"'`\w]/);
    expect(gzipped('content-scripts/content.js')).toBeLessThan(2_000);
    expect(gzipped('content-scripts/content.js') + gzipped('reader.js')).toBeLessThan(60_000);
  });

  it('is zipped', () => {
    expect(statSync(`${root}.output/revisionspennan-${version}-${build}.zip`).size).toBeGreaterThan(50_000);
  });
});

interface LinterWarning {
  code: string;
  file: string;
  line?: number;
  column?: number;
}

/** What stands where the linter warns of libraries' code, of the kinds that store/questions.md explains one by one. */
const LIBRARIES = [
  // Preact, for an attribute that is not used.
  /innerHTML=\w+\.__html/,
  // pdf.js: its worker, its runner of scripts, its translations, its decoders.
  /import\(this\.workerSrc\)|QuickJSSandbox|data-l10n-name|static cleanup\(\)/,
];

/** The linter reads megabytes of code; on a busy machine for minutes. */
const LINTING_MS = 300_000;

it(
  'the add-on linter finds no error in the Firefox build, and warns of nothing of ours',
  async () => {
    const linter = `${root}node_modules/addons-linter/bin/addons-linter`;
    const { stdout } = await run(process.execPath, [linter, '--output', 'json', `${root}.output/firefox`], {
      maxBuffer: 2 ** 26,
    });
    const { errors, warnings } = JSON.parse(stdout) as { errors: unknown[]; warnings: LinterWarning[] };
    expect(errors).toEqual([]);
    const around = ({ file, line = 1, column = 0 }: LinterWarning) =>
      (readFileSync(`${root}.output/firefox/${file}`, 'utf8').split('\n')[line - 1] ?? '').slice(
        Math.max(0, column - 200),
        column + 200,
      );
    const ofCode = warnings.filter(({ code }) => code === 'UNSAFE_VAR_ASSIGNMENT');
    const unexplained = warnings.filter(
      (warning) =>
        warning.code !== 'KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION' &&
        !(ofCode.includes(warning) && LIBRARIES.some((known) => known.test(around(warning)))),
    );
    expect(unexplained).toEqual([]);
  },
  LINTING_MS,
);
