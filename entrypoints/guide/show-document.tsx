import { render } from 'preact';
import { sayLanguage, storedLanguage } from '../../components/stored-language';
import type { Language } from '../../locales';
import { helpTextsIn } from '../../locales/help';
import { Contents, type Heading, Pages } from './pages';

/** Shows the guide or the words about privacy in the user's language, or in the one that the address asks for. */
export async function showDocument(name: 'guide' | 'privacy'): Promise<void> {
  const asked = askedLanguage();
  sayLanguage(asked);
  const language = asked ?? (await storedLanguage());
  const texts = helpTextsIn(language);
  sayLanguage(language);
  document.title = texts.page.windowTitle(texts.page[name]);
  const template = document.querySelector<HTMLTemplateElement>(`template[lang="${language}"]`);
  const main = document.getElementById('text');
  const header = document.getElementById('pages');
  if (!template || !main || !header) return;
  main.replaceChildren(template.content.cloneNode(true));
  const headings = [...main.querySelectorAll<HTMLElement>('h2[id]')].map(
    ({ id, textContent }): Heading => ({ id, words: textContent ?? '' }),
  );
  render(<Pages texts={texts} name={name} otherLanguage={language === 'sv' ? 'en' : 'sv'} />, header);
  if (headings.length > 0) {
    const contents = document.createElement('nav');
    contents.setAttribute('aria-label', texts.page.contents);
    main.querySelector('h2')?.before(contents);
    render(<Contents headings={headings} />, contents);
  }
  await goToSection(main);
}

function askedLanguage(): Language | undefined {
  const asked = new URLSearchParams(location.search).get('language');
  return asked === 'sv' || asked === 'en' ? asked : undefined;
}

/** The browser has looked for the address's section before the text was there; pictures above it take their room first. */
async function goToSection(main: HTMLElement): Promise<void> {
  const section = document.getElementById(location.hash.slice(1));
  if (!section) return;
  await Promise.all([...main.querySelectorAll('img')].map((picture) => picture.decode().catch(() => undefined)));
  section.scrollIntoView();
  section.focus({ preventScroll: true });
}
