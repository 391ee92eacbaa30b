import type { DocumentHints } from '../types';
import { seenPattern } from './damage';
import { type DateMention, findDates, findMonth, isoDate } from './dates';

/** A line that gives the document's date is short; dates in running text are of other things. */
const LONGEST_DATE_LINE = 110;
/** Characters of the beginning in which a bare date line counts as the cover's. */
const COVER = 2500;
const LABEL = seenPattern(
  '(?:^|[^a-z])(?:datum|daterad|upprättad|publicerad|sammanträdesdatum|rapportdatum|datum för|beslutsdatum)(?:[^a-z]|$)',
);
/** Dates of something else than the document. */
const OTHER = seenPattern(
  'senast|svarsdatum|antagen|antaget|antagna|beslutad|fastställd|reviderad|giltig|gäller|fr\\.? ?o\\.? ?m|till och med|avser|period|uppdaterad|född|utskriv|ankom|inkom|svar ',
);
const SIGNED = /^$|[\p{L},]$/u;
/** Years in which one of the great statutes was replaced: a year alone settles nothing then. */
const CHANGEOVER_YEARS = new Set([2017, 2018, 2025]);

/** The document's date, and the date at which its law is looked up: less exact sources serve for that too. */
export interface DocumentDate {
  date?: string;
  lawDate?: string;
}

/**
 * Settles a document's date: what is known from outside, its "Datum", its cover, its signature, its file name, its metadata.
 * @param head the document's beginning
 * @param tail its end, empty when `head` is all
 */
export function documentDate(head: string, tail: string, hints: DocumentHints): DocumentDate {
  if (hints.date) return { date: hints.date, lawDate: hints.date };
  const date =
    labelled(head) ??
    covered(head) ??
    treated(head) ??
    signed(tail === '' ? head : tail) ??
    fromFileName(hints.fileName) ??
    hints.metadataDates?.[0];
  if (date) return { date, lawDate: date };
  const lawDate = fromMonthOrYear(head.slice(0, 1500), hints.title);
  return lawDate ? { lawDate } : {};
}

interface DatedLine {
  lower: string;
  dates: DateMention[];
  at: number;
}

function datedLines(text: string): DatedLine[] {
  const lines: DatedLine[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    if (line.length < LONGEST_DATE_LINE && /\d/.test(line)) {
      const lower = line.toLowerCase();
      const dates = findDates(lower).filter((date) => date.iso);
      if (dates.length > 0) lines.push({ lower, dates, at });
    }
    at += line.length + 1;
  }
  return lines;
}

/** "Datum 2023-03-10", "Datum: 10 mars 2023", and a head whose labels stand on the line above. */
function labelled(head: string): string | undefined {
  for (const { lower, dates, at } of datedLines(head.slice(0, 4000))) {
    const first = dates[0] as DateMention;
    const above =
      head
        .slice(Math.max(0, at - 60), at)
        .split('\n')
        .at(-2)
        ?.toLowerCase() ?? '';
    const own = lower.slice(0, first.from);
    if (OTHER.test(own)) continue;
    if (LABEL.test(own) || (LABEL.test(above) && above.trim().length < 50 && own.trim() === '')) return first.iso;
  }
  return undefined;
}

/** "Svar senast" over a list of boards and their dates, and characters before a row of it. */
const DUE_ABOVE = /(?:^|\n)[^\n.]{0,30}svar[^\n.]{0,30}senast:?\s*\n(?:[^\n]+\n)*$/;
const DUE_REACH = 200;

function covered(head: string): string | undefined {
  let loose: string | undefined;
  for (const { lower, dates, at } of datedLines(head.slice(0, COVER))) {
    const first = dates[0] as DateMention;
    if (DUE_ABOVE.test(head.slice(Math.max(0, at - DUE_REACH), at).toLowerCase())) continue;
    const around = lower.slice(0, first.from) + lower.slice(first.to);
    if (OTHER.test(around)) continue;
    if (around.replace(/[\s*#_|-]/g, '').length <= 2) return first.iso;
    // A letterhead holds the date beside a name or number; a sentence holds it among verbs.
    if (!/[.,;]\s*$/.test(lower) && around.trim().split(/\s+/).length <= 7) loose ??= first.iso;
  }
  return loose;
}

/** Characters between "har" and the date on which the auditors treated their report. */
const TREATED = seenPattern('revisor[^.]{3,80} har (?:vid (?:sitt )?(?:sammanträde|möte) )?$');
const BY_AUDITORS = seenPattern('^ (?:behandlat|beslutat om|beslutat att överlämna|antagit|godkänt)(?![a-z])');

/** "Revisorerna har den 15 juni 2021 behandlat bifogad rapport", in the letter that comes with it. */
function treated(head: string): string | undefined {
  const lower = head.slice(0, 4000).toLowerCase().replace(/\s/g, ' ');
  return findDates(lower).find(
    ({ iso, from, to }) =>
      iso && TREATED.test(lower.slice(Math.max(0, from - 120), from)) && BY_AUDITORS.test(lower.slice(to, to + 40)),
  )?.iso;
}

/** "Lund den 12 februari 2024" or a date alone, near the names at the end; the last one counts. */
function signed(tail: string): string | undefined {
  let found: string | undefined;
  for (const { lower, dates } of datedLines(tail.slice(-3000))) {
    const first = dates[0] as DateMention;
    const before = lower.slice(0, first.from).trim();
    if (OTHER.test(lower) || before.split(/\s+/).length > 4 || /[.:;]$/.test(before)) continue;
    if (SIGNED.test(before) && lower.slice(first.to).trim().length < 25) found = first.iso;
  }
  return found;
}

function fromFileName(name: string | undefined): string | undefined {
  const match = name && /(?<!\d)((?:19|20)\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)/.exec(name);
  return (match && isoDate(Number(match[1]), Number(match[2]), Number(match[3]))) || undefined;
}

function fromMonthOrYear(cover: string, title: string | undefined): string | undefined {
  const lines = cover.split('\n').filter((line) => line.length < 80);
  for (const line of lines) {
    const month = findMonth(line.toLowerCase());
    if (month && !OTHER.test(line.toLowerCase())) {
      const last = new Date(Date.UTC(month.year, month.month, 0));
      return last.toISOString().slice(0, 10);
    }
  }
  for (const line of [...lines.slice(0, 12), title ?? '']) {
    const year = /(?<![\d/–-])(20[0-3]\d)(?![\d/–-])/.exec(line)?.[1];
    if (year && line.trim().split(/\s+/).length <= 8 && !CHANGEOVER_YEARS.has(Number(year))) return `${year}-12-31`;
  }
  return undefined;
}
