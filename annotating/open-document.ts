import type { Passage } from '../detection/types';
import type { Answer, KeptAnnotation, SavedMany } from '../messages/schema';
import type { AnnotationDraft, AnnotationPatch } from '../storage/schema';
import type { Additions, OpenReading, Place } from './document-source';
import { FoundDocument } from './found-document';
import { newId } from './new-id';

/** UTF-16 units; the store's own limit for a quote. */
const LONGEST_QUOTE = 100_000;

/** What is to be stored of a place. */
export interface Drafted<Reading extends OpenReading> {
  place: Place<Reading>;
  draft: AnnotationDraft;
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
   * Stores drafts of a text in one transaction, all of them or none. {@link reloadAnnotations} shows them.
   * @param isLast the other pages hear then of all that was stored
   */
  async storeMany(drafted: readonly Drafted<Reading>[], reading: Reading, isLast: boolean): Promise<Answer<SavedMany>> {
    const drafts = drafted.map(({ draft }) => draft);
    const answer = await this.store.saveMany(drafts, await this.describe(reading), isLast);
    if (answer.ok)
      for (const { place, draft } of drafted) this.savedHere.set(draft.id, { place, target: draft.target });
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

  /** What is stored of a passage or a selection. */
  async draftOf(
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
