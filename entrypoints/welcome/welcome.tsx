import { LanguageChoice } from '../options/language-choice';
import { Sites } from '../options/sites';
import { useOptionsTexts } from '../options/texts';
import { useSettings } from '../options/use-settings';

/** The page that opens after installation: what the extension does, where it may read by itself, and how to begin. */
export function Welcome() {
  const { failed, welcome: texts } = useOptionsTexts();
  const { settings, hasFailed, change } = useSettings();
  return (
    <main>
      <h1>{texts.title}</h1>
      <div class="lead">
        <p>{texts.does}</p>
        <p>{texts.keeps}</p>
        <p>{texts.stays}</p>
      </div>
      <p class="try">
        <a class="button primary" href="/sample.html">
          {texts.sample}
        </a>
        <a href="/guide.html">{texts.guide}</a>
      </p>
      {hasFailed && (
        <p class="failure" role="alert">
          {failed}
        </p>
      )}
      <section aria-labelledby="choose">
        <h2 id="choose">{texts.choose}</h2>
        <p class="hint">{texts.chooseAbout}</p>
        <Sites />
      </section>
      <section aria-labelledby="begin">
        <h2 id="begin">{texts.begin}</h2>
        <p>{texts.beginAbout}</p>
        <p>{texts.pin}</p>
        <ul class="links">
          <li>
            <a href="/viewer.html">{texts.openViewer}</a>
          </li>
          <li>
            <a href="/options.html">{texts.options}</a>
          </li>
          <li>
            <a href="/privacy.html">{texts.privacy}</a>
          </li>
        </ul>
      </section>
      {/* Last, where it moves nothing when it comes; the browser's own language is what most want. */}
      {settings && <LanguageChoice language={settings.language} change={change} />}
    </main>
  );
}
