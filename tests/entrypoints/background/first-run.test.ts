import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openFirstPage } from '../../../entrypoints/background/first-run';

const opened = async () =>
  (await browser.tabs.query({})).map(({ url }) => url).filter((url) => url?.endsWith('/welcome.html'));

describe('the first page', () => {
  beforeEach(() => fakeBrowser.reset());

  it('opens when a released build is installed', async () => {
    await openFirstPage({ reason: 'install' }, 'production');
    expect(await opened()).toHaveLength(1);
  });

  it.each([
    ['update', 'production'],
    ['chrome_update', 'production'],
    ['install', 'test'],
    ['install', 'demo'],
    ['install', 'development'],
  ])('does not open on %s in a %s build', async (reason, mode) => {
    await openFirstPage({ reason }, mode);
    expect(await opened()).toEqual([]);
  });

  it('knows its own mode: this run is no release', async () => {
    await openFirstPage({ reason: 'install' });
    expect(await opened()).toEqual([]);
  });
});
