import type { ShareEnd } from '#links/shareEnd.ts';
import type { Failure } from '#lib/Failure.ts';
import { shareFailures as en } from '#text/en/shareFailures.ts';
import type { Text } from '#text/Text.ts';
import { shareFailures as zh } from '#text/zh/shareFailures.ts';

const CODES: Readonly<Record<ShareEnd, keyof typeof en>> = {
  time: 'ShareEnded',
  key: 'ShareKeyGone',
  changed: 'ShareChanged',
};

/** The same failure, named by what it means for the share. */
export function endedFailure(failure: Failure, end: ShareEnd | undefined): Failure {
  return end === undefined ? failure : { ...failure, code: CODES[end] };
}

/**
 * The language of the page as a recipient needs it: the usual words are for people who can ask for other keys or change
 * the bucket, and this one can only ask whoever sent the link.
 */
export function textForRecipients(text: Text): Text {
  const words: Readonly<Record<string, { readonly title: string; readonly advice: string }>> =
    text.language === 'en' ? en : zh;
  return {
    ...text,
    failure: (failure) => {
      const code = failure.code === 'AccessDenied' && /expired/i.test(failure.message) ? 'ShareEnded' : failure.code;
      return (Object.hasOwn(words, code) ? words[code] : undefined) ?? text.failure(failure);
    },
  };
}
