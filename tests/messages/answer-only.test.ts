import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerOnly } from '../../messages/answer-only';

type Respond = (response: unknown) => void;
type Listener = (message: unknown, sender: unknown, respond: Respond) => unknown;

/** A tab of the browser: hands a message to those who listen there, and the first answer back. */
function tab() {
  const listeners = new Set<Listener>();
  const onMessage = {
    addListener: (listener: Listener) => listeners.add(listener),
    removeListener: (listener: Listener) => listeners.delete(listener),
  };
  const send = (_tabId: number, message: unknown, _options: unknown, respond: Respond) => {
    const waits = [...listeners].map((listener) => listener(message, {}, respond));
    if (!waits.includes(true)) respond(undefined);
  };
  return { onMessage, send };
}

describe('the answer of a script without the library', () => {
  let there: ReturnType<typeof tab>;

  beforeEach(() => {
    there = tab();
    vi.stubGlobal('chrome', { tabs: { sendMessage: there.send }, runtime: { onMessage: there.onMessage } });
    vi.resetModules();
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  const listen = (answer: () => Promise<unknown>, signal: AbortSignal) =>
    answerOnly(
      { runtime: { onMessage: there.onMessage } } as unknown as Parameters<typeof answerOnly>[0],
      'getOpenDocument',
      answer,
      signal,
    );
  const ask = async () => (await import('../../messages/protocol')).sendMessage('getOpenDocument', null, 7);

  it('is what one gets who asks with the library', async () => {
    listen(async () => ({ status: 'empty' }), new AbortController().signal);
    expect(await ask()).toEqual({ status: 'empty' });
  });

  it('is an error where the answer failed', async () => {
    listen(() => Promise.reject(new TypeError('no reader')), new AbortController().signal);
    await expect(ask()).rejects.toThrow('no reader');
  });

  it('ends with its signal, and leaves other messages to others', async () => {
    const ended = new AbortController();
    listen(async () => ({ status: 'empty' }), ended.signal);
    const { sendMessage } = await import('../../messages/protocol');
    await expect(sendMessage('reveal', { start: 0, end: 1 }, 7)).rejects.toThrow();
    ended.abort();
    await expect(ask()).rejects.toThrow();
    listen(async () => ({ status: 'empty' }), ended.signal);
    await expect(ask()).rejects.toThrow();
  });
});
