import { autoUpdate, computePosition, flip, offset, type Placement, shift, size } from '@floating-ui/dom';

/** Room between the card and the text it is about, CSS pixels. */
const GAP = 10;
/** A card that is lower than this is of no use, CSS pixels. */
const LEAST_HEIGHT = 120;
/** A card is as high as this at most, CSS pixels. */
const MOST_HEIGHT = 560;
/** Room beside a long text from which on the card stands clear of all of it, CSS pixels. */
const ENOUGH_HEIGHT = 160;

/** What a card is about. */
export interface CardAnchor {
  /** The line that was clicked, or the last one, as it stands now. */
  line(): DOMRect;
  /** All lines of the text. */
  lines(): readonly DOMRect[];
}

/**
 * Keeps a card beside its text while the page scrolls and the window changes: clear of all of it where there is room above,
 * below or beside it, else clear of the line that was clicked.
 * @param host the floating element @param card what it shows, whose height follows the room
 * @returns ends it
 */
export function placeCard(host: HTMLElement, card: HTMLElement, anchor: CardAnchor): () => void {
  const reference = { getBoundingClientRect: () => clearOf(anchor, card.offsetWidth).rect };
  const place = async () => {
    const { placements } = clearOf(anchor, card.offsetWidth);
    const { x, y } = await computePosition(reference, host, {
      strategy: 'fixed',
      placement: placements[0],
      middleware: [
        offset(GAP),
        flip({ fallbackPlacements: placements.slice(1) }),
        size({
          padding: GAP,
          // It scrolls rather than cover its text, as long as it stays usable.
          apply: ({ availableHeight }) => {
            card.style.maxHeight = `${Math.max(LEAST_HEIGHT, Math.min(availableHeight, MOST_HEIGHT))}px`;
          },
        }),
        // Where there is no room on any side it covers its text rather than leave the window.
        shift({ padding: GAP, crossAxis: true }),
      ],
    });
    host.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
  };
  return autoUpdate(reference, host, () => void place(), { ancestorScroll: true, layoutShift: false });
}

const BELOW_OR_ABOVE: readonly Placement[] = ['bottom-start', 'top-start'];
const BESIDE: readonly Placement[] = ['right-start', 'left-start'];

/** The rectangle to stand clear of, and on which sides of it. */
function clearOf({ line, lines }: CardAnchor, width: number): { rect: DOMRect; placements: readonly Placement[] } {
  const whole = seen(lines());
  if (!whole) return { rect: line(), placements: BELOW_OR_ABOVE };
  const isRoomAcross = Math.max(whole.top, innerHeight - whole.bottom) >= ENOUGH_HEIGHT + 2 * GAP;
  if (isRoomAcross) return { rect: whole, placements: BELOW_OR_ABOVE };
  const isRoomBeside = Math.max(whole.left, innerWidth - whole.right) >= width + 2 * GAP;
  if (isRoomBeside) return { rect: whole, placements: BESIDE };
  return { rect: line(), placements: BELOW_OR_ABOVE };
}

/** What encloses the lines that are in the window; null when none is. */
function seen(lines: readonly DOMRect[]): DOMRect | null {
  const inWindow = lines.filter(({ top, bottom, width }) => bottom > 0 && top < innerHeight && width > 0);
  const [first] = inWindow;
  if (!first) return null;
  const left = Math.min(...inWindow.map((rect) => rect.left));
  const top = Math.max(0, Math.min(...inWindow.map((rect) => rect.top)));
  const right = Math.max(...inWindow.map((rect) => rect.right));
  const bottom = Math.min(innerHeight, Math.max(...inWindow.map((rect) => rect.bottom)));
  return new DOMRect(left, top, right - left, bottom - top);
}
