import type { Contents } from '../../storage/contents';
import { ANNOTATION_KINDS, type Annotation, type SourceDocument, TAG_COLOURS } from '../../storage/schema';
import { Random } from '../anchoring/random';

/** A made-up library of any size, the same each time: for figures of speed and for tests of many rows. */

const SYLLABLES =
  'an be da el för ga hets in kom la mun ning om plan re ska ter und val verk sam lig het är på rö så nämnd skol vård'.split(
    ' ',
  );
const BOARDS = ['kommunstyrelsen', 'socialnämnden', 'barn- och utbildningsnämnden', 'tekniska nämnden', 'miljönämnden'];
const FIRMS = ['KPMG', 'PwC', 'EY', 'Deloitte', 'KomRedo'];
const LAWS = ['2001:453', '2010:800', '2017:725', '2018:597', '2009:400'];
const BEGINNING = Date.parse('2020-01-01T08:00:00.000Z');

/** How large a made-up library is. */
export interface Size {
  annotations: number;
  documents: number;
}

/** Documents, tags and annotations in three sets; every annotation has a quote of some twenty words, one in four a comment. */
export function manyAnnotations({ annotations, documents }: Size): Contents {
  const random = new Random(annotations);
  const words = Array.from({ length: 5000 }, () =>
    Array.from({ length: 1 + random.below(4) }, () => random.pick(SYLLABLES)).join(''),
  );
  const phrase = (length: number) =>
    Array.from({ length }, () => words[Math.floor(words.length * random.next() ** 3)]).join(' ');
  const time = (index: number) => new Date(BEGINNING + index * 60_000).toISOString();
  const sets = ['Elevhälsan', 'Åtgärder', 'Ärendehantering'].map((name) => ({
    id: uuid(random),
    name,
    created: time(0),
    modified: time(0),
  }));
  const tags = Array.from({ length: 40 }, (_, index) => ({
    id: uuid(random),
    name: `${phrase(1)} ${index}`,
    colour: TAG_COLOURS[index % TAG_COLOURS.length] ?? 'grey',
    description: '',
  }));
  const sources: SourceDocument[] = Array.from({ length: documents }, (_, index) => ({
    id: uuid(random),
    canonicalUrl: `https://www.kommun${index % 290}.se/download/${index}.pdf`,
    urls: [],
    title: `Granskning av ${phrase(3)}`,
    textHash: index.toString(16).padStart(64, '0'),
    profile: {
      municipality: `${capital(phrase(1))} kommun`,
      auditor: random.pick(FIRMS),
      date: time(index * 1000).slice(0, 10),
      kind: 'report',
    },
    firstSeen: time(index),
    lastSeen: time(index),
  }));
  const rows: Annotation[] = Array.from({ length: annotations }, (_, index) => {
    const document = sources[index % documents] as SourceDocument;
    const start = Math.floor(index / documents) * 700;
    const exact = phrase(10 + random.below(20));
    const kind = random.pick(ANNOTATION_KINDS);
    return {
      id: uuid(random),
      documentId: document.id,
      setId: random.pick(sets).id,
      target: {
        quote: { exact, prefix: phrase(6), suffix: phrase(6) },
        position: { start, end: start + exact.length },
        page: 1 + Math.floor(start / 3000),
        textHash: document.textHash,
      },
      kind,
      provisions:
        kind === 'citation'
          ? [
              {
                sfs: random.pick(LAWS),
                chapter: String(1 + random.below(16)),
                section: String(1 + random.below(40)),
                level: 'provision',
              },
            ]
          : [],
      addressees: kind === 'recommendation' ? [random.pick(BOARDS)] : [],
      tags: random.below(3) === 0 ? [] : [random.pick(tags).id],
      comment: random.below(4) === 0 ? phrase(8) : '',
      origin: 'detected',
      created: time(index),
      modified: time(index),
      revision: 1,
      history: [],
    };
  });
  return { sets, documents: sources, annotations: rows, tags };
}

function uuid(random: Random): string {
  const hex = Array.from({ length: 32 }, () => random.below(16).toString(16));
  hex[12] = '4';
  hex[16] = 'a';
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
