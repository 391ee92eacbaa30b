/** Whether a person has asked for help: not where the sign is typed into something. */
export function isHelpKey(event: KeyboardEvent): boolean {
  if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false;
  const target = event.composedPath()[0];
  return !(target instanceof Element && target.closest('input, textarea, select, [contenteditable]'));
}
