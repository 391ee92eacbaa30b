import { headsImprovements } from './advice-heads';
import { seenPattern } from './damage';
import { remembering } from './remember';

/** What a part of an audit document is for. */
export type Section =
  | 'recommendations'
  | 'questions'
  | 'assessment'
  | 'findings'
  | 'criteria'
  | 'background'
  | 'method'
  | 'response'
  | 'other';

/** The first that fits decides: "Slutsats och rekommendationer" holds recommendations, "Syfte och revisionsfrågor" questions. */
const RULES: readonly [Section, RegExp][] = [
  [
    'response',
    seenPattern(
      '^(?:svar på|yttrande (?:över|om)|förvaltningens (?:svar|yttrande)|nämndens (?:svar|yttrande)|kommentarer till) .*rekommendation',
    ),
  ],
  ['method', seenPattern('^(?:metod|genomförande|tillvägagång|kvalitetssäkring)')],
  [
    'recommendations',
    seenPattern('rekommendation|rekommenderas|^förslag till (?:åtgärder|förbättringar)|^förbättringsförslag'),
  ],
  [
    'criteria',
    seenPattern(
      'revisionskriteri|bedömningsgrund|bedömningskriteri|^kriterier|lagstiftning|^regelverk|styrande dokument',
    ),
  ],
  [
    'questions',
    seenPattern('revisionsfråg|^frågeställning|^fråg(?:a|or)(?:na)?$|kontrollmål|granskningsfråg|^syfte|syfte och'),
  ],
  ['background', seenPattern('^(?:bakgrund|inledning|uppdrag|avgränsning|ansvarig|organisation)')],
  [
    'assessment',
    seenPattern('bedömning|slutsats|sammanfattning|kommentar|iakttagelser och bedömning|våra synpunkter|revisionell'),
  ],
  ['findings', seenPattern('iakttagelse|resultat|granskningsresultat|utfall')],
];
const NUMBER = /^[\s#*_\d.]*(?:kapitel \d+\s*)?[\s.:–-]*/i;

/** The section that a heading opens by its own words; null when they say nothing. */
export const classifyHeading = remembering((heading): Section | null => {
  const words = heading
    .slice(NUMBER.exec(heading)?.[0].length)
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .toLowerCase();
  if (headsImprovements(words)) return 'recommendations';
  for (const [section, pattern] of RULES) if (pattern.test(words)) return section;
  return null;
});
