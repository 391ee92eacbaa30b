import { useId } from 'preact/hooks';
import { useTexts } from '../../components/texts';
import type { UnsentPassages } from '../../messages/schema';
import { type Choice, isChosen, type Shown, tagsIn, unsentChosen } from './choice';
import type { Entry } from './entries';
import { usePanelTexts } from './texts';

const KINDS = ['citation', 'recommendation', 'question', 'assessment', 'response', 'deadline', 'selection'] as const;

interface FiltersProps {
  entries: readonly Entry[];
  unsent: UnsentPassages;
  choice: Choice;
  onChange(choice: Choice): void;
}

/** What the list shows, by kind and by tag, each with the count that choosing it would show. */
export function Filters({ entries, unsent, choice, onChange }: FiltersProps) {
  const texts = useTexts();
  const own = usePanelTexts();
  const id = useId();
  const count = (part: Partial<Choice>) => {
    const wanted = { ...choice, ...part };
    const shown = entries.filter((entry) => isChosen(entry, wanted)).length + unsentChosen(unsent, wanted);
    return shown.toLocaleString(texts.language);
  };
  const kinds = KINDS.filter((kind) => kind === choice.shown || entries.some((entry) => entry.kind === kind));
  const reviews = entries.some((entry) => isChosen(entry, { shown: 'review', tag: { is: 'all' } }));
  const tags = tagsIn(entries);
  if (choice.tag.is === 'tag' && !tags.includes(choice.tag.name)) tags.push(choice.tag.name);

  return (
    <div class="filters">
      <div class="filter">
        <label for={`${id}-kind`}>{texts.panel.show}</label>
        <select
          id={`${id}-kind`}
          value={choice.shown}
          onChange={(event) => onChange({ ...choice, shown: event.currentTarget.value as Shown })}
        >
          <option value="all">{`${texts.panel.all} (${count({ shown: 'all' })})`}</option>
          <option value="kept">{`${texts.panel.kept} (${count({ shown: 'kept' })})`}</option>
          {(reviews || choice.shown === 'review') && (
            <option value="review">{`${own.filter.review} (${count({ shown: 'review' })})`}</option>
          )}
          {kinds.map((kind) => (
            <option key={kind} value={kind}>{`${texts.kinds[kind]} (${count({ shown: kind })})`}</option>
          ))}
        </select>
      </div>
      {(tags.length > 0 || choice.tag.is === 'none') && (
        <div class="filter">
          <label for={`${id}-tag`}>{own.filter.tag}</label>
          <select
            id={`${id}-tag`}
            class="tag-filter"
            value={optionOf(choice.tag)}
            onChange={(event) => onChange({ ...choice, tag: tagOf(event.currentTarget.value) })}
          >
            <option value="all">{own.filter.allTags}</option>
            <option value="none">{`${own.filter.untagged} (${count({ tag: { is: 'none' } })})`}</option>
            {tags.map((name) => (
              <option key={name} value={`tag ${name}`} lang="sv">
                {`${name} (${count({ tag: { is: 'tag', name } })})`}
              </option>
            ))}
          </select>
        </div>
      )}
    </div>
  );
}

function optionOf(tag: Choice['tag']): string {
  return tag.is === 'tag' ? `tag ${tag.name}` : tag.is;
}

function tagOf(value: string): Choice['tag'] {
  if (value === 'all' || value === 'none') return { is: value };
  return { is: 'tag', name: value.slice('tag '.length) };
}
