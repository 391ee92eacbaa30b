import { useState } from 'preact/hooks';
import { wordDifference } from '../anchoring';
import type { Candidate, Placement, QuotedSpan } from '../messages/schema';
import type { Span } from '../reading/types';
import { useTexts } from './texts';

interface PlacementReviewProps {
  placement: Placement;
  /** Makes this place the annotation's target; null: what is selected on the page. Says what went wrong, or null. */
  onRetarget(place: QuotedSpan | null): Promise<string | null>;
  onReveal(span: Span): void;
}

/** What the person has to settle about an annotation's place. Nothing is settled without a click. */
export function PlacementReview({ placement, onRetarget, onReveal }: PlacementReviewProps) {
  const texts = useTexts();
  const [problem, setProblem] = useState<string | null>(null);
  const [isWaiting, setWaiting] = useState(false);
  const { verdict, span, annotation } = placement;
  if (annotation.isElsewhere) return <p class="fact">{texts.review.elsewhere}</p>;
  if (verdict === 'placed') return null;

  const retarget = async (place: QuotedSpan | null) => setProblem(await onRetarget(place));

  return (
    <div class={`review verdict-${verdict}`}>
      <p class="verdict">{texts.verdict[verdict]}</p>
      {verdict === 'changed' && span && !isWaiting && (
        <>
          <p class="fact">{texts.review.changedHint}</p>
          <Wordings before={annotation.target.quote.exact} now={placement.wording ?? ''} />
          <div class="actions">
            <button type="button" class="accept" onClick={() => retarget({ ...span, quote: placement.wording ?? '' })}>
              {texts.review.accept}
            </button>
            <button type="button" class="quiet" onClick={() => setWaiting(true)}>
              {texts.review.wait}
            </button>
          </div>
        </>
      )}
      {verdict === 'ambiguous' && (
        <>
          <p class="fact">{texts.review.ambiguousHint}</p>
          <ol class="candidates">
            {placement.candidates?.map((candidate) => (
              <CandidateRow
                key={candidate.start}
                candidate={candidate}
                onReveal={() => onReveal(candidate)}
                onChoose={() => retarget(candidate)}
              />
            ))}
          </ol>
        </>
      )}
      {verdict === 'pending' && <p class="fact">{texts.review.pendingHint}</p>}
      {verdict === 'orphaned' && (
        <>
          <p class="fact">{texts.review.orphanedHint}</p>
          <button type="button" class="attach" onClick={() => retarget(null)}>
            {texts.review.attach}
          </button>
        </>
      )}
      <output class="failure">{problem}</output>
    </div>
  );
}

/** The saved and the present wording, with the edited words marked in both. */
function Wordings({ before, now }: { before: string; now: string }) {
  const texts = useTexts();
  const pieces = wordDifference(before, now);
  const Removed = ({ text }: { text: string }) => (
    <del>
      <span class="unseen">{texts.review.removedWords}: </span>
      {text}
    </del>
  );
  const Added = ({ text }: { text: string }) => (
    <ins>
      <span class="unseen">{texts.review.addedWords}: </span>
      {text}
    </ins>
  );
  return (
    <dl class="wordings">
      <div>
        <dt>{texts.review.before}</dt>
        <dd>
          {pieces
            .filter(({ kind }) => kind !== 'added')
            .map(({ kind, text }, i) => (kind === 'removed' ? <Removed key={`${i} ${text}`} text={text} /> : text))}
        </dd>
      </div>
      <div>
        <dt>{texts.review.now}</dt>
        <dd>
          {pieces
            .filter(({ kind }) => kind !== 'removed')
            .map(({ kind, text }, i) => (kind === 'added' ? <Added key={`${i} ${text}`} text={text} /> : text))}
        </dd>
      </div>
    </dl>
  );
}

interface CandidateRowProps {
  candidate: Candidate;
  onReveal(): void;
  onChoose(): void;
}

function CandidateRow({ candidate, onReveal, onChoose }: CandidateRowProps) {
  const texts = useTexts();
  return (
    <li>
      <p class="quote" lang="sv">
        … {candidate.before}
        <mark>{candidate.quote}</mark>
        {candidate.after} …
      </p>
      <div class="actions">
        <button type="button" class="quiet show" onClick={onReveal}>
          {texts.review.show}
        </button>
        <button type="button" class="choose" onClick={onChoose}>
          {texts.review.choose}
        </button>
      </div>
    </li>
  );
}
