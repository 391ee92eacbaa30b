import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { readDomNow } from '../../../reading/dom';

const REPORTS = new URL('../../../../shared/reports/', import.meta.url);
const SAMPLE = new URL('../../../sample/granskningsrapport.html', import.meta.url);

/** What the speed of reading is measured on: real reports where they lie beside the repository, else the sample report. */
export function reportText(): { text: string; source: string } {
  if (existsSync(REPORTS)) {
    const names = readdirSync(REPORTS).filter((name) => name.endsWith('.txt'));
    const text = names.map((name) => readFileSync(new URL(name, REPORTS), 'utf8')).join('\n\n');
    return { text, source: `${names.length} real reports` };
  }
  const { document } = parseHTML(readFileSync(SAMPLE, 'utf8'));
  return { text: readDomNow(document.body).text, source: 'the sample report (the real ones are not here)' };
}

/**
 * `text` again and again until it is `length` UTF-16 units long; one string as a file gives it, not a piece of another, in which
 * engines look each character up by a detour.
 */
export function repeatTo(text: string, length: number): string {
  const repeated = text.repeat(Math.ceil(length / text.length)).slice(0, length);
  return Buffer.from(repeated, 'utf16le').toString('utf16le');
}

/** Pieces that some rule might stumble over when a text holds nothing else; each is repeated to fill its text. */
export const hostileUnits: Record<string, string> = {
  '§ § §': '§ ',
  '1 kap. 1 kap.': '1 kap. ',
  'att att att': 'att ',
  'one endless word': 'lagen',
  'nested lists': '- a\n  - b\n    - c\n      - d\n',
  'items with att': '- att\n',
  'items without end': '• Säkerställa\n',
  'parentheses opened': '(',
  'SoL SoL': 'SoL ',
  rekommenderar: 'rekommenderar ',
  'vi rekommenderar att': 'Vi rekommenderar nämnden att ',
  'recommendation heads': 'Rekommendationer\n\n',
  'sentences of advice': 'Vi rekommenderar nämnden att se över. ',
  'question marks': '?',
  questions: 'Har nämnden rutiner? ',
  'vi bedömer att': 'Vi bedömer att ',
  'senast den': 'senast den 1 mars ',
  nämnden: 'nämnden ',
  'nämndens svar:': 'Nämndens svar: ',
  tabs: '\t',
  'cells parted by tabs': 'a\tb\n',
  'cells parted by bars': '| a | b |\n',
  'white space': ' ',
  'empty lines': '\n',
  'page breaks': 'Sida 1\f',
  'running headers': 'Revisionsrapport 2022\n\n',
  digits: '1',
  'numbers parted by commas': '1, ',
  dates: '2022-12-15 ',
  '1 a 1 a': '1 a ',
  '1 § 2 §': '1 § ',
  '1:1 1:1': '1:1 ',
  '5 kap. 1 § SoL': '5 kap. 1 § SoL, ',
  'lagen (': 'lagen (',
  'samma lag': 'samma lag ',
  'dots of contents': 'Inledning ........ 4\n',
  'soft hyphens': 'a\u00ad',
  'line-end hyphens': 'lag-\n',
  'tags opened': '<a ',
  capitals: 'SOCIALTJÄNSTLAGEN ',
  'och och': 'och ',
  '§§': '§',
  'SoL 1:1, 1:2, 1:3': 'SoL 1:1, 1:2, 1:3, ',
  'SoL och LSS samt': 'SoL och LSS samt ',
  '(2001:453)': '(2001:453) ',
  lagen: 'lagen ',
  'laws of no catalogue': 'hittepålagen ',
  'damaged names': 'socialtjinstlagen ',
  'hard spaces': '5\u00a0kap.\u00a01\u00a0§\u00a0SoL,\u00a0',
  'no spaces': '5kap.1§SoL',
  'soft hyphens in names': 'social\u00adtjänst\u00adlagen ',
  'ranges of sections': '1–2 §§, ',
  'minutes of a board': 'KF § 5 ',
  'implied laws': 'Enligt SoL. 5 kap. 1 § gäller. ',
  Ibid: 'SoL 5:1 Ibid ',
  'short names': 'lagen (2001:453), nedan kallad SoL, ',
};

/** The same in lines: what structure costs, where a text is nothing but structure. */
export const hostileLines: Record<string, string> = {
  'cells parted by tabs': 'a\tb\n',
  'rows of four cells': 'a\tb\tc\td\n',
  'cells between bars': '|a|b|\n',
  'cells parted by bars': 'a|b\n',
  'columns of spaces': 'a   b\n',
  'nested lists': '- a\n  - b\n    - c\n      - d\n',
  bullets: '• a\n',
  'bullets alone': '•\n',
  'numbered lines': '1. a\n',
  'numbered headings': '1 Inledning\n\n',
  headings: '# Rubrik\n\n',
  'short lines': 'Ab\n',
  'att att att': 'att att att\n',
  'nämnden nämnden': 'nämnden nämnden\n',
  'vi rekommenderar': 'Vi rekommenderar nämnden att se över.\n\n',
  'lists of advice': 'Vi rekommenderar nämnden att:\n- se över\n',
  'recommendation lists': 'Rekommendationer\n- a\n- b\n\n',
  'numbered and answered': 'Rekommendation 1\nSe över rutinen\nNämndens svar: Vi ser över.\n',
  'lists of questions': 'Revisionsfrågor:\n- Har nämnden rutin?\n',
  'running headers': 'Granskning av avfall 2022\n\n',
  'page numbers': 'Revisionsrapport\nSida 1 av 2\ntext som går\n',
};
