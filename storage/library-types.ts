import type { LightRow } from './light-row';

/** What annotations are filtered and grouped by. */
export const FACETS = ['kinds', 'tags', 'sets', 'documents', 'provisions', 'addressees'] as const;
export type Facet = (typeof FACETS)[number];

/** The key of what has none: no tag, no provision, no addressee. */
export const NONE = '';

/**
 * What to show. Within one facet any of the keys will do; all facets and all words must hold. Keys are ids of tags,
 * sets and documents, kinds, keys of provisions (`2001:453/5:1a`), and addressees as stored; `NONE` for what has none.
 */
export interface LibraryQuery extends Partial<Record<Facet, readonly string[]>> {
  /** Words searched for in quote, comment, label, tags, provisions, addressees and the document's title, municipality and auditor. */
  text?: string;
  /** True for what lies in the bin; else for what is in use. */
  deleted?: boolean;
}

export type LibrarySort =
  | 'document'
  | 'documentDate'
  | 'created'
  | 'modified'
  | 'deleted'
  | 'kind'
  | 'quote'
  | 'comment'
  | 'provision'
  | 'addressee'
  | 'tag'
  | 'set';

export interface LibraryOrder {
  by: LibrarySort;
  descending?: boolean;
}

export type LibraryGrouping = 'document' | 'provision' | 'tag' | 'addressee' | 'set' | 'kind';

/** One value of a facet, with the number of annotations that choosing it would show. */
export interface FacetValue {
  key: string;
  /** Its name; empty for `NONE`, kinds, and what is no longer there: the user interface has words for those. */
  label: string;
  count: number;
}

/** How many annotations have something. */
export interface Uses {
  inUse: number;
  inBin: number;
}

export interface LibraryGroup {
  key: string;
  /** As in `FacetValue`. */
  label: string;
  /** In the order asked for. An annotation with two tags stands in two groups. */
  ids: string[];
}

export interface LibraryAnswer {
  /** Ids of what was found, in the order asked for. */
  ids: string[];
  /** In Swedish order of label, what has none last; empty without grouping. */
  groups: LibraryGroup[];
  /** For each facet its values, each counted as if nothing of that facet were chosen; in Swedish order of label. */
  facets: Record<Facet, FacetValue[]>;
}

/** A row for a list. */
export interface LibraryRow extends LightRow {
  /** Title of its document; empty when the document cannot be read. */
  documentTitle: string;
  /** Keys of its provisions: the same provision has one key however it was cited. */
  provisionKeys: string[];
}
