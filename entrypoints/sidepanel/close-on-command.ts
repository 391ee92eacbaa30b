import { onMessage } from '../../messages/protocol';

/** Lets the keyboard's command close the panel of its window; the browser itself has no way to it before Chrome 141. */
export function closeOnCommand(): void {
  onMessage('closePanel', async ({ data: { windowId } }) => {
    const { id } = await browser.windows.getCurrent();
    if (id === windowId) window.close();
  });
}
