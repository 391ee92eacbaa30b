import type { Viewer } from './viewer';

/** A turn of the wheel that far zooms one step, in CSS pixels. Browsers tell from 53 to 120 for a notch. */
const STEP = 50;
/** Movement by which two fingers on a touchpad double or halve the size, in the unit that browsers tell it by. */
const PINCH = 100;
/** Pages are painted anew when the wheel has stood still for so long, in milliseconds. */
const PAINT_AFTER_MS = 400;
const PIXELS_A_LINE = 30;

/** Zooms about the pointer with Ctrl and the wheel, or by two fingers on a touchpad, as the browsers' own viewers do. */
export function listenToWheel({ pages: { viewer, container } }: Viewer): void {
  let isControlDown = false;
  let turned = 0;
  const seeControl = (event: KeyboardEvent) => {
    isControlDown = event.ctrlKey || event.metaKey;
  };
  addEventListener('keydown', seeControl);
  addEventListener('keyup', seeControl);
  addEventListener('blur', () => {
    isControlDown = false;
  });
  // Not passive: the browser would zoom the whole window.
  addEventListener('wheel', onWheel, { passive: false });

  function onWheel(event: WheelEvent): void {
    if (!(event.ctrlKey || event.metaKey) || !container.contains(event.target as Node | null)) return;
    event.preventDefault();
    if (!viewer.pdfDocument) return;
    const origin = [event.clientX, event.clientY];
    // Browsers tell a touchpad's pinch as a wheel with a Ctrl that nobody presses.
    if (!isControlDown && event.deltaMode === WheelEvent.DOM_DELTA_PIXEL) {
      viewer.updateScale({ scaleFactor: Math.exp(-event.deltaY / PINCH), drawingDelay: PAINT_AFTER_MS, origin });
      return;
    }
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * PIXELS_A_LINE;
    turned = Math.sign(turned) === Math.sign(pixels) ? turned + pixels : pixels;
    const steps = Math.trunc(turned / STEP);
    if (steps === 0) return;
    turned -= steps * STEP;
    viewer.updateScale({ steps: -Math.sign(steps), drawingDelay: PAINT_AFTER_MS, origin });
  }
}
