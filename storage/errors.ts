import Dexie from 'dexie';
import * as z from 'zod';

/**
 * Why storage could not do what was asked. `full`: no room left; `closed`: the browser closed the database
 * and it could not be reopened; `blocked`: another version of the extension holds it; `invalid`: the values
 * do not pass the schema; `conflict`: someone else changed the same fields meanwhile, or the name is taken;
 * `not-found`: no such row.
 */
export const STORAGE_ERROR_CODES = [
  'full',
  'closed',
  'blocked',
  'invalid',
  'conflict',
  'not-found',
  'unknown',
] as const;
export type StorageErrorCode = (typeof STORAGE_ERROR_CODES)[number];

/** The plain form that crosses messages; the user interface words `code` in the user's language. */
export const storageFailureSchema = z.object({ code: z.enum(STORAGE_ERROR_CODES), detail: z.string() });
export type StorageFailure = z.infer<typeof storageFailureSchema>;

export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly code: StorageErrorCode;

  /** `detail` is for developers, in English. */
  constructor(code: StorageErrorCode, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.code = code;
  }

  toFailure(): StorageFailure {
    return { code: this.code, detail: this.message };
  }
}

const CODE_BY_NAME: Record<string, StorageErrorCode> = {
  QuotaExceededError: 'full',
  NS_ERROR_DOM_INDEXEDDB_QUOTA_ERR: 'full',
  NS_ERROR_FILE_NO_DEVICE_SPACE: 'full',
  DatabaseClosedError: 'closed',
  InvalidStateError: 'closed',
  OpenFailedError: 'closed',
  MissingAPIError: 'closed',
  VersionError: 'blocked',
  VersionChangeError: 'blocked',
  UpgradeError: 'blocked',
  DataError: 'invalid',
  InvalidArgumentError: 'invalid',
  DataCloneError: 'invalid',
  ConstraintError: 'conflict',
  NotFoundError: 'not-found',
};

function namesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 4) return [];
  const { name, inner, cause, failures } = error as {
    name?: unknown;
    inner?: unknown;
    cause?: unknown;
    failures?: unknown;
  };
  const own = typeof name === 'string' ? [name] : [];
  const nested = [inner, cause, ...(Array.isArray(failures) ? failures.slice(0, 1) : [])];
  return [...own, ...nested.flatMap((each) => namesOf(each, depth + 1))];
}

/**
 * Any error thrown under storage → a StorageError. The deepest cause decides nothing alone: a full disk
 * wins over the abort that it led to, since Chromium reports it as an AbortError around a QuotaExceededError.
 */
export function toStorageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof z.ZodError) {
    return new StorageError('invalid', z.prettifyError(error), { cause: error });
  }
  const codes = namesOf(error)
    .map((name) => CODE_BY_NAME[name])
    .filter((code) => code !== undefined);
  const code = codes.includes('full') ? 'full' : (codes[0] ?? 'unknown');
  return new StorageError(code, detail, { cause: error });
}

/** True when the browser closed the connection under us, so that opening it again may help. */
export function isLostConnection(error: unknown): boolean {
  const names = namesOf(error);
  return names.includes(Dexie.errnames.DatabaseClosed) || names.includes(Dexie.errnames.InvalidState);
}
