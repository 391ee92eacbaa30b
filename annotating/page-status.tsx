import { render } from 'preact';
import controlsCss from '../components/controls.css?inline';
import tokensCss from '../components/tokens.css?inline';
import type { Texts } from '../locales';
import type { CountCorner } from '../storage/schema';
import { createOwnElement } from './own-element';
import ownCss from './own-element.css?inline';
import statusCss from './page-status.css?inline';

const HOST_TAG = 'revisionspennan-status';
const STYLES = [ownCss, tokensCss, controlsCss, statusCss].join('\n');
/** How long what was said stays to be read, in milliseconds. */
const SAID_MS = 7000;
/** Time in which a screen reader takes notice of a new live region, or of its being emptied, in milliseconds. */
const NOTICE_MS = 60;
/** Room that is kept to what must not be covered, CSS pixels. */
const GAP = 4;

/** Where it can stand, in the order in which a person goes through them. */
const CORNERS: readonly CountCorner[] = ['bottom-start', 'bottom-end', 'top-end', 'top-start'];

/** How much was found on the page. */
export interface Count {
  citations: number;
  recommendations: number;
}

export interface PageStatus {
  /** Shows how much was found, in the corner that the person has moved it to; null takes the count away. */
  count(count: Count | null, texts: Texts, corner?: CountCorner): void;
  /** Says something, for people who see and people who hear the page. */
  say(words: string, texts: Texts): void;
  /** Goes out of the way of these rectangles of the window, to another corner or out of sight; back when there is none. */
  avoid(rects: readonly DOMRect[]): void;
  remove(): void;
}

interface StatusActions {
  /** The count was chosen. */
  open(): void;
  /** It is not wanted on this page. */
  hide(): void;
  /** It was moved. */
  moved(corner: CountCorner): void;
}

/**
 * What the page shows of ours besides the card: how much was found, in a corner, and what a command of the keyboard did. Its
 * element is in the page only while it has something to show.
 */
export function createPageStatus(page: Document, actions: StatusActions): PageStatus {
  const { host, root } = createOwnElement(page, HOST_TAG, STYLES);
  let shown: Count | null = null;
  let said = '';
  let words: Texts | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  let corner: CountCorner = 'bottom-start';

  const stand = (where: CountCorner) => {
    corner = where;
    host.dataset.corner = corner;
  };

  const move = () => {
    stand(CORNERS[(CORNERS.indexOf(corner) + 1) % CORNERS.length] ?? corner);
    actions.moved(corner);
  };

  const draw = () => {
    if (!words) return;
    if (!host.isConnected) page.documentElement.append(host);
    render(<Status count={shown} said={said} texts={words} actions={{ ...actions, move }} />, root);
    if (shown === null && said === '' && timer === undefined) host.remove();
  };

  return {
    count(count, texts, wanted) {
      if (count === null && shown === null) return;
      // Once: where the person moves it while the page stands open it is known here first.
      if (shown === null && wanted) stand(wanted);
      shown = count;
      words = texts;
      draw();
    },
    say(sentence, texts) {
      clearTimeout(timer);
      words = texts;
      said = '';
      timer = setTimeout(() => {
        said = sentence;
        draw();
        timer = setTimeout(() => {
          said = '';
          timer = undefined;
          draw();
        }, SAID_MS);
      }, NOTICE_MS);
      draw();
    },
    avoid(rects) {
      if (!host.isConnected) return;
      host.dataset.corner = freeCorner(host, corner, rects);
    },
    remove() {
      clearTimeout(timer);
      render(null, root);
      host.remove();
    },
  };
}

/** The corner that was chosen where it covers none of the rectangles, else another, or none. */
function freeCorner(host: HTMLElement, chosen: CountCorner, rects: readonly DOMRect[]): CountCorner | 'none' {
  const inTurn = [chosen, ...CORNERS.filter((each) => each !== chosen)];
  return inTurn.find((corner) => isFree(host, corner, rects)) ?? 'none';
}

function isFree(host: HTMLElement, corner: CountCorner, rects: readonly DOMRect[]): boolean {
  host.dataset.corner = corner;
  const { left, right, top, bottom } = host.getBoundingClientRect();
  return rects.every(
    (rect) => rect.right < left - GAP || rect.left > right + GAP || rect.bottom < top - GAP || rect.top > bottom + GAP,
  );
}

interface StatusProps {
  count: Count | null;
  said: string;
  texts: Texts;
  actions: StatusActions & { move(): void };
}

function Status({ count, said, texts, actions }: StatusProps) {
  return (
    <>
      <output class="says" lang={texts.language}>
        {said}
      </output>
      {count && (
        <section class="bar" aria-label={texts.count.label} lang={texts.language}>
          <button
            type="button"
            class="open"
            title={texts.count.openPanel}
            data-short={texts.count.short(count.citations, count.recommendations)}
            onClick={(event) => {
              if (event.isTrusted) actions.open();
            }}
          >
            <span class="full">{texts.panel.counts(count.citations, count.recommendations)}</span>
          </button>
          <button
            type="button"
            class="move"
            aria-label={texts.count.move}
            title={texts.count.move}
            onClick={actions.move}
          >
            <span aria-hidden="true">⤢</span>
          </button>
          <button
            type="button"
            class="hide"
            aria-label={texts.count.hide}
            title={texts.count.hide}
            onClick={actions.hide}
          >
            <span aria-hidden="true">×</span>
          </button>
        </section>
      )}
    </>
  );
}
