import type { WxtBrowser } from 'wxt/browser';

/**
 * Answers messages of one type in the form of `@webext-core/messaging` (`{ res }` or `{ err }`), without that library: for a script
 * that has to be small. Others may answer other types. Ends with `signal`.
 */
export function answerOnly(
  { runtime }: Pick<WxtBrowser, 'runtime'>,
  type: 'getOpenDocument',
  answer: () => Promise<unknown>,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  const listener = (message: unknown, _sender: unknown, respond: (response: unknown) => void): true | undefined => {
    if (typeof message !== 'object' || message === null || !('type' in message) || message.type !== type) return;
    answer().then(
      (res) => respond({ res }),
      (error: unknown) => respond({ err: { name: 'Error', message: String(error), stack: '' } }),
    );
    // Keeps the way open until there is an answer.
    return true;
  };
  runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => runtime.onMessage.removeListener(listener));
}
