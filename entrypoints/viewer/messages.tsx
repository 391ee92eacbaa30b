import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { openInBrowser } from './browser-viewer';
import { chooseFile } from './choose-file';
import { useTexts, useViewer, useViewerState } from './context';
import { IconButton } from './icon-button';
import { stopPrinting } from './print';

/** After so long without a byte a person wonders, in milliseconds; long before the server is given up. */
const SILENT_MS = 5000;

/** Before anything is open: what can be opened, and how. */
export function StartPage() {
  const viewer = useViewer();
  const { start } = useTexts();
  const fileName = useViewerState((state) => state.fileName);
  const refused = useViewerState((state) => state.refused);
  const said = fileName ? start.chooseAgain(fileName) : start.hint;
  return (
    <section class="sheet">
      <h1>{start.title}</h1>
      {refused && (
        <p class="failure" role="alert">
          {refused === 'file' ? start.refusedFile(fileName) : start.refusedAddress}
        </p>
      )}
      {refused !== 'file' && <p>{said}</p>}
      <button type="button" class="primary" onClick={() => chooseFile(viewer)}>
        {start.choose}
      </button>
    </section>
  );
}

/** While the file is on its way. */
export function LoadingPage() {
  const viewer = useViewer();
  const { loading } = useTexts();
  const fileName = useViewerState((state) => state.fileName);
  const progress = useViewerState((state) => state.progress);
  const heard = useViewerState((state) => state.heard);
  const [isSilent, setSilent] = useState(false);
  useEffect(() => {
    setSilent(false);
    if (heard === null) return;
    const timer = setTimeout(() => setSilent(true), SILENT_MS);
    return () => clearTimeout(timer);
  }, [heard]);
  return (
    <section class="sheet">
      <p id="fetching" role="status">
        {loading.fetching(fileName)}
      </p>
      <progress aria-labelledby="fetching" max={1} value={progress ?? undefined} />
      <p class="status silent" role="status">
        {isSilent ? loading.silent : ''}
      </p>
      <button type="button" onClick={() => viewer.cancel()}>
        {loading.cancel}
      </button>
    </section>
  );
}

export function PasswordPage() {
  const viewer = useViewer();
  const { password } = useTexts();
  const isWrong = useViewerState((state) => state.isPasswordWrong);
  const field = useRef<HTMLInputElement>(null);
  // The attribute serves a document once: after a wrong password the field is a new one.
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <form
      class="sheet"
      onSubmit={(event) => {
        event.preventDefault();
        viewer.givePassword(field.current?.value ?? '');
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') viewer.cancel();
      }}
    >
      <h1>{password.title}</h1>
      <p class="field">
        <label for="password">{password.label}</label>
        <input
          id="password"
          ref={field}
          type="password"
          autocomplete="off"
          aria-invalid={isWrong}
          aria-describedby="password-wrong password-stays"
        />
      </p>
      <p id="password-wrong" class="failure" role="alert">
        {isWrong ? password.wrong : ''}
      </p>
      <p id="password-stays" class="status">
        {password.stays}
      </p>
      <p class="actions">
        <button type="submit" class="primary">
          {password.open}
        </button>
        <button type="button" onClick={() => viewer.cancel()}>
          {password.cancel}
        </button>
      </p>
    </form>
  );
}

/** What went wrong, in one sentence, and what can be done. */
export function FailurePage() {
  const viewer = useViewer();
  const texts = useTexts();
  const failure = useViewerState((state) => state.failure);
  const address = useViewerState((state) => state.address);
  const fileName = useViewerState((state) => state.fileName);
  if (!failure) return null;
  const { failed } = texts;
  // What the browser may not fetch from here does not come by trying again.
  const hasRetry = failure.code !== 'not-permitted' && failure.code !== 'elsewhere';
  const site = address === null ? null : new URL(address).hostname;
  const allow = async () => {
    if (address === null) return;
    // By http and by https: sites send everybody from one to the other.
    const origins = [`*://${new URL(address).hostname}/*`];
    // Browsers ask only while the click is being handled: nothing may be awaited before this.
    if (await browser.permissions.request({ origins })) await viewer.openWeb(address);
  };
  return (
    <section class="sheet">
      <h1>{failed.title}</h1>
      <p class="document-name">{fileName}</p>
      <p class="failure" role="alert">
        {texts.failure[failure.code]}
      </p>
      {failure.status !== undefined && <p class="status">{failed.answered(String(failure.status))}</p>}
      {failure.code === 'not-permitted' && <p>{failed.allowed}</p>}
      <p class="actions">
        {failure.code === 'not-permitted' && site !== null && (
          <button type="button" class="primary" onClick={() => void allow()}>
            {failed.allow(site)}
          </button>
        )}
        {hasRetry && address !== null && (
          <button type="button" class="primary" onClick={() => void viewer.openWeb(address)}>
            {failed.retry}
          </button>
        )}
        {address !== null && (
          <button
            type="button"
            class={failure.code === 'elsewhere' ? 'primary' : ''}
            onClick={() => void openInBrowser(address)}
          >
            {failed.openInBrowser}
          </button>
        )}
        <button type="button" onClick={() => chooseFile(viewer)}>
          {failed.chooseFile}
        </button>
      </p>
      <p class="status">{failed.kept}</p>
    </section>
  );
}

/** What is wrong with a document that is shown all the same; over the pages. */
export function Trouble() {
  const viewer = useViewer();
  const { trouble: texts } = useTexts();
  const trouble = useViewerState((state) => state.trouble);
  const page = useViewerState((state) => state.troubledPage);
  if (!trouble) return null;
  return (
    <div class="trouble" role="alert">
      <span>{trouble === 'page' ? texts.page(String(page)) : texts[trouble]}</span>
      {trouble === 'stopped' && (
        <button type="button" onClick={() => viewer.retry()}>
          {texts.retry}
        </button>
      )}
      <IconButton icon="close" name={texts.hide} onClick={() => viewer.state.set({ trouble: null })} />
    </div>
  );
}

/** The progress of what takes its time: printing, saving. */
export function Progress() {
  const { print, saving } = useTexts();
  const printed = useViewerState((state) => state.printed);
  const pages = useViewerState((state) => state.pages);
  const isSaving = useViewerState((state) => state.isSaving);
  if (printed === null) {
    return isSaving ? (
      <p class="progress" role="status">
        {saving}
      </p>
    ) : null;
  }
  const text = print.preparing(String(printed + 1), String(pages));
  return (
    <div class="progress">
      <span id="print-progress">{text}</span>
      <progress aria-labelledby="print-progress" max={pages} value={printed} />
      <button type="button" onClick={stopPrinting}>
        {print.cancel}
      </button>
    </div>
  );
}
