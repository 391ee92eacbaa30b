import { useEffect, useRef } from 'preact/hooks';
import type { ImportOutcome } from '../../storage/import-plan';
import { ImportProblems } from './import-problems';
import { useLibraryTexts } from './texts';
import type { PlanSummary } from './worker-protocol';

const OUTCOMES: readonly ImportOutcome[] = ['new', 'changed', 'joined', 'conflict', 'kept', 'same'];

const BIN_FATES = ['out', 'into', 'stays'] as const;

interface PlanPreviewProps {
  summary: PlanSummary;
  /** The set for rows of a file that knows no sets: of a table or another tool. */
  setName: string;
}

/** What an import would do, outcome by outcome, with the first rows of each. */
export function PlanPreview({ summary, setName }: PlanPreviewProps) {
  const texts = useLibraryTexts();
  const { counts, rows, refused, problems, newSets, newTags, documents, bin } = summary;
  const count = Object.values(counts).reduce((sum, each) => sum + each, 0);
  const section = useRef<HTMLElement>(null);
  // In a low window the columns of a table fill all the room: what was asked for is to be seen.
  useEffect(() => section.current?.scrollIntoView({ block: 'nearest' }), [summary]);
  return (
    <section class="plan" ref={section} aria-label={texts.importPreview} aria-live="polite">
      <p>
        {texts.importFormats[summary.format]}
        {count > 0 && ` ${texts.fromDocuments(count, documents.all, documents.new)}`}
      </p>
      {OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) => {
        const shown = rows.filter((row) => row.outcome === outcome);
        const heading = `${texts.counted(counts[outcome])}: ${texts.outcomes[outcome]}`;
        if (shown.length === 0) return <p key={outcome}>{heading}</p>;
        return (
          <details key={outcome} open={outcome === 'conflict'} data-outcome={outcome}>
            <summary>{heading}</summary>
            <ol>
              {shown.map((row, index) => (
                <li key={`${index} ${row.quote}`} lang="sv">
                  <span class="quote">{row.quote}</span>
                  <span class="facts">{row.document}</span>
                  {row.fields.some((field) => field !== 'deleted') && (
                    <span class="differs">
                      {texts.differs(
                        row.fields
                          .filter((field) => field !== 'deleted')
                          .map((field) => texts.planFields[field])
                          .join(', '),
                      )}
                    </span>
                  )}
                  {row.differences.map(({ field, replaced, stands }) => (
                    <span key={field} class="comments">
                      {field !== 'comment' && `${texts.planFields[field]}: `}
                      <del>{replaced || texts.empty}</del> → <ins>{stands || texts.empty}</ins>
                    </span>
                  ))}
                  {row.winner && <span class="winner">{texts.winners[row.winner]}</span>}
                  {row.bin && <span class="winner bin-fate">{texts.binFates[row.bin]}</span>}
                </li>
              ))}
            </ol>
            {counts[outcome] > shown.length && <p class="hint">{texts.andMore(counts[outcome] - shown.length)}</p>}
          </details>
        );
      })}
      {BIN_FATES.filter((fate) => bin[fate] > 0).map((fate) => (
        <p key={fate} class="bin-fates">
          {texts.binCounts[fate](bin[fate])}
        </p>
      ))}
      {(summary.format === 'csv' || summary.format === 'hypothesis') && <p>{texts.goesToSet(setName)}</p>}
      {newSets.length > 0 && <p>{texts.makesSets(newSets.join(', '))}</p>}
      {newTags.length > 0 && <p>{texts.makesTags(newTags.join(', '))}</p>}
      {refused > 0 && (
        <details open data-outcome="refused">
          <summary class="failure">{texts.refused(refused)}</summary>
          <ImportProblems problems={problems} count={refused} />
        </details>
      )}
    </section>
  );
}
