import { useCallback, useEffect, useId, useRef, useState } from 'preact/hooks';
import { askForHelp, HELP_WANTED } from './ask-for-help';
import { isHelpKey } from './help-key';
import { type HelpPlace, HelpSheet } from './help-sheet';
import './help-sheet.css';
import { useTexts } from './texts';

interface HelpDialogProps {
  where: HelpPlace;
  /** How its button looks: a sign, its words, or none where the page has another way to it. */
  button?: 'sign' | 'words' | 'none';
}

/** Opens the help sheet of this page, for menus of its own. */
export function openHelp(): void {
  askForHelp();
}

/** The button that opens the page's help sheet: a sign, or its words. */
export function HelpButton({ look }: { look: 'sign' | 'words' }) {
  const texts = useTexts();
  if (look === 'words') {
    return (
      <button type="button" class="quiet help-words" aria-haspopup="dialog" onClick={openHelp}>
        {texts.keys.open}
      </button>
    );
  }
  return (
    <button
      type="button"
      class="help-button"
      aria-label={texts.keys.open}
      title={`${texts.keys.open} (?)`}
      aria-haspopup="dialog"
      onClick={openHelp}
    >
      <span aria-hidden="true">?</span>
    </button>
  );
}

/** The ways to the guide and its like, in tabs of their own: what is open stays as it is. */
function HelpLinks() {
  const texts = useTexts();
  const links = [
    ['/guide.html', texts.keys.guide],
    ['/sample.html', texts.keys.sample],
    ['/privacy.html', texts.keys.privacy],
  ] as const;
  return (
    <p class="help-links">
      {links.map(([href, words]) => (
        <a key={href} href={href} target="_blank" rel="noreferrer" title={texts.card.opensInNewTab}>
          {words}
        </a>
      ))}
    </p>
  );
}

/** The help sheet as a window over a page of ours, opened by `?` or by its button. */
export function HelpDialog({ where, button = 'sign' }: HelpDialogProps) {
  const texts = useTexts();
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
    const onWanted = (event: Event) => {
      event.preventDefault();
      open();
    };
    addEventListener('keydown', onKey);
    addEventListener(HELP_WANTED, onWanted);
    return () => {
      removeEventListener('keydown', onKey);
      removeEventListener(HELP_WANTED, onWanted);
    };
  }, [open]);

  return (
    <>
      {button !== 'none' && <HelpButton look={button} />}
      <dialog ref={dialog} class="help-dialog" aria-labelledby={id} onClose={() => setOpen(false)}>
        {isOpen && (
          <>
            <div class="help-head">
              <h2 id={id}>{texts.keys.title}</h2>
              <button type="button" onClick={() => dialog.current?.close()}>
                {texts.keys.close}
              </button>
            </div>
            <HelpLinks />
            <HelpSheet where={where} />
          </>
        )}
      </dialog>
    </>
  );
}
