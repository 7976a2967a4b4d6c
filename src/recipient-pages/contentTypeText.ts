import { contentKinds as en } from '#text/en/contentKinds.ts';
import type { Language } from '#text/pickLanguage.ts';
import { contentKinds as zh } from '#text/zh/contentKinds.ts';

/** What a policy's beginning of a content type means to a person: `image/` → "pictures"; others as they are. */
export function contentTypeText(contentType: string, language: Language): string {
  const words: Readonly<Record<string, string>> = language === 'en' ? en : zh;
  return (Object.hasOwn(words, contentType) ? words[contentType] : undefined) ?? contentType;
}
