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
      const rows = [token.sets, token.tags, token.documents, token.corrections];
      const isNothing = made + changed === 0 && rows.every(({ length }) => length === 0);
      return { made, changed, undo: isNothing ? undefined : JSON.stringify(token) };
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
  const existing = await existingRows();
  const made = await planImport(incoming, existing, { now: options.now, restore, ...work });
  planned = made;
  const titles = new Map(incoming.documents.map(({ id, title, profile }) => [id, title || profile.title || '']));
  for (const { after } of made.documents) titles.set(after.id, after.title || after.profile.title || '');
  const names = new Map<string, string>();
  for (const { id, name } of [...existing.sets, ...existing.tags]) names.set(id, name);
  for (const { after } of [...made.sets, ...made.tags]) names.set(after.id, after.name);
  const isNew = ({ before }: { before: unknown }) => before === undefined;
  return {
    format: incoming.format,
    counts: made.counts,
    documents: countDocuments(made),
    bin: countBin(made),
    rows: shownRows(made, titles, names),
    refused: incoming.refused.length,
    problems: incoming.refused.slice(0, SHOWN),
    newSets: made.sets.filter(isNew).map(({ after }) => after.name),
    newTags: made.tags.filter(isNew).map(({ after }) => after.name),
  };
}

function countDocuments({ annotations, documents }: ImportPlan): PlanSummary['documents'] {
  const from = new Set(annotations.map(({ annotation }) => annotation.documentId));
  const added = documents.filter(({ before, after }) => before === undefined && from.has(after.id));
  return { all: from.size, new: added.length };
}

function countBin({ annotations }: ImportPlan): PlanSummary['bin'] {
  const counts = { into: 0, out: 0, stays: 0 };
  for (const { bin } of annotations) if (bin) counts[bin] += 1;
  return counts;
}

/** The first rows of each outcome but the same. */
function shownRows(
  { annotations }: ImportPlan,
  titles: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
): PlannedRow[] {
  const left = new Map<ImportOutcome, number>();
  return annotations.flatMap((planned) => {
    const { outcome, annotation, fields, winner, bin } = planned;
    const room = left.get(outcome) ?? SHOWN;
    if (room === 0 || outcome === 'same') return [];
    left.set(outcome, room - 1);
    const quote = annotation.target.quote.exact.slice(0, 300);
    const document = titles.get(annotation.documentId) ?? '';
    return [{ outcome, quote, document, fields, winner, bin, differences: differencesOf(planned, names) }];
  });
}

function differencesOf(
  { annotation, fields, yields }: PlannedAnnotation,
  names: ReadonlyMap<string, string>,
): PlannedRow['differences'] {
  if (!yields) return [];
  const named = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? '').join(', ');
  const text = ({ comment, tags, setId }: NonNullable<PlannedAnnotation['yields']>) => ({
    comment: shortened(comment),
    tags: shortened(named(tags)),
    setId: shortened(named([setId])),
  });
  const [replaced, stands] = [text(yields), text(annotation)];
  return (['setId', 'tags', 'comment'] as const)
    .filter((field) => fields.includes(field))
    .map((field) => ({ field, replaced: replaced[field], stands: stands[field] }));
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
