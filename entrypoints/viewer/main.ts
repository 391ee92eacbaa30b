import { narrowConnections } from './policy';

narrowConnections();
// Loaded only now, so that no code of the viewer or of pdf.js runs before the policy holds.
void import('./start').then(({ start }) => start());
