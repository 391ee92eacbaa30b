import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useTexts } from '../components/texts';
import { detectCitationsIn } from '../detection/citations';
import { provisionKey, provisionNames } from '../detection/citations/describe';
import type { Passage, Provision } from '../detection/types';
import type { FailureCode } from '../messages/schema';
import type { CorrectionChange } from '../storage/schema';

interface CorrectFormProps {
  /** As it is shown now. */
  passage: Passage;
  /** ISO date of the document: a law that is named means the one in force then. */
  date: string | undefined;
  /** Boards that the document addresses, to choose from. */
  addressees: readonly string[];
  /** Keeps the correction. @returns why it could not be kept, or null */
  onCorrect(change: CorrectionChange): Promise<FailureCode | null>;
  onCancel(): void;
}

/** What a person says of a passage that was found wrongly: that it is none, or what it is instead. */
export function CorrectForm({ passage, date, addressees, onCorrect, onCancel }: CorrectFormProps) {
  const texts = useTexts();
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const [type, setType] = useState<CorrectionChange['type']>('none');
  const [law, setLaw] = useState('');
  const [boards, setBoards] = useState('addressees' in passage ? passage.addressees.join(', ') : '');
  const [failure, setFailure] = useState<FailureCode | 'notRead' | null>(null);
  const provisions = provisionsIn(law, date);
  useEffect(() => first.current?.focus(), []);
  // It opens below everything else and grows by what is chosen and typed: its buttons stay in sight.
  useEffect(() => form.current?.scrollIntoView({ block: 'nearest', behavior: 'instant' }), [type, law]);

  const change = (): CorrectionChange | null => {
    if (type === 'none') return { type };
    if (type === 'provisions') return provisions.length > 0 ? { type, provisions } : null;
    return { type, addressees: listed(boards) };
  };

  const send = async () => {
    const wanted = change();
    setFailure(wanted ? await onCorrect(wanted) : 'notRead');
  };

  const choice = (value: CorrectionChange['type'], label: string) => (
    <label class="choice">
      <input
        ref={value === 'none' ? first : undefined}
        type="radio"
        name={id}
        value={value}
        checked={type === value}
        onChange={() => setType(value)}
      />
      {label}
    </label>
  );

  return (
    <form
      class="correct-form"
      method="dialog"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        if (event.isTrusted) void send();
      }}
    >
      <fieldset>
        <legend>{texts.correct.question}</legend>
        {choice('none', texts.correct.none[passage.kind])}
        {passage.kind === 'citation' && choice('provisions', texts.correct.otherProvision)}
        {type === 'provisions' && (
          <div class="field">
            <label for={`${id}-law`}>{texts.correct.provision}</label>
            <input
              id={`${id}-law`}
              class="right-provision"
              value={law}
              autocomplete="off"
              aria-describedby={`${id}-read`}
              onInput={(event) => {
                setLaw(event.currentTarget.value);
                setFailure(null);
              }}
            />
            <output id={`${id}-read`} class="read-as">
              {provisions.length > 0
                ? texts.correct.readAs(provisions.map((each) => provisionNames(each).long).join(', '))
                : texts.correct.notRead}
            </output>
          </div>
        )}
        {'addressees' in passage && choice('addressees', texts.correct.otherAddressee)}
        {type === 'addressees' && (
          <div class="field">
            <label for={`${id}-boards`}>{texts.correct.addressees}</label>
            <input
              id={`${id}-boards`}
              class="right-addressees"
              list={`${id}-known`}
              value={boards}
              autocomplete="off"
              onInput={(event) => setBoards(event.currentTarget.value)}
            />
            <datalist id={`${id}-known`}>
              {addressees.map((board) => (
                <option key={board} value={board} />
              ))}
            </datalist>
          </div>
        )}
      </fieldset>
      <div class="actions">
        <button type="submit" class="primary">
          {texts.correct.save}
        </button>
        <button type="button" onClick={onCancel}>
          {texts.correct.cancel}
        </button>
        <output class="failure">
          {failure && (failure === 'notRead' ? texts.correct.notRead : texts.failure[failure])}
        </output>
      </div>
    </form>
  );
}

/** The provisions that somebody has written, read as a document's own would be: each once. */
function provisionsIn(written: string, date: string | undefined): Provision[] {
  const found = detectCitationsIn(written, date).flatMap(({ provisions }) => provisions);
  return [...new Map(found.map((provision) => [provisionKey(provision), provision])).values()];
}

function listed(boards: string): string[] {
  const names = boards.split(/[,;\n]/).map((name) => name.replace(/\s+/gu, ' ').trim().toLocaleLowerCase('sv'));
  return [...new Set(names.filter((name) => name !== ''))];
}
