import type { ButtonHTMLAttributes } from 'preact';
import { Icon, type IconName } from './icons';

interface Props extends ButtonHTMLAttributes {
  icon: IconName;
  /** What the button does, for everyone: it is its tooltip too. */
  name: string;
  /** Keys that do the same, shown in the tooltip. */
  keys?: string;
}

/** A button of the toolbar that shows a sign. */
export function IconButton({ icon, name, keys, class: more, ...rest }: Props) {
  return (
    <button
      type="button"
      class={`icon-button ${more ?? ''}`}
      aria-label={name}
      title={keys ? `${name} (${keys})` : name}
      {...rest}
    >
      <Icon name={icon} />
    </button>
  );
}
