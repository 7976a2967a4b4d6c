import type { RenewalTrouble, TemporaryCredentials } from '#credentials/CredentialsProvider.ts';
import { toFailure, type Failure } from '#lib/Failure.ts';
import { accessEnd as en } from '#text/en/accessEnd.ts';
import type { Text } from '#text/Text.ts';
import { accessEnd as zh } from '#text/zh/accessEnd.ts';
import type { Announcer } from './createAnnouncer.ts';
import type { Notices } from './createNotices.ts';

export interface EndWatchOptions {
  /** Milliseconds since 1970 by the bucket's clock. */
  readonly now: () => number;
  readonly later: (callback: () => void, delayMs: number) => unknown;
  readonly announcer: Pick<Announcer, 'say' | 'alert'>;
  readonly notices: Pick<Notices, 'add' | 'close'>;
  /** Asked at the moment of speaking. */
  readonly text: () => Text | undefined;
}

/** Before the end, in milliseconds: time enough to act (WCAG 2.2.1). */
const WARNING_MS = 60_000;

/**
 * Warns before access ends. Keys are renewed by themselves long before that, so there is something to say only when
 * that failed and fails once more in the last minute: when, why, and a button that tries again. Once for each set of keys,
 * and once for sets that end together.
 */
export function createEndWatch(options: EndWatchOptions): (trouble: RenewalTrouble) => void {
  const { now, later, announcer, notices, text } = options;
  const failures = new WeakMap<TemporaryCredentials, Failure>();
  let warnedUntil = 0;
  let shown: number | undefined;

  function close(): void {
    if (shown !== undefined) notices.close(shown);
    shown = undefined;
  }

  /** Resolves with whether there are other keys now. */
  async function isRenewed({ credentials, again }: RenewalTrouble): Promise<boolean> {
    try {
      return (await again()) !== credentials;
    } catch (error) {
      failures.set(credentials, toFailure(error));
      return false;
    }
  }

  function warn(trouble: RenewalTrouble): void {
    const spoken = text();
    const failure = failures.get(trouble.credentials);
    if (spoken === undefined || failure === undefined) return;
    const words = spoken.language === 'en' ? en : zh;
    const ends = words.ends(spoken.formats.time(trouble.credentials.expiresAt));
    announcer.alert(`${ends} ${spoken.failure(failure).title}`);
    close();
    shown = notices.add(ends, failure, {
      label: words.renew,
      onAction: () => {
        shown = undefined;
        void isRenewed(trouble).then((isNew) => (isNew ? announcer.say(words.renewed) : warn(trouble)));
      },
    });
  }

  async function lookAtEnd(trouble: RenewalTrouble): Promise<void> {
    const endsAt = trouble.credentials.expiresAt.getTime();
    if ((await isRenewed(trouble)) || endsAt <= warnedUntil) return;
    warnedUntil = endsAt + WARNING_MS;
    warn(trouble);
    // What is over, or was renewed meanwhile, is told by what needs keys then.
    later(close, Math.max(0, endsAt - now()));
  }

  return (trouble) => {
    const { credentials, failure } = trouble;
    const isKnown = failures.has(credentials);
    failures.set(credentials, failure);
    if (isKnown) return;
    later(() => void lookAtEnd(trouble), Math.max(0, credentials.expiresAt.getTime() - now() - WARNING_MS));
  };
}
