import { useEffect, useRef, useState } from 'preact/hooks';
import { openHelp } from '../../components/help-dialog';
import { textsIn } from '../../locales';
import { changeSettings, getSettings } from '../../storage/settings';
import { canOpenPdfsByThemselves, keepPdfsHere } from '../background/pdf-redirect';
import { openInBrowser } from './browser-viewer';
import { chooseFile } from './choose-file';
import { useTexts, useViewer, useViewerState } from './context';
import { IconButton } from './icon-button';
import * as moves from './moves';
import { printDocument } from './print';
import { saveFile } from './save-file';

const MENU = 'more-menu';

/** What is done now and then, and in a narrow window also what the bar has no room for. */
export function MoreMenu() {
  const viewer = useViewer();
  const { bar, menu } = useTexts();
  const isReading = useViewerState(({ stage }) => stage === 'reading');
  const address = useViewerState((state) => state.address);
  const hasDarkPages = useViewerState((state) => state.hasDarkPages);
  const hasSpreads = useViewerState((state) => state.hasSpreads);
  const list = useRef<HTMLElement>(null);
  const act = (work: () => unknown) => () => {
    list.current?.hidePopover();
    void work();
  };
  const setDarkPages = (wanted: boolean) => {
    viewer.state.set({ hasDarkPages: wanted });
    void changeSettings({ darkPages: wanted });
  };
  return (
    <>
      <IconButton icon="more" name={bar.more} popovertarget={MENU} />
      <section id={MENU} ref={list} class="more-menu" popover="auto" aria-label={menu.label}>
        <button type="button" disabled={!isReading} onClick={act(() => moves.rotate(viewer, 90))}>
          {menu.rotate}
        </button>
        <button type="button" disabled={!isReading} onClick={act(() => moves.rotate(viewer, -90))}>
          {menu.rotateBack}
        </button>
        <button type="button" disabled={!isReading} onClick={act(() => moves.goTo(viewer, 1))}>
          {menu.first}
        </button>
        <button type="button" disabled={!isReading} onClick={act(() => moves.goTo(viewer, viewer.pdf?.numPages ?? 1))}>
          {menu.last}
        </button>
        <button type="button" disabled={!isReading} onClick={act(() => printDocument(viewer))}>
          {menu.print}
        </button>
        <button type="button" disabled={!isReading} onClick={act(() => saveFile(viewer))}>
          {menu.save}
        </button>
        <button type="button" onClick={act(() => chooseFile(viewer))}>
          {menu.openFile}
        </button>
        <button
          type="button"
          disabled={!isReading}
          onClick={act(() => viewer.state.set({ isShowingProperties: true }))}
        >
          {menu.properties}
        </button>
        <button type="button" onClick={act(openHelp)}>
          {textsIn(document.documentElement.lang === 'en' ? 'en' : 'sv').keys.open}
        </button>
        {address !== null && (
          <button type="button" onClick={act(() => openInBrowser(address))}>
            {menu.openInBrowser}
          </button>
        )}
        <label class="choice">
          <input
            type="checkbox"
            disabled={!isReading}
            checked={hasSpreads}
            onChange={(event) => moves.spread(viewer, event.currentTarget.checked)}
          />
          {menu.spreads}
        </label>
        <label class="choice">
          <input
            type="checkbox"
            checked={hasDarkPages}
            onChange={(event) => setDarkPages(event.currentTarget.checked)}
          />
          {menu.darkPages}
        </label>
        <OpenPdfsHere />
      </section>
    </>
  );
}

/** Only where the browser can send PDF files here by itself. */
function OpenPdfsHere() {
  const { menu } = useTexts();
  const [isChosen, setChosen] = useState<boolean | null>(null);
  useEffect(() => {
    void canOpenPdfsByThemselves().then(async (can) => setChosen(can ? (await getSettings()).openPdfsHere : null));
  }, []);
  if (isChosen === null) return null;
  const choose = async (wanted: boolean) => {
    setChosen(wanted);
    await changeSettings({ openPdfsHere: wanted });
    await keepPdfsHere();
  };
  return (
    <label class="choice">
      <input type="checkbox" checked={isChosen} onChange={(event) => void choose(event.currentTarget.checked)} />
      {menu.openPdfsHere}
    </label>
  );
}
