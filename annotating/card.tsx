import { useState } from 'preact/hooks';
import { AnnotationForm, type FormValues } from '../components/annotation-form';
import { describePassage, labelOf, suggestedTags } from '../components/describe-passage';
import { PassageFacts } from '../components/passage-facts';
import { PlacementReview } from '../components/placement-review';
import { useTexts } from '../components/texts';
import type { Answer, KeptAnnotation, Placement } from '../messages/schema';
import type { Span } from '../reading/types';
import type { OpenReading } from './document-source';
import type { Subject } from './subjects';

export interface CardActions<Reading extends OpenReading> {
  save(subject: Subject<Reading>, label: string, values: FormValues): Promise<Answer<KeptAnnotation>>;
  update(kept: KeptAnnotation, values: FormValues): Promise<Answer<KeptAnnotation>>;
  remove(id: string): Promise<Answer<KeptAnnotation>>;
  restore(id: string): Promise<Answer<KeptAnnotation>>;
  retarget(id: string, span: Span): Promise<Answer<KeptAnnotation>>;
  reveal(span: Span): void;
  /** Whether something is typed that is not stored yet. */
  setDirty(isDirty: boolean): void;
  close(): void;
}

export interface CardProps<Reading extends OpenReading> {
  /** Everything at the place that was clicked, the narrowest first. */
  subjects: readonly Subject<Reading>[];
  vocabulary: readonly string[];
  date: string | undefined;
  actions: CardActions<Reading>;
}

/** The card beside a highlighted text: what it is, and the form that keeps it. */
export function Card<Reading extends OpenReading>({ subjects, vocabulary, date, actions }: CardProps<Reading>) {
  const texts = useTexts();
  const [chosen, setChosen] = useState(0);
  const subject = subjects[Math.min(chosen, subjects.length - 1)] as Subject<Reading>;
  const page = subject.place.reading.pageAt?.(subject.place.start);
  const others = subjects.map((other, index) => ({ other, index })).filter(({ other }) => other !== subject);

  return (
    <section
      class={`card kind-${kindOf(subject)}`}
      role="dialog"
      aria-label={texts.card.label}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') actions.close();
      }}
    >
      <div class="head">
        <p class="kind">
          {texts.kind[kindOf(subject)]}
          {page !== undefined && ` · ${texts.pages.page(page)}`}
        </p>
        <button type="button" class="close" aria-label={texts.card.close} onClick={actions.close}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      <h2>{titleOf(subject, texts)}</h2>
      {subject.placement && <Review placement={subject.placement} actions={actions} />}
      {subject.passage && <PassageFacts passage={subject.passage} date={date} />}
      <Keeping key={keyOf(subject)} subject={subject} vocabulary={vocabulary} actions={actions} />
      {others.length > 0 && (
        <nav aria-label={texts.card.alsoHere}>
          <p class="kind">{texts.card.alsoHere}</p>
          {others.map(({ other, index }) => (
            <button key={keyOf(other)} type="button" class="quiet" onClick={() => setChosen(index)}>
              {titleOf(other, texts)}
            </button>
          ))}
        </nav>
      )}
    </section>
  );
}

/** What is to be settled about the place; gone once it is. */
function Review<Reading extends OpenReading>({
  placement,
  actions,
}: {
  placement: Placement;
  actions: CardActions<Reading>;
}) {
  const texts = useTexts();
  const [isSettled, setSettled] = useState(false);
  if (isSettled) return <output class="fact">{texts.review.reattached}</output>;
  return (
    <PlacementReview
      placement={placement}
      onReveal={actions.reveal}
      onRetarget={async (span) => {
        if (!span) return texts.review.nothingSelected;
        const answer = await actions.retarget(placement.annotation.id, span);
        if (!answer.ok) return texts.failure[answer.code];
        setSettled(true);
        return null;
      }}
    />
  );
}

/** The part of the card that keeps, changes and removes. */
function Keeping<Reading extends OpenReading>({
  subject,
  vocabulary,
  actions,
}: { subject: Subject<Reading> } & Pick<CardProps<Reading>, 'vocabulary' | 'actions'>) {
  const texts = useTexts();
  const [kept, setKept] = useState<KeptAnnotation | null>(subject.placement?.annotation ?? null);
  const [removed, setRemoved] = useState<KeptAnnotation | null>(null);
  const [problem, setProblem] = useState('');

  if (removed) {
    const undo = async () => {
      const answer = await actions.restore(removed.id);
      setProblem(answer.ok ? '' : texts.failure[answer.code]);
      if (!answer.ok) return;
      setKept(answer.value);
      setRemoved(null);
    };
    return (
      <output class="actions">
        {texts.card.removed}
        <button type="button" onClick={undo}>
          {texts.card.undo}
        </button>
        <span class="failure">{problem}</span>
      </output>
    );
  }

  const save = async (values: FormValues) => {
    const answer = await (kept
      ? actions.update(kept, values)
      : actions.save(subject, subject.passage ? labelOf(subject.passage, texts) : '', values));
    if (answer.ok) setKept(answer.value);
    return answer;
  };

  const remove = async () => {
    if (!kept) return;
    const answer = await actions.remove(kept.id);
    setProblem(answer.ok ? '' : texts.failure[answer.code]);
    if (answer.ok) setRemoved(kept);
  };

  const initial = kept ?? { tagNames: suggestedTags(subject.passage, vocabulary), comment: '' };
  return (
    <>
      <AnnotationForm
        initial={{ tagNames: initial.tagNames, comment: initial.comment }}
        vocabulary={vocabulary}
        isKept={kept !== null}
        onSave={save}
        onDraft={(draft) => actions.setDirty(draft !== null)}
        onRemove={remove}
      />
      <output class="failure">{problem}</output>
    </>
  );
}

function kindOf({ passage, placement }: Subject): keyof ReturnType<typeof useTexts>['kind'] {
  return passage?.kind ?? (placement ? placement.annotation.kind : 'selection');
}

function titleOf(subject: Subject, texts: ReturnType<typeof useTexts>): string {
  if (subject.passage) return describePassage(subject.passage, texts);
  return (
    subject.placement?.annotation.label || `”${subject.quote.slice(0, 80)}${subject.quote.length > 80 ? ' …' : ''}”`
  );
}

function keyOf(subject: Subject): string {
  return `${kindOf(subject)} ${subject.place.start} ${subject.place.end}`;
}
