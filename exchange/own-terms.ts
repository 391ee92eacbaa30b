/**
 * What an export says beyond the Web Annotation vocabulary. Every own term has the prefix, so that it never
 * collides with one of W3C's; other tools ignore them, and import reads them back.
 */

export const WEB_ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

const JSON_LITERAL = '@json';

/** Nested values travel as JSON literals: a JSON-LD processor keeps them whole instead of reading their keys as terms. */
function literal(term: string): { '@id': string; '@type': string } {
  return { '@id': term, '@type': JSON_LITERAL };
}

export const OWN_CONTEXT = {
  '@version': 1.1,
  rp: 'https://revisionspennan.se/ns#',
  'rp:document': { '@id': 'rp:document', '@type': '@id' },
  'rp:tag': { '@id': 'rp:tag', '@type': '@id' },
  'rp:documents': literal('rp:documents'),
  'rp:tags': literal('rp:tags'),
  'rp:corrections': literal('rp:corrections'),
  'rp:provision': literal('rp:provision'),
  'rp:evidence': literal('rp:evidence'),
  'rp:history': literal('rp:history'),
  // Without a list, a processor may reorder what stands in an array.
  'rp:addressees': { '@id': 'rp:addressees', '@container': '@list' },
} as const;

/** Raised when an export changes so that older versions can no longer read it. */
export const FORMAT_VERSION = 1;

export const PAGE_CONFORMS_TO = 'http://tools.ietf.org/rfc/rfc3778';

export function uuidUrn(id: string): string {
  return `urn:uuid:${id}`;
}

/**
 * An address in a form that is a valid IRI (RFC 3987) too: browsers leave characters in addresses that it does
 * not allow, such as | and [ ], and a lone %. What comes out opens the same page.
 */
export function toIri(address: string): string {
  const url = new URL(address);
  url.username = '';
  url.password = '';
  const origin = url.origin === 'null' ? '' : url.origin;
  const rest = url.href.slice(origin.length);
  return origin + rest.replace(/[|\\^`{}"<>[\]\s]|%(?![\da-f]{2})/gi, (sign) => encodeURIComponent(sign));
}
