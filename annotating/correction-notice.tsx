import { useState } from 'preact/hooks';
import { labelOf } from '../components/describe-passage';
import { useTexts } from '../components/texts';
import type { Answer } from '../messages/schema';
import type { AppliedCorrection } from './corrections';

interface CorrectionNoticeProps {
  correction: AppliedCorrection;
  onUndo(): Promise<Answer<unknown>>;
}

/** Says that a passage is as it is by a person's correction, and what it was; takes that back. */
export function CorrectionNotice({ correction: { correction, found }, onUndo }: CorrectionNoticeProps) {
  const texts = useTexts();
  const [problem, setProblem] = useState('');
  const isNone = correction.change.type === 'none';
  const undo = async () => {
    const answer = await onUndo();
    if (!answer.ok) setProblem(texts.failure[answer.code]);
  };
  return (
    <div class="corrected">
      <p class="fact" role="status">
        {isNone ? texts.correct.dismissed[found.kind] : texts.correct.done}
        {!isNone && `. ${texts.correct.was(labelOf(found, texts))}`}
      </p>
      <button type="button" class="undo-correction" onClick={undo}>
        {texts.card.undo}
      </button>
      <output class="failure">{problem}</output>
    </div>
  );
}
