import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../components/tokens.css', import.meta.url), 'utf8');

/** The colours of a theme: the dark one changes some of the light one's. */
function colours(theme: 'light' | 'dark'): Map<string, string> {
  const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');
  const found = `${light}${theme === 'dark' ? dark : ''}`.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g);
  return new Map([...found].map(([, name = '', value = '']) => [name, value]));
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio, WCAG 2.2: 1 to 21. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  const tokens = colours(theme);
  const ratio = (one: string, other: string) => contrast(tokens.get(one) ?? '', tokens.get(other) ?? '');

  it.each([
    ['ink', 'paper'],
    ['ink', 'field'],
    ['ink', 'chip'],
    ['ink', 'removed'],
    ['ink', 'added'],
    ['ink-soft', 'paper'],
    ['accent', 'paper'],
    ['accent-ink', 'accent'],
    ['danger', 'paper'],
  ])('text in %s on %s reaches AA, 4.5', (text, ground) => {
    expect(ratio(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ['accent', 'paper', 'focus'],
    ['accent', 'field', 'focus'],
    ['control', 'paper', 'borders of controls'],
    ['control', 'field', 'borders of controls'],
    ['citation', 'paper', 'mark of the kind'],
    ['recommendation', 'paper', 'mark of the kind'],
    ['question', 'paper', 'mark of the kind'],
  ])('%s on %s (%s) reaches what parts of controls need, 3', (part, ground) => {
    expect(ratio(part, ground)).toBeGreaterThanOrEqual(3);
  });
});

it('the formula gives the known extremes', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
