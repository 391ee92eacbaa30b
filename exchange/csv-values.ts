import { detectCitationsIn } from '../detection/citations';
import type { Provision } from '../detection/types';
import type { AnnotationKind } from '../storage/schema';
import { FILE_LANGUAGES } from './citation-words';
import { ImportError, type ProblemCode } from './import-error';
import { wordsIn } from './words';

/** Values of table cells, as people and spreadsheets write them. Each throws an ImportError at the field that it is given. */

const MONTHS = 'januari februari mars april maj juni juli augusti september oktober november december'.split(' ');

function refused(code: ProblemCode, field: string, value: string): ImportError {
  return new ImportError([{ code, path: field, value: value.slice(0, 100), message: `Not understood: ${value}` }]);
}

/** "2026-11-22", "20261122", "22/11/2026", "22.11.2026", "22 november 2026" → ISO. Two-digit years are refused: they say too little. */
export function dayOf(text: string, field: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ].*)?$/.exec(trimmed);
  if (iso) return realDay(iso[1], iso[2], iso[3], field, trimmed);
  const european = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(trimmed);
  if (european) return realDay(european[3], european[2], european[1], field, trimmed);
  const words = /^(?:den )?(\d{1,2}) ([a-zåäö]+) (\d{4})$/i.exec(trimmed);
  const month = words ? MONTHS.indexOf((words[2] ?? '').toLowerCase()) + 1 : 0;
  if (words && month > 0) return realDay(words[3], String(month), words[1], field, trimmed);
  throw refused('bad-date', field, trimmed);
}

function realDay(year = '', month = '', date = '', field: string, text: string): string {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const moment = new Date(`${day}T00:00:00.000Z`);
  // 31 February is a day of March to JavaScript.
  if (Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== day)
    throw refused('bad-date', field, text);
  return day;
}

/** "2026-11-22 14:05" or a day alone → the moment, in UTC; a time of day without zone is the machine's own. */
export function timeOf(text: string, field: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const day = dayOf(trimmed.slice(0, 10).trim().length === 10 ? trimmed.slice(0, 10) : trimmed, field);
  const clock = /[T ](\d{1,2})[:.](\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/.exec(trimmed);
  const time = clock
    ? `${(clock[1] ?? '').padStart(2, '0')}:${clock[2]}:${clock[3] ?? '00'}${clock[4] ?? ''}`
    : '00:00:00Z';
  const moment = new Date(`${day}T${time}`);
  if (Number.isNaN(moment.getTime())) throw refused('bad-date', field, trimmed);
  return moment.toISOString();
}

/** "5", "s. 5", "p. 5", "s. 5–6": the page, and the last one where there are several. */
export function pagesOf(text: string): { page?: number; pageEnd?: number } {
  const trimmed = text.trim();
  if (trimmed === '') return {};
  const match = /^(?:s|sid|sida|p|pp|page)?\.?\s*(\d{1,6})(?:[,.]0+)?(?:\s*[-–]\s*(\d{1,6}))?$/i.exec(trimmed);
  const page = Number(match?.[1]);
  const pageEnd = match?.[2] === undefined ? page : Number(match[2]);
  if (!match || page < 1) throw refused('out-of-range', 'page', trimmed);
  return pageEnd > page ? { page, pageEnd } : { page };
}

const KIND_BY_NAME = new Map<string, AnnotationKind>(
  FILE_LANGUAGES.flatMap((language) =>
    (Object.entries(wordsIn(language).kinds) as [AnnotationKind, string][]).flatMap(
      ([kind, name]): [string, AnnotationKind][] => [
        [name, kind],
        [kind, kind],
      ],
    ),
  ),
);

/** A kind by its Swedish or English name; anything else is a passage that somebody selected. */
export function kindOf(text: string): AnnotationKind {
  return KIND_BY_NAME.get(text.trim().toLocaleLowerCase('sv')) ?? 'selection';
}

/** "a; b" → a and b. Tags may also be parted by commas, where no semicolon stands. */
export function severalOf(text: string, separator: RegExp): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** "SoL 5:1a; 2 § LVU" → the provisions that are meant at the document's date; what is no citation is passed over. */
export function provisionsOf(text: string, date: string | undefined): Provision[] {
  return severalOf(text, /;|\n/).flatMap((part) =>
    detectCitationsIn(part, date).flatMap((passage) => passage.provisions),
  );
}
