import { describe, expect, it } from 'vitest';
import { readDom, readDomNow } from '../../../reading/dom';
import { read, styledPage } from './support';

const textOf = (body: string) => read(body).text;
const styledText = (body: string, head = '') => readDomNow(styledPage(body, head).document.body).text;

describe('white space', () => {
  it.each([
    ['is one space however it is written', '<p>5  kap.\n\t1 §\r\n\f SoL</p>', '5 kap. 1 § SoL'],
    ['falls away at the ends of a block', '<p>\n   5 kap. 1 §   \n</p>', '5 kap. 1 §'],
    ['stands once between inline elements', '<p>5 kap. <b> 1 §</b> <i> SoL</i></p>', '5 kap. 1 § SoL'],
    ['is not invented between inline elements', '<p>social<b>tjänst</b><i>lagen</i></p>', 'socialtjänstlagen'],
    ['makes no block between blocks', '<div>\n  <p>a</p>\n  <p>b</p>\n</div>', 'a\nb'],
    ['makes no block of its own', '<p> \n\t </p><p>a</p><div></div>', 'a'],
    [
      'of other kinds stays: no-break, narrow, soft hyphen',
      '<p>5&nbsp;kap.&#x202f;1&nbsp;§&shy;</p>',
      '5\u00a0kap.\u202f1\u00a0§\u00ad',
    ],
    ['stays in pre', '<pre>5 kap.\n  1 §</pre>', '5 kap.\n  1 §'],
    ['is one space round a comment', '<p>5 kap. <!-- § --> 1 §</p>', '5 kap. 1 §'],
    ['is one space round hidden text', '<p>5 kap. <span hidden>och</span> 1 §</p>', '5 kap. 1 §'],
  ])('%s', (_, body, text) => expect(textOf(body)).toBe(text));

  it('stays where the style keeps it, and is one space where the style says so inside', () => {
    const body = '<div class="kept">a  b\n<p class="usual">c  d\ne</p></div>';
    expect(styledText(body, '<style>.kept { white-space: pre-wrap } .usual { white-space: normal }</style>')).toMatch(
      /^a {2}b\n+c d e$/,
    );
  });
});

describe('line breaks', () => {
  it.each([
    ['one is a line break in the block', '<p>a<br>b</p>', 'a\nb', 1],
    ['takes the spaces round it', '<p>a \n<br>\n b</p>', 'a\nb', 1],
    ['two part paragraphs', '<p>a<br><br>b</p>', 'a\nb', 2],
    ['two with white space between part paragraphs', '<p>a<br> \n <br>b</p>', 'a\nb', 2],
    ['many part paragraphs once', '<p>a<br><br><br><br>b</p>', 'a\nb', 2],
    ['one at the ends of a block is nothing', '<p><br>a<br></p><p>b</p>', 'a\nb', 2],
    ['one in an inline element counts', '<p>a<b><br>b</b></p>', 'a\nb', 1],
  ])('%s', (_, body, text, blocks) => {
    const reading = read(body);
    expect(reading.text).toBe(text);
    expect(reading.blocks).toHaveLength(blocks);
  });
});

describe('what is not read', () => {
  it.each([
    ['scripts, styles and templates', '<script>x</script><style>x</style><template>x</template><noscript>x</noscript>'],
    ['form fields', '<textarea>x</textarea><select><option>x</option></select><input value="x">'],
    ['buttons', '<button>x</button>'],
    ['the hidden attribute', '<p hidden>x</p>'],
    ['editable text', '<div contenteditable><p>x</p></div>', '<div contenteditable="true">x</div>'],
    ['plain-text editable text', '<div contenteditable="plaintext-only">x</div>'],
    [
      'roles that are typed into',
      '<div role="textbox">x</div><div role="searchbox">x</div><div role="combobox">x</div>',
    ],
    ['embedded and drawn things', '<svg><text>x</text></svg><object>x</object><iframe>x</iframe><canvas>x</canvas>'],
    ['dialogs', '<dialog>x</dialog>'],
    ['comments', '<!-- x -->'],
  ])('%s', (_, ...bodies) => {
    for (const body of bodies) expect(textOf(`<p>a</p>${body}<p>b</p>`)).toBe('a\nb');
  });

  it('contenteditable="false" is read', () => expect(textOf('<p contenteditable="false">a</p>')).toBe('a'));

  it('a button that is a heading or its toggle is read', () => {
    expect(textOf('<h2><button>Bakgrund</button></h2>')).toBe('Bakgrund');
    expect(textOf('<div role="heading"><button>Bakgrund</button></div>')).toBe('Bakgrund');
  });

  it('closed details show their summary alone, open ones everything', () => {
    const inside = '<summary>Bakgrund</summary><p>5 kap. 1 §</p>and';
    expect(textOf(`<details>${inside}</details>`)).toBe('Bakgrund');
    expect(textOf(`<details open>${inside}</details>`)).toBe('Bakgrund\n5 kap. 1 §\nand');
  });

  it('bare text in closed details is as hidden as their elements', () => {
    expect(textOf('<details><summary>Bakgrund</summary>5 kap. 1 § SoL</details>')).toBe('Bakgrund');
  });

  it('nested details: an open one in a closed one is hidden', () => {
    expect(textOf('<details><summary>a</summary><details open><summary>b</summary><p>c</p></details></details>')).toBe(
      'a',
    );
  });

  it('only the first summary of closed details is shown', () => {
    expect(textOf('<details><summary>a</summary><summary>b</summary></details>')).toBe('a');
  });

  const hide = '<style>.none { display: none } .unseen { visibility: hidden } .seen { visibility: visible }</style>';
  it('text that the style takes away', () => {
    expect(styledText('<p>a</p><p class="none">x</p><div class="none"><p>x</p></div><p>b</p>', hide)).toBe('a\nb');
  });
  it('text that the style makes invisible, but not what it makes visible inside', () => {
    expect(styledText('<p class="unseen">x<span class="seen">a</span>x</p><p>b</p>', hide)).toBe('a\nb');
  });
});

it('blocks that the style lays out in a line stay in it', () => {
  expect(styledText('<div>5 kap. <div style="display: inline">1 §</div> SoL</div>')).toBe('5 kap. 1 § SoL');
  expect(styledText('<p>a<span style="display: block">b</span>c</p>')).toBe('a\nb\nc');
});

it('an empty page has an empty reading', () => {
  const { text, blocks } = read('');
  expect(text).toBe('');
  expect(blocks).toEqual([]);
});

it('leaves out what the caller names', () => {
  const { document } = styledPage('<p>a</p><x-card><p>b</p></x-card><p>c</p>');
  const work = readDom(document.body, (element) => element.tagName === 'X-CARD');
  let step = work.next();
  while (!step.done) step = work.next();
  expect(step.value.text).toBe('a\nc');
});
