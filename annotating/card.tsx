import { useRef, useState } from 'preact/hooks';
import { AnnotationForm, type FormHandle, type FormValues } from '../components/annotation-form';
import { CardSet } from '../components/card-set';
import { describePassage, labelOf, suggestedTags } from '../components/describe-passage';
import { isHelpKey } from '../components/help-key';
import { HelpSheet } from '../components/help-sheet';
import { PassageFacts } from '../components/passage-facts';
import { PlacementReview } from '../components/placement-review';
import { useTexts } from '../components/texts';
import type { CitedDocument } from '../exchange/citation-text';
import { citedPage } from '../exchange/citation-words';
import type { Answer, KeptAnnotation, Placement, SetChoice } from '../messages/schema';
import type { Span } from '../reading/types';
import type { CorrectionChange } from '../storage/schema';
import { CardMore } from './card-more';
import { CorrectionNotice } from './correction-notice';
import type { OpenReading } from './document-source';
import { citedPagesOf } from './pages';
import type { Subject } from './subjects';

export interface CardActions<Reading extends OpenReading> {
  save(subject: Subject<Reading>, label: string, values: FormValues): Promise<Answer<KeptAnnotation>>;
  update(kept: KeptAnnotation, values: FormValues): Promise<Answer<KeptAnnotation>>;
  /** The annotation as it is stored now; null where it is not in use any more. */
  newest(id: string): Promise<KeptAnnotation | null>;
  remove(id: string): Promise<Answer<KeptAnnotation>>;
  restore(id: string): Promise<Answer<KeptAnnotation>>;
  retarget(id: string, span: Span): Promise<Answer<KeptAnnotation>>;
  /** Keeps what the person says of the passage. @returns the subject as it is then */
  correct(subject: Subject<Reading>, change: CorrectionChange): Promise<Answer<Subject<Reading>>>;
  uncorrect(subject: Subject<Reading>): Promise<Answer<Subject<Reading>>>;
  /** Makes a set the one that new annotations go to. */
  chooseSet(id: string): Promise<Answer<SetChoice>>;
  createSet(name: string): Promise<Answer<SetChoice>>;
  /** Moves what is kept to another set. */
  moveTo(kept: KeptAnnotation, setId: string): Promise<Answer<KeptAnnotation>>;
  reveal(span: Span): void;
  /** Whether something is typed that is not stored yet. */
  setDirty(isDirty: boolean): void;
  close(): void;
}

export interface CardProps<Reading extends OpenReading> {
  /** Everything at the place that was clicked, the narrowest first. */
  subjects: readonly Subject<Reading>[];
  /** Names of tags in the person's order: the first nine have keys. */
  vocabulary: readonly string[];
  /** In the order to show them; empty until they are known. */
  sets: readonly SetChoice[];
  currentSetId: string | undefined;
  date: string | undefined;
  /** The document as a reference names it. */
  cited: CitedDocument;
  /** Boards that the document addresses. */
  addressees: readonly string[];
  actions: CardActions<Reading>;
}

/** The card beside a highlighted text: what it is, and the form that keeps it. */
export function Card<Reading extends OpenReading>(props: CardProps<Reading>) {
  const { vocabulary, date, cited, addressees, actions } = props;
  const texts = useTexts();
  const [subjects, setSubjects] = useState(props.subjects);
  const [chosen, setChosen] = useState(0);
  const [isHelping, setHelping] = useState(false);
  const card = useRef<HTMLElement>(null);
  const form = useRef<FormHandle | null>(null);
  const subject = subjects[Math.min(chosen, subjects.length - 1)] as Subject<Reading>;
  const page = citedPage(citedPagesOf(subject.place.reading, subject.place));
  const others = subjects.map((other, index) => ({ other, index })).filter(({ other }) => other !== subject);
  const isDismissed = subject.correction?.correction.change.type === 'none';

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      if (isHelping) setHelping(false);
      else actions.close();
    } else if (isHelpKey(event)) {
      event.preventDefault();
      setHelping(!isHelping);
    } else {
      const tag = isHelping ? undefined : vocabulary[digitOf(event) - 1];
      if (tag !== undefined) form.current?.toggleTag(tag);
    }
  };

  /** Shows the subject as it has become; what had the focus went with the change. */
  const replace = (answer: Answer<Subject<Reading>>): Answer<Subject<Reading>> => {
    if (answer.ok) {
      setSubjects(subjects.map((each) => (each === subject ? answer.value : each)));
      card.current?.focus({ preventScroll: true });
      // What it is now stands above the form that was filled in.
      card.current?.scrollTo({ top: 0, behavior: 'instant' });
    }
    return answer;
  };

  return (
    <section
      class={`card kind-${kindOf(subject)}`}
      role="dialog"
      aria-label={texts.card.label}
      tabIndex={-1}
      ref={card}
      onKeyDown={onKeyDown}
    >
      <div class="head">
        <p class="kind">
          {texts.kind[kindOf(subject)]}
          {page !== undefined && ` · ${texts.pages.page(page)}`}
        </p>
        <button
          type="button"
          class="close help"
          aria-label={texts.keys.open}
          title={`${texts.keys.open} (?)`}
          aria-expanded={isHelping}
          onClick={() => setHelping(!isHelping)}
        >
          <span aria-hidden="true">?</span>
        </button>
        <button type="button" class="close" aria-label={texts.card.close} onClick={actions.close}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      {isHelping && (
        <>
          <h2>{texts.keys.title}</h2>
          <HelpSheet where="page" tags={vocabulary} />
          <button type="button" onClick={() => setHelping(false)}>
            {texts.keys.back}
          </button>
        </>
      )}
      {/* Hidden, not gone: what is typed stays. */}
      <div hidden={isHelping}>
        <h2>{headingOf(subject, texts)}</h2>
        {subject.correction && (
          <CorrectionNotice
            correction={subject.correction}
            onUndo={async () => replace(await actions.uncorrect(subject))}
          />
        )}
        {subject.placement && <Review placement={subject.placement} actions={actions} />}
        {subject.passage && !isDismissed && <PassageFacts passage={subject.passage} date={date} />}
        {(!isDismissed || subject.placement) && (
          <Keeping
            key={keyOf(subject)}
            subject={subject}
            vocabulary={vocabulary}
            sets={props.sets}
            currentSetId={props.currentSetId}
            actions={actions}
            form={form}
          />
        )}
        <CardMore
          subject={subject}
          date={date}
          cited={cited}
          addressees={addressees}
          onCorrect={async (change) => replace(await actions.correct(subject, change))}
        />
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
      </div>
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
  sets,
  currentSetId,
  actions,
  form,
}: { subject: Subject<Reading>; form: { current: FormHandle | null } } & Pick<
  CardProps<Reading>,
  'vocabulary' | 'sets' | 'currentSetId' | 'actions'
>) {
  const texts = useTexts();
  const [kept, showKept] = useState<KeptAnnotation | null>(subject.placement?.annotation ?? null);
  /** The same before it is drawn: number keys may follow each other at once. */
  const latest = useRef(kept);
  const setKept = (next: KeptAnnotation) => {
    latest.current = next;
    showKept(next);
  };
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

  const saveNew = async (values: FormValues) => {
    const answer = await actions.save(subject, subject.passage ? labelOf(subject.passage, texts) : '', values);
    if (answer.ok) setKept(answer.value);
    return answer;
  };

  const save = async (values: FormValues) => {
    if (!latest.current) return saveNew(values);
    const answer = await actions.update(latest.current, values);
    if (answer.ok) setKept(answer.value);
    return answer;
  };

  const takeNewest = async (): Promise<FormValues | null> => {
    const newest = latest.current && (await actions.newest(latest.current.id));
    if (newest) setKept(newest);
    return newest && { tagNames: newest.tagNames, comment: newest.comment };
  };

  const remove = async () => {
    if (!kept) return;
    const answer = await actions.remove(kept.id);
    setProblem(answer.ok ? '' : texts.failure[answer.code]);
    if (answer.ok) setRemoved(kept);
  };

  const chooseSet = async (id: string) => {
    if (!kept) {
      const chosen = await actions.chooseSet(id);
      return chosen.ok ? null : chosen.code;
    }
    const moved = await actions.moveTo(kept, id);
    if (moved.ok) setKept(moved.value);
    return moved.ok ? null : moved.code;
  };

  const initial = kept ?? { tagNames: suggestedTags(subject.passage, vocabulary), comment: '' };
  return (
    <>
      {sets.length > 0 && (
        <CardSet
          sets={sets}
          value={kept?.setId ?? currentSetId}
          onChoose={chooseSet}
          onCreate={(name) => actions.createSet(name)}
        />
      )}
      <AnnotationForm
        initial={{ tagNames: initial.tagNames, comment: initial.comment }}
        vocabulary={vocabulary}
        isKept={kept !== null}
        onSave={save}
        onDraft={(draft) => actions.setDirty(draft !== null)}
        onRemove={remove}
        clash={{ takeNewest, saveAgain: saveNew }}
        handle={form}
      />
      <output class="failure">{problem}</output>
    </>
  );
}

/** The digit that a person pressed by itself, not into a field; NaN for any other key. */
function digitOf(event: KeyboardEvent): number {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return Number.NaN;
  const target = event.composedPath()[0];
  if (target instanceof Element && target.matches('input, textarea, select')) return Number.NaN;
  return Number(/^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1] ?? Number.NaN);
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

/** The kind is said above it already. */
function headingOf(subject: Subject, texts: ReturnType<typeof useTexts>): string {
  const { passage } = subject;
  const isForNobody = passage?.kind === 'recommendation' && passage.addressees.length === 0;
  return isForNobody ? texts.card.noAddressee : titleOf(subject, texts);
}

function keyOf(subject: Subject): string {
  return `${kindOf(subject)} ${subject.place.start} ${subject.place.end}`;
}
