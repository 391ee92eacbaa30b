import { autoUpdate, computePosition, flip, offset, type Placement, shift, size } from '@floating-ui/dom';

/** Room between the card and the text it is about, CSS pixels. */
const GAP = 10;
/** A card that is lower than this is of no use, CSS pixels. */
const LEAST_HEIGHT = 120;
/** A card is as high as this at most, CSS pixels. */
const MOST_HEIGHT = 560;
/** Room beside a long text from which on the card stands clear of all of it, CSS pixels. */
const ENOUGH_HEIGHT = 160;

/** What the card may cover, in CSS pixels of the window. */
export type CardRoom = () => Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;

/** All of the window. */
export const wholeWindow: CardRoom = () => ({ left: 0, top: 0, right: innerWidth, bottom: innerHeight });

/** What a card is about. */
export interface CardAnchor {
  /** The line that was clicked, or the last one, as it stands now. */
  line(): DOMRect;
  /** All lines of the text. */
  lines(): readonly DOMRect[];
  /** Puts the page's caret behind the text, or before it. @returns the node that it is in then */
  putCaret(isBehind: boolean): Node | null;
}

/**
 * Keeps a card beside its text while the page scrolls and the window changes: clear of all of it where there is room above,
 * below or beside it, or between its parts, else clear of the line that was clicked.
 * @param host the floating element @param card what it shows, whose height follows the room
 * @returns ends it
 */
export function placeCard(host: HTMLElement, card: HTMLElement, anchor: CardAnchor, room: CardRoom): () => void {
  const clear = () => clearOf(anchor, card.offsetWidth, room());
  const reference = { getBoundingClientRect: () => clear().rect };
  const place = async () => {
    const found = clear();
    const { x, y } = 'gap' in found ? within(found.gap, found.rect, card) : await beside(found.placements);
    host.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
  };
  const beside = (placements: readonly Placement[]) => {
    const { left, top, right, bottom } = room();
    const outside = { left, top, right: innerWidth - right, bottom: innerHeight - bottom };
    const padding = { left: left + GAP, top: top + GAP, right: outside.right + GAP, bottom: outside.bottom + GAP };
    return computePosition(reference, host, {
      strategy: 'fixed',
      placement: placements[0],
      middleware: [
        offset(GAP),
        flip({ padding: outside, fallbackPlacements: placements.slice(1) }),
        size({
          padding,
          // It scrolls rather than cover its text, as long as it stays usable.
          apply: ({ availableHeight }) => {
            card.style.maxHeight = `${Math.max(LEAST_HEIGHT, Math.min(availableHeight, MOST_HEIGHT))}px`;
          },
        }),
        // Where there is no room on any side it covers its text rather than leave the window.
        shift({ padding, crossAxis: true }),
      ],
    });
  };
  return autoUpdate(reference, host, () => void place(), { ancestorScroll: true, layoutShift: false });
}

const BELOW_OR_ABOVE: readonly Placement[] = ['bottom-start', 'top-start'];
const BESIDE: readonly Placement[] = ['right-start', 'left-start'];

/** The rectangle to stand clear of, and on which sides of it or in which gap beside it. */
type Clear = { rect: DOMRect } & ({ placements: readonly Placement[] } | { gap: DOMRect });

function clearOf({ line, lines }: CardAnchor, width: number, room: ReturnType<CardRoom>): Clear {
  const rects = lines().filter((rect) => rect.bottom > room.top && rect.top < room.bottom && rect.width > 0);
  const whole = enclosing(rects, room);
  if (!whole) return { rect: line(), placements: BELOW_OR_ABOVE };
  const isRoomAcross = Math.max(whole.top - room.top, room.bottom - whole.bottom) >= ENOUGH_HEIGHT + 2 * GAP;
  if (isRoomAcross) return { rect: whole, placements: BELOW_OR_ABOVE };
  const isRoomBeside = Math.max(whole.left - room.left, room.right - whole.right) >= width + 2 * GAP;
  if (isRoomBeside) return { rect: whole, placements: BESIDE };
  const rect = line();
  const gap = nearestGap(rects, rect, width, room);
  return gap ? { rect, gap } : { rect, placements: BELOW_OR_ABOVE };
}

/** What encloses the rectangles, as far as it is within the room; null where there are none. */
function enclosing(rects: readonly DOMRect[], room: ReturnType<CardRoom>): DOMRect | null {
  if (rects.length === 0) return null;
  const left = Math.min(...rects.map((rect) => rect.left));
  const top = Math.max(room.top, Math.min(...rects.map((rect) => rect.top)));
  const right = Math.max(...rects.map((rect) => rect.right));
  const bottom = Math.min(room.bottom, Math.max(...rects.map((rect) => rect.bottom)));
  return new DOMRect(left, top, right - left, bottom - top);
}

/**
 * A free stretch as wide as the card, below or above the line or between the text's parts: where a page ends, or beside short
 * lines. Of those that are high enough the one nearest to the line, else of the others; null where the text leaves none.
 */
function nearestGap(
  rects: readonly DOMRect[],
  line: DOMRect,
  width: number,
  room: ReturnType<CardRoom>,
): DOMRect | null {
  const furthest = room.right - GAP - width;
  const starts = [line.left, furthest, room.left + GAP].map((x) => Math.max(room.left + GAP, Math.min(x, furthest)));
  const gaps = starts.flatMap((left) => {
    const inTheWay = rects.filter((rect) => rect.left < left + width + GAP && rect.right > left - GAP);
    const edges = inTheWay.sort((one, other) => one.top - other.top);
    const found: DOMRect[] = [];
    let from = room.top + GAP;
    for (const to of [...edges.map(({ top }) => top), room.bottom].map((top) => top - GAP)) {
      if (to - from >= LEAST_HEIGHT) found.push(new DOMRect(left, from, width, to - from));
      const passed = edges.filter(({ top }) => top - GAP <= to).map(({ bottom }) => bottom + GAP);
      from = Math.max(from, ...passed);
    }
    return found;
  });
  const [nearest] = gaps.sort(
    (one, other) => Number(isHigh(other)) - Number(isHigh(one)) || distance(one, line) - distance(other, line),
  );
  return nearest ?? null;
}

function isHigh({ height }: DOMRect): boolean {
  return height >= ENOUGH_HEIGHT;
}

function distance(gap: DOMRect, line: DOMRect): number {
  return Math.max(0, gap.top - line.bottom, line.top - gap.bottom);
}

/** Where in a gap the card stands: at the end that is nearer to the line. */
function within(gap: DOMRect, line: DOMRect, card: HTMLElement): { x: number; y: number } {
  card.style.maxHeight = `${Math.min(gap.height, MOST_HEIGHT)}px`;
  const isBelow = gap.top >= line.top;
  return { x: gap.left, y: isBelow ? gap.top : gap.bottom - card.offsetHeight };
}
