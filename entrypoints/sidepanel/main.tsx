import { render } from 'preact';
import { HelpDialog } from '../../components/help-dialog';
import { showInLanguage } from '../../components/stored-language';
import { TextsProvider } from '../../components/texts';
import { textsIn } from '../../locales';
import { panelTextsIn } from '../../locales/panel';
import { closeOnCommand } from './close-on-command';
import { Panel } from './panel';
import { PanelTextsProvider } from './texts';

closeOnCommand();
const root = document.getElementById('panel');
if (root) {
  void showInLanguage((language) => {
    render(
      <TextsProvider value={textsIn(language)}>
        <PanelTextsProvider value={panelTextsIn(language)}>
          <Panel />
          <HelpDialog where="panel" button="none" />
        </PanelTextsProvider>
      </TextsProvider>,
      root,
    );
  });
}
