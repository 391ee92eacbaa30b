import { useId } from 'preact/hooks';
import { useTexts } from '../../components/texts';
import type { Entry } from './entries';

/** What the list shows: everything, what is kept, or one kind. */
export type Shown = 'all' | 'kept' | Entry['kind'];

const KINDS = ['citation', 'recommendation', 'question', 'assessment', 'response', 'deadline', 'selection'] as const;

interface KindFilterProps {
  entries: readonly Entry[];
  shown: Shown;
  onChange(shown: Shown): void;
}

export function KindFilter({ entries, shown, onChange }: KindFilterProps) {
  const texts = useTexts();
  const id = useId();
  const count = (matches: (entry: Entry) => boolean) => entries.filter(matches).length;
  return (
    <div class="filter">
      <label for={id}>{texts.panel.show}</label>
      <select id={id} value={shown} onChange={(event) => onChange(event.currentTarget.value as Shown)}>
        <option value="all">{`${texts.panel.all} (${entries.length})`}</option>
        <option value="kept">{`${texts.panel.kept} (${count(({ placement }) => placement !== null)})`}</option>
        {KINDS.map((kind) => ({ kind, found: count((entry) => entry.kind === kind) }))
          .filter(({ kind, found }) => found > 0 || kind === shown)
          .map(({ kind, found }) => (
            <option key={kind} value={kind}>{`${texts.kinds[kind]} (${found})`}</option>
          ))}
      </select>
    </div>
  );
}
