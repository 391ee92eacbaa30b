import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { v5 } from 'uuid';
import type { DocumentProfile } from '../detection/types';
import { canonicalUrl, urlKey } from '../storage/canonical-url';
import {
  type Annotation,
  annotationSchema,
  annotationSetSchema,
  type SourceDocument,
  sourceDocumentSchema,
  TAG_COLOURS,
  type Tag,
  tagSchema,
} from '../storage/schema';
import { tagNameKey } from '../storage/start';
import { ImportError, type ImportProblem, problemsOf } from './import-error';
import { type ImportFormat, type Incoming, IncomingBuilder } from './incoming';
import { checked } from './jsonld-items';

/** Ids made of what other tools wrote: the same row gets the same id each time that it is imported. */
const NAMESPACE = '5b1f5e0e-6a0c-4e55-9d1b-3c1f4a0f7a61';

function idOf(...parts: string[]): string {
  // Half a character is none to what makes the id.
  return v5(parts.join('\u0000').toWellFormed(), NAMESPACE);
}

/** An annotation of another tool, as far as it tells. */
export interface LooseRow {
  /** What its id is made of. */
  seed: string;
  url?: string;
  title?: string;
  profile?: DocumentProfile;
  quote: string;
  prefix?: string;
  suffix?: string;
  position?: { start: number; end: number };
  page?: number;
  /** The last page, where the quote runs on to another. */
  pageEnd?: number;
  kind?: Annotation['kind'];
  provisions?: Annotation['provisions'];
  addressees?: string[];
  comment?: string;
  tagNames?: string[];
  created?: string;
  modified?: string;
  answer?: string;
  date?: string;
}

/** Makes annotations, documents and tags of what other tools wrote. */
export class LooseImport {
  private readonly builder: IncomingBuilder;
  private readonly setId: string;
  private readonly documents = new Map<string, SourceDocument>();
  private readonly tagIds = new Map<string, string>();
  private readonly repeated = new Map<string, number>();

  /** @param now ISO, the time of what has none of its own */
  constructor(
    format: ImportFormat,
    setName: string,
    private readonly now: string,
  ) {
    this.builder = new IncomingBuilder(format, true);
    this.setId = idOf('set', setName);
    this.builder.addSet(
      checked(annotationSetSchema, { id: this.setId, name: setName, created: now, modified: now }, []),
    );
  }

  refuse(problem: ImportProblem): void {
    this.builder.refused.push(problem);
  }

  /** Takes a row in, or refuses it at its place. @param columnOf names the column of a field that is wrong */
  add(
    row: LooseRow,
    place: Pick<ImportProblem, 'path' | 'row'>,
    columnOf?: (field: string) => string | undefined,
  ): void {
    try {
      this.take(row, place);
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      const [problem] = error.problems;
      if (problem) this.refuse({ ...problem, ...place, column: columnOf?.(problem.path) });
    }
  }

  done(): Incoming {
    return this.builder.done();
  }

  private take(row: LooseRow, place: Pick<ImportProblem, 'path' | 'row'>): void {
    const { quote, prefix = '', suffix = '', page, pageEnd, answer, date, created = this.now } = row;
    const document = this.document(row);
    const tags = [...new Set((row.tagNames ?? []).map((name) => this.tag(name)))];
    const count = this.repeated.get(row.seed) ?? 0;
    this.repeated.set(row.seed, count + 1);
    const annotation: unknown = {
      id: idOf('annotation', row.seed, String(count)),
      documentId: document.id,
      setId: this.setId,
      target: {
        quote: { exact: quote, prefix, suffix },
        position: row.position ?? { start: 0, end: quote.length },
        textHash: document.textHash,
        ...(page === undefined ? {} : { page }),
        ...(pageEnd === undefined ? {} : { pageEnd }),
      },
      kind: row.kind ?? 'selection',
      provisions: row.provisions ?? [],
      addressees: row.addressees ?? [],
      tags,
      comment: row.comment ?? '',
      origin: 'imported',
      created,
      modified: row.modified ?? created,
      revision: 1,
      history: [],
      ...(answer ? { answer } : {}),
      ...(date ? { date } : {}),
    };
    this.builder.addAnnotation(checked(annotationSchema, annotation, []), place);
  }

  /** The document of a row, one for each address; without an address, one for each title and date. The first row's words for it stand. */
  private document({ url = '', title = '', profile = {} }: LooseRow): SourceDocument {
    const address = canonicalUrl(url);
    if (url !== '' && address === undefined) {
      throw new ImportError([{ code: 'bad-address', path: 'url', value: url.slice(0, 100), message: 'No address' }]);
    }
    const key = (address && urlKey(address)) ?? `${title}\u0000${profile.date ?? ''}`;
    const known = this.documents.get(key);
    if (known) return known;
    const id = idOf('document', key);
    const document = checked(
      sourceDocumentSchema,
      {
        id,
        canonicalUrl: address ?? `urn:uuid:${id}`,
        urls: [],
        title,
        // The text itself is not known. This stands for it and is the hash of no document.
        textHash: bytesToHex(sha256(utf8ToBytes(`Revisionspennan: unknown text of ${id}`))),
        profile,
        firstSeen: this.now,
        lastSeen: this.now,
      },
      [],
    );
    this.documents.set(key, document);
    this.builder.addDocument(document);
    return document;
  }

  private tag(name: string): string {
    const key = tagNameKey(name);
    const known = this.tagIds.get(key);
    if (known !== undefined) return known;
    const colour = TAG_COLOURS[this.tagIds.size % TAG_COLOURS.length] ?? 'grey';
    const tag: Tag = checkedTag({ id: idOf('tag', key), name: name.replace(/\s+/gu, ' '), colour, description: '' });
    this.tagIds.set(key, tag.id);
    this.builder.addTag(tag);
    return tag.id;
  }
}

function checkedTag(value: unknown): Tag {
  const parsed = tagSchema.safeParse(value);
  if (!parsed.success) throw new ImportError(problemsOf(parsed.error, ['tagNames']));
  return parsed.data;
}
