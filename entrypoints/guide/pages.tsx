import type { Language } from '../../locales';
import type { HelpTexts } from '../../locales/help';

interface PagesProps {
  texts: HelpTexts;
  /** The page that is shown. */
  name: 'guide' | 'privacy';
  otherLanguage: Language;
}

/** The ways from a page of the help to the others, and to the extension's own pages. */
export function Pages({ texts, name, otherLanguage }: PagesProps) {
  const { page } = texts;
  const links = [
    ['guide', '/guide.html', page.guide],
    ['privacy', '/privacy.html', page.privacy],
    ['sample', '/sample.html', page.sample],
    ['library', '/library.html', page.library],
    ['options', '/options.html', page.options],
  ] as const;
  return (
    <nav aria-label={page.pages}>
      {links.map(([key, href, words]) => (
        <a key={key} href={href} aria-current={key === name ? 'page' : undefined}>
          {words}
        </a>
      ))}
      <a class="language" href={`?language=${otherLanguage}`} lang={otherLanguage} hreflang={otherLanguage}>
        {page.otherLanguage}
      </a>
    </nav>
  );
}

/** A section of the text. */
export interface Heading {
  id: string;
  words: string;
}

/** The table of contents. */
export function Contents({ headings }: { headings: readonly Heading[] }) {
  return (
    <ol class="contents">
      {headings.map(({ id, words }) => (
        <li key={id}>
          <a href={`#${id}`}>{words}</a>
        </li>
      ))}
    </ol>
  );
}
