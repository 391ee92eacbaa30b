import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useTexts } from './texts';

interface SetChooserProps {
  /** In the order to show them. */
  sets: readonly { id: string; name: string }[];
  /** Id of the set that is chosen; undefined while there is none. */
  value: string | undefined;
  onChoose(id: string): void;
  /** Makes a set of this name. @returns its id; null when it could not be made, and then something else has said why */
  onCreate(name: string): Promise<string | null>;
  /** Words beside the choice, where "Samling" would not do. */
  label?: string;
}

/** The value of the choice that makes a new set: no id looks like it. */
const NEW = '+';

/** Chooses one set of annotations, or makes a new one. It stores nothing itself. */
export function SetChooser({ sets, value, onChoose, onCreate, label }: SetChooserProps) {
  const texts = useTexts();
  const id = useId();
  const [isNaming, setNaming] = useState(false);
  const [name, setName] = useState('');
  const select = useRef<HTMLSelectElement>(null);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (isNaming) field.current?.focus();
  }, [isNaming]);

  const leave = () => {
    setNaming(false);
    setName('');
    // The field goes; what stands in its place has the focus.
    requestAnimationFrame(() => select.current?.focus());
  };
  const create = async () => {
    const wanted = name.trim();
    if (wanted === '') return;
    const made = await onCreate(wanted);
    if (made === null) return;
    onChoose(made);
    leave();
  };

  if (!isNaming) {
    return (
      <div class="field set-chooser">
        <label for={id}>{label ?? texts.set.label}</label>
        <select
          id={id}
          ref={select}
          value={value ?? ''}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            if (chosen !== NEW) return onChoose(chosen);
            event.currentTarget.value = value ?? '';
            setNaming(true);
          }}
        >
          {value === undefined && <option value="">{texts.set.none}</option>}
          {sets.map((set) => (
            <option key={set.id} value={set.id}>
              {set.name}
            </option>
          ))}
          <option value={NEW}>{texts.set.create}</option>
        </select>
      </div>
    );
  }
  return (
    <div class="field set-chooser">
      <label for={id}>{texts.set.name}</label>
      <div class="naming">
        <input
          id={id}
          ref={field}
          value={name}
          maxLength={200}
          autocomplete="off"
          onInput={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.isComposing) return;
            if (event.key === 'Enter') {
              event.preventDefault();
              void create();
            } else if (event.key === 'Escape') {
              // The card or window that this stands in is not to close with it.
              event.preventDefault();
              event.stopPropagation();
              leave();
            }
          }}
        />
        <div class="actions">
          <button type="button" class="primary" onClick={create}>
            {texts.set.make}
          </button>
          <button type="button" onClick={leave}>
            {texts.set.cancel}
          </button>
        </div>
      </div>
    </div>
  );
}
