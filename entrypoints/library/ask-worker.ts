import { StorageError } from '../../storage/errors';
import type { Work } from '../../storage/pace';
import type { Answers, Reply, Request, WorkerFailure } from './worker-protocol';

/** Long work was not done, and why. */
export class WorkerError extends Error {
  override readonly name = 'WorkerError';

  constructor(readonly failure: WorkerFailure) {
    super(failure.kind);
  }
}

/** A worker of the page. Cancelling ends it with whatever it does: a transaction that is not finished leaves no trace. */
export class LibraryWorker {
  private worker: Worker | undefined;

  /**
   * @throws StorageError where storage failed; WorkerError where the file or the format is at fault; the signal's
   *   reason when it was cancelled
   */
  ask<Wanted extends Request>(request: Wanted, { signal, onProgress }: Work = {}): Promise<Answers[Wanted['type']]> {
    signal?.throwIfAborted();
    this.worker ??= new Worker(new URL('./library-worker.ts', import.meta.url), { type: 'module' });
    const { worker } = this;
    return new Promise((resolve, reject) => {
      const listening = new AbortController();
      const fail = (error: unknown) => {
        listening.abort();
        reject(error);
      };
      const options = { signal: listening.signal };
      signal?.addEventListener(
        'abort',
        () => {
          this.end();
          fail(signal.reason);
        },
        options,
      );
      worker.addEventListener(
        'error',
        (event) => {
          this.end();
          fail(new WorkerError({ kind: 'unknown', detail: event.message }));
        },
        options,
      );
      worker.addEventListener(
        'message',
        ({ data }: MessageEvent<Reply>) => {
          if (data.type === 'progress') return onProgress?.(data.done, data.total);
          if (data.type === 'failed') return fail(errorOf(data.failure));
          listening.abort();
          resolve(data.value as Answers[Wanted['type']]);
        },
        options,
      );
      worker.postMessage(request);
    });
  }

  /** Ends whatever it does; the next question starts it anew. */
  end(): void {
    this.worker?.terminate();
    this.worker = undefined;
  }
}

function errorOf(failure: WorkerFailure): Error {
  return failure.kind === 'storage' ? new StorageError(failure.code, failure.kind) : new WorkerError(failure);
}
