import { useId, useState } from 'preact/hooks';
import { softHyphenated } from '../../components/soft-hyphens';
import { useTexts } from '../../components/texts';
import { fold } from '../../storage/fold';
import type { FacetValue } from '../../storage/library-types';
import type { Tag } from '../../storage/schema';
import { valueName } from './group-row';
import { useLibraryTexts } from './texts';
import { useMedia } from './use-media';
import { FILTERS, type FilterName, type Filters, hasFilters, type View } from './view';

interface FiltersProps {
  view: View;
  values: Record<FilterName, FacetValue[]>;
  tags: ReadonlyMap<string, Tag>;
  onChange(name: FilterName, key: string, isChosen: boolean): void;
  onClear(): void;
}

/** Below this width the filters stand above the list, closed at first. */
const NARROW = '(max-width: 48em)';
/** Values that are shown before the person asks for more. */
const FEW = 7;
/** Letters that have room beside a swatch and a count. */
const LONG = 12;
const OPEN_AT_FIRST: readonly FilterName[] = ['kinds', 'tags', 'sets'];
/** More than a person reads: the rest is found by typing. */
const MOST = 150;

/** What the list can be narrowed to, with the number of annotations that each choice would show. */
export function FilterPane({ view, values, tags, onChange, onClear }: FiltersProps) {
  const texts = useLibraryTexts();
  const isNarrow = useMedia(NARROW);
  const count = Object.values(view.filters).reduce((sum, keys) => sum + keys.length, 0);
  return (
    <details class="filters" open={!isNarrow}>
      <summary>
        <h2>{texts.filters}</h2>
        {count > 0 && <span class="chosen">{texts.chosen(count)}</span>}
      </summary>
      {hasFilters(view) && (
        <button type="button" class="quiet clear" onClick={onClear}>
          {texts.clearFilters}
        </button>
      )}
      {FILTERS.filter(
        (name) => values[name].some(({ key }) => key !== '') || (view.filters[name]?.length ?? 0) > 0,
      ).map((name) => (
        <Filter
          key={name}
          name={name}
          values={values[name]}
          chosen={view.filters[name] ?? []}
          tags={tags}
          onChange={(key, isChosen) => onChange(name, key, isChosen)}
        />
      ))}
    </details>
  );
}

interface FilterProps {
  name: FilterName;
  values: readonly FacetValue[];
  chosen: NonNullable<Filters[FilterName]>;
  tags: ReadonlyMap<string, Tag>;
  onChange(key: string, isChosen: boolean): void;
}

function Filter({ name, values, chosen, tags, onChange }: FilterProps) {
  const shared = useTexts();
  const texts = useLibraryTexts();
  const id = useId();
  const [isWhole, setWhole] = useState(false);
  const [typed, setTyped] = useState('');
  // Later it is the person who opens and closes it.
  const [isOpenAtFirst] = useState(chosen.length > 0 || OPEN_AT_FIRST.includes(name));
  const named = values.map((value) => ({ ...value, name: valueName(name, value, texts, shared) }));
  const shown = shownOf(named, chosen, isWhole, typed);

  return (
    <details class="filter" open={isOpenAtFirst}>
      <summary>
        {texts.filterNames[name]}
        {chosen.length > 0 && <span class="chosen">{texts.chosen(chosen.length)}</span>}
      </summary>
      {isWhole && values.length > FEW * 2 && (
        <input
          type="search"
          aria-label={texts.searchIn(texts.filterNames[name])}
          placeholder={texts.searchIn(texts.filterNames[name])}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      <ul>
        {shown.map(({ key, name: label, count }) => (
          <li key={key}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(key)}
                onChange={(event) => onChange(key, event.currentTarget.checked)}
              />
              {name === 'tags' && tags.has(key) && (
                <span class={`tag-swatch tag-${tags.get(key)?.colour}`} aria-hidden="true" />
              )}
              <span class="name" lang="sv">
                {softHyphenated(label, LONG)}
              </span>
              <span class="count">{count.toLocaleString(shared.language)}</span>
            </label>
          </li>
        ))}
      </ul>
      {shown.length < named.length && isWhole && typed === '' && <p class="hint">{texts.typeForMore}</p>}
      {values.length > FEW && (
        <button type="button" class="quiet more" aria-expanded={isWhole} id={id} onClick={() => setWhole(!isWhole)}>
          {isWhole ? texts.showFewer : texts.showAll(values.length)}
        </button>
      )}
    </details>
  );
}

/** What was chosen is always there; of the others the most frequent, or those that were typed. */
function shownOf<Value extends FacetValue & { name: string }>(
  values: readonly Value[],
  chosen: readonly string[],
  isWhole: boolean,
  typed: string,
): Value[] {
  const isChosen = ({ key }: Value) => chosen.includes(key);
  if (isWhole) {
    const wanted = fold(typed.trim());
    return values.filter((value) => isChosen(value) || fold(value.name).includes(wanted)).slice(0, MOST);
  }
  if (values.length <= FEW) return [...values];
  const limit = values.map(({ count }) => count).sort((one, other) => other - one)[FEW - 1] ?? 0;
  let room = FEW;
  return values.filter((value) => isChosen(value) || (value.count >= limit && room-- > 0));
}
