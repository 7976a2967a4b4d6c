import { useState } from 'react';
import { loadText } from '#text/loadText.ts';
import type { Language } from '#text/pickLanguage.ts';
import type { Text } from '#text/Text.ts';
import { rememberLanguage } from './rememberedLanguage.ts';

/** The page's language and the way to change it; the document's `lang` follows. */
export function useLanguage(
  first: Text,
  onChange: (text: Text) => void,
): readonly [Text, (language: Language) => void] {
  const [text, setText] = useState(first);
  async function change(language: Language): Promise<void> {
    const next = await loadText(language);
    document.documentElement.lang = language;
    rememberLanguage(language);
    onChange(next);
    setText(next);
  }
  return [text, (language) => void change(language)];
}
