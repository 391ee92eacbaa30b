import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { FormValues } from '../../components/annotation-form';
import type { Library } from '../../storage/library';
import type { LibraryAnswer } from '../../storage/library-types';
import { useActions } from './actions';
import { BackupReminder } from './backup-reminder';
import { BulkBar } from './bulk-bar';
import { ConfirmDialog } from './confirm-dialog';
import { Detail } from './detail';
import { DetailPane } from './detail-pane';
import { EmptyList } from './empty-list';
import { FilterPane } from './filters';
import { type DialogName, dialogFrom, Header } from './header';
import { linesOf } from './lines';
import { MessageBar } from './message-bar';
import { OpenDialog } from './open-dialog';
import { allSelected, idsOfLine, NOTHING_SELECTED, type Selection } from './selection';
import { type ActiveLine, activeIndex, Table } from './table';
import { useLibraryTexts } from './texts';
import { Toolbar } from './toolbar';
import { useAnswer } from './use-answer';
import { useDense } from './use-dense';
import { useLater } from './use-later';
import { useRowActions } from './use-row-actions';
import { useVocabulary } from './use-vocabulary';
import { FIRST_VIEW, filterValues, hasFilters, nextOrder, type View, withFilter } from './view';

const NO_FILTERS = { text: '', filters: {} } as const;

/** Groups are closed at first when there are more lines than this: more than a person scrolls through. */
const MANY_LINES = 5000;

interface LibraryViewProps {
  library: Library;
  /** The answer to the first view, or the rows that it begins with. */
  first: LibraryAnswer;
  /** Whether `first` is all of it. */
  isWhole: boolean;
  /** Grows with every change of the library. */
  version: number;
}

/** All documents, sets and annotations: the list, and what is done with it. */
export function LibraryView({ library, first, isWhole: isFirstWhole, version }: LibraryViewProps) {
  const texts = useLibraryTexts();
  const actions = useActions();
  const vocabulary = useVocabulary();
  const [view, setView] = useState<View>(FIRST_VIEW);
  const [selection, setSelection] = useState<Selection>(NOTHING_SELECTED);
  const [active, setActive] = useState<ActiveLine>({ key: null, index: 0 });
  const [detailId, setDetailId] = useState<string | null>(null);
  const [dialog, setDialog] = useState<DialogName | null>(dialogFrom(location.hash));
  const [openGroups, setOpenGroups] = useState<OpenGroups>({ areOpen: null, others: new Set() });
  const [isDense, setDense] = useDense();
  const drafts = useRef(new Map<string, { values: FormValues; revision: number }>());
  const page = useRef<HTMLDivElement>(null);

  // What the list shows may be a moment behind what was asked for: what is done with rows is done with those in sight.
  const answered = useAnswer(library, version, view, first, isFirstWhole);
  const { answer, view: shown, isWhole } = answered;
  const areOpen = openGroups.areOpen ?? answer.ids.length <= MANY_LINES;
  const lines = useMemo(
    () => linesOf(answer, shown.grouping !== undefined, (key) => areOpen !== openGroups.others.has(key)),
    [answer, shown.grouping, areOpen, openGroups],
  );
  // Of what was chosen only what the list shows counts: nothing happens to rows out of sight of a filter.
  const chosen = useMemo(
    () => (selection.ids.size === 0 ? [] : answer.ids.filter((id) => selection.ids.has(id))),
    [answer, selection],
  );
  const change = (part: Partial<View>) => {
    setView((before) => ({ ...before, ...part }));
    if ('grouping' in part) setOpenGroups({ areOpen: null, others: new Set() });
    if ('place' in part) setDetailId(null);
  };
  const clear = () => change(NO_FILTERS);
  const focusList = () => {
    requestAnimationFrame(() => {
      const wanted = ['[data-active]', '.empty button', '.search'];
      const targets = wanted.map((selector) => page.current?.querySelector<HTMLElement>(selector));
      targets.find((target) => target != null)?.focus();
    });
  };

  // Drawn apart from the list, in a task of its own: both together take a large library longer than a page may be held up.
  const counted = useLater(answered);
  const filterPane = useMemo(
    () =>
      counted?.isWhole && (
        <FilterPane
          view={view}
          values={filterValues(counted.answer, counted.view, library, vocabulary.sets)}
          tags={vocabulary.tagsById}
          onChange={(name, key, isChosen) => setView((before) => withFilter(before, name, key, isChosen))}
          onClear={() => setView((before) => ({ ...before, ...NO_FILTERS }))}
        />
      ),
    [counted, view, library, vocabulary],
  );

  // Rows may go with the focus in them; what stands in their place takes it.
  const isEmpty = lines.length === 0;
  const wasEmpty = useRef(isEmpty);
  useLayoutEffect(() => {
    if (isEmpty && !wasEmpty.current && document.activeElement === document.body) {
      page.current?.querySelector<HTMLElement>('.empty button')?.focus();
    }
    wasEmpty.current = isEmpty;
  }, [isEmpty]);

  /** What a key or button is about: what is chosen, else the line with the focus. */
  const concerned = () => {
    const line = lines[activeIndex(active, lines)];
    return chosen.length > 0 ? chosen : line ? [...idsOfLine(line)] : [];
  };
  const rowActions = useRowActions({ library, vocabulary, place: shown.place, onDone: focusList });

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const key = event.ctrlKey || event.metaKey ? event.key.toLowerCase() : '';
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
      const isUndo = key === 'z' && !event.shiftKey;
      // In a field, Ctrl+Z takes back what was typed there.
      const isField = event.target instanceof Element && event.target.matches('textarea, input:not([type=checkbox])');
      if (!(isUndo || isRedo) || isField || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      void (isUndo ? actions.undoLast() : actions.redoLast());
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [actions]);

  const { inUse, inBin, broken } = library.counts;
  const total = shown.place === 'bin' ? inBin : inUse;
  return (
    <div class="library" ref={page}>
      <Header
        view={view}
        inBin={isWhole ? inBin : null}
        onView={change}
        onDown={focusList}
        onDialog={setDialog}
        onEmptyBin={async () => rowActions.askToPurge((await library.ask({ deleted: true })).ids)}
      />
      <div class="columns-of-page">
        {total > 0 && (
          <aside class="filter-pane" aria-label={texts.filters}>
            {filterPane}
          </aside>
        )}
        <main>
          <BackupReminder onBackup={() => setDialog('storage')} />
          {broken > 0 && (
            <p class="failure trouble">
              {texts.broken(broken)}{' '}
              <button type="button" onClick={() => setDialog('storage')}>
                {texts.showStorage}
              </button>
            </p>
          )}
          {total > 0 && (
            <Toolbar
              view={view}
              found={isWhole ? answer.ids.length : null}
              total={total}
              groups={answer.groups.length}
              areGroupsOpen={areOpen}
              isDense={isDense}
              onDense={setDense}
              onView={change}
              onOpenGroups={(areOpen) => setOpenGroups({ areOpen, others: new Set() })}
            />
          )}
          {isEmpty ? (
            <EmptyList
              place={shown.place}
              isFiltered={total > 0 && hasFilters(shown)}
              onClear={clear}
              onImport={() => setDialog('import')}
              onLeaveBin={() => change({ place: 'library', filters: {}, text: '' })}
            />
          ) : (
            <Table
              library={library}
              lines={lines}
              view={shown}
              tags={vocabulary.tagsById}
              sets={vocabulary.setsById}
              selection={selection}
              active={active}
              detailId={detailId}
              isDense={isDense}
              onSort={(by) => change({ order: nextOrder(view.order, by) })}
              onSelect={setSelection}
              onActive={setActive}
              onToggleGroup={(key) => setOpenGroups(({ others }) => ({ areOpen, others: flipped(others, key) }))}
              onDetails={setDetailId}
              onOpen={rowActions.open}
              onSelectAll={() => isWhole && setSelection(allSelected(answer.ids, active.key))}
              onDelete={() => (shown.place === 'bin' ? rowActions.askToPurge : rowActions.remove)(concerned())}
              onEscape={() => (detailId === null ? setSelection(NOTHING_SELECTED) : setDetailId(null))}
              onTagKey={(nth) => rowActions.toggleTag(concerned(), nth)}
            />
          )}
        </main>
        {detailId !== null && (
          <DetailPane
            onClose={() => {
              setDetailId(null);
              focusList();
            }}
          >
            <Detail
              key={detailId}
              id={detailId}
              library={library}
              version={version}
              vocabulary={vocabulary}
              drafts={drafts.current}
              onOpen={rowActions.open}
              onRemove={(id) => {
                setDetailId(null);
                void rowActions.remove([id]);
              }}
              onRestore={(id) => {
                setDetailId(null);
                void rowActions.restore([id]);
              }}
              onCreateSet={rowActions.createSet}
              onTagKey={(id, nth) => rowActions.toggleTag([id], nth)}
            />
          </DetailPane>
        )}
      </div>
      {/* Below the list, so that no row moves when something is chosen or said. */}
      <div class="page-foot">
        {chosen.length > 0 && (
          <BulkBar
            place={shown.place}
            library={library}
            ids={chosen}
            vocabulary={vocabulary}
            onClear={() => {
              setSelection(NOTHING_SELECTED);
              focusList();
            }}
            onExport={() => setDialog('export')}
            onDelete={() => rowActions.remove(chosen)}
            onRestore={() => rowActions.restore(chosen)}
            onPurge={() => rowActions.askToPurge(chosen)}
            onCreateSet={rowActions.createSet}
          />
        )}
        <MessageBar onGone={focusList} />
      </div>
      {rowActions.question && <ConfirmDialog {...rowActions.question} />}
      {dialog && isWhole && (
        <OpenDialog
          name={dialog}
          library={library}
          vocabulary={vocabulary}
          chosen={chosen}
          found={answer.ids}
          isFiltered={hasFilters(view)}
          onDialog={setDialog}
        />
      )}
    </div>
  );
}

/** Whether groups show their rows: most do or do not, but for some. */
interface OpenGroups {
  /** Null until the person has chosen. */
  areOpen: boolean | null;
  /** Keys of the groups that are the other way. */
  others: ReadonlySet<string>;
}

function flipped(keys: ReadonlySet<string>, key: string): Set<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}
