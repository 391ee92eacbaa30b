import type { WxtBrowser } from 'wxt/browser';

/** What browsers give scripts of extensions, under the name that both have or that Chromium alone has. */
const given = globalThis as { browser?: WxtBrowser; chrome?: WxtBrowser };

/**
 * The extension's interface, looked up when it is asked for: the library's own `browser` is looked up when a script starts, and
 * Chromium makes the interface then, in each page.
 */
export function extensionApi(): WxtBrowser {
  return (given.browser ?? given.chrome) as WxtBrowser;
}
