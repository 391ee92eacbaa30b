import { useState } from 'preact/hooks';
import type { PanelTexts } from '../../locales/panel';
import type { LawInTime } from './laws-in-time';
import { usePanelTexts } from './texts';

/** So many laws are named at once; of more, the one that is cited most, and the rest on demand. */
const FEW = 2;

interface LawFactsProps {
  laws: readonly LawInTime[];
  /** The document's date, ISO; absent where it has none. */
  dated: string | undefined;
  all: boolean;
}

/** Which statute each name means that has meant different ones, and why. */
export function LawFacts({ laws, dated, all }: LawFactsProps) {
  const { law: texts } = usePanelTexts();
  const [isUnfolded, setUnfolded] = useState(false);
  if (laws.length === 0) return null;
  const shown = all || isUnfolded || laws.length <= FEW ? laws : laws.slice(0, 1);
  const date = laws.find((law) => law.date)?.date;
  // Without a date of its own a document may still name a month or a year.
  const why = !date ? texts.undated : dated ? texts.dated(dated) : texts.estimated(date.slice(0, 7));
  return (
    <div class="laws">
      <p id="laws">{why}</p>
      <ul aria-labelledby="laws">
        {shown.map((law) => (
          <li key={law.sfs} class={law.isDoubtful ? 'doubt' : undefined}>
            {sentence(law, texts)}
            {law.repealed && ` (${texts.repealed(law.repealed)})`}
          </li>
        ))}
      </ul>
      {!all && laws.length > FEW && (
        <button
          type="button"
          class="quiet more-laws"
          aria-expanded={isUnfolded}
          onClick={() => setUnfolded(!isUnfolded)}
        >
          {isUnfolded ? texts.fewer : texts.more(laws.length - 1)}
        </button>
      )}
    </div>
  );
}

function sentence({ name, sfs, by, date, isDoubtful }: LawInTime, texts: PanelTexts['law']): string {
  if (by === 'introduced') return texts.numbered(name, sfs);
  if (date === undefined) return texts.newest(name, sfs);
  return isDoubtful ? texts.unsure(name, sfs) : texts.inForce(name, sfs);
}
