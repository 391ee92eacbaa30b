import type { Language } from '..';
import { viewerEn } from './en';
import { viewerSv } from './sv';

export type ViewerTexts = typeof viewerSv;

/** The words of the PDF viewer. */
export function viewerTextsIn(language: Language): ViewerTexts {
  return language === 'en' ? viewerEn : viewerSv;
}
