import { uploadRequestFailures as en } from '#text/en/uploadRequestFailures.ts';
import type { Text } from '#text/Text.ts';
import { uploadRequestFailures as zh } from '#text/zh/uploadRequestFailures.ts';

/**
 * The language of the page as a sender needs it: the usual words are for people who can ask for other keys or change the
 * bucket, and a sender can only ask whoever sent the link.
 */
export function uploadRequestText(text: Text): Text {
  const words: Readonly<Record<string, { readonly title: string; readonly advice: string }>> =
    text.language === 'en' ? en : zh;
  return {
    ...text,
    failure: (failure) => {
      const code = failure.code === 'AccessDenied' && /expired/i.test(failure.message) ? 'RequestEnded' : failure.code;
      return (Object.hasOwn(words, code) ? words[code] : undefined) ?? text.failure(failure);
    },
  };
}
