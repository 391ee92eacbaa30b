import { openFilledLibrary } from '../../browser/support/fill-library';
import { launchWithExtension } from '../../browser/support/launch';
import { manyAnnotations } from '../../storage/many';
import { median, type Row } from '../support/rows';
import { buildForBench } from './build';
import { scriptTasks, traced } from './trace';

const SIZE = { annotations: 100_000, documents: 2000 };
const ROUNDS = 3;
/** Words of the made-up quotes and documents, from common to none; none that is in all of them. */
const SEARCHES = ['nämnd', 'kpmg', 'skol vård', '"på lig"', 'finns inte'];
/** A fast wheel: pixels from one picture to the next, and pictures. */
const STEP = 600;
const STEPS = 240;

/** The library's page in Chromium with 100,000 annotations on 2,000 documents: time to see, find, filter and scroll. */
export async function libraryRows(): Promise<Row[]> {
  const extension = await launchWithExtension('chromium', await buildForBench());
  try {
    const filled = await openFilledLibrary(extension, manyAnnotations(SIZE));
    await filled.close();
    const firsts: number[] = [];
    const searches: number[] = [];
    const filters: number[] = [];
    const blanks: number[] = [];
    const longest: ReturnType<typeof scriptTasks> = [];
    let memory = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const page = await extension.browser.newPage();
      const trace = await traced(page, async () => {
        await page.goto(extension.extensionUrl('library.html'));
        await page.waitForSelector('.annotation', { timeout: 60_000 });
        firsts.push(await page.evaluate(sinceOpened));
        // Search is prepared in the background.
        await settle(2500);
        for (const words of SEARCHES) searches.push(await page.evaluate(answerTo, words));
        for (let nth = 0; nth < 3; nth++) filters.push(await page.evaluate(timeOfFilter, nth));
        blanks.push(await page.evaluate(blankFrames, STEP, STEPS));
      });
      const [worst] = scriptTasks(trace);
      if (worst) longest.push(worst);
      memory = (await page.metrics()).JSHeapUsedSize ?? 0;
      await page.close();
    }
    const worst = longest.toSorted((one, other) => other.duration - one.duration)[0];
    return [
      row('first rows of 100,000 on the clock', median(firsts), 1000, `worst ${Math.max(...firsts).toFixed(0)}`),
      row('answer to a search', median(searches), 100, `worst ${Math.max(...searches).toFixed(0)}`),
      row('answer to a filter', median(filters), 100, `worst ${Math.max(...filters).toFixed(0)}`),
      {
        name: `frames with a blank in ${STEPS} at ${STEP} px a frame`,
        value: Math.max(...blanks),
        unit: 'frames',
        target: { of: 'value', atMost: 0 },
      },
      row(
        'longest task in all of it',
        median(longest.map(({ duration }) => duration)),
        50,
        `worst ${worst?.duration.toFixed(0)} ms, ${worst?.onClock.toFixed(0)} on the clock (${worst?.parts.join(', ')})`,
      ),
      { name: 'memory of scripts afterwards', value: memory / 1000, unit: 'kB' },
    ];
  } finally {
    await extension.close();
  }
}

function row(name: string, value: number, atMost: number, note: string): Row {
  return { name, value, unit: 'ms', target: { of: 'value', atMost }, note };
}

function settle(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function sinceOpened(): number {
  return performance.now();
}

/**
 * Types the words and Enter; from Enter, which ends the pause for typing, to the list that answers. The field is
 * emptied afterwards.
 */
async function answerTo(words: string): Promise<number> {
  const field = document.querySelector<HTMLInputElement>('.search');
  if (!field) throw new Error('There is no field to search in');
  const times: number[] = [];
  for (const typed of [words, '']) {
    const before = document.querySelector('.found')?.textContent;
    field.value = typed;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    const begin = performance.now();
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    while (document.querySelector('.found')?.textContent === before) {
      if (performance.now() - begin > 5000) throw new Error(`No answer to ${typed}`);
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    times.push(performance.now() - begin);
  }
  return times[0] ?? Number.NaN;
}

/** From the click on the nth filter to the list that answers it; the filter is taken away again. */
async function timeOfFilter(nth: number): Promise<number> {
  const times: number[] = [];
  for (const state of ['', ':checked']) {
    const boxes = document.querySelectorAll<HTMLInputElement>(`.filter input[type=checkbox]${state}`);
    const before = document.querySelector('.found')?.textContent;
    const begin = performance.now();
    boxes[state === '' ? nth : 0]?.click();
    while (document.querySelector('.found')?.textContent === before) {
      if (performance.now() - begin > 5000) throw new Error('The filter has no answer');
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    times.push(performance.now() - begin);
  }
  return times[0] ?? Number.NaN;
}

/** Scrolls a step with every picture and counts the pictures in which some part of the list has no row. */
async function blankFrames(step: number, steps: number): Promise<number> {
  const scroller = document.querySelector<HTMLElement>('.scroller');
  if (!scroller) throw new Error('There is no list');
  const { left, top, width, height } = scroller.getBoundingClientRect();
  let blanks = 0;
  for (let at = 0; at < steps; at++) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    scroller.scrollTop += step;
    // What is there now is what this picture shows: the list hears of the scrolling with the next one.
    const isBlank = [0.02, 0.25, 0.5, 0.75, 0.98].some((share) => {
      const element = document.elementFromPoint(left + width / 2, top + height * share);
      return element?.closest('.annotation') === null;
    });
    if (isBlank) blanks += 1;
  }
  return blanks;
}
