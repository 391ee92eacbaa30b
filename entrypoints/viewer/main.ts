import { narrowConnections } from './policy';

narrowConnections();
// Before anything is loaded: Chrome reads the page's language once, and would offer to translate it from Swedish.
document.documentElement.lang = browser.i18n.getUILanguage();
// Loaded only now, so that no code of the viewer or of pdf.js runs before the policy holds.
void import('./start').then(({ start }) => start());
