import { createFormats } from './createFormats.ts';
import { failureText } from './failureText.ts';
import type { Language } from './pickLanguage.ts';
import type { Text } from './Text.ts';

/** Fetches one language; the other is never downloaded. */
export async function loadText(language: Language): Promise<Text> {
  const { messages, wordings } = language === 'en' ? await loadEnglish() : await loadChinese();
  return {
    language,
    t: messages,
    formats: createFormats(language),
    failure: (failure) => failureText(failure, wordings),
  };
}

async function loadEnglish() {
  const [{ en }, { enFailures }, { enCosFailures }] = await Promise.all([
    import('./en.ts'),
    import('./enFailures.ts'),
    import('./enCosFailures.ts'),
  ]);
  return { messages: en, wordings: { ...enFailures, ...enCosFailures } };
}

async function loadChinese() {
  const [{ zh }, { zhFailures }, { zhCosFailures }] = await Promise.all([
    import('./zh.ts'),
    import('./zhFailures.ts'),
    import('./zhCosFailures.ts'),
  ]);
  return { messages: zh, wordings: { ...zhFailures, ...zhCosFailures } };
}
