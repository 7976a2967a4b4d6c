import { randomBytes, randomInt } from 'node:crypto';
import type { Caller } from './OperationContext.ts';
import type { EmulatorAccount, IssuedKeys } from './EmulatorOptions.ts';
import { assertPolicy } from './assertPolicy.ts';

/** A key the emulator knows, and who holds it. */
export interface KnownKey {
  readonly secretKey: string;
  readonly caller: Caller;
  /** For temporary keys: the token that must come with every request, and the end of its life in Unix seconds. */
  readonly temporary?: { readonly token: string; readonly expiredTime: number };
}

export interface KeyRing {
  find(secretId: string): KnownKey | undefined;
  issue(options: { policy: unknown; durationSeconds: number }): IssuedKeys;
  /** From now on the key is unknown. */
  revoke(secretId: string): void;
}

/** No id of a real account begins like this, so nobody is tempted to paste one. */
const ID_PREFIX = 'EMULATOR';
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/**
 * Keys live in memory only. Throws when an account's id could be a real one.
 *
 * @param now the emulator's clock, milliseconds since 1970
 */
export function createKeyRing(accounts: readonly EmulatorAccount[], now: () => number): KeyRing {
  const keys = new Map<string, KnownKey>();
  for (const { secretId, secretKey } of accounts) {
    if (!secretId.startsWith(ID_PREFIX)) {
      throw new Error(
        `An emulator account's id must begin with ${ID_PREFIX}: keys of real accounts do not belong here.`,
      );
    }
    keys.set(secretId, { secretKey, caller: { type: 'account', secretId } });
  }
  return {
    find: (secretId) => keys.get(secretId),
    revoke: (secretId) => void keys.delete(secretId),
    issue: ({ policy, durationSeconds }) => {
      assertPolicy(policy);
      const startTime = Math.floor(now() / 1000);
      const issued: IssuedKeys = {
        tmpSecretId: ID_PREFIX + randomText(28),
        tmpSecretKey: randomText(32),
        // Plain Base64 on purpose: a client that puts `+`, `/` or `=` into a URL unencoded fails here.
        sessionToken: randomBytes(150).toString('base64'),
        startTime,
        expiredTime: startTime + durationSeconds,
      };
      keys.set(issued.tmpSecretId, {
        secretKey: issued.tmpSecretKey,
        caller: { type: 'temporary', secretId: issued.tmpSecretId, policy },
        temporary: { token: issued.sessionToken, expiredTime: issued.expiredTime },
      });
      return issued;
    },
  };
}

function randomText(length: number): string {
  return Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}
