import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Shortcut } from '../messages/commands';
import { sendMessage } from '../messages/protocol';
import { useTexts } from './texts';

/** Where the sheet is shown: it tells of the keys that work there. */
export type HelpPlace = 'page' | 'panel' | 'library' | 'viewer' | 'options';

interface HelpSheetProps {
  where: HelpPlace;
  /** Names of tags in the person's order: the first nine have keys. */
  tags?: readonly string[];
}

/** Keys with Ctrl are with ⌘ on a Mac. */
const CTRL = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '') ? '⌘' : 'Ctrl';

/** The keyboard's commands with the keys that the person has for them now, and the keys of the place. */
export function HelpSheet({ where, tags = [] }: HelpSheetProps) {
  const texts = useTexts();
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([]);
  useEffect(() => {
    // After an update of the extension nobody answers: the keys of the place are still right.
    sendMessage('getShortcuts', null).then(setShortcuts, () => undefined);
  }, []);
  return (
    <div class="help-sheet">
      <h3>{texts.keys.anywhere}</h3>
      <dl>
        {shortcuts.map(({ name, keys: set }) => (
          <Row key={name} does={texts.keys.command[name]} keys={set === '' ? [] : [set]} />
        ))}
        {where !== 'library' && where !== 'options' && (
          <>
            <Row does={texts.keys.cardOpen} keys={['Enter']} />
            {/* The browsers' own keys, which go from part to part of the window. */}
            <Row does={texts.keys.toPanel} keys={['Shift+F6']} />
            <Row does={texts.keys.fromPanel} keys={['F6']} />
          </>
        )}
      </dl>
      <button
        type="button"
        class="quiet change-keys"
        onClick={() => void sendMessage('changeShortcuts', null).catch(() => undefined)}
      >
        {texts.keys.change}
      </button>
      <p class="hint">
        {texts.keys.changeAbout} {shortcuts.some(({ keys }) => keys === '') && texts.keys.fewSet}
      </p>
      {where !== 'library' && (
        <>
          <h3>{texts.keys.card}</h3>
          <dl>
            <Row does={texts.keys.cardTag} keys={['1–9']}>
              {tags.slice(0, 9).map((tag, index) => (
                <span key={tag} class="tag-key" lang="sv">
                  <kbd>{index + 1}</kbd> {tag}
                </span>
              ))}
            </Row>
            <Row does={texts.keys.cardSave} keys={[`${CTRL}+Enter`]} />
            <Row does={texts.keys.cardClose} keys={['Esc']} />
          </dl>
        </>
      )}
      {where === 'library' && (
        <>
          <h3>{texts.keys.library}</h3>
          <dl>
            <Row does={texts.keys.libraryMove} keys={['↑', '↓', 'PgUp', 'PgDn', 'Home', 'End']} />
            <Row does={texts.keys.librarySelect} keys={['Space']} />
            <Row does={texts.keys.libraryAll} keys={[`${CTRL}+A`]} />
            <Row does={texts.keys.libraryDetails} keys={['Enter']} />
            <Row does={texts.keys.libraryOpen} keys={[`${CTRL}+Enter`]} />
            <Row does={texts.keys.libraryTag} keys={['1–9']} />
            <Row does={texts.keys.libraryDelete} keys={['Delete']} />
            <Row does={texts.keys.libraryUndo} keys={[`${CTRL}+Z`]} />
            <Row does={texts.keys.libraryRedo} keys={[CTRL === 'Ctrl' ? 'Ctrl+Y' : '⇧⌘Z']} />
          </dl>
        </>
      )}
      {where === 'viewer' && (
        <>
          <h3>{texts.keys.viewer}</h3>
          <dl>
            <Row does={texts.keys.viewerTurn} keys={['N', 'P']} />
            <Row does={texts.keys.viewerFind} keys={[`${CTRL}+F`]} />
            <Row does={texts.keys.viewerZoom} keys={[`${CTRL}++`, `${CTRL}+-`]} />
            <Row does={texts.keys.viewerRotate} keys={['R']} />
            <Row does={texts.keys.viewerPane} keys={['F4']} />
          </dl>
        </>
      )}
      <dl>
        <Row does={texts.keys.help} keys={['?']} />
      </dl>
    </div>
  );
}

interface RowProps {
  does: string;
  /** Keys that do it, each by itself; none where the person has set none. */
  keys: readonly string[];
  children?: ComponentChildren;
}

function Row({ does, keys, children }: RowProps) {
  const texts = useTexts();
  return (
    <div>
      <dt>{does}</dt>
      <dd>
        {keys.length === 0 && <span class="not-set">{texts.keys.notSet}</span>}
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
        {children}
      </dd>
    </div>
  );
}
