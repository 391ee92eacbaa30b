import { optionsTextsIn } from '../../locales/options';
import { sourceOf, testWords } from './support';

testWords({
  name: 'the words of the settings and the first page',
  swedish: optionsTextsIn('sv'),
  english: optionsTextsIn('en'),
  source: sourceOf('entrypoints/options', 'entrypoints/welcome'),
});
