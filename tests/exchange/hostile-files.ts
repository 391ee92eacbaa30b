import fc from 'fast-check';
import { packBackup, writeExport } from '../../exchange';
import type { ExistingRows } from '../../storage/import-plan';
import { settingsSchema } from '../../storage/schema';
import { exampleContents } from './office';

/** Files that are wrong in every way that a generator can think of, made of sound ones. */

export const NOW = '2026-11-22T13:05:00.000Z';
export const READ = { setName: 'Inläst', now: NOW };
const OPTIONS = { title: 'x', today: '2026-11-22' };

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
export async function soundFiles(): Promise<Record<'jsonld' | 'backup' | 'hypothesis' | 'csv', string>> {
  const all = exampleContents();
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
export function damage(json: unknown, [what, where, given]: [number, number, unknown]): void {
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
export const badJson = fc.record({
  format: fc.constantFrom('jsonld' as const, 'backup' as const, 'hypothesis' as const),
  blows: fc.array(blow, { minLength: 1, maxLength: 3 }),
  lines: fc.boolean(),
});

const scalar = fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), fc.double({ noNaN: true }), fc.string());

/** What stands where a list of annotations is looked for: scalars, lists in lists, objects with a key that we know. */
export const anyJson = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.constantFrom(
        '@context',
        'format',
        'version',
        'annotations',
        'rows',
        'first',
        'items',
        'uri',
        'target',
        'total',
      ),
      fc.oneof(fc.constant('revisionspennan-backup'), tie('value')),
    ),
  ),
})).value;

/** Files cut, with foreign pieces in them, or torn. */
export const badText = fc.record({
  format: fc.constantFrom('jsonld' as const, 'backup' as const, 'hypothesis' as const, 'csv' as const),
  at: fc.nat({ max: 4000 }),
  cut: fc.nat({ max: 200 }),
  piece: fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(';', '"', '\n', '\r', '\t', '{', '}', ']', '[', '","', '\u0000', '=1+1', '\uFEFF', ';;;;;;'),
  ),
});

export const bytes = fc.uint8Array({ maxLength: 300 });

/** What is here already: the example itself, so that everything in a file can meet its like. */
export function stored(): ExistingRows {
  const { sets, tags, documents, annotations } = exampleContents();
  return {
    sets,
    tags,
    documents,
    corrections: [],
    annotations: async (ids) => ids.map((id) => annotations.find((each) => each.id === id)),
    inDocument: async (id) => annotations.filter(({ documentId }) => documentId === id),
  };
}
