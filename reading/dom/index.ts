export { DomReading } from './dom-reading';
export { readDom, readDomNow } from './read-dom';
