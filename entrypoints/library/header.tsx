import { HelpDialog } from '../../components/help-dialog';
import { useLibraryTexts } from './texts';
import { SearchField } from './toolbar';
import type { View } from './view';

/** The windows that open over the page. */
const DIALOGS = ['sets', 'tags', 'import', 'export', 'storage'] as const;
export type DialogName = (typeof DIALOGS)[number];

/** The window that the page's address asks for, as links from elsewhere do: `library.html#tags`. */
export function dialogFrom(hash: string): DialogName | null {
  return DIALOGS.find((name) => hash === `#${name}`) ?? null;
}

interface HeaderProps {
  view: View;
  /** How many lie in the bin; null while the library is being read. */
  inBin: number | null;
  onView(part: Partial<View>): void;
  /** From the search to what was found. */
  onDown(): void;
  onDialog(name: DialogName): void;
  onEmptyBin(): void;
}

/** Name of the page, search, and the ways to everything else. */
export function Header({ view, inBin, onView, onDown, onDialog, onEmptyBin }: HeaderProps) {
  const texts = useLibraryTexts();
  const isBin = view.place === 'bin';
  return (
    <header class="page-head">
      <h1>{isBin ? texts.bin : texts.title}</h1>
      <SearchField value={view.text} onSearch={(text) => onView({ text })} onDown={onDown} />
      <div class="actions">
        {DIALOGS.map((name) => (
          <button key={name} type="button" data-dialog={name} aria-haspopup="dialog" onClick={() => onDialog(name)}>
            {texts.dialogs[name]}
          </button>
        ))}
        <button
          type="button"
          class="bin"
          aria-pressed={isBin}
          onClick={() => onView({ place: isBin ? 'library' : 'bin', filters: {}, text: '' })}
        >
          {inBin === null ? texts.bin : texts.binWith(inBin)}
        </button>
        <HelpDialog where="library" />
      </div>
      {isBin && (
        <p class="hint bin-hint">
          {texts.binHint}{' '}
          {inBin !== null && inBin > 0 && (
            <button type="button" class="danger empty-bin" onClick={onEmptyBin}>
              {texts.emptyBin}
            </button>
          )}
        </p>
      )}
    </header>
  );
}
