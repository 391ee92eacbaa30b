import type { Viewer } from './viewer';

/** Saves the document, as its server or the machine holds it, where the browser puts downloads. */
export async function saveFile(viewer: Viewer): Promise<void> {
  const { source, state } = viewer;
  if (!source || state.get().isSaving) return;
  state.set({ isSaving: true });
  try {
    const url = URL.createObjectURL(new Blob([await source.whole()], { type: 'application/pdf' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = nameOfFile(state.get().fileName);
    link.click();
    // The browser reads the address after the click has been handled.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  } catch {
    state.set({ trouble: 'stopped' });
  } finally {
    state.set({ isSaving: false });
  }
}

/** A name that says what the file is. */
function nameOfFile(name: string): string {
  return /\.pdf$/i.test(name) ? name : `${name || 'dokument'}.pdf`;
}
