import { showDocument } from '../guide/show-document';

void showDocument('privacy');
