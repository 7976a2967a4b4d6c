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
  const [{ en }, { failures }, { cosFailures }] = await Promise.all([
    import('./en.ts'),
    import('./en/failures.ts'),
    import('./en/cosFailures.ts'),
  ]);
  return { messages: en, wordings: { ...failures, ...cosFailures } };
}

async function loadChinese() {
  const [{ zh }, { failures }, { cosFailures }] = await Promise.all([
    import('./zh.ts'),
    import('./zh/failures.ts'),
    import('./zh/cosFailures.ts'),
  ]);
  return { messages: zh, wordings: { ...failures, ...cosFailures } };
}
