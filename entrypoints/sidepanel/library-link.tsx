import { useTexts } from '../../components/texts';

/** The way to the library: all documents, sets and annotations, in a tab of its own. */
export function LibraryLink() {
  const texts = useTexts();
  return (
    <a class="library-link" href="/library.html" target="_blank" rel="noreferrer" title={texts.card.opensInNewTab}>
      {texts.panel.library}
    </a>
  );
}
