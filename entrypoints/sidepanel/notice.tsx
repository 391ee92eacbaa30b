import type { ComponentChildren } from 'preact';
import { usePanelTexts } from './texts';

interface NoticeProps {
  name: string;
  text: string;
  onDismiss(): void;
  children?: ComponentChildren;
}

/** Something that a person has to know once, until it is closed. */
export function Notice({ name, text, onDismiss, children }: NoticeProps) {
  const texts = usePanelTexts();
  return (
    <div class="notice" role="status" data-notice={name}>
      <p>{text}</p>
      {children}
      <button type="button" class="close" aria-label={texts.dismiss} onClick={onDismiss}>
        <span aria-hidden="true">×</span>
      </button>
    </div>
  );
}
