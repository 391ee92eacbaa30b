import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { ImportError, jsonLdText, toJsonLd } from '../../exchange';
import type { SetContents } from '../../storage/contents';
import { contents, example } from './contents';
import { readSet } from './read-set';

// Hundreds of generated cases: on a machine that is busy they take longer than a test usually may.
vi.setConfig({ testTimeout: 60_000 });

/** As storage and files hold it: keys without a value are absent. */
function plain<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value));
}

function exported({ set, documents, annotations, tags }: SetContents): Record<string, unknown> {
  return plain(toJsonLd(set, documents, annotations, tags));
}

describe('an exported set', () => {
  it('imports back with nothing lost, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(contents, async (set) => {
        expect(await readSet(jsonLdText(set))).toEqual(plain(set));
      }),
      { numRuns: 300 },
    );
  });

  it('is the same text again when what was imported is exported', async () => {
    await fc.assert(
      fc.asyncProperty(contents, async (set) => {
        const first = jsonLdText(set);
        expect(exported(await readSet(first))).toEqual(JSON.parse(first));
      }),
      { numRuns: 50 },
    );
  });

  it('has one annotation a line', () => {
    fc.assert(
      fc.property(contents, (set) => {
        const lines = jsonLdText(set).split('\n');
        expect(lines.filter((line) => line.startsWith('{"id":"urn:uuid:'))).toHaveLength(set.annotations.length);
        expect(JSON.parse(jsonLdText(set))).toEqual(exported(set));
      }),
      { numRuns: 30 },
    );
  });

  it('does not share or change what it was made from', () => {
    const set = example();
    const before = structuredClone(set);
    jsonLdText(set);
    expect(set).toEqual(before);
  });

  it('is whole: it refuses an annotation whose document, tag or set is missing', () => {
    const set = example();
    expect(() => jsonLdText({ ...set, documents: [] })).toThrow('unknown document');
    expect(() => jsonLdText({ ...set, tags: [] })).toThrow('unknown tag');
    expect(() => jsonLdText({ ...set, set: { ...set.set, id: crypto.randomUUID() } })).toThrow('another set');
  });

  it('says what other tools understand', () => {
    const file = exported(example());
    expect(file).toMatchObject({
      type: 'AnnotationCollection',
      label: 'Granskning 2026: elevhälsan',
      total: 1,
      first: {
        items: [
          {
            type: 'Annotation',
            motivation: ['classifying', 'commenting'],
            body: expect.arrayContaining([
              expect.objectContaining({ purpose: 'commenting', value: 'Jämför med "svaret"; sida 3\nrad två' }),
              expect.objectContaining({ purpose: 'tagging', value: 'Följ upp' }),
              expect.objectContaining({ purpose: 'linking', source: 'https://lagen.nu/2001:453#K5P1a' }),
            ]),
            target: {
              source: 'https://www.bjorkfors.se/rapport.pdf',
              selector: [
                { type: 'TextQuoteSelector', exact: 'SoL 5:1a', prefix: 'enligt ', suffix: ' ska' },
                { type: 'TextPositionSelector', start: 40, end: 48 },
                { type: 'FragmentSelector', value: 'page=5' },
              ],
            },
          },
        ],
      },
    });
  });
});

/** Replaces the value at a path in a copy of a valid export. */
function withValue(path: string, value: unknown): unknown {
  const file = exported(example());
  const keys = path.split('/');
  const last = keys.pop() ?? '';
  let place: Record<string, unknown> = file;
  for (const key of keys) place = place[key] as Record<string, unknown>;
  if (value === undefined) delete place[last];
  else Object.defineProperty(place, last, { value, enumerable: true, configurable: true, writable: true });
  return file;
}

async function problemsOf(json: unknown): Promise<string[]> {
  try {
    await readSet(JSON.stringify(json));
  } catch (error) {
    if (error instanceof ImportError) return error.problems.map((problem) => problem.path);
    throw error;
  }
  return [];
}

describe('a file that is not an export', () => {
  const item = 'first/items/0';
  it.each([
    ['@context', 'http://www.w3.org/ns/anno.jsonld', '@context'],
    ['@context', ['https://schema.org'], '@context'],
    ['type', 'Annotation', 'type'],
    ['id', 'https://x.se/1', 'id'],
    ['label', '', 'name'],
    ['total', 2, 'total'],
    ['total', -1, 'total'],
    ['first/items', {}, 'first.items'],
    ['rp:formatVersion', 0, 'rp:formatVersion'],
    // A newer version is no fault at a place: the whole file is refused.
    ['rp:formatVersion', 2, ''],
    ['rp:documents', [], 'first.items[0]'],
    ['rp:tags', [], 'first.items[0]'],
    ['rp:documents/0/canonicalUrl', 7, 'rp:documents[0].canonicalUrl'],
    ['rp:documents/0/canonicalUrl', 'javascript:alert(1)', 'rp:documents[0].canonicalUrl'],
    ['rp:documents/0/urls', ['data:text/html,x'], 'rp:documents[0].urls[0]'],
    ['rp:documents/0/firstSeen', '2026-13-01T00:00:00Z', 'rp:documents[0].firstSeen'],
    ['rp:tags/0/colour', 'expression(alert(1))', 'rp:tags[0].colour'],
    [`${item}/id`, 'urn:uuid:x', 'first.items[0].id'],
    [`${item}/created`, 'i går', 'first.items[0].created'],
    [`${item}/rp:revision`, 0, 'first.items[0].revision'],
    [`${item}/rp:revision`, Number.POSITIVE_INFINITY, 'first.items[0].rp:revision'],
    [`${item}/rp:origin`, 'stolen', 'first.items[0].origin'],
    [`${item}/body/0/value`, 'virus', 'first.items[0].kind'],
    [`${item}/body/1/value`, 'x'.repeat(60_000), 'first.items[0].comment'],
    [`${item}/body/1/purpose`, 'replying', 'first.items[0].body[1].purpose'],
    [`${item}/target/selector/0/exact`, '', 'first.items[0].target.quote.exact'],
    [`${item}/target/selector/1/start`, 50, 'first.items[0].target.position'],
    [`${item}/target/selector/1/end`, -1, 'first.items[0].target.position.end'],
    [`${item}/target/selector/2/value`, 'page=0', 'first.items[0].target.page'],
    [`${item}/target/selector/2/value`, 'xywh=1,2,3,4', 'first.items[0].target.selector[2].value'],
    [`${item}/target/selector`, [], 'first.items[0].target.quote'],
    [`${item}/target/rp:evidence`, { evidence: { version: 1 } }, 'first.items[0].target.evidence'],
    [`${item}/target/rp:textHash`, 'abc', 'first.items[0].target.textHash'],
    [`${item}/rp:addressees`, [null], 'first.items[0].rp:addressees[0]'],
    [`${item}/__proto__`, { polluted: true }, 'first.items[0]'],
  ])('%s = %j is refused at %s', async (path, value, problem) => {
    expect(await problemsOf(withValue(path, value))).toContain(problem);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('is refused for what is missing, wherever that is', async () => {
    for (const path of [
      '@context',
      'id',
      'type',
      'label',
      'created',
      'modified',
      'total',
      'first',
      'rp:formatVersion',
      'rp:documents',
      'rp:tags',
      `${item}/id`,
      `${item}/body`,
      `${item}/target`,
      `${item}/created`,
      `${item}/rp:revision`,
      `${item}/target/rp:document`,
      `${item}/target/rp:textHash`,
    ]) {
      expect(await problemsOf(withValue(path, undefined)), path).not.toEqual([]);
    }
  });

  it('is refused for an id that stands twice', async () => {
    const file = example();
    const twice = exported({ ...file, annotations: [...file.annotations, ...file.annotations] });
    expect(await problemsOf(twice)).toEqual(['first.items[1]']);
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '<html>'],
    ['half a file', jsonLdText(example()).slice(0, 500)],
    ['a number', '7'],
    ['null', 'null'],
    ['an array', '[]'],
    ['a string', '"x"'],
    ['deep nesting', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    [
      'deep nesting in a free field',
      JSON.stringify(withValue(`${item}/target/rp:evidence`, {})).replace(
        '"rp:evidence":{}',
        `"rp:evidence":{"x":${'['.repeat(9_999)}${']'.repeat(9_999)}}`,
      ),
    ],
  ])('%s is refused with a sentence', async (_, text) => {
    await expect(readSet(text)).rejects.toBeInstanceOf(ImportError);
  });

  it('takes a byte order mark', async () => {
    expect(await readSet(`\uFEFF${jsonLdText(example())}`)).toEqual(example());
  });

  it('never throws anything but an ImportError, and never takes in what the schema refuses', async () => {
    const paths = pathsOf(exported(example()));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 4 }), async (path, value) => {
        try {
          const taken = await readSet(JSON.stringify(withValue(path, value)));
          expect(await readSet(jsonLdText(taken))).toEqual(taken);
        } catch (error) {
          expect(error).toBeInstanceOf(ImportError);
        }
      }),
      { numRuns: 1_000 },
    );
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        expect(await problemsOf(value)).not.toEqual([]);
      }),
    );
  });

  it('tells no more than a hundred problems', async () => {
    const file = exported(example());
    const items = Array.from({ length: 1_000 }, () => 0);
    expect(await problemsOf({ ...file, total: items.length, first: { type: 'AnnotationPage', items } })).toHaveLength(
      100,
    );
  });
});

/** Every path in a value, as `withValue` takes it. */
function pathsOf(value: unknown, at = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const path = at === '' ? key : `${at}/${key}`;
    return [path, ...pathsOf(child, path)];
  });
}
