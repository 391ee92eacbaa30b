/** Why a document is not shown, or not all of it. Each has a sentence of its own in locales/viewer. */
export type FailureCode =
  | 'not-permitted'
  | 'elsewhere'
  | 'offline'
  | 'unreachable'
  | 'forbidden'
  | 'missing'
  | 'server'
  | 'stopped'
  | 'replaced'
  | 'empty'
  | 'web-page'
  | 'not-pdf'
  | 'truncated'
  | 'broken'
  | 'cancelled';

/** A document could not be had or read. */
export class ViewerFailure extends Error {
  override readonly name = 'ViewerFailure';

  /** @param status what the server answered, where it did */
  constructor(
    readonly code: FailureCode,
    readonly status?: number,
  ) {
    super(code);
  }
}

/** What an answer of a server that is not the document means. */
export function failureOfStatus(status: number): ViewerFailure {
  if (status === 401 || status === 403) return new ViewerFailure('forbidden', status);
  if (status === 404 || status === 410) return new ViewerFailure('missing', status);
  return new ViewerFailure('server', status);
}

/** What a request means that got no answer at all: the browser does not say why. */
export async function failureOfSilence(address: string): Promise<ViewerFailure> {
  const origins = [`${new URL(address).protocol}//${new URL(address).hostname}/*`];
  if (!(await browser.permissions.contains({ origins }))) return new ViewerFailure('not-permitted');
  if (await leadsOn(address)) return new ViewerFailure('elsewhere');
  return new ViewerFailure(navigator.onLine ? 'unreachable' : 'offline');
}

/** Whether an address sends on to another one. Where to, browsers tell nobody. */
async function leadsOn(address: string): Promise<boolean> {
  try {
    const response = await fetch(address, { redirect: 'manual', credentials: 'include' });
    await response.body?.cancel();
    return response.type === 'opaqueredirect';
  } catch {
    return false;
  }
}
