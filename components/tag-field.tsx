import { useId, useState } from 'preact/hooks';
import { useTexts } from './texts';

interface TagFieldProps {
  /** Names of the tags that are set. */
  value: readonly string[];
  /** The whole vocabulary, suggested while typing. */
  vocabulary: readonly string[];
  onChange(tagNames: string[]): void;
  /** What the field is called where it does not hold all the tags. */
  label?: string;
}

/** Same tag, as Swedish readers see it: case and outer spaces do not matter, å ä ö are letters of their own. */
function isSameTag(one: string, other: string): boolean {
  return one.trim().localeCompare(other.trim(), 'sv', { sensitivity: 'accent' }) === 0;
}

/** Tags as removable chips, with a field that adds one: a comma or Enter ends it. */
export function TagField({ value, vocabulary, onChange, label }: TagFieldProps) {
  const texts = useTexts();
  const id = useId();
  const [draft, setDraft] = useState('');

  const add = (name: string) => {
    const typed = name.trim();
    setDraft('');
    if (typed === '' || value.some((tag) => isSameTag(tag, typed))) return;
    onChange([...value, vocabulary.find((tag) => isSameTag(tag, typed)) ?? typed]);
  };

  return (
    <div class="field">
      <label for={id}>{label ?? texts.card.tags}</label>
      <div class="tags">
        {value.map((tag) => (
          <button
            key={tag}
            type="button"
            class="chip"
            aria-label={texts.card.removeTag(tag)}
            onClick={() => onChange(value.filter((other) => other !== tag))}
          >
            {tag}
            <span aria-hidden="true"> ×</span>
          </button>
        ))}
        <input
          id={id}
          class="tag-input"
          list={`${id}-vocabulary`}
          placeholder={texts.card.addTag}
          value={draft}
          autocomplete="off"
          onInput={(event) => {
            const { value: typed } = event.currentTarget;
            if (typed.endsWith(',')) add(typed.slice(0, -1));
            else setDraft(typed);
          }}
          onKeyDown={(event) => {
            // With nothing typed Enter is what it is in any field: the form is done.
            if (event.key !== 'Enter' || event.isComposing || draft.trim() === '') return;
            event.preventDefault();
            add(draft);
          }}
          onBlur={() => add(draft)}
        />
        <datalist id={`${id}-vocabulary`}>
          {vocabulary
            .filter((tag) => !value.some((set) => isSameTag(set, tag)))
            .map((tag) => (
              <option key={tag} value={tag} />
            ))}
        </datalist>
      </div>
    </div>
  );
}
