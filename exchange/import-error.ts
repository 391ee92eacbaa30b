import type * as z from 'zod';

/**
 * What can be wrong with a file or a row of it; the user interface has a sentence for each. Of the file as a whole:
 * `not-text` (no text in a known encoding), `not-json`, `unknown-format`, `newer-version`, `too-large`, `packed` (a
 * zip or other archive), `excel`, `word`, `broken-gzip`, `empty`,
 * `no-rows` (a single line: headings without rows, or no table), `no-quote-column`; `unclosed-quote` has its row. Of a place in it: the others.
 */
export const PROBLEM_CODES = [
  'not-text',
  'not-json',
  'unknown-format',
  'newer-version',
  'too-large',
  'packed',
  'excel',
  'word',
  'broken-gzip',
  'empty',
  'no-rows',
  'no-quote-column',
  'unclosed-quote',
  'too-deep',
  'forbidden-key',
  'missing',
  'wrong-type',
  'too-long',
  'too-short',
  'out-of-range',
  'bad-date',
  'bad-address',
  'bad-id',
  'unknown-value',
  'invalid',
  'wrong-count',
  'duplicate-id',
  'no-document',
  'no-tag',
  'no-set',
  'no-quote',
  'reply',
  'unreadable-row',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** What is wrong with a file and where, for people and for tests. */
export interface ImportProblem {
  code: ProblemCode;
  /** The way to the place: `first.items[3].target.selector`; empty for the file as a whole. */
  path: string;
  /** Tables: the line of the file, 1 first, and the heading of the column. */
  row?: number;
  column?: string;
  /** What the sentence speaks of: a limit, the value that stands there, shortened. */
  value?: string;
  /** For developers, in English. */
  message: string;
}

/** More than this tells a person nothing new. */
const MOST_PROBLEMS = 100;

/** The file cannot be taken in; nothing of it was. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  readonly problems: readonly ImportProblem[];

  constructor(problems: readonly ImportProblem[]) {
    const [first] = problems;
    super(first ? `${first.path || 'The file'}: ${first.message}` : 'The file cannot be read');
    this.problems = problems.slice(0, MOST_PROBLEMS);
  }
}

/** The error for a file as a whole. */
export function fileError(code: ProblemCode, message: string, value?: string): ImportError {
  return new ImportError([{ code, path: '', message, ...(value === undefined ? {} : { value }) }]);
}

/** What `read` gives; where it throws an ImportError, undefined, and its problems are added to the others. */
export function readOrRefuse<Value>(read: () => Value, problems: ImportProblem[]): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}

/** A schema's complaints as problems, their paths below `at`. */
export function problemsOf(error: z.ZodError, at: readonly PropertyKey[] = []): ImportProblem[] {
  return error.issues.map((issue) => ({
    ...meaning(issue),
    path: pathText([...at, ...issue.path]),
    message: issue.message,
  }));
}

const FORMATS: Record<string, ProblemCode> = {
  datetime: 'bad-date',
  date: 'bad-date',
  url: 'bad-address',
  uuid: 'bad-id',
};

function meaning(issue: z.core.$ZodIssue): Pick<ImportProblem, 'code' | 'value'> {
  switch (issue.code) {
    case 'invalid_type':
      return { code: issue.input === undefined && /undefined/.test(issue.message) ? 'missing' : 'wrong-type' };
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array'
        ? { code: 'too-long', value: String(issue.maximum) }
        : { code: 'out-of-range', value: String(issue.maximum) };
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? { code: 'too-short' }
        : { code: 'out-of-range', value: String(issue.minimum) };
    case 'invalid_format':
      return { code: FORMATS[issue.format] ?? 'invalid' };
    case 'invalid_value':
    case 'invalid_union':
      return { code: 'unknown-value' };
    default:
      return { code: 'invalid' };
  }
}

export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');
}
