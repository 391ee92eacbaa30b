import type { Contents } from '../../../storage/contents';
import type { Annotation, SourceDocument } from '../../../storage/schema';

/** A library that a person can take in at a glance: two sets, four tags, three documents, seven annotations. */

const id = (nth: number) => `00000000-0000-4000-a000-${String(nth).padStart(12, '0')}`;
const TIME = '2026-11-03T09:15:00.000Z';
const HASH = 'a'.repeat(64);

const SETS = { school: id(1), care: id(2) };
const TAGS = { criterion: id(11), recommendation: id(12), follow: id(13), unused: id(14) };
const LONG_TITLE = 'Granskning av arbetsmarknads- och vuxenutbildningsnämndens förhandsbedömningsdokumentation';

interface Kept {
  nth: number;
  document: number;
  set: keyof typeof SETS;
  kind: Annotation['kind'];
  quote: string;
  start: number;
  more?: Partial<Annotation>;
}

/** @param origin where the documents' addresses lead, so that a test can open them */
export function smallLibrary(origin = 'https://www.granskad.se'): Contents {
  const documents = [
    document(21, `${origin}/sample`, 'Granskning av elevhälsan', 'Granskad kommun', 'KPMG', '2024-03-15'),
    document(22, `${origin}/small`, LONG_TITLE, 'Örkelljunga kommun', 'PwC', '2023-11-02'),
    document(23, `${origin}/rapport.pdf`, 'Ärendeberedning i nämnderna', 'Åmåls kommun', 'EY', '2025-05-20', 'pdf-23'),
  ];
  const kept: Kept[] = [
    {
      nth: 31,
      document: 21,
      set: 'school',
      kind: 'citation',
      start: 100,
      quote: 'SoL 5:1a',
      more: { label: 'SoL 5:1a', provisions: [sol('5', '1a')], tags: [TAGS.criterion] },
    },
    {
      nth: 32,
      document: 22,
      set: 'school',
      kind: 'citation',
      start: 40,
      quote: '5 kap. 1 a § socialtjänstlagen (2001:453)',
      more: { label: 'SoL 5:1a', provisions: [sol('5', '1a')], tags: [TAGS.criterion], comment: 'Samma lagrum.' },
    },
    {
      nth: 33,
      document: 21,
      set: 'school',
      kind: 'recommendation',
      start: 900,
      quote: 'Vi rekommenderar barn- och utbildningsnämnden att säkerställa tidsgränser i elevhälsan.',
      more: {
        label: 'Rekommendation till barn- och utbildningsnämnden',
        addressees: ['barn- och utbildningsnämnden'],
        tags: [TAGS.recommendation, TAGS.follow],
        comment: 'Fråga efter åtgärden vid nästa möte.',
      },
    },
    {
      nth: 34,
      document: 23,
      set: 'care',
      kind: 'deadline',
      start: 300,
      quote: 'Svar önskas senast den 20 maj 2026.',
      more: {
        date: '2026-05-20',
        addressees: ['kommunstyrelsen'],
        target: target('Svar önskas senast den 20 maj 2026.', 300, 12),
      },
    },
    {
      nth: 35,
      document: 23,
      set: 'care',
      kind: 'assessment',
      start: 700,
      quote: 'Vår sammanfattande bedömning är att nämnden i allt väsentligt har en ändamålsenlig ärendeberedning.',
      more: {
        tags: [TAGS.follow],
        target: target(
          'Vår sammanfattande bedömning är att nämnden i allt väsentligt har en ändamålsenlig ärendeberedning.',
          700,
          14,
        ),
      },
    },
    { nth: 36, document: 22, set: 'care', kind: 'selection', start: 500, quote: 'Åtgärdsplanen är inte beslutad.' },
    {
      nth: 37,
      document: 22,
      set: 'care',
      kind: 'selection',
      start: 800,
      quote: 'Detta togs bort av misstag.',
      more: { deleted: '2026-11-20T08:00:00.000Z' },
    },
  ];
  return {
    sets: [
      { id: SETS.school, name: 'Granskning 2026: elevhälsan', created: TIME, modified: TIME },
      { id: SETS.care, name: 'Ärenden', created: TIME, modified: TIME },
    ],
    tags: [
      { id: TAGS.criterion, name: 'Revisionskriterium', colour: 'blue', description: 'Normen', order: 0 },
      { id: TAGS.recommendation, name: 'Rekommendation', colour: 'orange', description: '', order: 1 },
      { id: TAGS.follow, name: 'Följ upp', colour: 'pink', description: '', order: 2 },
      { id: TAGS.unused, name: 'Övrigt', colour: 'grey', description: '', order: 3 },
    ],
    documents,
    annotations: kept.map(annotation),
  };
}

function document(
  nth: number,
  canonicalUrl: string,
  title: string,
  municipality: string,
  auditor: string,
  date: string,
  pdfFingerprint?: string,
): SourceDocument {
  return {
    id: id(nth),
    canonicalUrl,
    urls: [],
    title,
    textHash: String(nth).repeat(32),
    ...(pdfFingerprint ? { pdfFingerprint } : {}),
    profile: { municipality, auditor, date, kind: 'report' },
    firstSeen: TIME,
    lastSeen: TIME,
  };
}

function annotation({ nth, document, set, kind, quote, start, more }: Kept): Annotation {
  return {
    id: id(nth),
    documentId: id(document),
    setId: SETS[set],
    target: target(quote, start),
    kind,
    provisions: [],
    addressees: [],
    tags: [],
    comment: '',
    origin: 'detected',
    created: TIME,
    modified: TIME,
    revision: 1,
    history: [],
    ...more,
  };
}

function target(exact: string, start: number, page?: number): Annotation['target'] {
  return {
    quote: { exact, prefix: '', suffix: '' },
    position: { start, end: start + exact.length },
    textHash: HASH,
    ...(page === undefined ? {} : { page }),
  };
}

function sol(chapter: string, section: string): Annotation['provisions'][number] {
  return { sfs: '2001:453', chapter, section, level: 'provision' };
}
