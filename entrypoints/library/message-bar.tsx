import { useTexts } from '../../components/texts';
import { useActions } from './actions';
import { useLibraryTexts } from './texts';

/** The last thing done, with the way back; stays until it is closed or something else is done. */
export function MessageBar({ onGone }: { onGone(): void }) {
  const shared = useTexts();
  const texts = useLibraryTexts();
  const { message, say, undoLast } = useActions();
  return (
    <div class="message-bar" role="status">
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
              {shared.card.undo}
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
