/** Saves a file as a download of the browser. */
export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  // The download reads the blob after this task.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
