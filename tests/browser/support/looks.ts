import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';

/** What axe finds wrong: rule, element and why. Each problem is a line. */
export async function problems(shown: Page, within?: string): Promise<string[]> {
  await shown.evaluate(axe.source);
  const { violations } = await shown.evaluate(
    (selector) =>
      (globalThis as unknown as { axe: { run(context: unknown): Promise<AxeResults> } }).axe.run(selector ?? document),
    within,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

/** Elements that reach beyond the window's width or whose own words are cut off sideways; a PDF's pages scroll. */
export function cutOff(panel: Page): Promise<string[]> {
  return panel.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const name = (element: Element) =>
      `${element.localName}.${element.className} “${element.textContent?.slice(0, 40)}”`;
    const wide = [...document.querySelectorAll('body, body *')].filter((element) => {
      const { left, right, width: own } = element.getBoundingClientRect();
      if (own <= 1 || element.closest('select, datalist, .pages')) return false;
      const isCut = element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== 'visible';
      return left < -0.5 || right > width + 0.5 || (isCut && !element.matches('input, textarea'));
    });
    const whole = document.documentElement.scrollWidth > width ? ['the page scrolls sideways'] : [];
    return [...whole, ...wide.map(name)];
  });
}
