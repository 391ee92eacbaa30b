import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onCommand } from '../../../entrypoints/background/commands';
import { shortcutsOf } from '../../../messages/commands';

/** What tabs are told, by type of message. */
let told: [tab: number, type: string, data: unknown][];
/** Tabs in which the page is read. */
let read: Set<number>;
/** How many messages besides the question what is read a page lets go by before it listens. */
let missed: number;

beforeEach(() => {
  fakeBrowser.reset();
  told = [];
  read = new Set();
  missed = 0;
  vi.spyOn(fakeBrowser.scripting, 'insertCSS').mockImplementation((async () => undefined) as never);
  vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation((async ({
    target,
  }: {
    target: { tabId: number };
  }) => {
    read.add(target.tabId);
    return [{ result: 'text/html' }];
  }) as never);
  // A browser calls back with nothing where nobody answers.
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(((
    tab: number,
    { type, data }: { type: string; data: unknown },
    _options: unknown,
    respond: (answer?: object) => void,
  ) => {
    if (!read.has(tab) || (type !== 'getOpenDocument' && missed-- > 0)) return respond();
    told.push([tab, type, data]);
    respond({ res: null });
  }) as never);
});

describe('a command of the keyboard', () => {
  it.each(['next-passage', 'previous-passage', 'save-passage', 'tag-passage', 'show-help'])(
    '%s goes to the page',
    async (name) => {
      read.add(7);
      await onCommand(name, { id: 7, url: 'https://www.bjorkfors.se/' });
      expect(told).toContainEqual([7, 'pageCommand', name]);
    },
  );

  it('has a page read that was not read before', async () => {
    await onCommand('next-passage', { id: 8, url: 'https://www.bjorkfors.se/' });
    expect(read).toEqual(new Set([8]));
    expect(told).toContainEqual([8, 'pageCommand', 'next-passage']);
  });

  it('waits for a page that has only begun to be read, and is told once', async () => {
    missed = 2;
    await onCommand('next-passage', { id: 8, url: 'https://www.bjorkfors.se/' });
    expect(told.filter(([, type]) => type === 'pageCommand')).toEqual([[8, 'pageCommand', 'next-passage']]);
  });

  it('is not told twice to a page that has failed at it', async () => {
    read.add(7);
    let heard = 0;
    vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(((
      _tab: number,
      { type }: { type: string },
      _options: unknown,
      respond: (answer: object) => void,
    ) => {
      if (type === 'pageCommand') heard += 1;
      respond(type === 'pageCommand' ? { err: { name: 'Error', message: 'Torn', stack: '' } } : { res: null });
    }) as never);
    await onCommand('next-passage', { id: 7, url: 'https://www.bjorkfors.se/' });
    expect(heard).toBe(1);
  });

  it('that no one knows does nothing', async () => {
    await onCommand('something-else', { id: 9, url: 'https://www.bjorkfors.se/' });
    expect(read).toEqual(new Set());
    expect(told).toEqual([]);
  });

  it('fails for nobody where the browser lets no extension in', async () => {
    vi.spyOn(fakeBrowser.scripting, 'executeScript').mockRejectedValue(new Error('Cannot access a chrome:// URL'));
    await expect(onCommand('next-passage', { id: 10, url: 'chrome://settings' })).resolves.toBeUndefined();
  });
});

it('shortcuts are told in the order of their use, and what is not ours is left out', () => {
  const commands = [
    { name: 'open-in-viewer', shortcut: '' },
    { name: 'reload', shortcut: 'Ctrl+R' },
    { name: 'next-passage', shortcut: 'Alt+Shift+N' },
    { name: '_execute_action' },
  ];
  expect(shortcutsOf(commands)).toEqual([
    { name: 'next-passage', keys: 'Alt+Shift+N' },
    { name: '_execute_action', keys: '' },
    { name: 'open-in-viewer', keys: '' },
  ]);
});
