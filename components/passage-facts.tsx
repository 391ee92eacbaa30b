import { provisionNames, provisionUrl } from '../detection/citations/describe';
import { provisionFacts } from '../detection/citations/facts';
import type { CitationPassage, Passage, Provision } from '../detection/types';
import { useTexts } from './texts';

/** What is known of a passage beyond its name: links, dates, doubt. */
export function PassageFacts({ passage, date }: { passage: Passage; date: string | undefined }) {
  const texts = useTexts();
  if (passage.kind === 'question')
    return passage.answer ? <p class="fact">{texts.card.answer(passage.answer)}</p> : null;
  if (passage.kind !== 'citation') return null;
  return (
    <>
      <Doubt passage={passage} />
      {passage.provisions.map((provision) => (
        <ProvisionFacts key={provisionNames(provision).long} provision={provision} date={date} />
      ))}
    </>
  );
}

function Doubt({ passage }: { passage: CitationPassage }) {
  const texts = useTexts();
  const { remark, doubtful } = passage.reason;
  return (
    <>
      {remark === 'slip' && <p class="fact doubt">{texts.card.slip}</p>}
      {remark === 'damaged' && <p class="fact doubt">{texts.card.damaged}</p>}
      {doubtful && <p class="fact doubt">{texts.card.doubtful}</p>}
    </>
  );
}

function ProvisionFacts({ provision, date }: { provision: Provision; date: string | undefined }) {
  const texts = useTexts();
  const facts = provisionFacts(provision, date);
  const url = provisionUrl(provision);
  const { short } = provisionNames(provision);
  const counterparts = facts.counterparts.map(
    (counterpart) =>
      `${provisionNames(counterpart.provision).long} (${texts.card.certainty(texts.card.certaintyOf[counterpart.certainty])})`,
  );
  return (
    <div class="provision">
      {url && (
        <p class="fact">
          <a href={url} target="_blank" rel="noreferrer noopener">
            {texts.card.openStatute} <span class="short">{short}</span>
            <span class="unseen"> ({texts.card.opensInNewTab})</span>
          </a>
        </p>
      )}
      {facts.repealed && (
        <p class="fact">
          {texts.card.repealed(facts.repealed)}
          {facts.replacedBy && `. ${texts.card.replacedBy(facts.replacedBy.name)}`}
        </p>
      )}
      {counterparts.length > 0 && <p class="fact">{texts.card.counterpart(counterparts.join('; '))}</p>}
      {facts.probablyMissing && <p class="fact doubt">{texts.card.probablyMissing}</p>}
    </div>
  );
}
