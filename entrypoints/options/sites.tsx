import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { MUNICIPAL_PATTERNS } from '../../data/municipal-sites';
import { EVERYWHERE, patternOf, siteName } from './granted';
import { useOptionsTexts } from './texts';
import { useGranted } from './use-granted';

/** Where the extension reads by itself. Every choice is the browser's own permission, asked for in its own dialog. */
export function Sites() {
  const { sites: texts } = useOptionsTexts();
  const granted = useGranted();
  const [said, setSaid] = useState('');
  const now = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // The button that was pressed is gone when its wish is granted: the focus goes to what holds now.
    if (said !== '' && granted && document.activeElement === document.body) now.current?.focus();
  }, [said, granted]);
  if (!granted) return null;

  const { everywhere, municipal, own } = granted;
  const hasAll = everywhere.length > 0;
  const all = [...everywhere, ...municipal, ...own];
  const total = MUNICIPAL_PATTERNS.length;

  // The browser asks only while the click is being handled: nothing is waited for before this.
  const allow = (origins: readonly string[]): Promise<boolean> => {
    // What was said before is of another wish; said again, it would not be heard.
    setSaid('');
    return browser.permissions.request({ origins: [...origins] }).then(
      (isGiven) => {
        setSaid(isGiven ? texts.allowed : texts.refused);
        return isGiven;
      },
      () => {
        setSaid(texts.refused);
        return false;
      },
    );
  };
  const take = async (origins: readonly string[]) => {
    setSaid('');
    const isTaken = await browser.permissions.remove({ origins: [...origins] }).catch(() => false);
    setSaid(isTaken ? texts.removed : texts.notRemoved);
  };

  return (
    <>
      <p class="now" ref={now} tabIndex={-1}>
        {stateOf(texts, { hasAll, municipal: municipal.length, own: own.length })}
      </p>
      <ul class="choices">
        <Choice name="municipal" title={texts.municipal} about={texts.municipalAbout(total)}>
          {hasAll && <p class="hint">{texts.included}</p>}
          {!hasAll && municipal.length < total && (
            <button type="button" class="primary allow" onClick={() => void allow(MUNICIPAL_PATTERNS)}>
              {municipal.length > 0 ? texts.allowRest : texts.allowMunicipal}
            </button>
          )}
          {municipal.length > 0 && (
            <>
              <p class="state">{texts.granted(municipal.length, total)}</p>
              <button type="button" class="take" onClick={() => void take(municipal)}>
                {texts.removeMunicipal}
              </button>
            </>
          )}
        </Choice>
        <Choice name="own" title={texts.own} about={texts.ownAbout}>
          {hasAll ? <p class="hint">{texts.included}</p> : <AddSite onAdd={allow} onWrong={() => setSaid('')} />}
          {own.length > 0 && (
            <ul class="own-sites">
              {own.map((pattern) => (
                <li key={pattern}>
                  <span>{siteName(pattern)}</span>
                  <button
                    type="button"
                    aria-label={texts.removeSite(siteName(pattern))}
                    onClick={() => void take([pattern])}
                  >
                    {texts.remove}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </Choice>
        <Choice name="everywhere" title={texts.everywhere} about={texts.everywhereAbout}>
          {hasAll ? (
            <button type="button" class="take" onClick={() => void take(everywhere)}>
              {texts.removeEverywhere}
            </button>
          ) : (
            <button type="button" class="allow" onClick={() => void allow([EVERYWHERE])}>
              {texts.allowEverywhere}
            </button>
          )}
        </Choice>
        <Choice name="click" title={texts.click} about={texts.clickAbout}>
          {all.length > 0 && (
            <button type="button" class="take" onClick={() => void take(all)}>
              {texts.removeAll}
            </button>
          )}
        </Choice>
      </ul>
      <p class="said" role="status">
        {said}
      </p>
    </>
  );
}

interface Counts {
  hasAll: boolean;
  municipal: number;
  own: number;
}

function stateOf(texts: ReturnType<typeof useOptionsTexts>['sites'], { hasAll, municipal, own }: Counts): string {
  if (hasAll) return texts.nowEverywhere;
  const parts = [municipal > 0 && texts.nowMunicipal(municipal), own > 0 && texts.nowOwn(own)].filter(
    (part) => part !== false,
  );
  return parts.length > 0 ? texts.now(parts.join(', ')) : texts.nowClick;
}

interface ChoiceProps {
  name: string;
  title: string;
  about: string;
  children: ComponentChildren;
}

function Choice({ name, title, about, children }: ChoiceProps) {
  return (
    <li data-choice={name}>
      <h3>{title}</h3>
      <p class="hint">{about}</p>
      <div class="actions">{children}</div>
    </li>
  );
}

interface AddSiteProps {
  /** @returns whether the browser granted it */
  onAdd(origins: readonly string[]): Promise<boolean>;
  /** What was typed is no address. */
  onWrong(): void;
}

/** A field for the address of one site. */
function AddSite({ onAdd, onWrong }: AddSiteProps) {
  const { sites: texts } = useOptionsTexts();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const add = (event: Event) => {
    event.preventDefault();
    const pattern = patternOf(typed);
    setWrong(pattern === null);
    if (pattern === null) return onWrong();
    void onAdd([pattern]).then((isGiven) => isGiven && setTyped(''));
  };
  return (
    <form class="add-site" onSubmit={add} noValidate>
      <label for="site">{texts.address}</label>
      <input
        id="site"
        inputMode="url"
        autoComplete="off"
        spellcheck={false}
        value={typed}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? 'site-wrong' : undefined}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <button type="submit">{texts.add}</button>
      {isWrong && (
        <p class="failure" id="site-wrong" role="alert">
          {texts.noAddress}
        </p>
      )}
    </form>
  );
}
