/**
 * Opens the first page, once, when the extension is installed; not on updates. Only in released builds: in the tests',
 * the demo's and a developer's builds, which install anew at every start, it would stand in the way.
 * @param mode the build's mode
 */
export async function openFirstPage({ reason }: { reason: string }, mode = import.meta.env.MODE): Promise<void> {
  if (reason !== 'install' || mode !== 'production') return;
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}
