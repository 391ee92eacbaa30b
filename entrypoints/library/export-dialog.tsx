import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { useTexts } from '../../components/texts';
import {
  EXPORT_FIELDS,
  EXPORT_FORMATS,
  type ExportField,
  type ExportFormat,
  MOST_ANNOTATIONS,
  USUAL_FIELDS,
} from '../../exchange';
import type { Choice } from '../../storage/contents';
import type { Library } from '../../storage/library';
import { useActions } from './actions';
import { LibraryWorker } from './ask-worker';
import { today } from './days';
import { Dialog } from './dialog';
import { ExportPreview } from './export-preview';
import { FilePreview, TEXT_FORMATS } from './file-preview';
import { MessageBar } from './message-bar';
import { saveFile } from './save-file';
import { useFileLanguage, useLibraryTexts } from './texts';
import { useIds } from './use-ids';
import type { Vocabulary } from './use-vocabulary';

/** Formats whose columns or lines can be chosen; the others hold all. */
const WITH_FIELDS: readonly ExportFormat[] = ['csv', 'xlsx', 'docx', 'markdown'];

const NOTHING: readonly string[] = [];

type Scope = 'chosen' | 'found' | 'set' | 'everything';

interface ExportDialogProps {
  library: Library;
  vocabulary: Vocabulary;
  /** Ids of the annotations that are chosen, and of those that search and filters let through. */
  chosen: readonly string[];
  found: readonly string[];
  isFiltered: boolean;
  onClose(): void;
}

/** Writes annotations to a file: which, in what format, which fields; the first rows are shown before. */
export function ExportDialog({ library, vocabulary, chosen, found, isFiltered, onClose }: ExportDialogProps) {
  const shared = useTexts();
  const texts = useLibraryTexts();
  const language = useFileLanguage();
  const actions = useActions();
  const id = useId();
  const [chosenScope, setScope] = useState<Scope>();
  const [chosenSet, setSetId] = useState<string>();
  const wantedSet = useUsualSet(vocabulary, chosenSet);
  // Never another one in its place: what a person sees chosen is what goes into the file.
  const isSetGone = wantedSet !== undefined && !vocabulary.setsById.has(wantedSet);
  const setId = wantedSet === undefined || isSetGone ? '' : wantedSet;
  const ofSet = useIds(library, setId);
  const usualScope = useUsualScope(chosen.length > 0 ? 'chosen' : isFiltered ? 'found' : 'set', setId && ofSet);
  const scope = chosenScope ?? usualScope;
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  const [fields, setFields] = useState<readonly ExportField[]>(USUAL_FIELDS);
  const worker = useWorker();
  const scopes: Scope[] = [
    ...(chosen.length > 0 ? (['chosen'] as const) : []),
    ...(isFiltered ? (['found'] as const) : []),
    'set',
    'everything',
  ];
  const given = scope === 'chosen' ? chosen : scope === 'found' ? found : undefined;
  const everything = useIds(library, scope === 'everything' ? 'everything' : undefined);
  const asked = scope === 'set' ? ofSet : everything;
  const ids = given ?? asked ?? NOTHING;
  const setName = vocabulary.setsById.get(setId)?.name ?? '';
  // Who has chosen all of the set, to tag it say, hands over the set.
  const isWholeSet = useMemo(() => given !== undefined && holdSame(given, ofSet), [given, ofSet]);
  const title = scope === 'set' || isWholeSet ? setName : texts.exportTitles[scope];
  const isEmpty = (given ?? asked)?.length === 0;
  const most = MOST_ANNOTATIONS[format] ?? Number.POSITIVE_INFINITY;
  const isTooMany = ids.length > most;
  const isUnsaid = scope === 'set' && isSetGone;

  const write = () => {
    if (isTooMany || isUnsaid) return;
    if (isEmpty) return actions.say({ type: 'failed', text: shared.panel.nothingToExport });
    const choice: Choice = scope === 'set' ? { setId } : scope === 'everything' ? 'everything' : { ids };
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const options = { title, today: today(), fields, timeZone, language };
    void actions.run(texts.exporting, async (work) => {
      const file = await worker.ask({ type: 'export', format, choice, options }, work);
      saveFile(file.blob, file.name);
      const left = file.unreadable > 0 ? ` ${texts.leftOut(file.unreadable)}` : '';
      return { done: texts.exportedTo(file.count, file.name) + left };
    });
  };

  return (
    <Dialog
      title={texts.dialogs.export}
      isWide
      firstField=".formats input:checked"
      onClose={onClose}
      onEnter={write}
      actions={
        <>
          <button type="button" class="primary apply" aria-disabled={isEmpty || isTooMany || isUnsaid} onClick={write}>
            {texts.saveFile}
          </button>
          <button type="button" onClick={onClose}>
            {texts.close}
          </button>
        </>
      }
    >
      <fieldset class="radios">
        <legend>{texts.exportWhat}</legend>
        {scopes.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name={`${id}-scope`}
              value={each}
              checked={scope === each}
              onChange={() => setScope(each)}
            />
            <span class="scope">
              {texts.scopes[each]}{' '}
              {each === 'set' && (
                <select
                  aria-label={shared.set.label}
                  aria-describedby={isUnsaid ? `${id}-gone` : undefined}
                  value={setId}
                  onChange={(event) => {
                    setSetId(event.currentTarget.value);
                    setScope('set');
                  }}
                >
                  {setId === '' && (
                    <option value="" disabled>
                      {texts.chooseOneSet}
                    </option>
                  )}
                  {vocabulary.sets.map((set) => (
                    <option key={set.id} value={set.id}>
                      {set.name}
                    </option>
                  ))}
                </select>
              )}
            </span>
          </label>
        ))}
        {isUnsaid && (
          <p id={`${id}-gone`} class="failure" role="alert">
            {texts.setGone}
          </p>
        )}
      </fieldset>
      <fieldset class="radios formats">
        <legend>{texts.exportAs}</legend>
        {EXPORT_FORMATS.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name={`${id}-format`}
              value={each}
              checked={format === each}
              onChange={() => setFormat(each)}
            />
            <span>
              <b>{texts.formats[each].name}</b> <span class="hint">{texts.formats[each].hint}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {isTooMany && (
        <p class="failure" role="alert">
          {texts.tooMany(texts.formats[format].name, most)}
        </p>
      )}
      {WITH_FIELDS.includes(format) && (
        <details class="export-fields">
          <summary>{texts.fieldsChosen(fields.length)}</summary>
          <fieldset class="fields">
            <legend class="unseen">{texts.exportFields}</legend>
            {EXPORT_FIELDS.map((field) => (
              <label key={field}>
                <input
                  type="checkbox"
                  value={field}
                  checked={fields.includes(field)}
                  onChange={(event) => {
                    const isOn = event.currentTarget.checked;
                    setFields((before) =>
                      EXPORT_FIELDS.filter((each) => (each === field ? isOn : before.includes(each))),
                    );
                  }}
                />
                {texts.fieldNames[field]}
              </label>
            ))}
          </fieldset>
        </details>
      )}
      {TEXT_FORMATS.includes(format) ? (
        <FilePreview ids={ids} format={format} fields={fields} title={title} />
      ) : (
        <ExportPreview ids={ids} fields={fields} title={title} />
      )}
      <MessageBar onGone={() => undefined} />
    </Dialog>
  );
}

/**
 * Id of the set that is offered: the one chosen in the window, else the one that was current when it opened, whatever
 * other windows choose since. Undefined until the sets are known: a link can open the window with the page.
 */
function useUsualSet({ current, setsById }: Vocabulary, chosen: string | undefined): string | undefined {
  const first = useRef<string>(undefined);
  if (first.current === undefined && current && setsById.has(current.id)) first.current = current.id;
  return chosen ?? first.current;
}

/**
 * What is offered: all of the library where the current set is empty when the window opens, as after the import of a
 * colleague's. It stays: what a person sees chosen is what goes into the file.
 * @param first what is offered of a set that holds something
 * @param ofSet what the current set holds; nothing until it is known
 */
function useUsualScope(first: Scope, ofSet: readonly string[] | '' | undefined): Scope {
  const usual = useRef<Scope>(undefined);
  if (usual.current === undefined && (first !== 'set' || ofSet))
    usual.current = first === 'set' && ofSet && ofSet.length === 0 ? 'everything' : first;
  return usual.current ?? first;
}

function holdSame(ids: readonly string[], others: readonly string[] | undefined): boolean {
  if (ids.length === 0 || ids.length !== others?.length) return false;
  const known = new Set(others);
  return ids.every((id) => known.has(id));
}

/** A worker for as long as the window is open. */
export function useWorker(): LibraryWorker {
  const [worker] = useState(() => new LibraryWorker());
  useEffect(() => () => worker.end(), [worker]);
  return worker;
}
