import { plainName } from '../../data/municipalities';
import type { Reading } from '../../reading/types';
import type { DocumentProfile, ProfileDoubts } from '../types';
import { findDates } from './dates';
import { heal } from './healed';

/** Characters at a document's beginning and end that its profile is read from; see `profile.ts`. */
const HEAD = 8000;
const TAIL = 3000;
/** Texts of which all is read for the municipality. */
const SHORT = 40_000;
/** Characters before a diary number that may call it so. */
const BEFORE_NUMBER = 24;
const LABEL = /dnr|diarie|[äa]rende/i;
/** Firms of which one document hardly ever has two as its auditor. */
const FIRMS = [
  /\bKPMG\b/,
  /\bP[Ww]C\b|[Öö]hrlings|Pricewaterhouse/,
  /\bEY\b|Ernst (?:&|och|and) Young/,
  /\bDeloitte\b/,
  /\bKom[Rr]edo\b/,
  /\bBDO\b/,
  /\bAzets\b/,
  /\bMazars\b/,
];

/**
 * Which fields of a profile a person had better look at.
 * @param profile what was read from this very text
 */
export function profileDoubts(reading: Reading, profile: DocumentProfile): ProfileDoubts {
  const { text } = reading;
  const ends = `${text.slice(0, HEAD)}\n${text.slice(Math.max(HEAD, text.length - TAIL))}`;
  const { title, municipality, auditor, date, diaryNumber } = profile;
  const doubts: ProfileDoubts = {};
  if (title && !isSaid(text.slice(0, HEAD), title)) doubts.title = 'outside';
  if (municipality && !plainName(text.length < SHORT ? text : ends).includes(plainName(municipality)))
    doubts.municipality = 'outside';
  if (auditor && FIRMS.filter((firm) => firm.test(ends)).length > 1) doubts.auditor = 'several';
  if (date && !findDates(ends.toLowerCase()).some(({ iso }) => iso === date)) doubts.date = 'outside';
  if (diaryNumber) {
    const at = ends.indexOf(diaryNumber);
    if (!LABEL.test(ends.slice(Math.max(0, at - BEFORE_NUMBER), Math.max(0, at)))) doubts.diaryNumber = 'unlabelled';
  }
  return doubts;
}

/** Whether the words stand in the text, wherever its lines end. */
function isSaid(head: string, words: string): boolean {
  const plain = (text: string) => text.replace(/\s+/g, ' ').toLowerCase();
  return plain(heal(head, [{ start: 0, end: head.length }]).text).includes(plain(words));
}
