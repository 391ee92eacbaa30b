import { MONTHS } from '../months';
import { seen } from './damage';

const MONTH =
  '(jan(?:uari)?|feb(?:ruari)?|mars|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sep(?:t(?:ember)?)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const ISO = '((?:19|20)\\d\\d)[-–.](0[1-9]|1[0-2])[-–.](0[1-9]|[12]\\d|3[01])';
const WORDS = `(?:den )?(\\d{1,2})(?::?e|:?a)? ${MONTH}(?:,? (?:${seen('år')} )?((?:19|20)\\d\\d))?`;
const SLASHED = '(\\d{1,2})\\/(\\d{1,2})[ -]((?:19|20)\\d\\d)';
const DATE = new RegExp(`(?<![\\d-])(?:${ISO}(?![\\d])|${WORDS}(?![\\p{L}\\d])|${SLASHED}(?!\\d))`, 'gu');
const MONTH_ONLY = new RegExp(`(?<![\\p{L}\\d])${MONTH} ((?:19|20)\\d\\d)(?![\\d-])`, 'u');

/** A date in a text; `iso` lacks where the year is not said. */
export interface DateMention {
  iso?: string;
  /** Month and day, for dates without a year. */
  month: number;
  day: number;
  from: number;
  to: number;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/** A calendar date as ISO; null for days that no month has. */
export function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getUTCFullYear() === year
    ? `${year}-${pad(month)}-${pad(day)}`
    : null;
}

function monthNumber(name: string): number {
  return MONTHS.findIndex((month) => month.startsWith(name.slice(0, 3))) + 1;
}

/** The dates of a healed text in lower case, in text order: `2023-03-29`, `den 20 maj 2026`, `20/5 2026`, `1 mars`. */
export function findDates(lower: string): DateMention[] {
  const dates: DateMention[] = [];
  for (const match of lower.matchAll(DATE)) {
    const [all, year, month, day, wordDay, wordMonth, wordYear, slashDay, slashMonth, slashYear] = match;
    const m = month ? Number(month) : wordMonth ? monthNumber(wordMonth) : Number(slashMonth);
    const d = Number(day ?? wordDay ?? slashDay);
    const y = year ?? wordYear ?? slashYear;
    const iso = isoDate(Number(y ?? 2024), m, d);
    if (!iso) continue;
    dates.push({ ...(y ? { iso } : {}), month: m, day: d, from: match.index, to: match.index + all.length });
  }
  return dates;
}

/** A month with its year (`mars 2023`), as year and month; null when the text says none. */
export function findMonth(lower: string): { year: number; month: number } | null {
  const match = MONTH_ONLY.exec(lower);
  return match ? { year: Number(match[2]), month: monthNumber(match[1] as string) } : null;
}

/** "vid utgången av mars 2024": the last day of the month. */
const END_OF_MONTH = new RegExp(
  `${seen('(?:utgången|slutet)')} av (?:${seen('månaden')} )?${MONTH} ((?:19|20)\\d\\d)(?![\\d-])`,
  'gu',
);
/** `240115` behind "senast"; elsewhere six digits are anything. */
const SIX_DIGITS = /(?<=senast (?:den )?)(\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?![\d-])/g;

/** The dates by which something may be due: those of {@link findDates}, ends of months and `senast 240115`, in text order. */
export function findDueDates(lower: string): DateMention[] {
  const dates = findDates(lower);
  const { length } = dates;
  for (const match of lower.matchAll(END_OF_MONTH)) {
    const month = monthNumber(match[1] as string);
    const day = new Date(Date.UTC(Number(match[2]), month, 0)).getUTCDate();
    add(dates, match, isoDate(Number(match[2]), month, day));
  }
  for (const match of lower.matchAll(SIX_DIGITS))
    add(dates, match, isoDate(2000 + Number(match[1]), Number(match[2]), Number(match[3])));
  return dates.length > length ? dates.sort((a, b) => a.from - b.from) : dates;
}

function add(dates: DateMention[], { index, 0: words }: RegExpExecArray, iso: string | null): void {
  if (iso === null) return;
  const [, month, day] = iso.split('-').map(Number);
  dates.push({ iso, month: month as number, day: day as number, from: index, to: index + words.length });
}
