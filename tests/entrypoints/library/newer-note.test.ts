// @vitest-environment jsdom
import { h, render } from 'preact';
import { afterEach, expect, it, vi } from 'vitest';
import { NewerNote } from '../../../entrypoints/library/newer-note';

afterEach(() => render(null, document.body));

it('shows what somebody else stored, and asks which text is to stay', () => {
  const onKeep = vi.fn();
  const onTake = vi.fn();
  const stored = { comment: 'Kollegans ord', tagNames: ['Följ upp', 'Nämnden'] };
  render(h(NewerNote, { stored, onKeep, onTake }), document.body);
  expect(document.querySelector('.stored')?.textContent).toBe('Kollegans ord');
  expect(document.querySelector('.newer')?.textContent).toContain('Följ upp, Nämnden');
  document.querySelector<HTMLButtonElement>('.keep-typed')?.click();
  expect([onKeep.mock.calls.length, onTake.mock.calls.length]).toEqual([1, 0]);
  document.querySelector<HTMLButtonElement>('.take-stored')?.click();
  expect([onKeep.mock.calls.length, onTake.mock.calls.length]).toEqual([1, 1]);
});

it('says so where the other took the comment away', () => {
  const stored = { comment: '', tagNames: [] };
  render(h(NewerNote, { stored, onKeep: vi.fn(), onTake: vi.fn() }), document.body);
  expect(document.querySelector('.stored')?.textContent).toBe('(ingen kommentar)');
});
