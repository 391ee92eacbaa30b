import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useTexts } from '../../components/texts';
import { TAG_COLOURS, type Tag, type TagColour } from '../../storage/schema';
import { useLibraryTexts } from './texts';

interface TagEditorProps {
  tag: Tag;
  /** How many annotations have it. */
  uses: number;
  others: readonly Tag[];
  onSave(patch: Pick<Tag, 'name' | 'colour' | 'description'>): void;
  /** Makes this tag one with another, whose id is given. */
  onMerge(into: string): void;
  onDelete(): void;
  onCancel(): void;
}

/** Everything that can be changed about one tag. */
export function TagEditor({ tag, uses, others, onSave, onMerge, onDelete, onCancel }: TagEditorProps) {
  const shared = useTexts();
  const texts = useLibraryTexts();
  const id = useId();
  const [name, setName] = useState(tag.name);
  const [colour, setColour] = useState<TagColour>(tag.colour);
  const [description, setDescription] = useState(tag.description);
  const [into, setInto] = useState('');
  const field = useRef<HTMLInputElement>(null);
  // Before the next key: what is typed at once goes into the field.
  useLayoutEffect(() => field.current?.select(), []);

  return (
    <form
      class="tag-editor"
      method="dialog"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') onSave({ name: name.trim(), colour, description: description.trim() });
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <div class="field">
        <label for={`${id}-name`}>{texts.tagName}</label>
        <input
          id={`${id}-name`}
          ref={field}
          value={name}
          maxLength={200}
          autocomplete="off"
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </div>
      <fieldset class="colours">
        <legend>{texts.colour}</legend>
        {TAG_COLOURS.map((each) => (
          <label key={each} class={`tag-${each}`}>
            <input type="radio" name={`${id}-colour`} checked={colour === each} onChange={() => setColour(each)} />
            <span class="tag-swatch" aria-hidden="true" />
            {texts.colours[each]}
          </label>
        ))}
      </fieldset>
      <div class="field">
        <label for={`${id}-description`}>{texts.description}</label>
        <textarea
          id={`${id}-description`}
          rows={2}
          maxLength={2000}
          value={description}
          onInput={(event) => setDescription(event.currentTarget.value)}
        />
      </div>
      <div class="actions">
        <button type="submit" class="primary">
          {shared.card.save}
        </button>
        <button type="button" onClick={onCancel}>
          {texts.cancel}
        </button>
      </div>
      <div class="drastic">
        {others.length > 0 && (
          <div class="merge">
            <label for={`${id}-into`}>{texts.mergeInto}</label>
            <select id={`${id}-into`} value={into} onChange={(event) => setInto(event.currentTarget.value)}>
              <option value="">{texts.chooseTag}</option>
              {others.map((other) => (
                <option key={other.id} value={other.id}>
                  {other.name}
                </option>
              ))}
            </select>
            <button
              type="button"
              class="merge-tag"
              aria-disabled={into === ''}
              onClick={() => into !== '' && onMerge(into)}
            >
              {texts.merge}
            </button>
          </div>
        )}
        <button type="button" class="danger delete-tag" onClick={onDelete}>
          {texts.deleteTag(uses)}
        </button>
      </div>
    </form>
  );
}
