import fc from 'fast-check';
import jsonld from 'jsonld';
import validateAnnotation from 'validate-web-annotation';
import { describe, expect, it, vi } from 'vitest';
import { toJsonLd } from '../../exchange';
import type { SetContents } from '../../storage/contents';
import { contents, example } from './contents';
import { violations } from './web-annotation-musts';

// Hundreds of generated cases: on a machine that is busy they take longer than a test usually may.
vi.setConfig({ testTimeout: 60_000 });

function exported({ set, documents, annotations, tags }: SetContents) {
  return JSON.parse(JSON.stringify(toJsonLd(set, documents, annotations, tags)));
}

describe('every export is a Web Annotation collection', () => {
  it('by the MUSTs of the Web Annotation Data Model', () => {
    fc.assert(
      fc.property(contents, (set) => {
        expect(violations(exported(set))).toEqual([]);
      }),
    );
  });

  it('by a JSON schema of the model that others wrote', () => {
    fc.assert(
      fc.property(contents, (set) => {
        const file = exported(set);
        for (const item of file.first.items) {
          // That schema takes days only for times, where the model has date and time.
          const { created: _created, modified: _modified, ...timeless } = item;
          const alone = { '@context': 'http://www.w3.org/ns/anno.jsonld', ...timeless };
          expect(validateAnnotation(alone), JSON.stringify(item)).toBe(true);
        }
      }),
    );
  });

  it.each([
    ['no context', (file: ReturnType<typeof exported>) => delete file['@context']],
    ['no target', (file: ReturnType<typeof exported>) => delete file.first.items[0].target],
    ['no source', (file: ReturnType<typeof exported>) => delete file.first.items[0].target.source],
    ['no exact', (file: ReturnType<typeof exported>) => delete file.first.items[0].target.selector[0].exact],
    ['a negative start', (file: ReturnType<typeof exported>) => (file.first.items[0].target.selector[1].start = -1)],
    ['a body without value', (file: ReturnType<typeof exported>) => delete file.first.items[0].body[0].value],
    ['an unknown motivation', (file: ReturnType<typeof exported>) => (file.first.items[0].motivation = 'auditing')],
    ['a local time', (file: ReturnType<typeof exported>) => (file.first.items[0].created = '2026-11-22 14:05')],
    ['an id that is no IRI', (file: ReturnType<typeof exported>) => (file.first.items[0].id = 'x')],
    ['no first page', (file: ReturnType<typeof exported>) => delete file.first],
  ])('and the check can fail: %s', (_, damage) => {
    const file = exported(example());
    damage(file);
    expect(violations(file)).not.toEqual([]);
  });
});

/** The terms of W3C's context that an export uses, as the published context maps them. */
const W3C_TERMS = {
  oa: 'http://www.w3.org/ns/oa#',
  as: 'http://www.w3.org/ns/activitystreams#',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  id: '@id',
  type: '@type',
  Annotation: 'oa:Annotation',
  TextualBody: 'oa:TextualBody',
  SpecificResource: 'oa:SpecificResource',
  TextQuoteSelector: 'oa:TextQuoteSelector',
  target: { '@type': '@id', '@id': 'oa:hasTarget' },
  body: { '@type': '@id', '@id': 'oa:hasBody' },
  selector: { '@type': '@id', '@id': 'oa:hasSelector' },
  first: { '@type': '@id', '@id': 'as:first' },
  items: { '@type': '@id', '@id': 'as:items', '@container': '@list' },
  exact: 'oa:exact',
  value: 'rdf:value',
  label: 'rdfs:label',
};

const RP = 'https://revisionspennan.se/ns#';

/** One property of an expanded node. */
function only(node: unknown, property: string): Record<string, unknown> {
  const values = (node as Record<string, unknown[]>)[property];
  expect(values, property).toHaveLength(1);
  return values?.[0] as Record<string, unknown>;
}

describe('a JSON-LD processor', () => {
  it('reads the own terms whole, nested ones as JSON literals', async () => {
    const set = example();
    const file = exported(set);
    file['@context'][0] = W3C_TERMS;
    const [collection] = await jsonld.expand(file, {
      documentLoader: async (url) => {
        throw new Error(`No network: ${url}`);
      },
    });
    expect(only(collection, `${RP}documents`)).toMatchObject({ '@type': '@json', '@value': set.documents });
    expect(only(collection, `${RP}tags`)).toMatchObject({ '@type': '@json', '@value': set.tags });
    const page = only(collection, 'http://www.w3.org/ns/activitystreams#first');
    const [item] = only(page, 'http://www.w3.org/ns/activitystreams#items')['@list'] as unknown[];
    expect(only(item, `${RP}addressees`)).toEqual({ '@list': [{ '@value': 'barn- och utbildningsnämnden' }] });
    const target = only(item, 'http://www.w3.org/ns/oa#hasTarget');
    expect(only(target, `${RP}document`)).toEqual({ '@id': `urn:uuid:${set.documents[0]?.id}` });
    const bodies = (item as Record<string, unknown[]>)['http://www.w3.org/ns/oa#hasBody'] ?? [];
    const provisions = bodies.filter((body) => `${RP}provision` in (body as object));
    expect(only(provisions[0], `${RP}provision`)['@value']).toEqual(set.annotations[0]?.provisions[0]);
  });
});
