import { chooseFile } from './choose-file';
import * as moves from './moves';
import { printDocument } from './print';
import { saveFile } from './save-file';
import { togglePaneByKey } from './side-pane';
import type { Viewer } from './viewer';

type Act = (viewer: Viewer) => unknown;

/** Keys with Ctrl (⌘ on a Mac), as in the browsers' own viewers. */
const WITH_CONTROL: Record<string, Act> = {
  f: moves.openFind,
  g: (viewer) => moves.find(viewer, 'next'),
  p: printDocument,
  s: saveFile,
  o: chooseFile,
  '+': (viewer) => moves.zoom(viewer, 1),
  '=': (viewer) => moves.zoom(viewer, 1),
  '-': (viewer) => moves.zoom(viewer, -1),
  '0': moves.resetZoom,
};

/** Keys alone. Those that scroll (arrows up and down, space, PageUp, PageDown) are the browser's. */
const ALONE: Record<string, Act> = {
  n: (viewer) => moves.turn(viewer, 1),
  j: (viewer) => moves.turn(viewer, 1),
  p: (viewer) => moves.turn(viewer, -1),
  k: (viewer) => moves.turn(viewer, -1),
  r: (viewer) => moves.rotate(viewer, 90),
  R: (viewer) => moves.rotate(viewer, -90),
  ArrowRight: (viewer) => turnUnlessWide(viewer, 1),
  ArrowLeft: (viewer) => turnUnlessWide(viewer, -1),
  Home: (viewer) => moves.goTo(viewer, 1),
  End: (viewer) => moves.goTo(viewer, viewer.pdf?.numPages ?? 1),
  F3: (viewer) => moves.find(viewer, 'next'),
  F4: togglePaneByKey,
};

/** Listens to the window's keys. What is typed into a field stays there. */
export function listenToKeys(viewer: Viewer): void {
  addEventListener('keydown', (event) => {
    if (event.key === 'Tab') document.documentElement.classList.add('by-keys');
    if (event.defaultPrevented || event.altKey || !viewer.pdf) {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key === 'o') run(event, viewer, chooseFile);
      return;
    }
    const act = actOf(event);
    if (act) run(event, viewer, act);
  });
}

function run(event: KeyboardEvent, viewer: Viewer, act: Act): void {
  event.preventDefault();
  void act(viewer);
}

function actOf(event: KeyboardEvent): Act | undefined {
  const again = event.key === 'F3' || event.key.toLowerCase() === 'g';
  if (event.shiftKey && again && (event.key === 'F3' || event.ctrlKey || event.metaKey)) {
    return (viewer) => moves.find(viewer, 'previous');
  }
  if (event.ctrlKey || event.metaKey) return WITH_CONTROL[event.key.toLowerCase()];
  if (event.key === 'Escape') return isFinding(event) ? moves.closeFind : undefined;
  if (/^F\d/.test(event.key)) return ALONE[event.key];
  return isTypedInto(event) ? undefined : ALONE[event.key];
}

/** Escape in the document closes the search too, unless something of its own is open there. */
function isFinding(event: KeyboardEvent): boolean {
  return (
    document.getElementById('find-query') !== null && event.target instanceof Node && document.contains(event.target)
  );
}

/** Fields and lists keep their keys, also those in a card's shadow root. */
function isTypedInto(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
}

/** Arrows go sideways in a page that is wider than the window. */
function turnUnlessWide(viewer: Viewer, by: number): void {
  const { container } = viewer.pages;
  if (container.scrollWidth > container.clientWidth) container.scrollBy({ left: by * 40 });
  else moves.turn(viewer, by);
}
