import type { Passage, ProfileCorrections } from '../detection/types';
import type { Answer, KeptAnnotation, QuotedSpan, SaveAll, SavedMany } from '../messages/schema';
import type { SelectableReading } from '../reading/types';
import type { Annotator } from './annotator';
import type { OpenReading } from './document-source';
import type { Wanted } from './save-many';
import { correctProfile } from './say-correction';
import type { Wording } from './wording';

/** What the side panel has done with the document that is open. */
export class PanelWishes<Reading extends OpenReading & SelectableReading> {
  /** Ends the saving of many. */
  private saving: AbortController | null = null;

  constructor(private readonly annotator: Annotator<Reading>) {}

  /** Keeps the passage at exactly this place, with the tag that suits its kind. */
  async savePassage({ start, end, quote }: QuotedSpan): Promise<Answer<KeptAnnotation>> {
    const { document } = this.annotator;
    const passage = document.passages.find((each) => each.start === start && each.end === end);
    const place = document.placeOf({ start, end }, quote);
    if (!passage || !place) return { ok: false, code: 'conflict' };
    const { label, additions } = this.keptWith(passage, await this.annotator.wording());
    return document.save(place, passage, label, additions);
  }

  /** Keeps every passage of a kind that is not kept yet, each with the tag that suits it. The panel is told how far it has come. */
  async saveAll({ kind }: SaveAll): Promise<Answer<SavedMany>> {
    const [{ saveAllOf }, wording] = await Promise.all([import('./save-all'), this.annotator.wording()]);
    this.saving?.abort();
    this.saving = new AbortController();
    return saveAllOf(this.annotator.document, kind, (passage) => this.keptWith(passage, wording), this.saving.signal);
  }

  /** Puts an end to the saving of many; what is stored by then stays. */
  stopSaving(): void {
    this.saving?.abort();
  }

  /** Keeps all that a person has set right in the document's profile. */
  correctProfile(corrections: ProfileCorrections): Promise<Answer<null>> {
    return correctProfile(this.annotator.document, corrections);
  }

  /** Gives an annotation a new place: one that the panel has shown, or what the person has selected. */
  async retarget(id: string, chosen: QuotedSpan | null): Promise<Answer<KeptAnnotation>> {
    const { document } = this.annotator;
    const span = chosen ?? (await this.annotator.handling()).selected.span;
    if (!span) return { ok: false, code: 'not-found' };
    const place = document.placeOf(span, chosen?.quote);
    return place ? document.retarget(id, place) : { ok: false, code: 'conflict' };
  }

  /** Opens the card for what is selected. */
  async openSelection(): Promise<void> {
    (await this.annotator.handling()).selected.open();
  }

  private keptWith(passage: Passage, { labelOf, suggestedTags }: Wording): Omit<Wanted, 'passage'> {
    const vocabulary = this.annotator.document.opened?.tagNames ?? [];
    return { label: labelOf(passage), additions: { tagNames: suggestedTags(passage, vocabulary), comment: '' } };
  }
}
