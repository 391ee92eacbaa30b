import type { DomReading } from './dom-reading';
import {
  headingLevel,
  isFootnotes,
  isFurniture,
  isUnread,
  type Layout,
  layoutOf,
  onlyChildSeen,
  semanticTag,
} from './roles';
import { TextBuilder } from './text-builder';

/** Elements worked through between two yields: about a millisecond on an office machine. */
const ELEMENTS_A_SLICE = 150;
/** Characters worked through between two yields. */
const CHARACTERS_A_SLICE = 200_000;
/** Pages larger than this are read up to here: nobody reads further, and memory has an end. */
const MAX_CHARACTERS = 20_000_000;

interface Frame {
  element: Element;
  layout: Layout;
  onlyChild: Element | null | undefined;
  /** What was in force before this element and is again after it. */
  furniture: boolean;
  footnotes: boolean;
  visible: boolean;
  preserved: boolean;
  isList: boolean;
  isTable: boolean;
  bold: boolean;
}

const BOLD = new Set(['B', 'STRONG']);
const LISTS = new Set(['UL', 'OL', 'MENU']);

/**
 * Reads what a person sees of a page: text in visual blocks, white space as shown, without hidden text,
 * scripts, form fields and editable text. Iterative, so that depth cannot break it, and sliced.
 *
 * @param root the element to read, as a rule `document.body`
 * @param skip an element whose subtree is left out (our own card)
 */
export function* readDom(root: Element, skip?: (element: Element) => boolean): Generator<void, DomReading> {
  const window = root.ownerDocument.defaultView?.getComputedStyle ? root.ownerDocument.defaultView : null;
  const builder = new TextBuilder();
  const stack: Frame[] = [];
  let elements = 0;
  let characters = 0;

  const state = { furniture: false, footnotes: false, visible: true, preserved: false, bold: false, listDepth: 0 };

  const enter = (element: Element): boolean => {
    if (isUnread(element) || skip?.(element)) return false;
    const { layout, visible, preserved } = layoutOf(element, window);
    if (layout === 'none') return false;
    const tag = semanticTag(element);
    const frame: Frame = {
      element,
      layout,
      onlyChild: onlyChildSeen(element),
      furniture: state.furniture,
      footnotes: state.footnotes,
      visible: state.visible,
      preserved: state.preserved,
      bold: state.bold,
      isList: LISTS.has(tag),
      isTable: tag === 'TABLE',
    };
    stack.push(frame);
    state.visible = visible;
    state.preserved = preserved;
    state.furniture ||= isFurniture(element);
    state.footnotes ||= isFootnotes(element);
    state.bold ||= BOLD.has(tag);
    if (frame.isList) state.listDepth++;
    if (layout === 'block') {
      const level = headingLevel(element);
      builder.openBlock({
        furniture: state.furniture,
        footnote: state.footnotes,
        headingLevel: level,
        itemLevel: tag === 'LI' ? Math.max(1, state.listDepth) : 0,
      });
      if (frame.isTable) builder.openTable();
      if (tag === 'TR') builder.openRow();
      if (tag === 'TD' || tag === 'TH') builder.openCell();
    } else if (tag === 'BR') builder.lineBreak();
    return true;
  };

  const leave = () => {
    const frame = stack.pop() as Frame;
    if (frame.isList) state.listDepth--;
    if (frame.layout === 'block') {
      builder.closeBlock();
      const tag = semanticTag(frame.element);
      if (tag === 'TD' || tag === 'TH') builder.closeCell();
      if (frame.isTable) builder.closeTable();
    }
    state.furniture = frame.furniture;
    state.footnotes = frame.footnotes;
    state.visible = frame.visible;
    state.preserved = frame.preserved;
    state.bold = frame.bold;
  };

  let node: Node | null = enter(root) ? root.firstChild : null;
  while (stack.length > 0 && builder.length < MAX_CHARACTERS) {
    if (node === null) {
      const done = (stack[stack.length - 1] as Frame).element;
      leave();
      node = stack.length > 0 ? done.nextSibling : null;
      continue;
    }
    const { onlyChild } = stack[stack.length - 1] as Frame;
    if (onlyChild !== undefined && node !== onlyChild) {
      node = node.nextSibling;
      continue;
    }
    if (node.nodeType === 3) {
      if (state.visible) {
        const text = node as Text;
        const { data } = text;
        for (let from = 0; from < data.length; from += CHARACTERS_A_SLICE) {
          const to = Math.min(data.length, from + CHARACTERS_A_SLICE);
          builder.addText(text, data, from, to, state);
          characters += to - from;
          if (characters >= CHARACTERS_A_SLICE) {
            characters = 0;
            yield;
          }
        }
      }
      node = node.nextSibling;
      continue;
    }
    if (node.nodeType !== 1) {
      node = node.nextSibling;
      continue;
    }
    const element = node as Element;
    if (++elements % ELEMENTS_A_SLICE === 0) yield;
    node = enter(element) ? element.firstChild : element.nextSibling;
  }
  return builder.finish();
}

/** {@link readDom} in one go: for Node and for tests. */
export function readDomNow(root: Element): DomReading {
  const work = readDom(root);
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}
