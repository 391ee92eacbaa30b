import { useEffect, useRef, useState } from 'preact/hooks';
import { PagesStatus } from '../../components/pages-status';
import { useTexts } from '../../components/texts';
import { sendMessage } from '../../messages/protocol';
import type { OpenDocumentState } from '../../messages/schema';
import { type Choice, EVERYTHING, isChosen, unsentChosen } from './choice';
import { entriesOf } from './entries';
import { EntryList } from './entry-list';
import type { Draft } from './entry-row';
import { Filters } from './filters';
import { LibraryLink } from './library-link';
import { LostDrafts } from './lost-drafts';
import { Notice } from './notice';
import { Profile } from './profile';
import { SetSection } from './set-section';
import { usePanelTexts } from './texts';
import { useOnlyNow } from './use-only-now';
import { type Message, usePanelActions } from './use-panel-actions';
import { useRevoked } from './use-revoked';
import { useVocabulary } from './use-vocabulary';

/** Each row costs time whenever anything in the document changes. */
const MOST_ROWS = 2000;

interface OpenDocumentPanelProps {
  tabId: number;
  state: OpenDocumentState;
  refresh(): Promise<void>;
  drafts: Map<string, Draft>;
  /** What the list showed when the person last looked at the document. */
  firstChoice: Choice | undefined;
  onChoose(choice: Choice): void;
}

/** The open document: what it is, its passages and annotations in its own order, and what can be done with them. */
export function OpenDocumentPanel({ tabId, state, refresh, drafts, firstChoice, onChoose }: OpenDocumentPanelProps) {
  const texts = useTexts();
  const own = usePanelTexts();
  const tags = useVocabulary();
  const [choice, showChoice] = useState(firstChoice ?? EVERYTHING);
  const setChoice = (next: Choice) => {
    onChoose(next);
    showChoice(next);
  };
  const list = useRef<HTMLOListElement>(null);
  const actions = usePanelActions({ tabId, state, list, tags, refresh });
  const [revoked, dismissRevoked] = useRevoked(state.address);
  // A PDF file is read because it was opened in the viewer.
  const onlyNow = useOnlyNow(state.pages ? undefined : state.address);
  const [unreadableSeen, setUnreadableSeen] = useState<string | null>(null);

  // What was done is said below the list, which gives it room: the row that it was done in stays clear of it.
  useEffect(() => {
    if (actions.message) list.current?.querySelector('.entry:focus-within')?.scrollIntoView({ block: 'nearest' });
  }, [actions.message]);

  const entries = entriesOf(state);
  const isEmpty = state.status === 'empty' && !state.pages && entries.length === 0;
  const chosen = entries.filter((entry) => isChosen(entry, choice));
  const visible = chosen.slice(0, MOST_ROWS);
  const total = chosen.length + unsentChosen(state.unsent, choice);
  const count = (kind: 'citation' | 'recommendation') =>
    entries.filter((entry) => entry.kind === kind).length + (state.unsent[kind] ?? 0);
  const dismiss = (close: () => void) => {
    close();
    // What stands above the list stays in sight.
    list.current?.focus({ preventScroll: true });
  };
  const allowAgain = (pattern: string) => {
    void browser.permissions.request({ origins: [pattern] }).then((isGiven) => isGiven && dismiss(dismissRevoked));
  };

  return (
    <>
      <header>
        <h1 lang="sv">{state.title || texts.panel.title}</h1>
        <p class="counts">{texts.panel.counts(count('citation'), count('recommendation'))}</p>
        {!isEmpty && <Filters entries={entries} unsent={state.unsent} choice={choice} onChange={setChoice} />}
      </header>
      {/* It scrolls with the focus inside it: no stop of its own, which Firefox would make of it. */}
      <main tabIndex={-1} onFocusIn={({ target }) => bringWhollyIntoView(target)}>
        {revoked && (
          <Notice name="revoked" text={own.revoked(revoked.site)} onDismiss={() => dismiss(dismissRevoked)}>
            <button type="button" onClick={() => allowAgain(revoked.pattern)}>
              {own.allowAgain}
            </button>
          </Notice>
        )}
        {onlyNow && !revoked && (
          <p class="only-now">
            {own.onlyNow}{' '}
            <button type="button" class="quiet allow-site" onClick={() => allowAgain(onlyNow.pattern)}>
              {own.unread.allowSite(onlyNow.site)}
            </button>
          </p>
        )}
        {state.unreadable !== undefined && unreadableSeen !== state.address && (
          <Notice
            name="unreadable"
            text={own.unreadable(state.unreadable)}
            onDismiss={() => dismiss(() => setUnreadableSeen(state.address ?? ''))}
          />
        )}
        {!isEmpty && (
          <>
            <Profile state={state} onCorrect={actions.correct} />
            <SetSection
              entries={entries}
              unsent={state.unsent}
              progress={actions.progress}
              onSaveAll={(kind) => void actions.saveAll(kind)}
              onStop={() => void sendMessage('stopSaving', null, tabId).catch(() => undefined)}
              onChoose={(id) => void actions.choose(id)}
              onCreate={actions.create}
            />
          </>
        )}
        {state.status === 'reading' && <p class="hint loading">{texts.panel.loading}</p>}
        {state.pages && <PagesStatus pages={state.pages} />}
        {state.pages && !state.pages.isReading && state.pages.read < state.pages.total && (
          <button type="button" onClick={() => void sendMessage('readOn', null, tabId).catch(() => undefined)}>
            {texts.pages.resume}
          </button>
        )}
        {isEmpty && (
          <section class="trouble" aria-label={own.unread.emptyTitle}>
            <h2>{own.unread.emptyTitle}</h2>
            <p class="hint">{own.unread.empty}</p>
            <LibraryLink />
          </section>
        )}
        {state.status === 'ready' && entries.length === 0 && <p class="hint">{texts.panel.nothingFound}</p>}
        {entries.length > 0 && visible.length === 0 && (
          <div class="hint">
            <p>{choice.shown === 'kept' ? texts.panel.nothingKept : own.filter.nothing}</p>
            <button
              type="button"
              onClick={() => {
                setChoice(EVERYTHING);
                list.current?.focus();
              }}
            >
              {own.filter.showAll}
            </button>
          </div>
        )}
        {state.problem && <p class="failure">{texts.failure[state.problem]}</p>}
        {visible.length < total && (
          <p class="hint limited">
            {own.limited(visible.length.toLocaleString(texts.language), total.toLocaleString(texts.language))}
          </p>
        )}
        <LostDrafts state={state} drafts={drafts} onSaveAgain={actions.saveAgain} />
        <EntryList
          entries={visible}
          list={list}
          tags={tags}
          drafts={drafts}
          onReveal={(span) => void sendMessage('reveal', span, tabId).catch(refresh)}
          onRetarget={actions.retarget}
          onKeep={actions.keep}
          onChanged={actions.changed}
          onEdited={actions.sayEdited}
          onRemove={actions.remove}
          onCopy={actions.copy}
          onSaveAgain={actions.saveAgain}
          onTagKey={(entry, nth) => void actions.toggleTag(entry, nth)}
        />
        {visible.length > 0 && <p class="hint keys">{own.keys}</p>}
      </main>
      <output class="unseen heard">{actions.heard}</output>
      <MessageBar message={actions.message} onUndo={actions.undo} onClose={() => dismiss(actions.closeMessage)} />
    </>
  );
}

interface MessageBarProps {
  message: Message;
  onUndo: ReturnType<typeof usePanelActions>['undo'];
  onClose(): void;
}

/** What was done last, and the way back; screen readers say it. */
function MessageBar({ message, onUndo, onClose }: MessageBarProps) {
  const texts = useTexts();
  const own = usePanelTexts();
  const undo = message && 'done' in message ? message.undo : undefined;
  return (
    <output class="message">
      {message && (
        <span class="actions">
          {'failure' in message ? <span class="failure">{message.failure}</span> : message.done}
          {undo && (
            <button type="button" class="undo" onClick={() => void onUndo(undo)}>
              {texts.card.undo}
            </button>
          )}
          <button type="button" class="quiet close" aria-label={own.dismiss} onClick={onClose}>
            <span aria-hidden="true">×</span>
          </button>
        </span>
      )}
    </output>
  );
}

/** Browsers are content when an edge of what has the keyboard's focus is in sight. */
function bringWhollyIntoView(target: EventTarget | null): void {
  if (target instanceof Element && target.matches(':focus-visible')) target.scrollIntoView({ block: 'nearest' });
}
