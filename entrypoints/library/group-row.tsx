import type { Texts } from '../../locales';
import type { LibraryTexts } from '../../locales/library';
import { type LibraryGroup, type LibraryGrouping, NONE } from '../../storage/library-types';
import type { AnnotationKind } from '../../storage/schema';
import type { Line } from './lines';
import { useLibraryTexts } from './texts';
import type { FilterName } from './view';

interface GroupCellsProps {
  line: Extract<Line, { type: 'group' }>;
  name: string;
  isSelected: boolean;
}

/** The one cell of a group's heading. */
export function GroupCells({ line, name, isSelected }: GroupCellsProps) {
  const texts = useLibraryTexts();
  return (
    <td colSpan={9} aria-colindex={1} class="cell group-cell">
      <input type="checkbox" tabIndex={-1} checked={isSelected} aria-label={texts.selectGroup(name)} />
      <span class={line.isOpen ? 'arrow open' : 'arrow'} aria-hidden="true" />
      <span class="name" lang="sv">
        {name}
      </span>
      <span class="count">{texts.counted(line.group.ids.length)}</span>
    </td>
  );
}

/** The name of a group; what has no name of its own gets one. */
export function groupName(
  group: LibraryGroup,
  grouping: LibraryGrouping | undefined,
  texts: LibraryTexts,
  shared: Texts,
): string {
  const facet = grouping && FACET_OF[grouping];
  return facet ? valueName(facet, group, texts, shared) : group.label;
}

const FACET_OF: Record<LibraryGrouping, FilterName> = {
  document: 'documents',
  provision: 'provisions',
  tag: 'tags',
  addressee: 'addressees',
  set: 'sets',
  kind: 'kinds',
};

/** The name of a value that annotations are filtered or grouped by. */
export function valueName(
  filter: FilterName,
  { key, label }: { key: string; label: string },
  texts: LibraryTexts,
  shared: Texts,
): string {
  if (label !== '') return label;
  if (filter === 'kinds') return shared.kinds[key as AnnotationKind] ?? key;
  return key === NONE ? texts.none[filter] : texts.nameless;
}
