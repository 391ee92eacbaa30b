import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { STORAGE_ERROR_CODES, StorageError, storageFailureSchema, toStorageError } from '../../storage/errors';

describe('errors under storage', () => {
  it.each([
    ['quota, straight', new DOMException('x', 'QuotaExceededError'), 'full'],
    ['quota, by Dexie', new Dexie.QuotaExceededError('x'), 'full'],
    [
      'an abort for quota',
      new Dexie.AbortError('x', new DOMException('x', 'QuotaExceededError') as unknown as Error),
      'full',
    ],
    ['an abort alone', new Dexie.AbortError('x'), 'unknown'],
    ['many failures for quota', new Dexie.BulkError('x', [new Dexie.QuotaExceededError('x')]), 'full'],
    ['a closed database', new Dexie.DatabaseClosedError('x'), 'closed'],
    ['a closing connection', new DOMException('x', 'InvalidStateError'), 'closed'],
    ['no storage at all', new Dexie.MissingAPIError('x'), 'closed'],
    ['a newer database', new DOMException('x', 'VersionError'), 'blocked'],
    ['a name that is taken', new DOMException('x', 'ConstraintError'), 'conflict'],
    ['a value that cannot be stored', new DOMException('x', 'DataCloneError'), 'invalid'],
    ['anything else', new TypeError('x'), 'unknown'],
    ['no error at all', undefined, 'unknown'],
    ['a string', 'x', 'unknown'],
    ['one of ours', new StorageError('not-found', 'x'), 'not-found'],
  ])('%s', (_, error, code) => {
    expect(toStorageError(error).code).toBe(code);
  });

  it('name the place where a value does not fit', () => {
    const { error } = z.object({ a: z.object({ b: z.string() }) }).safeParse({ a: { b: 1 } });
    const storageError = toStorageError(error);
    expect(storageError.code).toBe('invalid');
    expect(storageError.message).toContain('a.b');
  });

  it('that go round in circles do not', () => {
    const error = new Error('x');
    error.cause = error;
    expect(toStorageError(error).code).toBe('unknown');
  });

  it('cross messages as plain JSON', () => {
    for (const code of STORAGE_ERROR_CODES) {
      const failure = new StorageError(code, 'detail').toFailure();
      expect(storageFailureSchema.parse(JSON.parse(JSON.stringify(failure)))).toEqual({ code, detail: 'detail' });
    }
  });
});
