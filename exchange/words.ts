import type { AnnotationKind } from '../storage/schema';
import type { FileLanguage } from './citation-words';
import type { ExportField } from './fields';

/** A file's own words, in one language. */
export interface FileWords {
  /** What each column says, as its heading. */
  fields: Record<ExportField, string>;
  kinds: Record<AnnotationKind, string>;
  /** Of a provision whose law is not known, and of one that holds. */
  forceUnknown: string;
  inForce: string;
  /** @param sure false where no register confirms the day */
  repealed(day: string, sure: boolean, replacedBy: string | undefined): string;
  annotations: string;
  documents: string;
  criteria: string;
  recommendations: string;
  others: string;
  untagged: string;
  title: string;
  name: string;
  force: string;
  citedIn: string;
  places: string;
  lawText: string;
  lastRead: string;
  source: string;
  recommendation: string;
  workingPaper: string;
  countedAnnotations(count: number): string;
  countedDocuments(count: number): string;
  /** Joins the two counts. */
  outOf: string;
  /** Between the number of a page and the number of pages. */
  of: string;
  unknownDocument: string;
  toPlace: string;
  /** What stands where a text had to be cut. */
  cut: string;
}

const NBSP = '\u00A0';

const SV: FileWords = {
  fields: {
    document: 'dokument',
    municipality: 'kommun',
    date: 'datum',
    kind: 'typ',
    provisions: 'lagrum',
    addressees: 'adressat',
    quote: 'citat',
    comment: 'kommentar',
    tags: 'taggar',
    page: 'sida',
    url: 'adress',
    saved: 'sparad',
    auditor: 'revisor',
    diaryNumber: 'diarienummer',
    set: 'samling',
    answer: 'svar',
    deadline: 'svarsdatum',
    modified: 'ändrad',
  },
  kinds: {
    citation: 'lagrum',
    recommendation: 'rekommendation',
    question: 'revisionsfråga',
    assessment: 'bedömning',
    response: 'svar',
    deadline: 'svarsdatum',
    selection: 'markering',
  },
  forceUnknown: 'okänt',
  inForce: 'gällande (ingen upphävning känd)',
  repealed: (day, sure, replacedBy) =>
    `upphävd ${day}${sure ? '' : ' (dagen är inte bekräftad)'}${replacedBy ? `, ersatt av ${replacedBy}` : ''}`,
  annotations: 'Anteckningar',
  documents: 'Dokument',
  criteria: 'Revisionskriterier',
  recommendations: 'Rekommendationer',
  others: 'Övriga anteckningar',
  untagged: 'Utan tagg',
  title: 'Titel',
  name: 'Namn',
  force: 'Gäller',
  citedIn: 'Åberopas i',
  places: 'Dokument och sidor',
  lawText: 'Lagtext',
  lastRead: 'Senast läst',
  source: 'Källa',
  recommendation: 'Rekommendation',
  workingPaper: 'Arbetspapper',
  countedAnnotations: (count) => `${count}${NBSP}${count === 1 ? 'anteckning' : 'anteckningar'}`,
  countedDocuments: (count) => `${count}${NBSP}dokument`,
  outOf: 'ur',
  of: 'av',
  unknownDocument: 'Okänt dokument',
  toPlace: 'till stället',
  cut: '[förkortat: hela texten finns i JSON-LD-exporten]',
};

const EN: FileWords = {
  fields: {
    document: 'document',
    municipality: 'municipality',
    date: 'date',
    kind: 'kind',
    provisions: 'provisions',
    addressees: 'addressee',
    quote: 'quote',
    comment: 'comment',
    tags: 'tags',
    page: 'page',
    url: 'address',
    saved: 'saved',
    auditor: 'auditor',
    diaryNumber: 'diary number',
    set: 'set',
    answer: 'answer',
    deadline: 'reply date',
    modified: 'changed',
  },
  kinds: {
    citation: 'provision',
    recommendation: 'recommendation',
    question: 'audit question',
    assessment: 'assessment',
    response: 'response',
    deadline: 'reply date',
    selection: 'selection',
  },
  forceUnknown: 'unknown',
  inForce: 'in force (no repeal known)',
  repealed: (day, sure, replacedBy) =>
    `repealed ${day}${sure ? '' : ' (the day is not confirmed)'}${replacedBy ? `, replaced by ${replacedBy}` : ''}`,
  annotations: 'Annotations',
  documents: 'Documents',
  criteria: 'Audit criteria',
  recommendations: 'Recommendations',
  others: 'Other annotations',
  untagged: 'Without a tag',
  title: 'Title',
  name: 'Name',
  force: 'In force',
  citedIn: 'Cited in',
  places: 'Documents and pages',
  lawText: 'Statute text',
  lastRead: 'Last read',
  source: 'Source',
  recommendation: 'Recommendation',
  workingPaper: 'Working paper',
  countedAnnotations: (count) => `${count}${NBSP}${count === 1 ? 'annotation' : 'annotations'}`,
  countedDocuments: (count) => `${count}${NBSP}${count === 1 ? 'document' : 'documents'}`,
  outOf: 'from',
  of: 'of',
  unknownDocument: 'Unknown document',
  toPlace: 'to the place',
  cut: '[shortened: the JSON-LD export has the whole text]',
};

const WORDS: Record<FileLanguage, FileWords> = { sv: SV, en: EN };

/** A file's own words; Swedish where no language is given. */
export function wordsIn(language: FileLanguage = 'sv'): FileWords {
  return WORDS[language];
}

/** A heading as it begins a column of a sheet, or a line. */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
