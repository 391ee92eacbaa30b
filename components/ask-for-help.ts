/** Asks the page's help sheet to open. */
export const HELP_WANTED = 'revisionspennan-help';

/** Opens the help sheet of a page of ours. @returns false where the page has none */
export function askForHelp(): boolean {
  return location.protocol.endsWith('-extension:') && !dispatchEvent(new Event(HELP_WANTED, { cancelable: true }));
}
