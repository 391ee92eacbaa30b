import type { Answer, KeptAnnotation } from '../messages/schema';
import type { Span } from '../reading/types';
import type { AnnotationPatch, CorrectionChange } from '../storage/schema';
import type { CardActions, CardProps } from './card';
import { correctedPassage } from './corrections';
import type { OpenReading } from './document-source';
import type { OpenDocument } from './open-document';
import { correct as keepCorrection, uncorrect as takeCorrection } from './say-correction';
import type { Subject } from './subjects';
import type { Wording } from './wording';

/** What a card works on. */
export interface CardContext<Reading extends OpenReading> {
  document: OpenDocument<Reading>;
  wording(): Promise<Wording>;
  reveal(span: Span): void;
  /** Lets go of what is selected: what is kept is highlighted, and is not to be offered once more. */
  deselect(): void;
  setDirty(isDirty: boolean): void;
  close(): void;
}

/** A card of these subjects, tied to its document. */
export function cardProps<Reading extends OpenReading>(
  context: CardContext<Reading>,
  subjects: readonly Subject<Reading>[],
): CardProps<Reading> {
  const { document } = context;
  const { opened, profile } = document;
  return {
    subjects,
    vocabulary: opened?.tagNames ?? [],
    sets: opened?.sets ?? [],
    currentSetId: opened?.currentSetId,
    date: profile.date,
    cited: document.cited,
    addressees: [...new Set(document.passages.flatMap((each) => ('addressees' in each ? each.addressees : [])))],
    actions: actionsOf(context),
  };
}

function actionsOf<Reading extends OpenReading>(context: CardContext<Reading>): CardActions<Reading> {
  const { document, deselect, reveal, setDirty, close } = context;
  return {
    save: async ({ place, passage }, label, values) => {
      const answer = await document.save(place, passage, label, values);
      if (answer.ok) deselect();
      return answer;
    },
    update: ({ id, revision }, values) => document.update(id, values, revision),
    newest: async (id) => {
      await document.reloadAnnotations();
      return document.placements.find(({ annotation }) => annotation.id === id)?.annotation ?? null;
    },
    remove: (id) => document.remove(id),
    restore: (id) => document.restore(id),
    retarget: async (id, { start, end }) => {
      const place = document.placeOf({ start, end });
      return place ? document.retarget(id, place) : { ok: false, code: 'conflict' };
    },
    correct: (subject, change) => correct(context, subject, change),
    uncorrect: (subject) => uncorrect(context, subject),
    chooseSet: (id) => document.store.chooseSet(id),
    createSet: (name) => document.store.createSet(name),
    moveTo: ({ id, revision }, setId) => document.update(id, { setId }, revision),
    reveal,
    setDirty,
    close,
  };
}

async function correct<Reading extends OpenReading>(
  context: CardContext<Reading>,
  subject: Subject<Reading>,
  change: CorrectionChange,
): Promise<Answer<Subject<Reading>>> {
  const found = subject.correction?.found ?? subject.passage;
  if (!found) return { ok: false, code: 'not-found' };
  const { labelOf } = await context.wording();
  const answer = await keepCorrection(context.document, subject.place, found, labelOf(found), change);
  if (!answer.ok) return answer;
  const passage = correctedPassage(found, change) ?? found;
  const corrected = { ...subject, passage, correction: { correction: answer.value, found } };
  const followed = change.type === 'none' ? null : await follow(context, corrected);
  return followed && !followed.ok ? followed : { ok: true, value: corrected };
}

async function uncorrect<Reading extends OpenReading>(
  context: CardContext<Reading>,
  subject: Subject<Reading>,
): Promise<Answer<Subject<Reading>>> {
  if (!subject.correction) return { ok: true, value: subject };
  const { correction, found } = subject.correction;
  const answer = await takeCorrection(context.document, correction.id);
  if (!answer.ok) return answer;
  const uncorrected = { ...subject, passage: found, correction: null };
  const followed = correction.change.type === 'none' ? null : await follow(context, uncorrected);
  return followed && !followed.ok ? followed : { ok: true, value: uncorrected };
}

/** What is kept of a passage says what the passage says. */
async function follow<Reading extends OpenReading>(
  { document, wording }: CardContext<Reading>,
  { place, passage }: Subject<Reading>,
): Promise<Answer<KeptAnnotation> | null> {
  const kept = document.keptAt(place)?.annotation;
  if (!kept || kept.isElsewhere || !passage) return null;
  const { labelOf } = await wording();
  const patch: AnnotationPatch = {
    label: labelOf(passage),
    ...(passage.kind === 'citation' ? { provisions: passage.provisions } : {}),
    ...('addressees' in passage ? { addressees: passage.addressees } : {}),
  };
  return document.update(kept.id, patch);
}
