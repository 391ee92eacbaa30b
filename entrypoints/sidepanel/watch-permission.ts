/**
 * Tells whether a site may be read, at once and after each change of permissions, here or in the browser's settings.
 * @param pattern match pattern of the site
 * @param tell hears it; undefined where the browser does not say
 * @returns ends it
 */
export function watchPermission(pattern: string, tell: (isGranted: boolean | undefined) => void): () => void {
  let isClosed = false;
  const check = async () => {
    const isGranted = await browser.permissions.contains({ origins: [pattern] }).catch(() => undefined);
    if (!isClosed) tell(isGranted);
  };
  void check();
  const { onAdded, onRemoved } = browser.permissions;
  onAdded.addListener(check);
  onRemoved.addListener(check);
  return () => {
    isClosed = true;
    onAdded.removeListener(check);
    onRemoved.removeListener(check);
  };
}
