import type { Passage } from '../detection/types';
import type { Answer, SavedMany } from '../messages/schema';
import type { Additions, OpenReading } from './document-source';
import type { Drafted, OpenDocument } from './open-document';

/**
 * Passages that are stored in one transaction, all of them or none: so many are ready within some seconds, and what a
 * person waits for longer is safe batch by batch.
 */
const BATCH = 500;

/** A passage to keep with many others. */
export interface Wanted {
  passage: Passage;
  label: string;
  additions: Additions;
}

/**
 * Keeps many passages of the present text in batches, each whole or not at all; the answer comes when they are durably
 * stored. What was stored before a failure, or before the person put an end to it, stays and is told of.
 * @param onProgress told how many are made ready
 * @param signal ends it after the passage that it is at
 */
export async function saveMany<Reading extends OpenReading>(
  document: OpenDocument<Reading>,
  wanted: readonly Wanted[],
  onProgress: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<Answer<SavedMany>> {
  const { reading } = document;
  if (!reading) return { ok: false, code: 'not-found' };
  const made: SavedMany['made'] = [];
  let already = 0;
  let stopped: SavedMany['stopped'];
  for (let at = 0; at < wanted.length && !stopped; at += BATCH) {
    const batch = wanted.slice(at, at + BATCH);
    const drafts = await draftsOf(document, batch, reading, (done) => onProgress(at + done, wanted.length), signal);
    const isLast = at + BATCH >= wanted.length || signal?.aborted === true;
    const answer = await document.storeMany(drafts, reading, isLast);
    if (answer.ok) {
      for (const each of answer.value.made) made.push(each);
      already += answer.value.already;
      if (signal?.aborted && made.length + already < wanted.length) stopped = 'cancelled';
    } else if (at === 0) return answer;
    else {
      stopped = answer.code;
      // The other pages have not heard yet of what was stored.
      await document.storeMany([], reading, true);
    }
  }
  if (!stopped) onProgress(wanted.length, wanted.length);
  await document.reloadAnnotations();
  return { ok: true, value: { made, already, ...(stopped ? { stopped } : {}) } };
}

async function draftsOf<Reading extends OpenReading>(
  document: OpenDocument<Reading>,
  wanted: readonly Wanted[],
  reading: Reading,
  onProgress: (done: number) => void,
  signal: AbortSignal | undefined,
): Promise<Drafted<Reading>[]> {
  const drafts: Drafted<Reading>[] = [];
  for (const { passage, label, additions } of wanted) {
    if (signal?.aborted) break;
    onProgress(drafts.length);
    const place = { start: passage.start, end: passage.end, reading };
    drafts.push({ place, draft: await document.draftOf(place, passage, label, additions) });
  }
  return drafts;
}
