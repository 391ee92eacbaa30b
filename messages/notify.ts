import { sendMessage } from './protocol';

/** Tells every open page that annotations were written. Pages without our content script do not answer; that is no error. */
export async function notifyPages(): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(
    tabs.map((tab) => (tab.id === undefined ? undefined : sendMessage('annotationsChanged', null, tab.id))),
  );
}
