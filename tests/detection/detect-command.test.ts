import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
let folder: string;

function detect(args: string[], input = '') {
  return spawnSync(process.execPath, ['--import', 'tsx', 'scripts/detect.ts', ...args], {
    cwd: ROOT,
    input,
    encoding: 'utf8',
  });
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'detect-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('the detect command', { timeout: 30_000 }, () => {
  it('answers JSON lines, each on its own, with offsets into that very text', () => {
    const text = 'Enligt 5 kap. 1 § SoL gäller detta.';
    const lines = [
      JSON.stringify({ id: 'a', text, date: '2020-01-01' }),
      JSON.stringify({ id: 2, text, date: '2025-12-01' }),
      '',
    ];
    const { stdout, status, stderr } = detect(['--jsonl'], lines.join('\n'));
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const [first, second] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(first.id).toBe('a');
    expect(second.id).toBe(2);
    expect(text.slice(first.passages[0].start, first.passages[0].end)).toBe('5 kap. 1 § SoL');
    expect(first.passages[0].provisions[0]).toMatchObject({ sfs: '2001:453', chapter: '5', section: '1' });
    expect(second.passages[0].provisions[0]).toMatchObject({ sfs: '2025:400' });
  });

  it('names a malformed line and answers the others', () => {
    const { stdout, stderr, status } = detect(
      ['--jsonl'],
      '{"id":"a","text":"LVU"}\nnonsense\n{"id":"b"}\n{"id":"c","text":"x","date":"i går"}\n{"id":"d","text":"x"}\n',
    );
    expect(status).toBe(1);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).id),
    ).toEqual(['a', 'd']);
    expect(stderr).toContain('Line 2 of the input is not JSON.');
    expect(stderr).toMatch(/Line 3 of the input is not a request: "text"/);
    expect(stderr).toMatch(/Line 4 of the input is not a request: "date" is not a date/);
  });

  it('prints a table, and JSON', () => {
    const path = file(
      'rapport.txt',
      'Granskning av avtal\n\n2020-02-03\n\nVi rekommenderar nämnden att se över 2 § LVU.\n',
    );
    expect(detect([path]).stdout).toMatch(/recommendation .*Vi rekommenderar nämnden/);
    const [result] = JSON.parse(detect(['--json', path]).stdout);
    expect(result.profile.date).toBe('2020-02-03');
    expect(result.passages.map((passage: { text: string }) => passage.text)).toEqual([
      'Vi rekommenderar nämnden att se över 2 § LVU.',
      '2 § LVU',
    ]);
  });

  it('reads HTML, with the script text left out', () => {
    const path = file(
      'sida.html',
      '<!doctype html><html><head><title>Granskning</title></head><body><h2>Rekommendationer</h2><ul><li>Följa upp avtalen.</li><li>Anta en plan.</li></ul><script>var a = "2 § LVU"</script></body></html>',
    );
    const [result] = JSON.parse(detect(['--json', path]).stdout);
    expect(result.passages.map((passage: { text: string }) => passage.text)).toEqual([
      'Följa upp avtalen.',
      'Anta en plan.',
    ]);
  });

  it('reads a fragment of HTML', () => {
    const path = file('del.html', '<h2>Rekommendationer</h2><ul><li>Anta en plan f&ouml;r skolan.</li></ul>');
    const [result] = JSON.parse(detect(['--json', path]).stdout);
    expect(result.passages.map((passage: { text: string }) => passage.text)).toEqual(['Anta en plan för skolan.']);
  });

  it.each([
    ['a missing file', () => join(folder, 'saknas.txt'), /there is no such file/],
    ['a folder', () => folder, /is a folder/],
    ['an empty file', () => file('tom.txt', ''), /is empty/],
    ['a file of blanks', () => file('blank.txt', ' \n\n '), /holds no text/],
    ['a page without text', () => file('tom.html', '<!-- inget -->'), /holds no text/],
    ['a broken PDF', () => file('a.pdf', '%PDF-1.7\n'), /a\.pdf is broken/],
    ['a binary file', () => file('a.bin', Buffer.from([1, 0, 2, 0])), /is a binary file/],
  ])('says one clear sentence about %s', (_, path, sentence) => {
    const { stderr, status, stdout } = detect([path()]);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(sentence);
  });

  it('says how it is used', () => {
    expect(detect([])).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage:') });
    expect(detect(['--datum'])).toMatchObject({ status: 2 });
    expect(detect(['--date', '2023-02-31', 'x'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('is not a date'),
    });
  });
});
