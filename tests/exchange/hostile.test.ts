import fc from 'fast-check';
import { gzipSync, zipSync } from 'fflate';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ImportError, PROBLEM_CODES, packBackup, planImport, readImport, writeExport } from '../../exchange';
import { applyImport, existingRows } from '../../storage/apply-import';
import type { Contents } from '../../storage/contents';
import type { ExistingRows } from '../../storage/import-plan';
import { openLibrary } from '../../storage/library';
import {
  annotationSchema,
  annotationSetSchema,
  settingsSchema,
  sourceDocumentSchema,
  tagSchema,
} from '../../storage/schema';
import { dump, freshDatabase } from '../storage/support';
import { example } from './contents';

// Many rows: on a machine that is busy they take longer than a test usually may.
vi.setConfig({ testTimeout: 60_000 });

const NOW = '2026-11-22T13:05:00.000Z';
const READ = { setName: 'Inläst', now: NOW };
const OPTIONS = { title: 'x', today: '2026-11-22' };

function contents(): Contents {
  const { set, ...rest } = example();
  return { sets: [set], ...rest };
}

const HYPOTHESIS = JSON.stringify({
  annotations: [
    {
      id: 'abc',
      created: NOW,
      updated: NOW,
      uri: 'https://www.bjorkfors.se/rapport.pdf',
      text: 'k',
      tags: ['Svar'],
      document: { title: ['T'] },
      target: [{ selector: [{ type: 'TextQuoteSelector', exact: 'SoL 5:1a', prefix: '', suffix: '' }] }],
    },
  ],
});

/** One sound file of each format, as text. */
async function soundFiles(): Promise<Record<'jsonld' | 'backup' | 'hypothesis' | 'csv', string>> {
  const all = contents();
  const packed = await packBackup(
    { ...all, corrections: [], settings: settingsSchema.parse({}), unreadable: [], writes: 1 },
    new Date(NOW),
  );
  return {
    jsonld: await (await writeExport('jsonld', all, OPTIONS)).blob.text(),
    backup: await new Response(packed.blob.stream().pipeThrough(new DecompressionStream('gzip'))).text(),
    hypothesis: HYPOTHESIS,
    csv: await (await writeExport('csv', all, OPTIONS)).blob.text(),
  };
}

/** What no field expects. Long ones are rare: they are slow to make. */
const evil = fc.oneof(
  { weight: 30, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  {
    weight: 60,
    arbitrary: fc.constantFrom<unknown>(
      null,
      true,
      -1,
      0.5,
      1e308,
      Number.MAX_SAFE_INTEGER + 2,
      '',
      ' ',
      '=cmd|"/C calc"!A0',
      '@SUM(1)',
      '<script>globalThis.ran = true</script>',
      '<img src=x onerror="globalThis.ran=true">',
      'javascript:globalThis.ran=true',
      'data:text/html,<script>1</script>',
      '\uD800',
      '\u0000',
      '\u202Egpj.exe',
      '0000-00-00',
      '2026-13-45T99:99:99Z',
      '+275760-09-13T00:00:00.000Z',
      '9999999999-01-01',
      'urn:uuid:7f0c2c1e-4c1b-4f57-9c55-6c9d0f1f2a01',
      '__proto__',
      'constructor',
      [],
      {},
      [[]],
      { constructor: { prototype: { polluted: true } } },
      'x'.repeat(60_000),
      Array.from({ length: 600 }, () => 'x'),
    ),
  },
  { weight: 1, arbitrary: fc.constant('x'.repeat(2_000_000)) },
);

type Place = { holder: Record<string, unknown>; key: string };

/** Every place of a JSON value that can be put something else in. */
function places(json: unknown): Place[] {
  if (typeof json !== 'object' || json === null) return [];
  const holder = json as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...places(holder[key])]);
}

/** Does one bad thing to a JSON value. */
function damage(json: unknown, [what, where, given]: [number, number, unknown]): void {
  // A later blow may fall into this value, which other files hold too.
  const value = structuredClone(given);
  const all = places(json);
  const place = all[where % Math.max(1, all.length)];
  if (!place) return;
  const { holder, key } = place;
  if (what === 0) delete holder[key];
  else if (what === 1 && Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]));
  else if (what === 2) Object.defineProperty(holder, '__proto__', { value, enumerable: true, configurable: true });
  else if (what === 3) holder[`${key}2`] = value;
  else Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

const blow = fc.tuple(fc.nat({ max: 8 }), fc.nat({ max: 500 }), evil);

/** Files with a few things wrong in their values. */
const badJson = fc.record({
  format: fc.constantFrom('jsonld' as const, 'backup' as const, 'hypothesis' as const),
  blows: fc.array(blow, { minLength: 1, maxLength: 3 }),
  lines: fc.boolean(),
});

/** Files cut, with foreign pieces in them, or torn. */
const badText = fc.record({
  format: fc.constantFrom('jsonld' as const, 'backup' as const, 'hypothesis' as const, 'csv' as const),
  at: fc.nat({ max: 4000 }),
  cut: fc.nat({ max: 200 }),
  piece: fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(';', '"', '\n', '\r', '\t', '{', '}', ']', '[', '","', '\u0000', '=1+1', '\uFEFF', ';;;;;;'),
  ),
});

const bytes = fc.uint8Array({ maxLength: 300 });

let files: Awaited<ReturnType<typeof soundFiles>>;
let existing: ExistingRows;

/** What is here already: the example itself, so that everything in a file can meet its like. */
function stored(): ExistingRows {
  const { sets, tags, documents, annotations } = contents();
  return {
    sets,
    tags,
    documents,
    corrections: [],
    annotations: async (ids) => ids.map((id) => annotations.find((each) => each.id === id)),
    inDocument: async (id) => annotations.filter(({ documentId }) => documentId === id),
  };
}

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
    ['a gzip that unfolds to 50 MB', new Blob([gzipSync(new Uint8Array(50_000_000))] as BlobPart[]), 'too-large'],
    ['a gzip cut off', new Blob([gzipSync(new TextEncoder().encode('[]')).slice(0, 12)] as BlobPart[]), 'broken-gzip'],
    ['more bytes than are read', new Blob(['[', ' '.repeat(11_000_000), ']']), 'too-large'],
    ['nothing', new Blob([]), 'empty'],
    ['nothing packed', new Blob([gzipSync(new Uint8Array(0))] as BlobPart[]), 'empty'],
    ['a picture', new Blob([Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0xff, 0xd8])]), 'not-text'],
    ['a hundred thousand brackets', new Blob(['['.repeat(100_000)]), 'not-json'],
    ['deep nesting', new Blob([`${'['.repeat(90_000)}${']'.repeat(90_000)}`]), 'unknown-format'],
    ['another JSON', new Blob(['{"a":1}']), 'unknown-format'],
    ['a text', new Blob(['Kära dagbok\n\ni dag']), 'no-quote-column'],
    [
      'a later version',
      new Blob(['{"format":"revisionspennan-backup","version":2,"annotations":[]}']),
      'newer-version',
    ],
  ])('%s is refused', async (_, file, code) => {
    expect(await codeOf(file, 10_000_000)).toBe(code);
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
