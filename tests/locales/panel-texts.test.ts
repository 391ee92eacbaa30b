import { expect, it } from 'vitest';
import { panelTextsIn } from '../../locales/panel';
import { sourceOf, testWords } from './support';

testWords({
  name: "the side panel's words",
  swedish: panelTextsIn('sv'),
  english: panelTextsIn('en'),
  source: sourceOf('entrypoints/sidepanel'),
});

it('the panel counts one and many in words of their own', () => {
  const { saveAll, unreadable, profile } = panelTextsIn('sv');
  expect(saveAll.saved(1, 'X')).toBe('1 anteckning sparad i X');
  expect(saveAll.saved(12, 'X')).toBe('12 anteckningar sparade i X');
  expect(saveAll.undone(1)).toBe('1 anteckning borttagen igen');
  expect(profile.unsure(1)).toBe('1 uppgift att kontrollera');
  expect(unreadable(2)).toContain('2 sparade anteckningar');
});
