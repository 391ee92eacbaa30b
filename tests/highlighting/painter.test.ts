import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPainter, HIGHLIGHT_STYLES } from '../../highlighting';

/** As much of the browser's Highlight as painting needs. */
class FakeHighlight extends Set<AbstractRange> {
  priority = 0;
}

let registry: Map<string, FakeHighlight>;
const foreign = new FakeHighlight();

beforeEach(() => {
  registry = new Map([['search-results', foreign]]);
  vi.stubGlobal('CSS', { highlights: registry });
  vi.stubGlobal('Highlight', FakeHighlight);
});
afterEach(() => vi.unstubAllGlobals());

const range = (name: string) => ({ name }) as unknown as AbstractRange;
const ours = () => [...registry.keys()].filter((name) => name !== 'search-results');
const painted = (style: string) => [...(registry.get(`revisionspennan-${style}`) ?? [])];

describe('painter', () => {
  it('makes one highlight for each style, however many ranges it has', () => {
    const ranges = Array.from({ length: 1000 }, (_, i) => range(`${i}`));
    createPainter().paint('citation', ranges);
    expect(ours()).toEqual(['revisionspennan-citation']);
    expect(painted('citation')).toEqual(ranges);
  });

  it('replaces what was painted in the style, and only there', () => {
    const painter = createPainter();
    const [one, other] = [range('one'), range('other')];
    painter.paint('citation', [one]);
    painter.paint('saved', [one]);
    painter.paint('citation', [other]);
    expect(painted('citation')).toEqual([other]);
    expect(painted('saved')).toEqual([one]);
  });

  it('takes a style without ranges out of the registry', () => {
    const painter = createPainter();
    painter.paint('flash', [range('one')]);
    painter.paint('flash', []);
    expect(ours()).toEqual([]);
  });

  it('lays what is saved over what was found, and the flash over everything', () => {
    const painter = createPainter();
    for (const style of HIGHLIGHT_STYLES) painter.paint(style, [range(style)]);
    const priority = (style: string) => registry.get(`revisionspennan-${style}`)?.priority ?? Number.NaN;
    for (const style of ['citation', 'recommendation', 'assessment'])
      expect(priority('saved')).toBeGreaterThan(priority(style));
    expect(priority('citation')).toBeGreaterThan(priority('recommendation'));
    expect(Math.max(...HIGHLIGHT_STYLES.map(priority))).toBe(priority('flash'));
  });

  it("never touches the page's own highlights", () => {
    const painter = createPainter();
    for (const style of HIGHLIGHT_STYLES) painter.paint(style, [range(style)]);
    painter.paint('citation', []);
    painter.reassert();
    painter.clear();
    expect([...registry]).toEqual([['search-results', foreign]]);
  });

  it('reassert puts back what the page has thrown out or replaced, and nothing that was taken away', () => {
    const painter = createPainter();
    const one = range('one');
    painter.paint('citation', [one]);
    painter.paint('saved', [one]);
    painter.paint('flash', [one]);
    painter.paint('flash', []);
    registry.clear();
    registry.set('revisionspennan-saved', new FakeHighlight());
    painter.reassert();
    expect(ours().sort()).toEqual(['revisionspennan-citation', 'revisionspennan-saved']);
    expect(painted('saved')).toEqual([one]);
  });

  it('clear leaves what a newer version of the extension paints under the same name', () => {
    const older = createPainter();
    older.paint('citation', [range('old')]);
    const newer = createPainter();
    newer.paint('citation', [range('new')]);
    older.clear();
    expect(painted('citation')).toHaveLength(1);
    newer.clear();
    expect(ours()).toEqual([]);
  });

  it('an empty style of the older version leaves what a newer one paints', () => {
    const older = createPainter();
    older.paint('citation', [range('old')]);
    const newer = createPainter();
    newer.paint('citation', [range('new')]);
    older.paint('citation', []);
    expect(painted('citation')).toHaveLength(1);
  });

  it('does nothing where the browser has no highlights', () => {
    vi.stubGlobal('CSS', undefined);
    const painter = createPainter();
    painter.paint('citation', [range('one')]);
    painter.reassert();
    painter.clear();
  });
});
