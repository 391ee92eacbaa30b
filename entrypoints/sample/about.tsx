import { useState } from 'preact/hooks';
import { openPanel } from '../../annotating/open-panel';
import type { HelpTexts } from '../../locales/help';

/** What stands above the sample report: what it is, and what there is to try. */
export function About({ texts }: { texts: HelpTexts }) {
  const { sample } = texts;
  const [hasFailed, setFailed] = useState(false);
  const open = async () => setFailed(!(await openPanel()));
  return (
    <>
      <h2>{sample.title}</h2>
      <p>{sample.about}</p>
      <ol>
        {sample.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p class="actions">
        <button type="button" class="primary" onClick={open}>
          {sample.openPanel}
        </button>
        <a href="/library.html">{sample.library}</a>
        <a href="/guide.html">{sample.guide}</a>
      </p>
      {hasFailed && (
        <p class="failure" role="alert">
          {sample.noPanel}
        </p>
      )}
    </>
  );
}
