// @vitest-environment jsdom
import { h, render } from 'preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Dialog } from '../../../entrypoints/library/dialog';

// jsdom has no windows over a page: the browser's own choice of focus, the first that can have it, is the cross.
beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true;
    this.querySelector('button')?.focus();
  };
  HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
    this.open = false;
  };
});
afterEach(() => render(null, document.body));

const open = (firstField?: string) => {
  const fields = [
    h('input', { type: 'radio', name: 'format', value: 'csv' }),
    h('input', { type: 'radio', name: 'format', value: 'xlsx', checked: true }),
    h('input', { class: 'tag-input' }),
  ];
  render(h(Dialog, { title: 'T', onClose: () => undefined, firstField, children: fields }), document.body);
  return document.activeElement;
};

it('has the focus in the field that was asked for', () => {
  expect(open('.tag-input')?.className).toBe('tag-input');
});

it('has it in what is chosen', () => {
  expect(open('input:checked')?.getAttribute('value')).toBe('xlsx');
});

it('leaves it to the browser where no field was asked for, or none is there', () => {
  expect(open()?.className).toBe('quiet close');
  render(null, document.body);
  expect(open('.missing')?.className).toBe('quiet close');
});
