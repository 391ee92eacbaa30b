import { useTexts, useViewer, useViewerState } from './context';
import { IconButton } from './icon-button';
import * as moves from './moves';
import type { Search } from './state';

/** Finds words in the whole document. Enter goes to the next match, Shift+Enter to the one before. */
export function FindBar() {
  const viewer = useViewer();
  const { find } = useTexts();
  const search = useViewerState((state) => state.search);
  if (!search.open) return null;
  const change = (patch: Partial<Search>, kind: Parameters<typeof moves.find>[1]) => {
    viewer.state.set({ search: { ...viewer.state.get().search, ...patch } });
    moves.find(viewer, kind);
  };
  const hasNoMatch = search.outcome === 'not-found' && search.query !== '';
  return (
    <search class="find-bar" aria-label={find.label}>
      <form
        class="find-words"
        onSubmit={(event) => {
          event.preventDefault();
          moves.find(viewer, 'next');
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !event.shiftKey) return;
          event.preventDefault();
          moves.find(viewer, 'previous');
        }}
      >
        <input
          id="find-query"
          type="text"
          aria-label={find.query}
          placeholder={find.query}
          autocomplete="off"
          spellcheck={false}
          aria-invalid={hasNoMatch}
          aria-describedby="find-outcome"
          value={search.query}
          onInput={(event) => change({ query: event.currentTarget.value }, 'new')}
        />
        <IconButton icon="up" name={find.previous} keys="Shift+F3" onClick={() => moves.find(viewer, 'previous')} />
        <IconButton icon="down" name={find.next} keys="F3" type="submit" />
      </form>
      <Choice
        label={find.highlightAll}
        checked={search.highlightAll}
        onChange={(highlightAll) => change({ highlightAll }, 'highlight')}
      />
      <Choice
        label={find.matchCase}
        checked={search.matchCase}
        onChange={(matchCase) => change({ matchCase }, 'compare')}
      />
      <Choice
        label={find.wholeWords}
        checked={search.wholeWords}
        onChange={(wholeWords) => change({ wholeWords }, 'compare')}
      />
      <span id="find-outcome" class="find-outcome" role="status">
        <Outcome search={search} />
      </span>
      <IconButton
        class="find-close"
        icon="close"
        name={find.close}
        keys="Esc"
        onClick={() => moves.closeFind(viewer)}
      />
    </search>
  );
}

function Outcome({ search: { query, outcome, current, total } }: { search: Search }) {
  const { find } = useTexts();
  if (query === '' || outcome === 'none') return null;
  if (outcome === 'not-found') return <span class="failure">{find.notFound}</span>;
  if (outcome === 'searching' && total === 0) return <>{find.searching}</>;
  const count = find.count(String(current), String(total));
  return <>{outcome === 'wrapped' ? `${count} · ${find.wrapped}` : count}</>;
}

function Choice({
  label,
  checked,
  onChange,
}: {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <label class="choice">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      {label}
    </label>
  );
}
