import { useTexts } from '../components/texts';

export interface SelectionButtonProps {
  onChoose(): void;
}

/** The small button beside a selection. */
export function SelectionButton({ onChoose }: SelectionButtonProps) {
  const texts = useTexts();
  return (
    <button
      type="button"
      class="chip-save"
      onClick={(event) => {
        if (event.isTrusted) onChoose();
      }}
    >
      {texts.card.annotateSelection}
    </button>
  );
}
