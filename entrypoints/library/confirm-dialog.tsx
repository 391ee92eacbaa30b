import { Dialog } from './dialog';
import { useLibraryTexts } from './texts';

export interface ConfirmDialogProps {
  title: string;
  text: string;
  /** What the button says that does it. */
  yes: string;
  onYes(): void;
  onClose(): void;
}

/** Asks before something that there is no way back from. */
export function ConfirmDialog({ title, text, yes, onYes, onClose }: ConfirmDialogProps) {
  const texts = useLibraryTexts();
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <button type="button" class="danger apply" onClick={onYes}>
            {yes}
          </button>
          <button type="button" onClick={onClose}>
            {texts.cancel}
          </button>
        </>
      }
    >
      <p>{text}</p>
    </Dialog>
  );
}
