import { useTexts } from '../../components/texts';
import { ActionsProvider, useNewActions } from './actions';
import { LibraryView } from './library-view';
import { useLibraryTexts } from './texts';
import { useLibrary } from './use-library';

/** The library's page. */
export function App() {
  const shared = useTexts();
  const texts = useLibraryTexts();
  const actions = useNewActions();
  const { opened, version, failure } = useLibrary();

  return (
    <ActionsProvider value={actions}>
      {opened ? (
        <LibraryView {...opened} version={version} />
      ) : (
        <main class="alone">
          <h1>{texts.title}</h1>
          {failure === null && (
            <p class="hint" role="status">
              {texts.loading}
            </p>
          )}
        </main>
      )}
      {failure && (
        <p class="failure trouble" role="alert">
          {shared.failure[failure]}{' '}
          <button type="button" onClick={() => location.reload()}>
            {texts.reload}
          </button>
        </p>
      )}
    </ActionsProvider>
  );
}
