import {
  ExportError,
  ImportError,
  inspectImport,
  packBackup,
  planImport,
  readImport,
  writeExport,
} from '../../exchange';
import { applyImport, existingRows } from '../../storage/apply-import';
import { readEverything } from '../../storage/backup';
import { contentsOf } from '../../storage/contents';
import { toStorageError } from '../../storage/errors';
import type { ImportOutcome, ImportPlan, PlannedAnnotation } from '../../storage/import-plan';
import type { Work } from '../../storage/pace';
import type { Annotation } from '../../storage/schema';
import { type Undo, undo } from '../../storage/undo';
import type { Answers, PlannedRow, PlanSummary, Reply, Request, WorkerFailure, WrittenFile } from './worker-protocol';

/** Rows of each outcome that a person is shown. */
const SHOWN = 50;
/** Signs of a text that show what it is. */
const LONGEST = 300;
/** Least time between two words on progress, in milliseconds. */
const PROGRESS_MS = 60;

/** The plan that was shown last, for `apply`. */
let planned: ImportPlan | undefined;

const reply = (message: Reply) => postMessage(message);

addEventListener('message', async ({ data }: MessageEvent<Request>) => {
  try {
    reply({ type: 'done', value: await answer(data, { onProgress: tellProgress() }) });
  } catch (error) {
    reply({ type: 'failed', failure: failureOf(error) });
  }
});

function tellProgress(): NonNullable<Work['onProgress']> {
  let last = 0;
  return (done, total) => {
    const now = performance.now();
    if (now - last < PROGRESS_MS) return;
    last = now;
    reply({ type: 'progress', done, total });
  };
}

async function answer(request: Request, work: Work): Promise<Answers[keyof Answers]> {
  switch (request.type) {
    case 'export':
      return written(request, work);
    case 'backup':
      return backup(new Date(request.now), work);
    case 'inspect':
      return inspectImport(request.file, work);
    case 'plan':
      return plan(request, work);
    case 'apply': {
      if (!planned) throw new Error('Nothing was planned');
      const { made, changed, undo: token } = await applyImport(planned, work);
      return { made, changed, undo: JSON.stringify(token) };
    }
    case 'undo': {
      const { redo, ...undone } = await undo(JSON.parse(request.token) as Undo, work);
      return { ...undone, redo: redo && JSON.stringify(redo) };
    }
  }
}

async function written(
  { format, choice, options }: Extract<Request, { type: 'export' }>,
  work: Work,
): Promise<WrittenFile> {
  const contents = await contentsOf(choice, work);
  const file = await writeExport(format, contents, options, work);
  return { ...file, count: contents.annotations.length, unreadable: contents.unreadable.length };
}

async function backup(now: Date, work: Work): Promise<WrittenFile> {
  const all = await readEverything(work);
  const file = await packBackup(all, now, work);
  return { ...file, count: all.annotations.length, unreadable: 0, writes: all.writes };
}

async function plan({ file, options, restore }: Extract<Request, { type: 'plan' }>, work: Work): Promise<PlanSummary> {
  planned = undefined;
  const incoming = await readImport(file, { ...options, ...work });
  const made = await planImport(incoming, await existingRows(), { now: options.now, restore, ...work });
  planned = made;
  const titles = new Map(incoming.documents.map(({ id, title, profile }) => [id, title || profile.title || '']));
  for (const { after } of made.documents) titles.set(after.id, after.title || after.profile.title || '');
  const isNew = ({ before }: { before: unknown }) => before === undefined;
  return {
    format: incoming.format,
    counts: made.counts,
    rows: shownRows(made, titles),
    refused: incoming.refused.length,
    problems: incoming.refused.slice(0, SHOWN),
    newSets: made.sets.filter(isNew).map(({ after }) => after.name),
    newTags: made.tags.filter(isNew).map(({ after }) => after.name),
  };
}

/** The first rows of each outcome but the same. */
function shownRows({ annotations }: ImportPlan, titles: ReadonlyMap<string, string>): PlannedRow[] {
  const left = new Map<ImportOutcome, number>();
  return annotations.flatMap(({ outcome, annotation, fields, winner }) => {
    const room = left.get(outcome) ?? SHOWN;
    if (room === 0 || outcome === 'same') return [];
    left.set(outcome, room - 1);
    const quote = annotation.target.quote.exact.slice(0, 300);
    const document = titles.get(annotation.documentId) ?? '';
    return [{ outcome, quote, document, fields, winner, comments: commentsOf(annotation, fields) }];
  });
}

function commentsOf({ comment, history }: Annotation, fields: PlannedAnnotation['fields']): PlannedRow['comments'] {
  if (!fields.includes('comment')) return undefined;
  const replaced = history.findLast(({ before }) => before.comment !== undefined)?.before.comment ?? '';
  return { replaced: shortened(replaced), stands: shortened(comment) };
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST).toWellFormed()} …` : text;
}

function failureOf(error: unknown): WorkerFailure {
  if (error instanceof ImportError) return { kind: 'import', problems: error.problems };
  if (error instanceof ExportError) return { kind: 'too-many', format: error.format, most: error.most };
  const storage = toStorageError(error);
  if (storage.code !== 'unknown') return { kind: 'storage', code: storage.code };
  return { kind: 'unknown', detail: storage.message };
}
