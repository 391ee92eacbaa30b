import { Attachments } from './attachments';
import { useTexts, useViewer, useViewerState } from './context';
import { IconButton } from './icon-button';
import { Outline } from './outline';
import type { Pane } from './state';
import { Thumbnails } from './thumbnails';
import type { Viewer } from './viewer';

/** Opens the pane, or closes it. */
export function togglePane(viewer: Viewer): void {
  if (!viewer.pdf) return;
  const isClosing = viewer.state.get().pane !== 'closed';
  const hadFocus = document.activeElement?.closest('.side-pane') !== null;
  viewer.state.set({ pane: isClosing ? 'closed' : 'thumbnails' });
  // What had the focus in it goes with it.
  if (isClosing && hadFocus) viewer.pages.container.focus();
  // The pages have another width now.
  requestAnimationFrame(() => dispatchEvent(new Event('resize')));
}

/** The same by its key: who opens it so goes on in it, at the page that is shown. */
export function togglePaneByKey(viewer: Viewer): void {
  togglePane(viewer);
  if (viewer.state.get().pane === 'closed') return;
  // The small pages are drawn once their list knows its size.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.side-pane .thumbnail[aria-current]')?.focus()),
  );
}

/** Small pages, or the table of contents, beside the document. */
export function SidePane() {
  const viewer = useViewer();
  const { pane: texts } = useTexts();
  const pane = useViewerState((state) => state.pane);
  const attachments = useViewerState((state) => state.attachments);
  const isReading = useViewerState(({ stage }) => stage === 'reading');
  if (pane === 'closed' || !isReading) return null;
  // A pane of attachments stays open only for a document that has some.
  const shown = pane === 'attachments' && attachments.length === 0 ? 'thumbnails' : pane;
  const choose = (wanted: Pane) => () => viewer.state.set({ pane: wanted });
  return (
    <nav class="side-pane" aria-label={texts.label}>
      <div class="pane-head">
        <button type="button" aria-pressed={shown === 'thumbnails'} onClick={choose('thumbnails')}>
          {texts.thumbnails}
        </button>
        <button type="button" aria-pressed={shown === 'outline'} onClick={choose('outline')}>
          {texts.outline}
        </button>
        {attachments.length > 0 && (
          <button type="button" aria-pressed={shown === 'attachments'} onClick={choose('attachments')}>
            {texts.attachments}
          </button>
        )}
        <IconButton class="pane-close" icon="close" name={texts.close} keys="F4" onClick={() => togglePane(viewer)} />
      </div>
      {shown === 'thumbnails' && <Thumbnails />}
      {shown === 'outline' && <Outline />}
      {shown === 'attachments' && <Attachments files={attachments} />}
    </nav>
  );
}
