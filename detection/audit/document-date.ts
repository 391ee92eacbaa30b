import type { DocumentHints } from '../types';
import { seenPattern } from './damage';
import { type DateMention, findDates, findMonth, isoDate } from './dates';

/** A line that gives the document's date is short; dates in running text are of other things. */
const LONGEST_DATE_LINE = 110;
/** Characters of the beginning in which a bare date line counts as the cover's. */
const COVER = 2500;
const LABEL = seenPattern(
  '(?:^|[^a-z])(?:datum|upprättad|publicerad|sammanträdesdatum|rapportdatum|datum för|beslutsdatum)(?:[^a-z]|$)',
);
/** "Daterad 2023-03-10"; "tjänsteskrivelse daterad 2023-03-10" is another paper. */
const DATED = seenPattern('^[^a-z]*(?:(?:rapporten|missivet|skrivelsen) (?:är )?)?daterad[^a-z]*(?:den )?$');
/** "Beslutad: 2024-09-24": the day of the document itself, on a line of its own at its beginning. */
const SETTLED = seenPattern('^[^a-z]*(?:beslutad|fastställd):? *$');
const REVISED = seenPattern('reviderad');
/** "Sammanträdesprotokoll kommunfullmäktige 2016-04-25" */
const MINUTES_OF = seenPattern('^[^a-z]*(?:sammanträdes)?protokoll(?: för)?(?: [a-z-]+){0,4} $');
/** Characters of the beginning that tell of the document alone. */
const FIRST_LINES = 600;
/** Dates of something else than the document. */
const OTHER = seenPattern(
  'senast|svarsdatum|antagen|antaget|antagna|beslutad|fastställd|reviderad|giltig|gäller|fr\\.? ?o\\.? ?m|till och med|avser|period|uppdaterad|född|utskriv|ankom|inkom|svar |träd(?:a|er|de) i kraft|ersattes|ersätts|upphör|antog',
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
  const month = coverMonth(head);
  const date =
    labelled(head) ??
    near(month, covered(head)) ??
    treated(head) ??
    near(month, signed(tail === '' ? head : tail)) ??
    fromFileName(hints.fileName) ??
    hints.metadataDates?.[0];
  if (date) return { date, lawDate: date };
  const lawDate = fromMonthOrYear(head.slice(0, 1500), hints.title);
  return lawDate ? { lawDate } : {};
}

/** "Mars 2019", "Växjö, mars 2019": a line of the cover that is the month of the report. */
const MONTH_LINE = seenPattern('^[^a-z]*(?:[a-z]{2,20},? (?:i )?)?[a-z]{3,9} (?:19|20)\\d\\d[^a-z\\d]*$');
/** Months that a report's day may lie before and behind the month of its cover. */
const MONTHS_BEFORE = 2;
const MONTHS_BEHIND = 6;

function coverMonth(head: string): { year: number; month: number } | null {
  for (const line of head.slice(0, FIRST_LINES).toLowerCase().split('\n')) {
    const month = MONTH_LINE.test(line) && !OTHER.test(line) ? findMonth(line) : null;
    if (month) return month;
  }
  return null;
}

/** A date, unless the month of the cover says that it is of something else. */
function near(cover: { year: number; month: number } | null, iso: string | undefined): string | undefined {
  if (!cover || !iso) return iso;
  const [year, month] = iso.split('-').map(Number) as [number, number];
  const away = (year - cover.year) * 12 + month - cover.month;
  return away >= -MONTHS_BEFORE && away <= MONTHS_BEHIND ? iso : undefined;
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
  const opening = head.slice(0, FIRST_LINES).toLowerCase();
  for (const { lower, dates, at } of datedLines(head.slice(0, 4000))) {
    const first = dates[0] as DateMention;
    const above =
      head
        .slice(Math.max(0, at - 60), at)
        .split('\n')
        .at(-2)
        ?.toLowerCase() ?? '';
    const own = lower.slice(0, first.from);
    if (at < FIRST_LINES && lower.slice(first.to).trim() === '') {
      if (MINUTES_OF.test(own) || (SETTLED.test(own) && !REVISED.test(opening))) return first.iso;
    }
    if (OTHER.test(own)) continue;
    if (LABEL.test(own) || DATED.test(own) || (LABEL.test(above) && above.trim().length < 50 && own.trim() === ''))
      return first.iso;
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
    if (isOfText(head, at, lower, first)) continue;
    const around = lower.slice(0, first.from) + lower.slice(first.to);
    if (OTHER.test(around)) continue;
    if (around.replace(/[\s*#_|-]/g, '').length <= 2) return first.iso;
    if (at > TITLES && NAMES_PAPER.test(lower)) continue;
    // A letterhead holds the date beside a name or number; a sentence holds it among verbs.
    if (!/[.,;]\s*$/.test(lower) && around.trim().split(/\s+/).length <= 7) loose ??= first.iso;
  }
  return loose;
}

/** "… stora värden. Den 1 januari 2017 ersattes": a sentence within the line begins with the date. */
const BEGINS_SENTENCE = /\p{L}{4}[.!?] $/u;
/** "Delårsrapport per 2021-08-31", "avtalet från 2015-12-03": a date of what the words before name. */
const GOVERNS = seenPattern('(?:^|[^a-z])(?:per|från|sedan|till|före|efter|mellan|under)(?: den)? $');
/** "2015-01-01 – 2015-12-31" */
const GOES_ON_TO = /^ ?(?:[-–—]|till|t\.?o\.?m\.?) ?(?:den )?\d/;
/** The line below goes on with a small letter, and is no address of a site, no time of day and no other line of a head. */
const GOES_ON = /^(?!(?:kl|dnr|diarie\p{L}+|sida?n?|ver|version|tel|tfn|av|bilaga)[ .])\p{Ll}+(?:[ ,]|\.(?:\s|$))/u;
const WIDEST_WORD = 30;

/** True for a date in running text, one of two that bound a period, and one that the words before it give to something else. */
function isOfText(text: string, at: number, lower: string, { from, to }: DateMention): boolean {
  const before = lower.slice(0, from);
  if (BEGINS_SENTENCE.test(before) || GOVERNS.test(before) || GOES_ON_TO.test(lower.slice(to))) return true;
  const end = text.indexOf('\n', at);
  return end >= 0 && GOES_ON.test(text.slice(end + 1, end + 1 + WIDEST_WORD));
}

/** "• Riktlinjer för representation 2015-12-03": a paper that was read; in the first lines it may be the document itself. */
const NAMES_PAPER = seenPattern(
  '^[^a-z]*[a-z-]*(?:riktlinje|reglemente|policy|delegationsordning|arbetsordning|avtal|överenskommelse|intervju)',
);
const TITLES = 300;

/** Characters between "har" and the date on which the auditors treated their report. */
const TREATED = seenPattern('revisor[^.]{3,80} har (?:vid (?:sitt )?(?:sammanträde|möte) )?$');
const BY_AUDITORS = seenPattern('^ (?:behandlat|beslutat om|beslutat att överlämna|antagit|godkänt)(?![a-z])');

/** "Revisorerna behandlade den 15 juni 2021 bifogad rapport". */
const TREATS = seenPattern('revisor[^.]{0,60} behandlade $');
const SENDS = seenPattern('revisor[^.]{0,60} beslutade $');
const TO_SEND = seenPattern('^ att (?:överlämna|anta|godkänna|ställa sig bakom)(?![a-z])');
/** "Den 8 november 2017 behandlade revisorerna bifogad rapport". */
const BY_THEM = seenPattern('^ behandlade [a-z ]{0,20}revisor[^.]{0,60} [a-z]*(?:rapport|granskning)');
const REPORT = seenPattern(
  '^ (?:bifogad|bilagd|denna|den bifogade|revisions|gransknings)[a-z ]*(?:rapport|granskning)',
);

/** "Revisorerna har den 15 juni 2021 behandlat bifogad rapport", in the letter that comes with it. */
function treated(head: string): string | undefined {
  const lower = head.slice(0, 4000).toLowerCase().replace(/\s/g, ' ');
  return findDates(lower).find(({ iso, from, to }) => {
    if (!iso) return false;
    const before = lower.slice(Math.max(0, from - 120), from);
    const behind = lower.slice(to, to + 100);
    return (
      (TREATED.test(before) && BY_AUDITORS.test(behind)) ||
      (TREATS.test(before) && REPORT.test(behind)) ||
      (SENDS.test(before) && TO_SEND.test(behind)) ||
      BY_THEM.test(behind)
    );
  })?.iso;
}

/** "Lund den 12 februari 2024" or a date alone, near the names at the end; the last one counts. */
function signed(tail: string): string | undefined {
  let found: string | undefined;
  const end = tail.slice(-3000);
  for (const { lower, dates, at } of datedLines(end)) {
    const first = dates[0] as DateMention;
    if (isOfText(end, at, lower, first) || NAMES_PAPER.test(lower)) continue;
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
