import { describe, expect, it } from 'vitest';
import { read, shown } from './support';

const blocksOf = (body: string) => shown(read(body));

describe('headings', () => {
  it.each([
    ['have the level of their tag', '<h1>a</h1><h6>b</h6>', ['heading 1: a', 'heading 6: b']],
    ['by role have the level they state', '<div role="heading" aria-level="4">a</div>', ['heading 4: a']],
    ['by role without a level have level 2', '<div role="heading">a</div>', ['heading 2: a']],
    ['by role with a level out of bounds have level 2', '<div role="heading" aria-level="9">a</div>', ['heading 2: a']],
    ['are one block with what stands in them inline', '<h2>1. <b>Bakgrund</b></h2>', ['heading 2: 1. Bakgrund']],
    [
      'may be short paragraphs all in bold',
      '<p><strong>Bakgrund</strong></p><p>a</p>',
      ['heading 6: Bakgrund', 'paragraph: a'],
    ],
    ['are not paragraphs that are bold in part', '<p><b>Bakgrund</b>: text</p>', ['paragraph: Bakgrund: text']],
    ['are not bold items or cells', '<ul><li><b>a</b></li></ul>', ['item 1: a']],
  ])('%s', (_, body, blocks) => expect(blocksOf(body)).toEqual(blocks));

  it('are not whole bold texts', () => {
    const long = 'Vi bedömer att nämnden styr. '.repeat(5).trim();
    expect(blocksOf(`<p><b>${long}</b></p>`)).toEqual([`paragraph: ${long}`]);
  });
});

describe('lists', () => {
  it('have items, the nested ones a level deeper', () => {
    const body = '<ul><li>a<ol><li>b<ul><li>c</li></ul></li><li>d</li></ol></li><li>e</li></ul>';
    expect(blocksOf(body)).toEqual(['item 1: a', 'item 2: b', 'item 3: c', 'item 2: d', 'item 1: e']);
  });

  it("start over after they end, and a list in a cell is that cell's", () => {
    expect(blocksOf('<ul><li>a</li></ul><ol><li>b</li></ol>')).toEqual(['item 1: a', 'item 1: b']);
  });

  it("an item's later paragraphs are paragraphs", () => {
    expect(blocksOf('<ul><li><p>a</p><p>b</p></li><li>c<p>d</p>e</li></ul>')).toEqual([
      'item 1: a',
      'paragraph: b',
      'item 1: c',
      'paragraph: d',
      'paragraph: e',
    ]);
  });

  it('an item that begins with a list of its own is no item twice', () => {
    expect(blocksOf('<ul><li><ul><li>a</li></ul>b</li></ul>')).toEqual(['item 2: a', 'paragraph: b']);
  });

  it('by role', () => {
    const body = '<div role="list"><div role="listitem">a</div><div role="listitem">b</div></div><div>c</div>';
    expect(blocksOf(body)).toEqual(['item 1: a', 'item 1: b', 'paragraph: c']);
  });

  it('an item without a list has level 1', () => expect(blocksOf('<li>a</li>')).toEqual(['item 1: a']));
});

describe('tables', () => {
  it('have cells with table, row and column', () => {
    const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
    const body = `<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody>${row('c', 'd')}${row('', 'e')}</tbody></table><p>x</p><table>${row('f')}</table>`;
    expect(blocksOf(body)).toEqual([
      'cell 0/0/0: a',
      'cell 0/0/1: b',
      'cell 0/1/0: c',
      'cell 0/1/1: d',
      'cell 0/2/1: e',
      'paragraph: x',
      'cell 1/0/0: f',
    ]);
  });

  it('a caption is a paragraph, paragraphs of a cell are its cells', () => {
    expect(blocksOf('<table><caption>t</caption><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>')).toEqual([
      'paragraph: t',
      'cell 0/0/0: a',
      'cell 0/0/0: b',
      'cell 0/0/1: c',
    ]);
  });

  it('a table in a cell leaves the outer one where it was', () => {
    const body =
      '<table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table>d</td><td>e</td></tr><tr><td>f</td></tr></table>';
    expect(blocksOf(body)).toEqual([
      'cell 0/0/0: a',
      'cell 1/0/0: b',
      'cell 1/0/1: c',
      'cell 0/0/0: d',
      'cell 0/0/1: e',
      'cell 0/1/0: f',
    ]);
  });

  it('by role', () => {
    const body =
      '<div role="table"><div role="row"><div role="columnheader">a</div><div role="cell">b</div></div><div role="row"><div role="rowheader">c</div></div></div>';
    expect(blocksOf(body)).toEqual(['cell 0/0/0: a', 'cell 0/0/1: b', 'cell 0/1/0: c']);
  });

  it('items of a list in a cell are items that know their cell', () => {
    const { blocks } = read('<table><tr><td>a</td><td><ul><li>b</li></ul></td></tr></table>');
    expect(blocks.map(({ type, table, row, column }) => [type, table, row, column])).toEqual([
      ['cell', 0, 0, 0],
      ['item', 0, 0, 1],
    ]);
  });
});

describe('footnotes', () => {
  it.each([
    ['by role', '<p role="doc-footnote">1 a</p>'],
    ['by role of the section', '<section role="doc-endnotes"><p>1 a</p></section>'],
    ['by class of a list', '<ol class="footnotes"><li>1 a</li></ol>'],
    ['by Swedish class', '<div class="text fotnoter"><p>1 a</p></div>'],
    ['by id', '<p id="footnote-1">1 a</p>'],
    ['by class of one item', '<ul><li class="endnote">1 a</li></ul>'],
  ])('%s', (_, body) => expect(read(body).blocks.map(({ type }) => type)).toEqual(['footnote']));

  it('the mark in the text makes none, nor does a class that only sounds alike', () => {
    expect(blocksOf('<p>a<sup class="footnote-ref"><a href="#fn">1</a></sup></p>')).toEqual(['paragraph: a1']);
    expect(blocksOf('<p class="footnotesize">a</p><p>b</p>')).toEqual(['paragraph: a', 'paragraph: b']);
  });

  it('end with their section', () => {
    expect(blocksOf('<section class="footnotes"><p>1 a</p></section><p>b</p>')).toEqual([
      'footnote: 1 a',
      'paragraph: b',
    ]);
  });
});

describe('furniture', () => {
  it.each([
    ['menus', '<nav><ul><li>x</li></ul></nav>'],
    ["the page's header and footer", '<header><h1>x</h1></header>', '<footer><p>x</p></footer>'],
    [
      'landmark roles',
      '<div role="banner">x</div>',
      '<div role="contentinfo"><p>x</p></div>',
      '<div role="navigation">x</div>',
    ],
    ['roles of tools', '<div role="toolbar">x</div>', '<div role="tablist">x</div>', '<div role="dialog">x</div>'],
    ['search', '<search>x</search>', '<div role="search">x</div>'],
  ])('%s', (_, ...bodies) => {
    for (const body of bodies)
      expect(blocksOf(`<p>a</p>${body}<p>b</p>`)).toEqual(['paragraph: a', 'furniture: x', 'paragraph: b']);
  });

  it('headers and footers of an article, a section or the main part are text', () => {
    for (const tag of ['article', 'section', 'main'])
      expect(blocksOf(`<${tag}><header><h2>a</h2></header><footer><p>b</p></footer></${tag}>`)).toEqual([
        'heading 2: a',
        'paragraph: b',
      ]);
  });

  it('a menu that says it is a list is a list', () => {
    expect(blocksOf('<menu role="list"><li>a</li></menu>')).toEqual(['item 1: a']);
  });
});

it('blocks stand in text order, hold no white space at their ends, and are parted by one line break', () => {
  const { text, blocks } = read(
    '<h1> a </h1>text<p> b <b>c</b> </p><ul><li> d</li></ul>\n<table><tr><td>e </td></tr></table>f',
  );
  expect(blocks.map(({ start, end }) => text.slice(start, end))).toEqual(['a', 'text', 'b c', 'd', 'e', 'f']);
  expect(text).toBe('a\ntext\nb c\nd\ne\nf');
  expect(blocks[0]?.start).toBe(0);
  expect(blocks.at(-1)?.end).toBe(text.length);
  blocks.slice(1).forEach((block, i) => {
    expect(block.start).toBe((blocks[i]?.end ?? Number.NaN) + 1);
  });
});
