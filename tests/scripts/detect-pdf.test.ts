import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { makePdf } from '../browser/support/pdf/make-pdf';

const root = join(import.meta.dirname, '../..');
const report = join(root, 'tests/fixtures/pdf/writer-one-column.pdf');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'detect-pdf-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function detect(...args: string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'scripts/detect.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
}

const resultSchema = z.tuple([
  z.object({
    profile: z.object({ date: z.string().optional() }),
    passages: z.array(z.object({ kind: z.string(), page: z.number(), text: z.string() })),
  }),
]);

describe('the detect command on PDF files', { timeout: 60_000 }, () => {
  it('names the page of each passage', () => {
    const { stdout, stderr, status } = detect('--json', report);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    const [{ passages }] = resultSchema.parse(JSON.parse(stdout));
    const pageOf = (words: string) => passages.find(({ text }) => text.startsWith(words))?.page;
    expect(pageOf('6 kap. 6 § kommunallagen')).toBe(1);
    expect(pageOf('Säkerställa att entreprenörens')).toBe(2);
  });

  it('prints a table with pages', () => {
    const { stdout } = detect(report);
    expect(stdout).toMatch(/^ {2}s\. 2 .*recommendation +Tillse att avvikelser rapporteras till nämnden\./m);
  });

  it.each([
    ['no bytes', () => file('tom.pdf', Buffer.alloc(0)), /tom\.pdf is empty\./],
    ['half of its bytes', () => file('halv.pdf', readFileSync(report).subarray(0, 15_000)), /halv\.pdf is broken/],
    [
      'a password',
      () => file('las.pdf', makePdf({ password: 'x', pages: [{ lines: ['Text'] }] })),
      /protected by a password/,
    ],
    ['pictures only', () => file('bild.pdf', makePdf({ pages: [{ lines: [] }, { lines: [] }] })), /holds no text/],
  ])('says one clear sentence about a file with %s', (_, path, sentence) => {
    const { stdout, stderr, status } = detect(path());
    expect({ stdout, status }).toEqual({ stdout: '', status: 1 });
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(sentence);
  });
});
