import { useTexts, useViewer, useViewerState } from './context';
import { IconButton } from './icon-button';
import { Outline } from './outline';
import type { Pane } from './state';
import { Thumbnails } from './thumbnails';
import type { Viewer } from './viewer';

/** Opens the pane where it was last, or closes it. */
export function togglePane(viewer: Viewer): void {
  if (!viewer.pdf) return;
  viewer.state.set({ pane: viewer.state.get().pane === 'closed' ? 'thumbnails' : 'closed' });
  // The pages have another width now.
  requestAnimationFrame(() => dispatchEvent(new Event('resize')));
}

/** Small pages, or the table of contents, beside the document. */
export function SidePane() {
  const viewer = useViewer();
  const { pane: texts } = useTexts();
  const pane = useViewerState((state) => state.pane);
  const isReading = useViewerState(({ stage }) => stage === 'reading');
  if (pane === 'closed' || !isReading) return null;
  const choose = (wanted: Pane) => () => viewer.state.set({ pane: wanted });
  return (
    <nav class="side-pane" aria-label={texts.label}>
      <div class="pane-head">
        <button type="button" aria-pressed={pane === 'thumbnails'} onClick={choose('thumbnails')}>
          {texts.thumbnails}
        </button>
        <button type="button" aria-pressed={pane === 'outline'} onClick={choose('outline')}>
          {texts.outline}
        </button>
        <IconButton class="pane-close" icon="close" name={texts.close} keys="F4" onClick={() => togglePane(viewer)} />
      </div>
      {pane === 'thumbnails' ? <Thumbnails /> : <Outline />}
    </nav>
  );
}
