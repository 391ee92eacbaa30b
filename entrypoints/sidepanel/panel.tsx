import { useRef } from 'preact/hooks';
import { HelpButton } from '../../components/help-dialog';
import { useTexts } from '../../components/texts';
import type { Choice } from './choice';
import type { Draft } from './entry-row';
import { LibraryLink } from './library-link';
import { OpenDocumentPanel } from './open-document-panel';
import { UnreadTab } from './unread-tab';
import { useOpenDocument } from './use-open-document';

/** The side panel: about the document of the tab beside it, or why there is none. */
export function Panel() {
  const texts = useTexts();
  const { document, refresh } = useOpenDocument();
  /** What is being typed outlives the page's being read anew. */
  const drafts = useRef(new Map<string, Draft>());
  /** What each tab's list shows, for when the person comes back to it. */
  const choices = useRef(new Map<string, Choice>());
  if (document !== null && 'state' in document) {
    const { tabId, state } = document;
    const key = `${tabId} ${state.address}`;
    return (
      <OpenDocumentPanel
        key={key}
        tabId={tabId}
        state={state}
        refresh={refresh}
        drafts={drafts.current}
        firstChoice={choices.current.get(key)}
        onChoose={(choice) => choices.current.set(key, choice)}
      />
    );
  }
  return (
    <main class="alone">
      <h1 class="unseen">{texts.panel.title}</h1>
      {document === null ? (
        <p class="hint loading">{texts.panel.loading}</p>
      ) : (
        <UnreadTab unread={document.unread} onDone={refresh} />
      )}
      {document !== null && (
        <p class="links">
          <LibraryLink />
          <HelpButton look="words" />
        </p>
      )}
    </main>
  );
}
