import { createContext } from 'react';
import type { Language } from '#text/pickLanguage.ts';

/** Changes the language of the page. */
export const LanguageContext = createContext<(language: Language) => void>(() => undefined);
