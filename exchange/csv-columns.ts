import { FILE_LANGUAGES } from './citation-words';
import { wordsIn } from './words';

/** What a column of a table can hold. */
export const CSV_TARGETS = [
  'quote',
  'document',
  'url',
  'page',
  'comment',
  'tags',
  'kind',
  'provisions',
  'addressees',
  'municipality',
  'auditor',
  'date',
  'diaryNumber',
  'saved',
  'modified',
  'answer',
  'deadline',
] as const;
export type CsvTarget = (typeof CSV_TARGETS)[number];

/** Which column holds what: for each field the number of its column, 0 first. A quote is needed, all else is not. */
export type CsvMapping = Partial<Record<CsvTarget, number>>;

/** Headings as they are met, besides our own; lower case, Swedish and English. */
const HEADINGS: Record<CsvTarget, readonly string[]> = {
  quote: [
    'utdrag',
    'text',
    'quote',
    'quotation',
    'highlight',
    'excerpt',
    'passage',
    'exact',
    'markerad text',
    'annotation',
  ],
  document: ['titel', 'dokumenttitel', 'rapport', 'källa', 'document', 'title', 'source', 'document title', 'report'],
  url: ['url', 'länk', 'webbadress', 'uri', 'link', 'address', 'web address'],
  page: ['sidnummer', 'sidnr', 's.', 'page', 'page number', 'p.'],
  comment: ['anteckning', 'notering', 'kommentarer', 'comment', 'note', 'notes', 'comments', 'my note'],
  tags: ['tagg', 'etikett', 'etiketter', 'nyckelord', 'kategori', 'tags', 'tag', 'labels', 'keywords', 'category'],
  kind: ['slag', 'sort', 'type', 'kind'],
  provisions: ['paragraf', 'laghänvisning', 'revisionskriterium', 'provision', 'provisions', 'statute', 'law'],
  addressees: ['adressater', 'nämnd', 'mottagare', 'addressee', 'addressees', 'board', 'recipient'],
  municipality: ['kommunnamn', 'region', 'municipality'],
  auditor: ['revisionsbyrå', 'byrå', 'författare', 'auditor', 'author', 'firm'],
  date: ['dokumentdatum', 'rapportdatum', 'date', 'document date', 'published'],
  diaryNumber: ['dnr', 'dnr.', 'ärendenummer', 'diary number', 'reference'],
  saved: ['skapad', 'skapat', 'created', 'saved', 'date added', 'created at'],
  modified: ['ändrat', 'uppdaterad', 'modified', 'updated', 'updated at'],
  answer: ['revisionssvar', 'answer'],
  deadline: ['svar senast', 'deadline', 'due', 'due date'],
};

/** Guesses what each column holds by its heading: the first that fits, each column once. */
export function guessMapping(headings: readonly string[]): CsvMapping {
  const plain = headings.map((heading) => heading.normalize('NFC').trim().toLocaleLowerCase('sv').replace(/:$/, ''));
  const mapping: CsvMapping = {};
  const taken = new Set<number>();
  // Our own headings first, in either language: "svar" is ours, and another tool's word for something else.
  for (const names of [ownHeading, otherHeadings]) {
    for (const target of CSV_TARGETS) {
      if (mapping[target] !== undefined) continue;
      const column = plain.findIndex((heading, index) => !taken.has(index) && names(target).includes(heading));
      if (column < 0) continue;
      mapping[target] = column;
      taken.add(column);
    }
  }
  return mapping;
}

function ownHeading(target: CsvTarget): readonly string[] {
  return FILE_LANGUAGES.map((language) => wordsIn(language).fields[target]);
}

function otherHeadings(target: CsvTarget): readonly string[] {
  return HEADINGS[target];
}
