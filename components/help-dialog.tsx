import { useCallback, useEffect, useId, useRef, useState } from 'preact/hooks';
import { isHelpKey } from './help-key';
import { type HelpPlace, HelpSheet } from './help-sheet';
import './help-sheet.css';
import { useTexts } from './texts';

/** The help sheet as a window over a page of ours, opened by `?` or by its button. */
export function HelpDialog({ where }: { where: HelpPlace }) {
  const { keys } = useTexts();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  const open = useCallback(() => {
    setOpen(true);
    // Modal: the browser keeps the focus in it, closes it by Escape and gives the focus back.
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isHelpKey(event) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      open();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [open]);

  return (
    <>
      <button type="button" class="help-button" aria-label={keys.open} title={`${keys.open} (?)`} onClick={open}>
        <span aria-hidden="true">?</span>
      </button>
      <dialog ref={dialog} class="help-dialog" aria-labelledby={id} onClose={() => setOpen(false)}>
        {isOpen && (
          <>
            <div class="help-head">
              <h2 id={id}>{keys.title}</h2>
              <button type="button" onClick={() => dialog.current?.close()}>
                {keys.close}
              </button>
            </div>
            <HelpSheet where={where} />
          </>
        )}
      </dialog>
    </>
  );
}
