import { useRef, useState } from 'preact/hooks';
import { copyQuotation } from '../../components/copy-quotation';
import { PagesStatus } from '../../components/pages-status';
import { useTexts } from '../../components/texts';
import { notifyPages } from '../../messages/notify';
import { sendMessage } from '../../messages/protocol';
import type { KeptAnnotation, QuotedSpan } from '../../messages/schema';
import { removeAnnotation, restoreAnnotation, updateAnnotation } from '../../storage/annotations';
import { toStorageError } from '../../storage/errors';
import { type Entry, entriesOf } from './entries';
import { type Draft, EntryRow } from './entry-row';
import { ExportSet } from './export-set';
import { KindFilter, type Shown } from './kind-filter';
import { useOpenDocument } from './use-open-document';
import { useVocabulary } from './use-vocabulary';

/** What the panel says below its list: the last removal that can be undone, or why something failed. */
type Message = { done: string; undo?(): Promise<unknown> } | { failure: string } | null;

const disconnected = () => ({ ok: false, code: 'disconnected' }) as const;

/** The side panel: the open document's passages and annotations in its own order. */
export function Panel() {
  const texts = useTexts();
  const { document, refresh } = useOpenDocument();
  const vocabulary = useVocabulary();
  const [shown, setShown] = useState<Shown>('all');
  const [message, setMessage] = useState<Message>(null);
  const drafts = useRef(new Map<string, Draft>());
  const list = useRef<HTMLOListElement>(null);

  if (document === null) return <Alone>{texts.panel.loading}</Alone>;
  if (document === 'none') return <Alone>{texts.panel.noDocument}</Alone>;
  const { tabId, state } = document;
  const entries = entriesOf(state);
  const visible = entries.filter(
    ({ kind, placement }) => shown === 'all' || (shown === 'kept' ? placement : kind === shown),
  );
  const count = (kind: Entry['kind']) => entries.filter((entry) => entry.kind === kind).length;

  const attempt = async (work: () => Promise<unknown>, done: Message) => {
    try {
      await work();
      setMessage(done);
    } catch (error) {
      setMessage({ failure: texts.failure[toStorageError(error).code] });
    }
    await notifyPages();
    await refresh();
  };

  const remove = async (id: string) => {
    await attempt(() => removeAnnotation(id), { done: texts.card.removed, undo: () => restoreAnnotation(id) });
    // The row may be gone with the annotation: focus stays in the list.
    list.current?.focus();
  };

  const retarget = async ({ id, target }: KeptAnnotation, place: QuotedSpan | null): Promise<string | null> => {
    const answer = await sendMessage('retarget', { id, place }, tabId).catch(disconnected);
    await refresh();
    if (answer.ok) {
      setMessage({ done: texts.review.reattached, undo: () => updateAnnotation(id, { target }) });
      return null;
    }
    return place === null && answer.code === 'not-found' ? texts.review.nothingSelected : texts.failure[answer.code];
  };

  const undo = async (work: () => Promise<unknown>) => {
    await attempt(work, null);
    // The button goes with its message.
    list.current?.focus();
  };

  const copy = async (id: string) => {
    try {
      await copyQuotation(id);
      setMessage({ done: texts.panel.copied });
    } catch {
      setMessage({ failure: texts.panel.notCopied });
    }
  };

  const keep = async ({ start, end, quote }: Entry) => {
    if (start === null || end === null) return;
    const answer = await sendMessage('savePassage', { start, end, quote }, tabId).catch(disconnected);
    setMessage(answer.ok ? null : { failure: texts.failure[answer.code] });
    await refresh();
  };

  const undoing = message && 'done' in message ? message.undo : undefined;
  return (
    <>
      <header>
        <h1>{state.title || texts.panel.title}</h1>
        <p class="counts">{texts.panel.counts(count('citation'), count('recommendation'))}</p>
        <KindFilter entries={entries} shown={shown} onChange={setShown} />
        <ExportSet />
      </header>
      {/* It scrolls with the focus inside it: no stop of its own, which Firefox would make of it. */}
      <main tabIndex={-1} onFocusIn={({ target }) => bringWhollyIntoView(target)}>
        {state.status === 'reading' && <p class="hint">{texts.panel.loading}</p>}
        {state.pages && <PagesStatus pages={state.pages} />}
        {state.status === 'empty' && !state.pages && <p class="hint">{texts.panel.empty}</p>}
        {state.status === 'ready' && entries.length === 0 && <p class="hint">{texts.panel.nothingFound}</p>}
        {shown === 'kept' && visible.length === 0 && <p class="hint">{texts.panel.nothingKept}</p>}
        {state.problem && <p class="failure">{texts.failure[state.problem]}</p>}
        <ol class="entries" ref={list} tabIndex={-1} aria-label={texts.panel.inThisDocument}>
          {visible.map((entry) => (
            <EntryRow
              key={entry.key}
              entry={entry}
              vocabulary={vocabulary}
              drafts={drafts.current}
              onReveal={(span) => void sendMessage('reveal', span, tabId).catch(refresh)}
              onRetarget={retarget}
              onKeep={() => keep(entry)}
              onChanged={async () => {
                await notifyPages();
                await refresh();
              }}
              onRemove={remove}
              onCopy={copy}
            />
          ))}
        </ol>
      </main>
      <output class="message">
        {message && 'failure' in message && <span class="failure">{message.failure}</span>}
        {message && 'done' in message && (
          <span class="actions">
            {message.done}
            {undoing && <UndoButton onUndo={() => undo(undoing)} />}
          </span>
        )}
      </output>
    </>
  );
}

function UndoButton({ onUndo }: { onUndo(): Promise<void> }) {
  const texts = useTexts();
  return (
    <button type="button" onClick={onUndo}>
      {texts.card.undo}
    </button>
  );
}

/** A panel that has but one thing to say. */
function Alone({ children }: { children: string }) {
  const texts = useTexts();
  return (
    <main>
      <h1 class="unseen">{texts.panel.title}</h1>
      <p class="hint">{children}</p>
    </main>
  );
}

/** Browsers are content when an edge of what has the keyboard's focus is in sight. */
function bringWhollyIntoView(target: EventTarget | null): void {
  if (target instanceof Element && target.matches(':focus-visible')) target.scrollIntoView({ block: 'nearest' });
}
