import type { LibrarySort } from '../../storage/library-types';
import type { Place } from './view';

/** A column of the list; its words are `columns` of the texts. */
export interface Column {
  name: 'quote' | 'kind' | 'tags' | 'addressee' | 'document' | 'set' | 'modified' | 'deleted';
  by: LibrarySort;
}

/** Columns with a heading, after the one that chooses rows and before the one that opens them. */
export function columnsOf(place: Place): readonly Column[] {
  return [
    { name: 'quote', by: 'quote' },
    { name: 'kind', by: 'kind' },
    { name: 'tags', by: 'tag' },
    { name: 'addressee', by: 'addressee' },
    { name: 'document', by: 'document' },
    { name: 'set', by: 'set' },
    place === 'bin' ? { name: 'deleted', by: 'deleted' } : { name: 'modified', by: 'modified' },
  ];
}

/** Everything that the list can be ordered by: what narrow windows have in place of headings. */
export const SORTS: readonly LibrarySort[] = [
  'document',
  'documentDate',
  'modified',
  'created',
  'quote',
  'kind',
  'provision',
  'tag',
  'addressee',
  'comment',
  'set',
];
