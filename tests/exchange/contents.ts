import fc from 'fast-check';
import type { SetContents } from '../../storage/contents';
import { TAG_COLOURS } from '../../storage/schema';

/** Generates whole sets as storage can hold them, with any text in every field that takes text. */

/** Text with what breaks formats: separators, quotes, breaks, markup, formulas, odd Unicode, lone surrogates. */
const hostile = fc.constantFrom(
  '=cmd|"/C calc"!A0',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r\n=1',
  '＝1+1',
  '";"',
  'a;b\r\nc',
  '<script>alert(1)</script>',
  '\u2028\u2029',
  '\uFEFF',
  '\uD800',
  '\u0000',
  '__proto__',
  'å ä ö',
  'a\u030A',
  '\u202Etxt.exe',
  '😀',
);
const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), hostile, fc.lorem({ maxCount: 5 }));
const nonEmpty = fc.oneof(hostile, fc.lorem({ maxCount: 5 }));
const name = fc.lorem({ maxCount: 3 });

const id = fc.uuid();
const instant = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
const day = instant.map((time) => time.slice(0, 10));
const sha256 = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
const offset = fc.nat({ max: 5_000_000 });
const optionalText = fc.option(text, { nil: undefined });

const provision = fc.record(
  {
    sfs: fc.option(fc.oneof(fc.constantFrom('2001:453', '2025:400', '1990:52', '1:1'), text)),
    chapter: fc.option(fc.oneof(fc.constantFrom('5', '12a'), text)),
    section: fc.option(fc.oneof(fc.constantFrom('1a', '23'), text)),
    level: fc.constantFrom('statute', 'chapter', 'provision', 'article', 'agencyRule'),
    celex: fc.oneof(fc.constant('32016R0679'), text),
    series: text,
    sectionEnd: fc.constant('9'),
    paragraph: fc.integer({ min: 1, max: 9 }),
    item: text,
  },
  { requiredKeys: ['sfs', 'chapter', 'section', 'level'] },
);

const json = fc.jsonValue({ maxDepth: 3, noUnicodeString: false }).filter((value) => !hasProto(value));

function hasProto(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, '__proto__') || Object.values(value).some(hasProto);
}

const evidence = fc.oneof(
  fc.record({
    version: fc.constant(1),
    landmarks: fc.array(fc.tuple(offset, fc.nat({ max: 0xffffffff })), { maxLength: 3 }),
    twins: fc.array(
      fc.record({
        at: offset,
        words: offset,
        share: fc.double({ min: 0, max: 1, noNaN: true }).map((share) => share + 0),
        before: offset,
        after: offset,
      }),
      { maxLength: 2 },
    ),
    twinCount: fc.option(offset),
  }),
  fc.record({ version: fc.integer({ min: 2, max: 9 }), whatever: json }),
);

const target = fc.record(
  {
    quote: fc.record({ exact: nonEmpty, prefix: text, suffix: text }),
    position: fc
      .tuple(offset, offset)
      .map(([one, other]) => ({ start: Math.min(one, other), end: Math.max(one, other) })),
    textHash: sha256,
    page: fc.integer({ min: 1, max: 9999 }),
    pageLabel: fc.string({ minLength: 1, maxLength: 12 }),
    pageEnd: fc.integer({ min: 1, max: 9999 }),
    pageEndLabel: fc.string({ minLength: 1, maxLength: 12 }),
    evidence,
    later: json,
  },
  { requiredKeys: ['quote', 'position', 'textHash'] },
);

/** Addresses as browsers show them, some with signs that no IRI may hold. */
const address = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(
    'https://bjorkfors.se/a|b?c[]=1&d=^`{}"<>#e',
    'https://bjorkfors.se/100%.pdf',
    'https://www.björkfors.se/nämnd',
    'http://[::1]:8080/a[1]',
    'file:///C:/Mina dokument/rapport.pdf',
    'urn:uuid:7f0c2c1e-4c1b-4f57-9c55-6c9d0f1f2a99',
  ),
);

const document = fc.record(
  {
    id,
    canonicalUrl: address,
    urls: fc.array(address, { maxLength: 2 }),
    title: text,
    textHash: sha256,
    profile: fc.record(
      {
        title: text,
        municipality: text,
        auditor: text,
        date: day,
        kind: fc.constantFrom('report', 'missive', 'response', 'minutes', 'follow-up'),
        diaryNumber: text,
      },
      { requiredKeys: [] },
    ),
    firstSeen: instant,
    lastSeen: instant,
    pdfFingerprint: text,
    earlierTextHashes: fc.array(sha256, { maxLength: 2 }),
  },
  { requiredKeys: ['id', 'canonicalUrl', 'urls', 'title', 'textHash', 'profile', 'firstSeen', 'lastSeen'] },
);

const tag = fc.record({ id, name, colour: fc.constantFrom(...TAG_COLOURS), description: text });

const edit = fc.record({
  revision: fc.integer({ min: 2, max: 99 }),
  time: instant,
  before: fc.record({ comment: text, label: text, target, tags: fc.array(id, { maxLength: 2 }) }, { requiredKeys: [] }),
});

const annotation = fc.record({
  id,
  target,
  kind: fc.constantFrom('citation', 'recommendation', 'question', 'assessment', 'response', 'deadline', 'selection'),
  provisions: fc.array(provision, { maxLength: 3 }),
  addressees: fc.array(text, { maxLength: 3 }),
  comment: text,
  origin: fc.constantFrom('detected', 'selected', 'imported'),
  label: optionalText,
  answer: optionalText,
  date: fc.option(day, { nil: undefined }),
  deleted: fc.option(instant, { nil: undefined }),
  created: instant,
  modified: instant,
  revision: fc.integer({ min: 1, max: 999 }),
  history: fc.array(edit, { maxLength: 2 }),
});

export const contents: fc.Arbitrary<SetContents> = fc
  .record({
    set: fc.record({ id, name, created: instant, modified: instant }),
    documents: fc.uniqueArray(document, { minLength: 1, maxLength: 3, selector: (each) => each.id }),
    tags: fc.uniqueArray(tag, { maxLength: 4, selector: (each) => each.id }),
    annotations: fc.uniqueArray(fc.tuple(annotation, fc.nat(), fc.array(fc.boolean())), {
      maxLength: 4,
      selector: ([each]) => each.id,
    }),
  })
  .map(({ set, documents, tags, annotations }) => ({
    set,
    documents,
    tags,
    annotations: annotations.map(([each, place, wanted]) => ({
      ...each,
      setId: set.id,
      documentId: documents[place % documents.length]?.id ?? '',
      tags: tags.filter((_, index) => wanted[index]).map((one) => one.id),
    })),
    // The generators' literal types are wider than the schema's; every value passes it.
  })) as fc.Arbitrary<SetContents>;

/** One small set written by hand, for tests that look at particular places. */
export function example(): SetContents {
  const time = '2026-11-22T13:05:00.000Z';
  const documentId = '7f0c2c1e-4c1b-4f57-9c55-6c9d0f1f2a01';
  const tagId = '7f0c2c1e-4c1b-4f57-9c55-6c9d0f1f2a02';
  const setId = '7f0c2c1e-4c1b-4f57-9c55-6c9d0f1f2a03';
  return {
    set: { id: setId, name: 'Granskning 2026: elevhälsan', created: time, modified: time },
    documents: [
      {
        id: documentId,
        canonicalUrl: 'https://www.bjorkfors.se/rapport.pdf',
        urls: [],
        title: 'Granskning av elevhälsan',
        textHash: 'a'.repeat(64),
        profile: { municipality: 'Björkfors kommun', date: '2024-03-01', kind: 'report' },
        firstSeen: time,
        lastSeen: time,
      },
    ],
    tags: [{ id: tagId, name: 'Följ upp', colour: 'pink', description: '' }],
    annotations: [
      {
        id: '7f0c2c1e-4c1b-4f57-9c55-6c9d0f1f2a04',
        documentId,
        setId,
        target: {
          quote: { exact: 'SoL 5:1a', prefix: 'enligt ', suffix: ' ska' },
          position: { start: 40, end: 48 },
          page: 5,
          textHash: 'a'.repeat(64),
        },
        kind: 'citation',
        provisions: [{ sfs: '2001:453', chapter: '5', section: '1a', level: 'provision' }],
        addressees: ['barn- och utbildningsnämnden'],
        tags: [tagId],
        comment: 'Jämför med "svaret"; sida 3\nrad två',
        origin: 'detected',
        created: time,
        modified: time,
        revision: 1,
        history: [],
      },
    ],
  };
}
