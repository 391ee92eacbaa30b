import { useMemo, useState } from 'preact/hooks';
import { softHyphenated } from '../../components/soft-hyphens';
import { TagField } from '../../components/tag-field';
import { useTexts } from '../../components/texts';
import { tagAnnotations } from '../../storage/bulk';
import type { Library } from '../../storage/library';
import { tagNameKey } from '../../storage/start';
import { useActions } from './actions';
import { Dialog } from './dialog';
import { useLibraryTexts } from './texts';
import type { Vocabulary } from './use-vocabulary';

/** Most tags that a new name may have been meant for. */
const MOST_MEANT = 3;

interface TagDialogProps {
  ids: readonly string[];
  library: Library;
  vocabulary: Vocabulary;
  onClose(): void;
}

/** Gives many annotations tags and takes others away. A tag that some of them have stays with those unless it is touched. */
export function TagDialog({ ids, library, vocabulary, onClose }: TagDialogProps) {
  const shared = useTexts();
  const texts = useLibraryTexts();
  const actions = useActions();
  const [wanted, setWanted] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [names, setNames] = useState<string[]>([]);
  const counts = useMemo(() => countTags(ids, library), [ids, library]);
  const known = new Set(vocabulary.tags.map(({ name }) => tagNameKey(name)));
  const made = names.filter((name) => !known.has(tagNameKey(name)));
  const isChanged = wanted.size > 0 || names.length > 0;

  const apply = () => {
    const chosen = [...wanted];
    onClose();
    if (!isChanged) return;
    void actions.bulk(texts.tagging, texts.tagged, (work) =>
      tagAnnotations(
        ids,
        {
          add: chosen.filter(([, isOn]) => isOn).map(([id]) => id),
          addNames: names,
          remove: chosen.filter(([, isOn]) => !isOn).map(([id]) => id),
        },
        work,
      ),
    );
  };

  return (
    <Dialog
      title={texts.tagTitle(ids.length)}
      firstField=".tag-input"
      onClose={onClose}
      onEnter={() => isChanged && apply()}
      actions={
        <>
          <button type="button" class="primary apply" aria-disabled={!isChanged} onClick={apply}>
            {texts.apply}
          </button>
          <button type="button" onClick={onClose}>
            {texts.cancel}
          </button>
        </>
      }
    >
      <fieldset class="tag-choices">
        <legend class="unseen">{shared.card.tags}</legend>
        {vocabulary.tags.map((tag) => {
          const count = counts.get(tag.id) ?? 0;
          const isOn = wanted.get(tag.id) ?? count === ids.length;
          const isPart = !wanted.has(tag.id) && count > 0 && count < ids.length;
          return (
            <label key={tag.id} title={tag.description || undefined}>
              <input
                type="checkbox"
                checked={isOn}
                indeterminate={isPart}
                onChange={({ currentTarget: { checked } }) =>
                  setWanted((before) => new Map(before).set(tag.id, checked))
                }
              />
              <span class={`tag-swatch tag-${tag.colour}`} aria-hidden="true" />
              <span class="name" lang="sv">
                {softHyphenated(tag.name)}
              </span>
              {isPart && <span class="count">{texts.someHave(count)}</span>}
            </label>
          );
        })}
      </fieldset>
      <TagField
        label={texts.furtherTags}
        value={names}
        vocabulary={vocabulary.tags.map(({ name }) => name)}
        onChange={setNames}
      />
      <div aria-live="polite">
        {made.map((name) => (
          <p key={name} class="new-tag">
            {texts.tagIsNew(name)}{' '}
            {vocabulary.tags
              .filter((tag) => tagNameKey(tag.name).startsWith(tagNameKey(name)))
              .slice(0, MOST_MEANT)
              .map((tag) => (
                <button
                  key={tag.id}
                  type="button"
                  class="quiet meant"
                  onClick={() => {
                    setNames(names.map((each) => (each === name ? tag.name : each)));
                    document.querySelector<HTMLElement>('dialog[open] .tag-input')?.focus();
                  }}
                >
                  {texts.takeTag(tag.name)}
                </button>
              ))}
          </p>
        ))}
      </div>
    </Dialog>
  );
}

/** How many of the annotations have each tag. */
function countTags(ids: readonly string[], library: Library): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) {
    for (const tag of library.row(id)?.tags ?? []) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return counts;
}
