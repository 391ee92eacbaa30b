import { CONTENT_FILES, readTab } from './read-tab';

const SCRIPT_ID = 'reader';

let last: Promise<void> = Promise.resolve();

/** Reads by itself exactly on the sites that the user has granted; called whenever that may have changed. */
export function registerGrantedSites(): Promise<void> {
  // One at a time: installation and a permission event may come together.
  last = last.then(register, register);
  return last;
}

async function register(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const matches = origins.filter((origin) => /^(\*|https?):/.test(origin) || origin === '<all_urls>');
  const known = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (matches.length === 0) {
    if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    return;
  }
  const script = {
    id: SCRIPT_ID,
    matches,
    js: [CONTENT_FILES.js],
    css: [CONTENT_FILES.css],
    runAt: 'document_idle' as const,
  };
  if (known.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
  // Pages that stand open are read now, not only after a reload.
  const tabs = await browser.tabs.query({ url: matches });
  await Promise.all(tabs.map((tab) => (tab.id === undefined ? undefined : readTab(tab.id))));
}
