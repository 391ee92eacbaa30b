import type { Reading } from '../../reading/types';
import type { DocumentHints } from '../types';
import { type DocumentDate, documentDate } from './document-date';

/** Characters at a document's beginning and end that say what it is. */
const HEAD = 8000;
const TAIL = 3000;

/**
 * The document's date and the date at which its law is looked up. Apart from the profile because citations need no more.
 * @param hints what is known from outside; `hints.date` wins
 */
export function readDate({ text }: Reading, hints: DocumentHints): DocumentDate {
  const { head, tail } = endsOf(text);
  return documentDate(head, tail, hints);
}

/** The parts of a document's text that say what it is. */
export function endsOf(text: string): { head: string; tail: string } {
  const tail = text.length > HEAD ? text.slice(Math.max(HEAD, text.length - TAIL)) : '';
  return { head: text.slice(0, HEAD), tail };
}
