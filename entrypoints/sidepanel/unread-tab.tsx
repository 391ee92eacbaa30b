import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { MUNICIPAL_PATTERNS } from '../../data/municipal-sites';
import { readOrOpen } from '../background/open-pdf';
import { patternOf } from '../options/granted';
import type { Unread } from './tab-content';
import { usePanelTexts } from './texts';

/** A tab in which nothing is read: why, and what a person can do about it. */
export function UnreadTab({ unread, onDone }: { unread: Unread; onDone(): Promise<void> }) {
  const { unread: texts } = usePanelTexts();
  switch (unread.why) {
    case 'loading':
      return <p class="hint loading">{texts.loading}</p>;
    case 'browser-page':
      return (
        <Trouble title={texts.browserPageTitle} text={texts.browserPage}>
          <ChoosePdf />
        </Trouble>
      );
    case 'own-page':
      return (
        <Trouble title={texts.ownPageTitle} text={texts.ownPage}>
          <ChoosePdf />
        </Trouble>
      );
    case 'page':
      return (
        <Trouble title={texts.pageTitle} text={texts.page}>
          <button type="button" class="primary read" onClick={() => void readOrOpen(unread.tab).then(onDone)}>
            {texts.read}
          </button>
        </Trouble>
      );
    case 'pdf':
      return (
        <Trouble title={texts.pdfTitle} text={texts.pdf}>
          <button type="button" class="primary open-pdf" onClick={() => void readOrOpen(unread.tab, true).then(onDone)}>
            {texts.openPdf}
          </button>
        </Trouble>
      );
    case 'not-allowed':
      return <NotAllowed site={unread.site} />;
  }
}

/** The page may not be read: the toolbar button is the way for once, the browser's permission the way for always. */
function NotAllowed({ site }: { site: string | undefined }) {
  const { unread: texts } = usePanelTexts();
  const keys = useToolbarKeys();
  const [said, setSaid] = useState('');
  const pattern = site === undefined ? null : patternOf(site);

  // The browser asks only while the click is being handled: nothing is waited for before this.
  const allow = (origins: readonly string[]) => {
    browser.permissions.request({ origins: [...origins] }).then(
      (isGiven) => setSaid(isGiven ? '' : texts.refused),
      () => setSaid(texts.refused),
    );
  };

  return (
    <Trouble title={texts.notAllowedTitle} text={keys ? texts.notAllowedKeys(keys) : texts.notAllowed}>
      <p>{texts.orAlways}</p>
      {pattern !== null && site !== undefined && (
        <button type="button" class="primary allow-site" onClick={() => allow([pattern])}>
          {texts.allowSite(site)}
        </button>
      )}
      <button type="button" class="allow-municipal" onClick={() => allow(MUNICIPAL_PATTERNS)}>
        {texts.allowMunicipal}
      </button>
      <button type="button" class="quiet" onClick={() => void browser.runtime.openOptionsPage()}>
        {texts.moreChoices}
      </button>
      <output class="status">{said}</output>
    </Trouble>
  );
}

function Trouble({ title, text, children }: { title: string; text: string; children: ComponentChildren }) {
  return (
    <section class="trouble" aria-label={title}>
      <h2>{title}</h2>
      <p class="hint">{text}</p>
      <div class="choices">{children}</div>
    </section>
  );
}

function ChoosePdf() {
  const { unread: texts } = usePanelTexts();
  return (
    <a href="/viewer.html" target="_blank" rel="noreferrer">
      {texts.choosePdf}
    </a>
  );
}

/** The keys of the toolbar button as the person has set them; empty where there are none. */
function useToolbarKeys(): string {
  const [keys, setKeys] = useState('');
  useEffect(() => {
    browser.commands.getAll().then(
      (commands) => setKeys(commands.find(({ name }) => name === '_execute_action')?.shortcut ?? ''),
      // Without them the button is named alone.
      () => setKeys(''),
    );
  }, []);
  return keys;
}
