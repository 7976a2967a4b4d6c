import { beforeEach, expect, test } from 'vitest';
import type { TemporaryCredentials } from '#credentials/CredentialsProvider.ts';
import type { Failure } from '#lib/Failure.ts';
import { FailureError } from '#lib/FailureError.ts';
import { loadText } from '#text/loadText.ts';
import { createEndWatch } from './createEndWatch.ts';

const DOWN: Failure = { kind: 'credentials', code: 'EndpointError', message: '', facts: {} };
const SIGN_IN: Failure = { kind: 'credentials', code: 'SignInRequired', message: '', facts: {} };
const keysUntil = (seconds: number): TemporaryCredentials => ({
  secretId: 'id',
  secretKey: 'key',
  sessionToken: 'token',
  expiresAt: new Date(seconds * 1000),
});

let now: number;
let timers: { at: number; callback: () => void }[];
let said: string[];
let press: (() => void) | undefined;
/** What asking once more gives. */
let renewal: TemporaryCredentials | Failure;

beforeEach(() => {
  now = 0;
  timers = [];
  said = [];
  press = undefined;
  renewal = DOWN;
});

async function again(): Promise<TemporaryCredentials> {
  if ('kind' in renewal) throw new FailureError(renewal);
  return renewal;
}

async function start() {
  const english = await loadText('en');
  const watch = createEndWatch({
    now: () => now,
    later: (callback, delayMs) => timers.push({ at: now + delayMs, callback }),
    announcer: { say: (words) => said.push(`say ${words}`), alert: (words) => said.push(`alert ${words}`) },
    notices: {
      add: (_words, failure, action) => {
        press = action?.onAction;
        return said.push(`show ${failure?.code} [${action?.label}]`);
      },
      close: () => said.push('close'),
    },
    text: () => english,
  });
  return (credentials: TemporaryCredentials) => watch({ credentials, failure: DOWN, again });
}

async function passTo(seconds: number): Promise<void> {
  now = seconds * 1000;
  const due = timers.filter(({ at }) => at <= now);
  timers = timers.filter(({ at }) => at > now);
  for (const { callback } of due) callback();
  await new Promise((done) => setImmediate(done));
}

/** Without the time of day, which is that of the machine. */
const heard = () => said.map((words) => words.replace(/at \d.*?(?=:\s[a-z])/, 'at …'));

test('in the last minute the end is told once, with the reason as it is then and a button', async () => {
  const watch = await start();
  const keys = keysUntil(1800);
  watch(keys);
  await passTo(1700);
  watch(keys);
  expect(said).toEqual([]);
  renewal = SIGN_IN;
  await passTo(1740);
  expect(heard()).toEqual([
    'alert Your access ends at …: the keys could not be renewed. Please sign in',
    'show SignInRequired [Renew now]',
  ]);
  watch(keys);
  await passTo(1799);
  expect(said).toHaveLength(2);
  await passTo(1800);
  expect(said.at(-1)).toBe('close');
});

test('a renewal that works in the end is told by nobody', async () => {
  const watch = await start();
  watch(keysUntil(1800));
  renewal = keysUntil(3600);
  await passTo(1740);
  expect(said).toEqual([]);
});

test('keys for looking and for sending that end together are one warning', async () => {
  const watch = await start();
  watch(keysUntil(1800));
  watch(keysUntil(1803));
  await passTo(1745);
  expect(said).toHaveLength(2);
});

test('the button asks again, and says how it went', async () => {
  const watch = await start();
  watch(keysUntil(100));
  await passTo(40);
  press?.();
  await new Promise((done) => setImmediate(done));
  expect(said.slice(2).map((words) => words.split(' ')[0])).toEqual(['alert', 'show']);
  renewal = keysUntil(1900);
  press?.();
  await new Promise((done) => setImmediate(done));
  expect(said.at(-1)).toBe('say Your access was renewed');
});
