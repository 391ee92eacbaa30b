import { useRef, useState } from 'preact/hooks';
import { useTexts } from '../../components/texts';
import type { CsvMapping, FileKind } from '../../exchange';
import { toStorageError } from '../../storage/errors';
import { useActions, wayBy } from './actions';
import { LibraryWorker, WorkerError } from './ask-worker';
import { ColumnMapping } from './column-mapping';
import { Dialog } from './dialog';
import { useWorker } from './export-dialog';
import { FileDrop } from './file-drop';
import { ImportProblems } from './import-problems';
import { MessageBar } from './message-bar';
import { PlanPreview } from './plan-preview';
import { useLibraryTexts } from './texts';
import type { Vocabulary } from './use-vocabulary';
import type { PlanSummary, WorkerFailure } from './worker-protocol';

interface ImportDialogProps {
  vocabulary: Vocabulary;
  onClose(): void;
}

interface Chosen {
  file: File;
  kind: FileKind;
  mapping: CsvMapping | undefined;
  plan: PlanSummary | undefined;
}

/** Brings annotations in from a file: what it would do is shown first, then all of it is done or nothing. */
export function ImportDialog({ vocabulary, onClose }: ImportDialogProps) {
  const shared = useTexts();
  const texts = useLibraryTexts();
  const actions = useActions();
  const worker = useWorker();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [failure, setFailure] = useState<WorkerFailure | null>(null);
  const isRestoring = useRef(true);
  const setName = vocabulary.current?.name ?? texts.importedSet;

  /** `run` for work on the file, whose faults have a place of their own. */
  const attempt = async (doing: string, work: Parameters<typeof actions.run>[1]) => {
    setFailure(null);
    return actions.run(doing, async (progress) => {
      try {
        return await work(progress);
      } catch (error) {
        if (!(error instanceof WorkerError)) throw error;
        setFailure(error.failure);
        return null;
      }
    });
  };

  const plan = (file: File, kind: FileKind, mapping: CsvMapping | undefined) =>
    attempt(texts.comparing, async (work) => {
      const options = { setName, now: new Date().toISOString(), mapping };
      const request = { type: 'plan', file, options, restore: isRestoring.current } as const;
      setChosen({ file, kind, mapping, plan: await worker.ask(request, work) });
      return null;
    });

  const choose = async (file: File) => {
    setChosen(null);
    let kind: FileKind | undefined;
    await attempt(texts.readingFile, async (work) => {
      kind = await worker.ask({ type: 'inspect', file }, work);
      return null;
    });
    if (!kind) return;
    // Of a table the person says first what its columns hold.
    if (kind.format === 'csv') setChosen({ file, kind, mapping: kind.table.mapping, plan: undefined });
    else await plan(file, kind, undefined);
  };

  const apply = async () => {
    if (!chosen?.plan) return;
    const isDone = await attempt(texts.importing, async (work) => {
      const { made, changed, undo: token } = await worker.ask({ type: 'apply' }, work);
      if (token === undefined) return { done: texts.imported(made, changed) };
      return {
        done: texts.imported(made, changed),
        undo: wayBy(token, texts, async (way: string, progress) => {
          // The window is closed by then, and its worker with it.
          const undoing = new LibraryWorker();
          try {
            return await undoing.ask({ type: 'undo', token: way }, progress);
          } finally {
            undoing.end();
          }
        }),
      };
    });
    if (isDone) onClose();
    // Something was written meanwhile, or the worker was ended with its plan: look again.
    else setChosen({ ...chosen, plan: undefined });
  };

  const summary = chosen?.plan;
  const { table } = chosen?.kind.format === 'csv' ? chosen.kind : { table: undefined };
  const writes = summary
    ? summary.counts.new + summary.counts.changed + summary.counts.conflict + summary.counts.joined
    : 0;
  const failureText =
    failure === null
      ? null
      : failure.kind === 'import'
        ? texts.fileRefused
        : shared.failure[failure.kind === 'storage' ? failure.code : toStorageError(failure).code];
  return (
    <Dialog
      firstField="input[type=file]"
      title={texts.dialogs.import}
      isWide
      onClose={onClose}
      actions={
        <>
          {summary ? (
            <button type="button" class="primary apply" onClick={apply}>
              {writes === 0 ? texts.importNothing : texts.importCount(writes)}
            </button>
          ) : (
            chosen && (
              <button
                type="button"
                class="primary compare"
                aria-disabled={chosen.mapping?.quote === undefined && table !== undefined}
                onClick={() => plan(chosen.file, chosen.kind, chosen.mapping)}
              >
                {texts.showImport}
              </button>
            )
          )}
          <button type="button" onClick={onClose}>
            {texts.cancel}
          </button>
        </>
      }
    >
      <FileDrop name={chosen?.file.name} onFile={choose} />
      {failureText && (
        <p class="failure" role="alert">
          {failureText}
        </p>
      )}
      {failure?.kind === 'import' && <ImportProblems problems={failure.problems} count={failure.problems.length} />}
      {chosen && table && (
        <ColumnMapping
          table={table}
          mapping={chosen.mapping ?? table.mapping}
          onChange={(mapping) => setChosen({ ...chosen, mapping, plan: undefined })}
        />
      )}
      {chosen?.kind.format === 'backup' && (
        <label class="current">
          <input
            type="checkbox"
            checked={isRestoring.current}
            onChange={(event) => {
              isRestoring.current = event.currentTarget.checked;
              void plan(chosen.file, chosen.kind, undefined);
            }}
          />
          {texts.restoreSettings}
        </label>
      )}
      {summary && <PlanPreview summary={summary} setName={setName} />}
      <MessageBar onGone={() => undefined} />
    </Dialog>
  );
}
