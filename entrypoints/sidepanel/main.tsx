import { render } from 'preact';
import { HelpDialog } from '../../components/help-dialog';
import { TextsProvider } from '../../components/texts';
import { languageOf, textsIn } from '../../locales';
import { panelTextsIn } from '../../locales/panel';
import { getSettings } from '../../storage/settings';
import { closeOnCommand } from './close-on-command';
import { Panel } from './panel';
import { PanelTextsProvider } from './texts';

async function start(): Promise<void> {
  closeOnCommand();
  // Without its settings the panel still works, in the browser's language.
  const setting = await getSettings().then(
    (settings) => settings.language,
    () => 'auto' as const,
  );
  const language = languageOf(setting, browser.i18n.getUILanguage());
  document.documentElement.lang = language;
  const root = document.getElementById('panel');
  if (!root) return;
  render(
    <TextsProvider value={textsIn(language)}>
      <PanelTextsProvider value={panelTextsIn(language)}>
        <Panel />
        <HelpDialog where="panel" button="none" />
      </PanelTextsProvider>
    </TextsProvider>,
    root,
  );
}

void start();
