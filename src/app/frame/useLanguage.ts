import { useEffect, useEffectEvent, useState } from 'react';
import { loadLateText } from '#text/loadLateText.ts';
import { loadText } from '#text/loadText.ts';
import { pickLanguage, type Language } from '#text/pickLanguage.ts';
import { showLanguage } from '#text/showLanguage.ts';
import type { Text } from '#text/Text.ts';
import { followLanguage, rememberLanguage } from './rememberedLanguage.ts';

/** The page's language and the way to change it, here or in another tab; the document's `lang` follows. */
export function useLanguage(
  first: Text,
  onChange: (text: Text) => void,
): readonly [Text, (language: Language) => void] {
  const [text, setText] = useState(first);
  async function change(language: Language): Promise<void> {
    // The late words as well: a dialog that waited for them would be gone meanwhile.
    const [next] = await Promise.all([loadText(language), loadLateText(language)]);
    showLanguage(language);
    onChange(next);
    setText(next);
  }
  const follow = useEffectEvent((chosen: string | null) => change(pickLanguage(navigator.languages, chosen)));
  useEffect(() => followLanguage((chosen) => void follow(chosen)), []);
  return [
    text,
    (language) => {
      rememberLanguage(language);
      void change(language);
    },
  ];
}
