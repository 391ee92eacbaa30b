import { render } from 'preact';
import { sayLanguage } from '../../components/stored-language';
import { App } from './app';

const root = document.getElementById('options');
sayLanguage();
if (root) render(<App />, root);
