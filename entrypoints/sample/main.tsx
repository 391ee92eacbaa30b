import '../../highlighting/highlights.css';
import { render } from 'preact';
import { Annotator } from '../../annotating/annotator';
import { answerPanel } from '../../annotating/answer-panel';
import { createCardHost } from '../../annotating/card-host';
import { createLocalStore } from '../../annotating/local-store';
import { storedLanguage } from '../../components/stored-language';
import { helpTextsIn } from '../../locales/help';
import { createPageSource } from '../reader/page-source';
import { About } from './about';
import { SAMPLE_ADDRESS } from './address';
import { showReport } from './report';

/**
 * The sample report with the very annotator that web pages have: no content script runs in a page of ours, so the page
 * makes it itself, as the PDF viewer does.
 */
async function start(): Promise<void> {
  const about = document.getElementById('about');
  if (!about) return;
  showReport(document);
  const host = createCardHost(document);
  const annotator = new Annotator({
    page: document,
    host,
    source: {
      ...createPageSource(document, (element) => element === about || host.owns(element)),
      urls: () => [SAMPLE_ADDRESS],
      hints: () => ({ title: document.title }),
    },
    store: createLocalStore(),
    signal: new AbortController().signal,
  });
  answerPanel(annotator);
  const reading = annotator.refresh();

  const language = await storedLanguage();
  // The report is Swedish, whatever language the extension speaks.
  about.lang = language;
  const texts = helpTextsIn(language);
  about.setAttribute('aria-label', texts.sample.title);
  render(<About texts={texts} />, about);
  await reading;
}

void start();
