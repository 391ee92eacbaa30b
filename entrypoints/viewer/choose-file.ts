import { wantedFrom } from './address';
import type { Viewer } from './viewer';

/** Lets the person choose a file of the machine, and opens it. */
export function chooseFile(viewer: Viewer): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = 'application/pdf,.pdf';
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) void openChosen(viewer, file);
  });
  input.click();
}

/** Opens a file that was chosen or dropped; says so when it is not the one that the viewer's address names. */
export function openChosen(viewer: Viewer, file: File): Promise<void> {
  const wanted = wantedFrom(location.search);
  const isFirst = viewer.state.get().stage === 'start';
  return viewer.openFile(file, isFirst && wanted.kind === 'local' ? wanted.fingerprint : undefined);
}

/** Whether something that is dragged over the window may be a PDF; its name is not known before it is dropped. */
export function mayBePdf(transfer: DataTransfer | null): boolean {
  return [...(transfer?.items ?? [])].some(
    ({ kind, type }) => kind === 'file' && (type === '' || type.endsWith('/pdf')),
  );
}
