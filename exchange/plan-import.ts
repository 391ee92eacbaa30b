import { applyPatch } from '../storage/edits';
import type { ExistingRows, ImportOutcome, ImportPlan, PlannedAnnotation } from '../storage/import-plan';
import { Pace, type Work } from '../storage/pace';
import { joinedComment, samePlace } from '../storage/same-passage';
import type { Annotation } from '../storage/schema';
import type { Incoming } from './incoming';
import { mergeAnnotation } from './merge';
import { mapCorrections } from './plan-corrections';
import { mapDocuments, mapped, mapSets, mapTags } from './plan-rows';

/** How an import is meant. */
export interface PlanOptions extends Work {
  /** ISO, the time of what the import itself edits. */
  now: string;
  /** Backups: take over settings, and colours, descriptions and order of tags. */
  restore?: boolean;
}

/** Annotations looked up at a time. */
const SLICE = 200;

/**
 * What importing a file would do, without doing it: each annotation is new, same, changed, kept, in conflict or joined.
 * `applyImport` does it. @throws the signal's reason when it was cancelled
 */
export async function planImport(
  incoming: Incoming,
  existing: ExistingRows,
  options: PlanOptions,
): Promise<ImportPlan> {
  const restore = (options.restore ?? false) && incoming.format === 'backup';
  const sets = mapSets(incoming, existing);
  const tags = mapTags(incoming, existing, restore);
  const documents = mapDocuments(incoming, existing);
  const ids = { sets: sets.ids, tags: tags.ids, documents: documents.ids };
  const pace = new Pace(options);
  const planner = new Planner(incoming, existing, options.now);
  const planned: PlannedAnnotation[] = [];
  const { annotations } = incoming;
  for (let from = 0; from < annotations.length; from += SLICE) {
    const slice = annotations.slice(from, from + SLICE);
    const ours = await existing.annotations(slice.map(({ id }) => id));
    for (const [index, theirs] of slice.entries()) {
      planned.push(withFate(await planner.plan(mapped(theirs, ids), ours[index]), ours[index], theirs));
      await pace.step(from + index, annotations.length);
    }
  }
  const counts: Record<ImportOutcome, number> = { new: 0, same: 0, changed: 0, kept: 0, conflict: 0, joined: 0 };
  for (const { outcome } of planned) counts[outcome] += 1;
  const used = usedRows(planned, incoming);
  return {
    annotations: planned,
    counts,
    sets: sets.rows,
    tags: tags.rows.filter(({ before, after }) => before !== undefined || used(after.id)),
    documents: documents.rows,
    corrections: mapCorrections(incoming, existing, documents.ids),
    ...(restore && incoming.settings ? { settings: mappedSettings(incoming.settings, sets.ids) } : {}),
  };
}

/** With what it has to do with the bin, which a person would else find out only afterwards. */
function withFate(planned: PlannedAnnotation, ours: Annotation | undefined, theirs: Annotation): PlannedAnnotation {
  const [was, will] = [ours?.deleted !== undefined, planned.annotation.deleted !== undefined];
  if (will && !was) planned.bin = 'into';
  else if (was && !will) planned.bin = 'out';
  else if (was && theirs.deleted === undefined) planned.bin = 'stays';
  return planned;
}

/** Tags of other tools' files come with annotations only; own files keep tags that nothing has. */
function usedRows(planned: readonly PlannedAnnotation[], { loose }: Incoming): (id: string) => boolean {
  if (!loose) return () => true;
  const used = new Set(planned.flatMap(({ annotation }) => annotation.tags));
  return (id) => used.has(id);
}

function mappedSettings(settings: NonNullable<Incoming['settings']>, sets: Map<string, string>) {
  const { lastBackup: _, currentSetId, ...rest } = settings;
  const set = currentSetId === undefined ? undefined : sets.get(currentSetId);
  return { ...rest, ...(set === undefined ? {} : { currentSetId: set }) };
}

/** Compares annotation by annotation; what a document holds is read once. */
class Planner {
  private readonly incomingIds: Set<string>;
  private readonly stored = new Set<string>();
  private readonly inDocument = new Map<string, Annotation[]>();
  private readonly taken = new Set<string>();

  constructor(
    private readonly incoming: Incoming,
    private readonly existing: ExistingRows,
    private readonly now: string,
  ) {
    this.incomingIds = new Set(incoming.annotations.map(({ id }) => id));
    for (const { id } of existing.documents) this.stored.add(id);
  }

  async plan(theirs: Annotation, ours: Annotation | undefined): Promise<PlannedAnnotation> {
    if (ours) {
      const merged = mergeAnnotation(ours, { ...theirs, documentId: ours.documentId });
      if (merged.outcome === 'same') return merged;
      const { comment, tags, setId } = merged.outcome === 'kept' || merged.winner === 'ours' ? theirs : ours;
      return { ...merged, yields: { comment, tags, setId } };
    }
    const twin = theirs.deleted === undefined ? await this.twin(theirs) : undefined;
    return twin ? this.joined(twin, theirs) : { outcome: 'new', annotation: theirs, fields: [] };
  }

  /** The annotation that the set already has of this passage, made by somebody else. */
  private async twin(theirs: Annotation): Promise<Annotation | undefined> {
    if (!this.stored.has(theirs.documentId)) return undefined;
    const known = this.inDocument.get(theirs.documentId) ?? (await this.existing.inDocument(theirs.documentId));
    this.inDocument.set(theirs.documentId, known);
    const { loose } = this.incoming;
    const found = known.find(
      (each) =>
        each.deleted === undefined &&
        each.setId === theirs.setId &&
        !this.incomingIds.has(each.id) &&
        !this.taken.has(each.id) &&
        (loose ? sameWords(each, theirs) : each.kind === theirs.kind && samePlace(each.target, theirs.target)),
    );
    if (found) this.taken.add(found.id);
    return found;
  }

  private joined(twin: Annotation, theirs: Annotation): PlannedAnnotation {
    const tags = [...new Set([...twin.tags, ...theirs.tags])];
    const comment = joinedComment(twin.comment, theirs.comment);
    const { annotation, changed } = applyPatch(twin, { tags, comment }, new Date(this.now));
    if (!changed) return { outcome: 'same', annotation: twin, fields: [] };
    const fields: PlannedAnnotation['fields'] = [];
    if (tags.length > twin.tags.length) fields.push('tags');
    if (comment !== twin.comment) fields.push('comment');
    const yields = { comment: twin.comment, tags: twin.tags, setId: twin.setId };
    return { outcome: 'joined', annotation, replaces: twin.revision, fields, yields };
  }
}

/** Of other tools' rows only the words and the page are known. */
function sameWords(one: Annotation, other: Annotation): boolean {
  const words = ({ target }: Annotation) => target.quote.exact.replace(/\s+/gu, ' ').trim();
  return one.target.page === other.target.page && words(one) === words(other);
}
