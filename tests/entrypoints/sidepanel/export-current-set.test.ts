import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { exportCurrentSet } from '../../../entrypoints/sidepanel/export-current-set';
import { saveAnnotation } from '../../../storage/annotations';
import { description, draft, freshDatabase } from '../../storage/support';

const files: Blob[] = [];

beforeEach(() => {
  freshDatabase();
  files.length = 0;
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  vi.stubGlobal('document', { createElement: () => ({ click: () => {} }) });
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    if (file instanceof Blob) files.push(file);
    return 'blob:file';
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it.each([
  ['sv', /^dokument;kommun;/],
  ['en', /^document;municipality;/],
] as const)("a CSV file's headings are in the user's language: %s", async (language, heading) => {
  await saveAnnotation(draft(), description());
  expect(await exportCurrentSet('csv', language)).toBe(1);
  expect(await files[0]?.text()).toMatch(heading);
});

it('an empty set makes no file', async () => {
  expect(await exportCurrentSet('csv', 'sv')).toBe(0);
  expect(files).toEqual([]);
});
