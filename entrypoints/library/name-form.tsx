import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useTexts } from '../../components/texts';
import { useLibraryTexts } from './texts';

interface NameFormProps {
  label: string;
  value: string;
  /** Words of the button that ends it; "Spara" where left out. */
  submit?: string;
  onName(name: string): void;
  /** Without it the form stays. */
  onCancel?(): void;
}

/** One name to type. With a way to cancel it takes the focus: it came in the place of something. */
export function NameForm({ label, value, submit, onName, onCancel }: NameFormProps) {
  const shared = useTexts();
  const texts = useLibraryTexts();
  const id = useId();
  const [name, setName] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  const takesFocus = onCancel !== undefined;
  useEffect(() => {
    if (takesFocus) field.current?.select();
  }, [takesFocus]);

  return (
    <form
      class="name-form"
      method="dialog"
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = name.trim();
        if (wanted === '') return;
        onName(wanted);
        if (!takesFocus) setName('');
      }}
    >
      <label for={id}>{label}</label>
      <div class="naming">
        <input
          id={id}
          ref={field}
          value={name}
          maxLength={200}
          autocomplete="off"
          onInput={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || !onCancel) return;
            event.preventDefault();
            event.stopPropagation();
            onCancel();
          }}
        />
        <button type="submit" class="primary">
          {submit ?? shared.card.save}
        </button>
        {onCancel && (
          <button type="button" onClick={onCancel}>
            {texts.cancel}
          </button>
        )}
      </div>
    </form>
  );
}
