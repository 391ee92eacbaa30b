export { isOnRanges, offsetFromPoint, rectsOf } from './hit-test';
export { createPainter, HIGHLIGHT_STYLES, type HighlightStyle, type Painter } from './painter';
