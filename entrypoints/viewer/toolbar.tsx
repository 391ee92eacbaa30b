import { useEffect, useState } from 'preact/hooks';
import { useTexts, useViewer, useViewerState } from './context';
import { IconButton } from './icon-button';
import { MoreMenu } from './more-menu';
import * as moves from './moves';
import { pageMeant } from './page-labels';
import { printDocument } from './print';
import { saveFile } from './save-file';
import { togglePane } from './side-pane';
import { ZoomSelect } from './zoom-select';

/** The bar over the document. What has no room in a narrow window is in its menu. */
export function Toolbar() {
  const viewer = useViewer();
  const texts = useTexts();
  const isReading = useViewerState(({ stage }) => stage === 'reading');
  const pane = useViewerState((state) => state.pane);
  const isFinding = useViewerState(({ search }) => search.open);
  const { bar, menu } = texts;
  return (
    <div class="toolbar" role="toolbar" aria-label={bar.label}>
      <IconButton
        icon="pane"
        name={bar.pane}
        keys="F4"
        aria-expanded={pane !== 'closed'}
        disabled={!isReading}
        onClick={() => togglePane(viewer)}
      />
      <IconButton
        icon="find"
        name={bar.find}
        keys="Ctrl+F"
        aria-expanded={isFinding}
        disabled={!isReading}
        onClick={() => (isFinding ? moves.closeFind(viewer) : moves.openFind(viewer))}
      />
      <span class="group">
        <IconButton
          class="roomy"
          icon="up"
          name={bar.previous}
          disabled={!isReading}
          onClick={() => moves.turn(viewer, -1)}
        />
        <IconButton
          class="roomy"
          icon="down"
          name={bar.next}
          disabled={!isReading}
          onClick={() => moves.turn(viewer, 1)}
        />
        <PageField />
      </span>
      <span class="group zoom">
        <IconButton
          icon="minus"
          name={bar.zoomOut}
          keys="Ctrl+−"
          disabled={!isReading}
          onClick={() => moves.zoom(viewer, -1)}
        />
        <ZoomSelect />
        <IconButton
          icon="plus"
          name={bar.zoomIn}
          keys="Ctrl++"
          disabled={!isReading}
          onClick={() => moves.zoom(viewer, 1)}
        />
      </span>
      <span class="group end">
        <IconButton
          class="wide"
          icon="rotate"
          name={menu.rotate}
          keys="R"
          disabled={!isReading}
          onClick={() => moves.rotate(viewer, 90)}
        />
        <IconButton
          class="wide"
          icon="print"
          name={menu.print}
          keys="Ctrl+P"
          disabled={!isReading}
          onClick={() => void printDocument(viewer)}
        />
        <IconButton
          class="wide"
          icon="save"
          name={menu.save}
          keys="Ctrl+S"
          disabled={!isReading}
          onClick={() => void saveFile(viewer)}
        />
        <MoreMenu />
      </span>
    </div>
  );
}

/** The page number, which can be written over: "12 / 340". */
function PageField() {
  const viewer = useViewer();
  const { bar } = useTexts();
  const page = useViewerState((state) => state.page);
  const pages = useViewerState((state) => state.pages);
  const labels = useViewerState((state) => state.labels);
  const label = labels?.[page - 1] || String(page);
  const [typed, setTyped] = useState<string | null>(null);
  // What was typed is done with once the page changes.
  useEffect(() => setTyped(null), [page]);
  const go = () => {
    const wanted = pageMeant(typed ?? '', labels, pages);
    if (wanted !== null) moves.goTo(viewer, wanted);
    setTyped(null);
  };
  return (
    <form
      class="page-field"
      onSubmit={(event) => {
        event.preventDefault();
        go();
        viewer.pages.container.focus();
      }}
    >
      <input
        id="page-number"
        aria-label={bar.page}
        inputMode={labels ? 'text' : 'numeric'}
        autocomplete="off"
        size={Math.max(String(pages).length, label.length) + 1}
        value={typed ?? (page > 0 ? label : '')}
        disabled={pages === 0}
        onFocus={(event) => event.currentTarget.select()}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => setTyped(null)}
      />
      <span class="of-pages">
        {pages > 0 && (label === String(page) ? bar.ofPages(String(pages)) : bar.labelled(String(page), String(pages)))}
      </span>
    </form>
  );
}
