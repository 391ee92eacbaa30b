/**
 * Puts a text on the clipboard, as plain text and as HTML. To be called while a click is being handled. Pages over plain http
 * have no clipboard of their own: there it is copied as a person would, from a field that holds it.
 * @param place an element of ours, in which that field may stand for a moment
 * @returns false where the browser refuses
 */
export async function copyText(place: HTMLElement, { text, html }: { text: string; html: string }): Promise<boolean> {
  if (place.ownerDocument.defaultView?.isSecureContext) {
    try {
      const blob = (content: string, type: string) => new Blob([content], { type });
      const item = new ClipboardItem({ 'text/plain': blob(text, 'text/plain'), 'text/html': blob(html, 'text/html') });
      await navigator.clipboard.write([item]);
      return true;
    } catch {
      // A page can forbid its frames and scripts the clipboard; the other way stays.
    }
  }
  return copyFromField(place, text, html);
}

function copyFromField(place: HTMLElement, text: string, html: string): boolean {
  const page = place.ownerDocument;
  const root = place.getRootNode();
  const focused = root instanceof ShadowRoot ? root.activeElement : page.activeElement;
  const field = page.createElement('textarea');
  field.value = text;
  field.className = 'unseen';
  field.addEventListener('copy', (event) => {
    event.clipboardData?.setData('text/plain', text);
    event.clipboardData?.setData('text/html', html);
    event.preventDefault();
    event.stopPropagation();
  });
  place.append(field);
  field.select();
  const isCopied = page.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return isCopied;
}
