import { viewerTextsIn } from '../../locales/viewer';
import { sourceOf, testWords } from './support';

testWords({
  name: "the PDF viewer's words",
  swedish: viewerTextsIn('sv'),
  english: viewerTextsIn('en'),
  source: sourceOf('entrypoints/viewer'),
});
