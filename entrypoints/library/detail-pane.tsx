import type { ComponentChildren } from 'preact';
import { Dialog } from './dialog';
import { useLibraryTexts } from './texts';
import { useMedia } from './use-media';

/** Below this width details stand over the list instead of beside it. */
const NARROW = '(max-width: 62em)';

/** Details beside the list, or over it where there is no room. */
export function DetailPane({ onClose, children }: { onClose(): void; children: ComponentChildren }) {
  const texts = useLibraryTexts();
  const isNarrow = useMedia(NARROW);
  if (isNarrow)
    return (
      <Dialog title={texts.details} onClose={onClose}>
        {children}
      </Dialog>
    );
  return (
    <aside
      class="detail-pane"
      aria-label={texts.details}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <header>
        <h2>{texts.details}</h2>
        <button type="button" class="quiet close" aria-label={texts.close} onClick={onClose}>
          <span aria-hidden="true">×</span>
        </button>
      </header>
      {children}
    </aside>
  );
}
