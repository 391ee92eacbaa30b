/** The guide's sections in their order, by the names that links use: the same in both languages. */
export const GUIDE_SECTIONS = [
  'what',
  'start',
  'highlights',
  'card',
  'saving',
  'panel',
  'sets',
  'again',
  'pdf',
  'library',
  'export',
  'import',
  'backup',
  'keys',
  'privacy',
  'limits',
] as const;
