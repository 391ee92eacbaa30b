import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useLibraryTexts } from './texts';

interface DialogProps {
  title: string;
  /** Wider, for tables. */
  isWide?: boolean;
  /** Selector of the field that has the focus at first; without it, what the browser chooses. */
  firstField?: string;
  /** The person wants to leave: Escape, the cross, a click outside is none. */
  onClose(): void;
  /** Enter in a field does what the first button at the end does, as in a form. */
  onEnter?(): void;
  children: ComponentChildren;
  /** Buttons at the end. */
  actions?: ComponentChildren;
}

/** A window over the page that keeps the focus, and gives it back to where it was. */
export function Dialog({ title, isWide = false, firstField, onClose, onEnter, children, actions }: DialogProps) {
  const texts = useLibraryTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  useLayoutEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    // The browser would choose the cross: what is typed at once would be lost, and Enter would leave.
    if (firstField !== undefined) element?.querySelector<HTMLElement>(firstField)?.focus();
    return () => {
      element?.close();
      // The browser gives the focus back by itself, but not out of an element that is gone already.
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      class={isWide ? 'dialog wide' : 'dialog'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.defaultPrevented || event.isComposing || event.repeat) return;
        const field = event.target;
        // A field in a form of its own does what that form does; Enter in the field for a file chooses one.
        if (!(field instanceof HTMLInputElement) || field.form !== null || field.type === 'file') return;
        // The key would go on to the button that opened the window, once that has the focus again.
        event.preventDefault();
        onEnter?.();
      }}
    >
      <div class="frame">
        <header>
          <h2 id={id}>{title}</h2>
          <button type="button" class="quiet close" aria-label={texts.close} onClick={onClose}>
            <span aria-hidden="true">×</span>
          </button>
        </header>
        <div class="body">{children}</div>
        {actions && <footer class="actions">{actions}</footer>}
      </div>
    </dialog>
  );
}
