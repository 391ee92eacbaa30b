import { render } from 'preact';
import { useState } from 'preact/hooks';
import { PagesStatus } from '../../components/pages-status';
import { TextsProvider, useTexts } from '../../components/texts';
import { textsIn } from '../../locales';
import type { PagesRead } from '../../messages/schema';
import type { PageTexts } from './annotate-pages';

/** Reading that is done sooner than this needs no progress bar, in milliseconds. */
const SOON_MS = 1000;
/** Time between two movements of the bar, in milliseconds. */
const PACE_MS = 150;

interface ReadingStatusActions {
  /** Puts an end to the reading. */
  cancel(): void;
  /** Reads the pages that are left. */
  resume(): void;
}

/** The strip at the foot of the viewer that says how far the reading has come, and what could not be read. */
export function createReadingStatus(actions: ReadingStatusActions): {
  show(pages: Pick<PageTexts, 'isReading' | 'state'>): void;
  remove(): void;
} {
  const root = document.createElement('div');
  root.className = 'reading-status';
  const started = performance.now();
  let drawn = 0;
  return {
    show(pages) {
      const now = performance.now();
      if (pages.isReading && (now - started < SOON_MS || now - drawn < PACE_MS)) return;
      drawn = now;
      if (!root.isConnected) document.body.append(root);
      render(
        <TextsProvider value={textsIn(document.documentElement.lang === 'en' ? 'en' : 'sv')}>
          <ReadingStatus pages={pages.state()} {...actions} />
        </TextsProvider>,
        root,
      );
    },
    remove() {
      render(null, root);
      root.remove();
    },
  };
}

function ReadingStatus({ pages, cancel, resume }: { pages: PagesRead } & ReadingStatusActions) {
  const texts = useTexts();
  const [isClosed, setClosed] = useState(false);
  const { total, read, isReading, withoutText, unreadable, failed } = pages;
  if (isReading) {
    return (
      <section class="reading-strip" aria-label={texts.pages.reading(read, total)}>
        <span class="says">{texts.pages.reading(read, total)}</span>
        <progress max={total} value={read} aria-label={texts.pages.reading(read, total)} />
        <button type="button" class="quiet" onClick={cancel}>
          {texts.pages.cancel}
        </button>
      </section>
    );
  }
  const isWhole = read === total;
  const isFlawless = withoutText.length === 0 && unreadable.length === 0 && failed.length === 0;
  if (isClosed || (isWhole && isFlawless)) return null;
  return (
    <section class="reading-strip">
      <div class="says" role="status">
        <PagesStatus pages={pages} />
      </div>
      {!isWhole && (
        <button
          type="button"
          onClick={() => {
            setClosed(false);
            resume();
          }}
        >
          {texts.pages.resume}
        </button>
      )}
      <button type="button" class="close" aria-label={texts.card.close} onClick={() => setClosed(true)}>
        <span aria-hidden="true">×</span>
      </button>
    </section>
  );
}
