import type { Passage, ProfileCorrections } from '../detection/types';
import type { Answer, KeptAnnotation, KeptCorrection, SavedMany, SetChoice } from '../messages/schema';
import type { AnnotationDraft, AnnotationPatch, CorrectionChange } from '../storage/schema';
import type { Additions, OpenReading, Place } from './document-source';
import { FoundDocument } from './found-document';
import { newId } from './new-id';

/** UTF-16 units; the store's own limit for a quote. */
const LONGEST_QUOTE = 100_000;

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

/** One open document, with what a person keeps of it, changes and takes away: each is shown once it is durably stored. */
export class OpenDocument<Reading extends OpenReading> extends FoundDocument<Reading> {
  /** Keeps a passage or a selection; the answer comes when it is durably stored. */
  async save(
    place: Place<Reading>,
    passage: Passage | null,
    label: string,
    additions: Additions,
  ): Promise<Answer<KeptAnnotation>> {
    // Refused before it is described: describing a whole book would hold up the page only to be refused by the store.
    if (place.end - place.start > LONGEST_QUOTE) return { ok: false, code: 'invalid' };
    const draft = await this.draftOf(place, passage, label, additions);
    const answer = await this.store.save(draft, await this.describe(place.reading));
    if (answer.ok) this.savedHere.set(answer.value.id, { place, target: draft.target });
    return this.afterWriting(answer);
  }

  /**
   * Keeps many passages of the present text in batches, each whole or not at all; the answer comes when they are durably
   * stored. What was stored before a failure, or before the person put an end to it, stays and is told of.
   * @param onProgress told how many are made ready
   * @param signal ends it after the passage that it is at
   */
  async saveMany(
    wanted: readonly Wanted[],
    onProgress: (done: number, total: number) => void,
    signal?: AbortSignal,
  ): Promise<Answer<SavedMany>> {
    const { reading } = this;
    if (!reading) return { ok: false, code: 'not-found' };
    const document = await this.describe(reading);
    const made: SavedMany['made'] = [];
    let already = 0;
    let stopped: SavedMany['stopped'];
    for (let at = 0; at < wanted.length && !stopped; at += BATCH) {
      const batch = wanted.slice(at, at + BATCH);
      const drafts = await this.draftsOf(batch, reading, (done) => onProgress(at + done, wanted.length), signal);
      const isLast = at + BATCH >= wanted.length || signal?.aborted === true;
      const answer = await this.store.saveMany(
        drafts.map(({ draft }) => draft),
        document,
        isLast,
      );
      if (answer.ok) {
        for (const { place, draft } of drafts) this.savedHere.set(draft.id, { place, target: draft.target });
        for (const each of answer.value.made) made.push(each);
        already += answer.value.already;
        if (signal?.aborted && made.length + already < wanted.length) stopped = 'cancelled';
      } else if (at === 0) return answer;
      else {
        stopped = answer.code;
        // The other pages have not heard yet of what was stored.
        await this.store.saveMany([], document, true);
      }
    }
    if (!stopped) onProgress(wanted.length, wanted.length);
    await this.reloadAnnotations();
    return { ok: true, value: { made, already, ...(stopped ? { stopped } : {}) } };
  }

  private async draftsOf(
    wanted: readonly Wanted[],
    reading: Reading,
    onProgress: (done: number) => void,
    signal: AbortSignal | undefined,
  ): Promise<{ place: Place<Reading>; draft: AnnotationDraft }[]> {
    const drafts: { place: Place<Reading>; draft: AnnotationDraft }[] = [];
    for (const { passage, label, additions } of wanted) {
      if (signal?.aborted) break;
      onProgress(drafts.length);
      const place = { start: passage.start, end: passage.end, reading };
      drafts.push({ place, draft: await this.draftOf(place, passage, label, additions) });
    }
    return drafts;
  }

  /** Keeps all that a person has set right in the profile; what follows from it is found anew. */
  async correctProfile(corrections: ProfileCorrections): Promise<Answer<null>> {
    const { reading } = this;
    if (!reading) return { ok: false, code: 'not-found' };
    const answer = await this.store.correctProfile(await this.describe(reading), corrections);
    if (answer.ok) await this.reloadAnnotations();
    return answer;
  }

  /**
   * Keeps what a person says of a passage; the answer comes when it is durably stored.
   * @param found the passage as detection found it
   * @param label what it was called then
   */
  async correct(
    place: Place<Reading>,
    found: Passage,
    label: string,
    change: CorrectionChange,
  ): Promise<Answer<KeptCorrection>> {
    const draft = { id: newId(), target: await this.identities.targetAt(place), kind: found.kind, label, change };
    const answer = await this.store.saveCorrection(draft, await this.describe(place.reading));
    if (answer.ok) await this.reloadAnnotations();
    return answer;
  }

  /** Takes a correction away: the passage is again what was found. */
  async uncorrect(id: string): Promise<Answer<KeptCorrection>> {
    const answer = await this.store.removeCorrection(id);
    if (answer.ok) await this.reloadAnnotations();
    return answer;
  }

  async update(id: string, patch: AnnotationPatch, expectedRevision?: number): Promise<Answer<KeptAnnotation>> {
    return this.afterWriting(await this.store.update(id, patch, expectedRevision));
  }

  /** Gives an annotation a new place, when a person has said that it is the right one; the old target stays in its history. */
  async retarget(id: string, place: Place<Reading>): Promise<Answer<KeptAnnotation>> {
    return this.update(id, { target: await this.identities.targetAt(place) });
  }

  async remove(id: string): Promise<Answer<KeptAnnotation>> {
    return this.afterWriting(await this.store.remove(id));
  }

  async restore(id: string): Promise<Answer<KeptAnnotation>> {
    return this.afterWriting(await this.store.restore(id));
  }

  /** Makes a set the one that new annotations go to. */
  chooseSet(id: string): Promise<Answer<SetChoice>> {
    return this.store.chooseSet(id);
  }

  createSet(name: string): Promise<Answer<SetChoice>> {
    return this.store.createSet(name);
  }

  private async draftOf(
    place: Place<Reading>,
    passage: Passage | null,
    label: string,
    additions: Additions,
  ): Promise<AnnotationDraft> {
    return {
      // crypto.randomUUID is missing on pages over plain http.
      id: newId(),
      target: await this.identities.targetAt(place),
      kind: passage?.kind ?? 'selection',
      origin: passage ? 'detected' : 'selected',
      provisions: passage?.kind === 'citation' ? passage.provisions : [],
      addressees: passage && 'addressees' in passage ? passage.addressees : [],
      label,
      ...(passage?.kind === 'question' && passage.answer ? { answer: passage.answer } : {}),
      ...(passage?.kind === 'deadline' ? { date: passage.date } : {}),
      ...additions,
    };
  }

  private async afterWriting(answer: Answer<KeptAnnotation>): Promise<Answer<KeptAnnotation>> {
    if (answer.ok) await this.reloadAnnotations();
    return answer;
  }
}
