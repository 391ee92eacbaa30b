import { useEffect, useState } from 'preact/hooks';
import { useTexts, useViewer } from './context';
import { components, type PDFDocumentProxy } from './pdfjs';

/** A file that is fastened to the document. */
export interface Attachment {
  /** What pdf.js knows it by. */
  id: string;
  name: string;
  description: string;
}

/** Files in the document are saved, never opened: they may be anything. */
export class AttachedFiles extends components.DownloadManager {
  override openOrDownloadData(data: Uint8Array, filename: string): boolean {
    this.downloadData(data, filename, 'application/octet-stream');
    return false;
  }
}

/** The document's attachments, by name; none where the list of them is broken. */
export async function attachmentsOf(pdf: PDFDocumentProxy): Promise<Attachment[]> {
  const found = await pdf.getAttachments().catch(() => null);
  return [...(found ?? [])]
    .map(([id, { filename, description }]) => ({ id, name: filename, description: description ?? '' }))
    .sort((one, other) => one.name.localeCompare(other.name, 'sv'));
}

/** The list of attachments, each to be saved. */
export function Attachments({ files }: { files: readonly Attachment[] }) {
  const { pdf } = useViewer();
  const { pane } = useTexts();
  const [isMissing, setMissing] = useState(false);
  useEffect(() => setMissing(false), [files]);
  const save = async ({ id, name }: Attachment) => {
    const content = (await pdf?.getAttachmentContent(id).catch(() => null)) ?? null;
    setMissing(content === null);
    if (content) new AttachedFiles().openOrDownloadData(content, name);
  };
  return (
    <div class="outline">
      <ul>
        {files.map((file) => (
          <li key={file.id}>
            <button
              type="button"
              class="outline-title"
              title={pane.saveAttachment(file.name)}
              onClick={() => void save(file)}
            >
              {file.name}
              {file.description && file.description !== file.name && <span class="about">{file.description}</span>}
            </button>
          </li>
        ))}
      </ul>
      <p class="hint failure" role="alert">
        {isMissing ? pane.attachmentMissing : ''}
      </p>
    </div>
  );
}
