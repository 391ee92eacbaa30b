import type { RefCallback } from 'preact';
import { HelpDialog } from '../../components/help-dialog';
import { TextsProvider } from '../../components/texts';
import { textsIn } from '../../locales';
import { useViewerState } from './context';
import { DropTarget } from './drop-target';
import { FindBar } from './find-bar';
import { FailurePage, LoadingPage, PasswordPage, Progress, StartPage, Trouble } from './messages';
import { PropertiesDialog } from './properties-dialog';
import { SidePane } from './side-pane';
import { Toolbar } from './toolbar';

/** The viewer's window. `place` is where the pages stand, which are pdf.js's and none of Preact's. */
export function App({ place }: { place: RefCallback<HTMLElement> }) {
  const hasDarkPages = useViewerState((state) => state.hasDarkPages);
  return (
    <>
      <header>
        <Heading />
        <Toolbar />
        <FindBar />
        <Trouble />
        <Progress />
      </header>
      <div class="body">
        <SidePane />
        <main ref={place} class={hasDarkPages ? 'dark-pages' : ''}>
          <Message />
        </main>
      </div>
      <PropertiesDialog />
      <DropTarget />
      <TextsProvider value={textsIn(document.documentElement.lang === 'en' ? 'en' : 'sv')}>
        <HelpDialog where="viewer" button="none" />
      </TextsProvider>
    </>
  );
}

/** In place of the pages while there are none. */
function Message() {
  const stage = useViewerState((state) => state.stage);
  if (stage === 'reading') return null;
  return (
    <div class="message">
      {stage === 'start' && <StartPage />}
      {stage === 'loading' && <LoadingPage />}
      {stage === 'password' && <PasswordPage />}
      {stage === 'failed' && <FailurePage />}
    </div>
  );
}

/** The document's name for those who go by headings; the other stages show headings of their own. */
function Heading() {
  const stage = useViewerState((state) => state.stage);
  const fileName = useViewerState((state) => state.fileName);
  return stage === 'reading' || stage === 'loading' ? <h1 class="unseen">{fileName}</h1> : null;
}
