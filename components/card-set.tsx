import { useState } from 'preact/hooks';
import type { Answer, FailureCode, SetChoice } from '../messages/schema';
import { SetChooser } from './set-chooser';
import { useTexts } from './texts';

interface CardSetProps {
  sets: readonly SetChoice[];
  /** The set that the annotation is in, or will be saved in. */
  value: string | undefined;
  /** Puts it there, or makes it the set that new ones go to. @returns why that failed, or null */
  onChoose(id: string): Promise<FailureCode | null>;
  onCreate(name: string): Promise<Answer<SetChoice>>;
}

/** The set of what the card is about. What is chosen is shown once it is stored. */
export function CardSet({ sets, value, onChoose, onCreate }: CardSetProps) {
  const texts = useTexts();
  const [known, setKnown] = useState(sets);
  const [chosen, setChosen] = useState(value);
  const [problem, setProblem] = useState('');

  const choose = async (id: string) => {
    const failure = await onChoose(id);
    setProblem(failure === null ? '' : texts.failure[failure]);
    if (failure === null) setChosen(id);
  };
  const create = async (name: string): Promise<string | null> => {
    const answer = await onCreate(name);
    setProblem(answer.ok ? '' : texts.failure[answer.code]);
    if (!answer.ok) return null;
    setKnown((before) => [...before, answer.value]);
    return answer.value.id;
  };

  return (
    <>
      <SetChooser sets={known} value={chosen} onChoose={(id) => void choose(id)} onCreate={create} />
      <output class="failure">{problem}</output>
    </>
  );
}
