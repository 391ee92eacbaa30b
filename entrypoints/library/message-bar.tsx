import { useLayoutEffect, useRef } from 'preact/hooks';
import { useTexts } from '../../components/texts';
import { useActions } from './actions';
import { useLibraryTexts } from './texts';

/** The last thing done, with the way back; stays until it is closed or something else is done. */
export function MessageBar({ onGone }: { onGone(): void }) {
  const shared = useTexts();
  const texts = useLibraryTexts();
  const { message: last, say, undoLast, redoLast } = useActions();
  // A window that opens says nothing of what was done before it: the way back from that is no part of it.
  const before = useRef(last);
  const message = last === before.current && last?.type !== 'busy' ? null : last;
  const bar = useRef<HTMLDivElement>(null);
  // In a window it stands over the end of what scrolls: never over the field that the person is in, also when what
  // was done comes to stand above it a moment later.
  useLayoutEffect(() => {
    const body = bar.current?.parentElement;
    if (!bar.current || !body?.matches('.dialog .body')) return;
    body.style.scrollPaddingBottom = `${bar.current.offsetHeight}px`;
    const field = document.activeElement;
    if (message && field && body.contains(field) && !bar.current.contains(field)) {
      field.scrollIntoView({ block: 'nearest' });
    }
  });
  return (
    <div class="message-bar" role="status" ref={bar}>
      {message && (
        <div class={`message ${message.type}`}>
          <span class="words">{message.text}</span>
          {message.type === 'busy' && (
            <>
              <progress aria-label={message.text} value={message.share ?? undefined} max={1} />
              <button type="button" onClick={message.cancel}>
                {texts.cancel}
              </button>
            </>
          )}
          {message.type === 'done' && message.canUndo && (
            <button
              type="button"
              class="undo"
              onClick={async () => {
                await undoLast();
                // The button may go with its message.
                onGone();
              }}
            >
              {message.isUndone ? texts.undoMore : shared.card.undo}
            </button>
          )}
          {message.type === 'done' && message.canRedo && (
            <button
              type="button"
              class="redo"
              onClick={async () => {
                await redoLast();
                onGone();
              }}
            >
              {texts.redo}
            </button>
          )}
          {message.type !== 'busy' && (
            <button
              type="button"
              class="quiet close"
              aria-label={texts.closeMessage}
              onClick={() => {
                say(null);
                onGone();
              }}
            >
              <span aria-hidden="true">×</span>
            </button>
          )}
        </div>
      )}
    </div>
  );
}
