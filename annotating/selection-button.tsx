import { useTexts } from '../components/texts';

/** The small button beside a selection. */
export function SelectionButton({ onChoose }: { onChoose(): void }) {
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
