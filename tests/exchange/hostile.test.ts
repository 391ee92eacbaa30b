import fc from 'fast-check';
import { gzipSync, zipSync } from 'fflate';
import Papa from 'papaparse';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ImportError, PROBLEM_CODES, planImport, readImport, writeExport } from '../../exchange';
import { EXPORT_FIELDS } from '../../exchange/fields';
import { applyImport, existingRows } from '../../storage/apply-import';
import { contentsOf } from '../../storage/contents';
import type { ExistingRows } from '../../storage/import-plan';
import { annotationSchema, annotationSetSchema, sourceDocumentSchema, tagSchema } from '../../storage/schema';
import { openLibrary } from '../storage/lists';
import { dump, freshDatabase } from '../storage/support';
import { anyJson, badJson, badText, bytes, damage, NOW, READ, soundFiles, stored } from './hostile-files';
import { exampleContents, OPTIONS, unpacked } from './office';

// Many rows: on a machine that is busy they take longer than a test usually may.
vi.setConfig({ testTimeout: 60_000 });

let files: Awaited<ReturnType<typeof soundFiles>>;
let existing: ExistingRows;

beforeEach(async () => {
  files = await soundFiles();
  existing = stored();
});

let taken = 0;
let refused = 0;

/** Reads a file and plans its import: it is refused with a place, or every row of it is sound. */
async function survives(file: Blob): Promise<void> {
  try {
    const incoming = await readImport(file, { ...READ, mostBytes: 10_000_000 });
    for (const problem of incoming.refused) {
      expect(PROBLEM_CODES).toContain(problem.code);
      expect(problem.path !== '' || problem.row !== undefined).toBe(true);
    }
    for (const row of incoming.sets) annotationSetSchema.parse(row);
    for (const row of incoming.tags) tagSchema.parse(row);
    for (const row of incoming.documents) sourceDocumentSchema.parse(row);
    const plan = await planImport(incoming, existing, { now: NOW, restore: true });
    expect(plan.annotations).toHaveLength(incoming.annotations.length);
    const known = (rows: { id: string }[], planned: { after: { id: string } }[]) =>
      new Set([...rows.map(({ id }) => id), ...planned.map(({ after }) => after.id)]);
    const documents = known(existing.documents, plan.documents);
    const sets = known(existing.sets, plan.sets);
    const tags = known(existing.tags, plan.tags);
    for (const { annotation, outcome } of plan.annotations) {
      annotationSchema.parse(annotation);
      if (outcome === 'kept' || outcome === 'same') continue;
      expect(documents.has(annotation.documentId) && sets.has(annotation.setId)).toBe(true);
      expect(annotation.tags.every((id) => tags.has(id))).toBe(true);
    }
    taken += 1;
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    expect(error.problems.length).toBeGreaterThan(0);
    for (const { code, message } of error.problems) {
      expect(PROBLEM_CODES).toContain(code);
      expect(message).not.toBe('');
    }
    refused += 1;
  }
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  expect('ran' in globalThis).toBe(false);
}

describe('ten thousand malformed files', () => {
  it('6,000 with wrong values are refused or taken as text', async () => {
    await fc.assert(
      fc.asyncProperty(badJson, async ({ format, blows, lines }) => {
        const json: unknown = JSON.parse(files[format]);
        for (const each of blows) damage(json, each);
        const text = JSON.stringify(json);
        // With the line breaks of own files, the reader that goes by lines gets it.
        await survives(new Blob([lines ? text.replace(/("items"|"annotations"):\[/, '$1:[\n') : text]));
      }),
      { numRuns: 6000 },
    );
    expect(taken).toBeGreaterThan(500);
    expect(refused).toBeGreaterThan(500);
  }, 300_000);

  it('1,000 JSON values of no format of ours are refused or taken as text', async () => {
    await fc.assert(
      fc.asyncProperty(anyJson, async (json) => survives(new Blob([JSON.stringify(json)]))),
      { numRuns: 1000 },
    );
  }, 300_000);

  it('3,000 torn texts are refused or taken as text', async () => {
    await fc.assert(
      fc.asyncProperty(badText, async ({ format, at, cut, piece }) => {
        const text = files[format];
        const from = at % text.length;
        await survives(new Blob([text.slice(0, from) + piece + text.slice(from + cut)]));
      }),
      { numRuns: 3000 },
    );
  }, 300_000);

  it('1,000 of mere bytes, packed or not, are refused', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, fc.boolean(), async (some, packed) => {
        await survives(new Blob([packed ? gzipSync(some) : some] as BlobPart[]));
      }),
      { numRuns: 1000 },
    );
  }, 300_000);
});

/** The code that a file is refused with. */
async function codeOf(file: Blob, mostBytes?: number): Promise<string | undefined> {
  const error = await readImport(file, { ...READ, mostBytes }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error !== undefined && !(error instanceof ImportError)) throw error;
  return error?.problems[0]?.code;
}

describe('a file made to harm', () => {
  it.each([
    ['a zip bomb', new Blob([zipSync({ 'a.json': new Uint8Array(1_000_000) })] as BlobPart[]), 'packed'],
    [
      'a zip that speaks of Excel',
      new Blob([zipSync({ 'xl/workbook.xml': new Uint8Array(9) })] as BlobPart[]),
      'packed',
    ],
    ['a gzip that unfolds to 50 MB', new Blob([gzipSync(new Uint8Array(50_000_000))] as BlobPart[]), 'too-large'],
    ['a gzip cut off', new Blob([gzipSync(new TextEncoder().encode('[]')).slice(0, 12)] as BlobPart[]), 'broken-gzip'],
    ['more bytes than are read', new Blob(['[', ' '.repeat(11_000_000), ']']), 'too-large'],
    ['nothing', new Blob([]), 'empty'],
    ['nothing packed', new Blob([gzipSync(new Uint8Array(0))] as BlobPart[]), 'empty'],
    ['a picture', new Blob([Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0xff, 0xd8])]), 'not-text'],
    ['a hundred thousand brackets', new Blob(['['.repeat(100_000)]), 'not-json'],
    ['deep nesting', new Blob([`${'['.repeat(90_000)}${']'.repeat(90_000)}`]), 'unknown-format'],
    ['another JSON', new Blob(['{"a":1}']), 'unknown-format'],
    ['a list of numbers', new Blob(['[1,2,3]']), 'unknown-format'],
    ['a list of nothing', new Blob(['[null]']), 'unknown-format'],
    ['an empty list', new Blob(['[]']), 'unknown-format'],
    ['lists in a list', new Blob(['[[{"@context":1}]]']), 'unknown-format'],
    ['a set beside what is none', new Blob(['[{"@context":"x","type":"AnnotationCollection"},7]']), 'unknown-format'],
    ['the word null', new Blob(['null']), 'no-rows'],
    ['a text in quotation marks', new Blob(['"text"\n']), 'no-rows'],
    ['headings without rows', new Blob(['Citat;Kommentar\n']), 'no-rows'],
    ['blank lines', new Blob(['\n \n']), 'empty'],
    ['a text', new Blob(['Kära dagbok\n\ni dag']), 'no-quote-column'],
    [
      'a later version',
      new Blob(['{"format":"revisionspennan-backup","version":2,"annotations":[]}']),
      'newer-version',
    ],
  ])('%s is refused', async (_, file, code) => {
    expect(await codeOf(file, 10_000_000)).toBe(code);
  });

  it.each([
    ['xlsx', 'excel'],
    ['docx', 'word'],
  ] as const)('of an office (%s) is called by its name', async (format, code) => {
    const { blob } = await writeExport(format, exampleContents(), OPTIONS);
    expect(await codeOf(blob, 10_000_000)).toBe(code);
  });

  it('that claims a gigabyte is given up as soon as the limit is passed', async () => {
    // A gzip of a gigabyte of zeros is one megabyte: pieces of it are members of one file.
    const member = gzipSync(new Uint8Array(64_000_000));
    const bomb = new Blob(Array.from({ length: 16 }, () => member) as BlobPart[]);
    const before = process.memoryUsage().rss;
    expect(await codeOf(bomb, 20_000_000)).toBe('too-large');
    expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000);
  });

  it('with nesting where a value is free, or a key that reaches for prototypes, is refused there', async () => {
    const json = JSON.parse(files.jsonld);
    let deep: unknown = 1;
    for (let depth = 0; depth < 100; depth++) deep = [deep];
    json.first.items[0].target['rp:evidence'] = { later: deep };
    const { refused: problems, annotations } = await readImport(new Blob([JSON.stringify(json)]), READ);
    expect(annotations).toEqual([]);
    expect(problems[0]).toMatchObject({ code: 'too-deep', path: expect.stringMatching(/^first\.items\[0\]/) });
    const proto = files.backup.replace('"history":[]', '"history":[],"__proto__":{"polluted":true}');
    expect((await readImport(new Blob([proto]), READ)).refused[0]).toMatchObject({ code: 'forbidden-key' });
  });

  it('with a field of ten megabytes is refused at that field, the others are read', async () => {
    const json = JSON.parse(files.backup);
    const [row] = json.annotations;
    json.annotations.push({ ...row, id: '7f0c2c1e-4c1b-4f57-9c55-6c9d0f1f2a77', comment: 'x'.repeat(10_000_000) });
    const incoming = await readImport(new Blob([JSON.stringify(json)]), READ);
    expect(incoming.annotations).toHaveLength(1);
    expect(incoming.refused).toMatchObject([{ code: 'too-long', path: 'annotations[1].comment', value: '50000' }]);
  });

  it('with formulas and scripts in every field is taken as text, and leaves as text', async () => {
    const db = freshDatabase();
    const evilText = '=HYPERLINK("https://ond.se";"<script>alert(1)</script>")';
    const json = JSON.parse(files.jsonld);
    Object.assign(json, { label: evilText });
    Object.assign(json['rp:documents'][0], { title: evilText, profile: { municipality: evilText, auditor: evilText } });
    Object.assign(json['rp:tags'][0], { name: evilText, description: evilText });
    const [item] = json.first.items;
    Object.assign(item, { 'rp:addressees': [evilText], 'rp:label': evilText, 'rp:answer': evilText });
    item.body[1].value = evilText;
    item.target.selector[0].exact = evilText;
    const incoming = await readImport(new Blob([JSON.stringify(json)]), READ);
    expect(incoming.refused).toEqual([]);
    await applyImport(await planImport(incoming, await existingRows(), { now: NOW }));
    const library = await openLibrary();
    expect(library.query({ text: 'hyperlink script' }).ids).toHaveLength(1);
    library.close();
    expect(await db.annotations.count()).toBe(1);

    const all = await contentsOf('everything');
    const options = { ...OPTIONS, title: evilText, fields: EXPORT_FIELDS };
    const table = await (await writeExport('csv', all, options)).blob.text();
    const [, cells = []] = Papa.parse<string[]>(table.trim(), { delimiter: ';' }).data;
    expect(cells).toHaveLength(EXPORT_FIELDS.length);
    // Title, municipality, addressee, quote, comment, tag, auditor, set and answer.
    expect(cells.filter((cell) => cell.includes('HYPERLINK'))).toHaveLength(9);
    for (const cell of cells) expect(cell).not.toMatch(/^[\s\uFEFF]*[=+\-@]/);
    for (const format of ['xlsx', 'docx'] as const) {
      const parts = Object.values(await unpacked(all, format, options)).join('');
      expect(parts).toContain('HYPERLINK');
      // No formula of a sheet, no field of a document that holds it, and no markup of its own.
      expect(parts).not.toMatch(/<f>|<f |<script|instrText[^<]*ond\.se/);
    }
    const notes = await (await writeExport('markdown', all, options)).blob.text();
    expect(notes).toContain('HYPERLINK');
    expect(notes).not.toMatch(/(?<!\\)<script/);
  });

  it('writes nothing when it is refused', async () => {
    const db = freshDatabase();
    const before = await dump(db);
    const json = JSON.parse(files.jsonld);
    json.total = 7;
    await expect(readImport(new Blob([JSON.stringify(json)]), READ)).rejects.toBeInstanceOf(ImportError);
    expect(await dump(db)).toEqual(before);
  });
});
