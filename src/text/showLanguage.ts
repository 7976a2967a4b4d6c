import type { Language } from './pickLanguage.ts';

/** Which way each language runs; the layout follows, as every rule of it speaks of start and end. */
const DIRECTIONS: Readonly<Record<Language, 'ltr' | 'rtl'>> = { en: 'ltr', 'zh-CN': 'ltr' };

/** Tells the document which language it is in, for screen readers, hyphens, fonts and direction. */
export function showLanguage(language: Language): void {
  const { documentElement: root } = document;
  root.lang = language;
  root.dir = DIRECTIONS[language];
}
