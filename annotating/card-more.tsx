import { useEffect, useRef, useState } from 'preact/hooks';
import { useTexts } from '../components/texts';
import { provisionNames, provisionUrl } from '../detection/citations/describe';
import { type CitedDocument, escapeHtml, quotation } from '../exchange/citation-text';
import type { FileLanguage } from '../exchange/citation-words';
import type { Answer } from '../messages/schema';
import type { CorrectionChange } from '../storage/schema';
import { copyText } from './copy-text';
import { CorrectForm } from './correct-form';
import type { OpenReading } from './document-source';
import { citedPagesOf } from './pages';
import type { Subject } from './subjects';
import { Why } from './why';

interface CardMoreProps<Reading extends OpenReading> {
  subject: Subject<Reading>;
  date: string | undefined;
  /** The document that a quote is taken from. */
  cited: CitedDocument;
  addressees: readonly string[];
  onCorrect(change: CorrectionChange): Promise<Answer<Subject<Reading>>>;
}

type Open = 'why' | 'wrong' | null;

/** What can be done with a place besides keeping it: copied, asked about, corrected. */
export function CardMore<Reading extends OpenReading>({
  subject,
  date,
  cited,
  addressees,
  onCorrect,
}: CardMoreProps<Reading>) {
  const texts = useTexts();
  const [open, setOpen] = useState<Open>(null);
  const [said, setSaid] = useState('');
  const root = useRef<HTMLDivElement>(null);
  const wrong = useRef<HTMLButtonElement>(null);
  const { passage } = subject;
  // What the person has said to be nothing has nothing to copy or to explain, but may be set right in another way.
  const isDismissed = subject.correction?.correction.change.type === 'none';
  const toggle = (part: Open) => setOpen(open === part ? null : part);
  useEffect(() => setOpen(null), [subject]);

  const copy = async (content: { text: string; html: string }) => {
    const isCopied = root.current !== null && (await copyText(root.current, content));
    setSaid(isCopied ? texts.more.copied : texts.panel.notCopied);
  };

  return (
    <div class="more" ref={root}>
      <fieldset class="actions" aria-label={texts.more.label}>
        {!isDismissed && passage?.kind === 'citation' && passage.provisions.length > 0 && (
          <button type="button" class="quiet copy-provision" onClick={() => copy(namesOf(passage.provisions))}>
            {texts.more.copyProvision}
          </button>
        )}
        <button
          type="button"
          class="quiet copy-quote"
          onClick={() => copy(quoteOf(subject, cited, texts.language === 'en' ? 'en' : 'sv'))}
        >
          {texts.more.copyQuote}
        </button>
        {passage && !isDismissed && (
          <button type="button" class="quiet ask-why" aria-expanded={open === 'why'} onClick={() => toggle('why')}>
            {texts.more.why}
          </button>
        )}
        {passage && (
          <button
            type="button"
            class="quiet say-wrong"
            ref={wrong}
            aria-expanded={open === 'wrong'}
            onClick={() => toggle('wrong')}
          >
            {texts.more.wrong}
          </button>
        )}
      </fieldset>
      <output class="copied">{said}</output>
      {open === 'why' && passage && <Why passage={passage} />}
      {open === 'wrong' && passage && (
        <CorrectForm
          passage={passage}
          date={date}
          addressees={addressees}
          onCorrect={async (change) => {
            const answer = await onCorrect(change);
            return answer.ok ? null : answer.code;
          }}
          onCancel={() => {
            setOpen(null);
            // What had the focus goes with the form.
            wrong.current?.focus();
          }}
        />
      )}
    </div>
  );
}

/** "5 kap. 1 § socialtjänstlagen (2001:453)", in HTML with links to the law. */
function namesOf(provisions: Parameters<typeof provisionNames>[0][]): { text: string; html: string } {
  const names = provisions.map((provision) => ({ name: provisionNames(provision).long, url: provisionUrl(provision) }));
  return {
    text: names.map(({ name }) => name).join(', '),
    html: names
      .map(({ name, url }) => (url ? `<a href="${escapeHtml(url)}">${escapeHtml(name)}</a>` : escapeHtml(name)))
      .join(', '),
  };
}

function quoteOf(
  { quote, place }: Subject,
  cited: CitedDocument,
  language: FileLanguage,
): { text: string; html: string } {
  const target = { quote: { exact: quote }, ...citedPagesOf(place.reading, place) };
  return quotation(cited, { target }, new Intl.DateTimeFormat('sv-SE').format(new Date()), language);
}
