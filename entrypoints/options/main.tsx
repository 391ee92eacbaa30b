import { render } from 'preact';
import { App } from './app';

const root = document.getElementById('options');
if (root) render(<App />, root);
