import '../../highlighting/highlights.css';
import { onMessage } from '../../messages/protocol';
import type { OpenPage } from '../reader';
import { whenWorthReading } from './worth-reading';

/**
 * All that runs in a page at first: it waits for text and then fetches the reader from the extension. The side panel's
 * question fetches it too, so that every page can say what is read there.
 */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  cssInjectionMode: 'manual',
  runAt: 'document_idle',
  // An event tells older scripts of ours that a newer one is here. The message besides is for scripts built with an old WXT; for it
  // the browser notes the line it was sent from, and to know that line it parses this whole script again.
  noScriptStartedPostMessage: true,
  main(context) {
    let opened: Promise<OpenPage> | undefined;
    const open = () => {
      opened ??= fetchReader().then((reader) => {
        const page = reader(context);
        // Where that fails the extension was updated, and nobody asks this script any more.
        page.answersItself.then(stopAnswering, stopAnswering);
        return page;
      });
      return opened;
    };
    const stopAnswering = onMessage('getOpenDocument', async () => (await open()).state());
    context.onInvalidated(stopAnswering);
    void whenWorthReading(document, context.signal)
      .then(open)
      .catch((error: unknown) => {
        // A script whose extension was updated or removed meanwhile can fetch nothing more.
        if (context.isValid) throw error;
      });
  },
});

type Reader = (context: { readonly signal: AbortSignal }) => OpenPage;

/** A script of its own, a module, whose parts the browser loads as they are needed; a content script can hold none. */
async function fetchReader(): Promise<Reader> {
  const module: { default: Promise<Reader> } = await import(/* @vite-ignore */ browser.runtime.getURL('/reader.js'));
  return module.default;
}
