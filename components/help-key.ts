/** Whether a person has asked for help: not where the sign is typed into something. */
export function isHelpKey(event: KeyboardEvent): boolean {
  if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false;
  const target = event.composedPath()[0];
  return !(target instanceof Element && target.closest('input, textarea, select, [contenteditable]'));
}

/** Asks the page's help sheet to open. */
export const HELP_WANTED = 'revisionspennan-help';

/** Opens the help sheet of a page of ours. @returns false where the page has none */
export function askForHelp(): boolean {
  return location.protocol.endsWith('-extension:') && !dispatchEvent(new Event(HELP_WANTED, { cancelable: true }));
}
