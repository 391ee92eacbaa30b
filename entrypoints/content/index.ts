import '../../highlighting/highlights.css';
import type { WxtBrowser } from 'wxt/browser';
import { answerOnly } from '../../messages/answer-only';
import type { OpenPage } from '../reader';
import { whenNewerStarts } from './newer-script';
import { whenWorthReading } from './worth-reading';

/**
 * All that runs in a page at first: it waits for text and then fetches the reader from the extension. The side panel's
 * question fetches it too, so that every page can say what is read there.
 *
 * What runs before there is text is held small: no library, and nothing of the extension is touched in the first turn, for
 * which the browser would have to make its interface ready.
 */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  cssInjectionMode: 'manual',
  runAt: 'document_idle',
  main() {
    const ended = new AbortController();
    /** The reader answers by itself, or nobody asks any more. */
    const answered = new AbortController();
    const { signal } = ended;
    let opened: Promise<OpenPage> | undefined;
    const open = () => {
      opened ??= fetchReader().then((reader) => {
        const stopAnswering = () => answered.abort();
        // Before anything is shown: an older script takes away what it has shown.
        whenNewerStarts(document, () => {
          ended.abort();
          stopAnswering();
        });
        const page = reader({ signal });
        // Where that fails the extension was updated, and nobody asks this script any more.
        page.answersItself.then(stopAnswering, stopAnswering);
        return page;
      });
      return opened;
    };
    const state = async () => (await open()).state();
    setTimeout(() => answerOnly(chrome, 'getOpenDocument', state, answered.signal), 0);
    void whenWorthReading(document, signal)
      .then(open)
      .catch((error: unknown) => {
        // A script whose extension was updated or removed meanwhile can fetch nothing more.
        if (chrome.runtime?.id) throw error;
      });
  },
});

/** Firefox gives its interface under this name too. */
declare const chrome: WxtBrowser;

type Reader = (context: { readonly signal: AbortSignal }) => OpenPage;

/**
 * A script of its own, a module, whose parts the browser loads as they are needed; a content script can hold none. Written just
 * so, with the interface's name, the linter of addons.mozilla.org sees that it is a script of the extension.
 */
async function fetchReader(): Promise<Reader> {
  const module: { default: Promise<Reader> } = await import(/* @vite-ignore */ chrome.runtime.getURL('/reader.js'));
  return module.default;
}
