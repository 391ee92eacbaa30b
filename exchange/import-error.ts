import type * as z from 'zod';

/** What is wrong with a file and where, for people and for tests. */
export interface ImportProblem {
  /** The way to the place: `first.items[3].target.selector`; empty for the file as a whole. */
  path: string;
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

/** A schema's complaints as problems, their paths below `at`. */
export function problemsOf(error: z.ZodError, at: readonly PropertyKey[] = []): ImportProblem[] {
  return error.issues.map((issue) => ({ path: pathText([...at, ...issue.path]), message: issue.message }));
}

export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');
}
