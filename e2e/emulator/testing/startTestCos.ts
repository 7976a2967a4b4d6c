import { fileManagerCors } from '../defaultCors.ts';
import type { CosEmulator, EmulatorOptions, IssuedKeys } from '../EmulatorOptions.ts';
import { startCosEmulator } from '../startCosEmulator.ts';
import { rawRequest, type RawAnswer, type RawRequest } from './rawRequest.ts';
import { percent, signByHand } from './signByHand.ts';

export const BUCKET = 'media-1250000000';
export const REGION = 'ap-guangzhou';
export const ORIGIN = 'http://app.localhost:5173';
export const ACCOUNT = {
  secretId: 'EMULATORtest0000000000000000000000000',
  secretKey: 'test-secret-key-0000000000000000',
};

/** A policy that allows everything. */
export const EVERYTHING = { version: '2.0', statement: [{ effect: 'allow', action: '*', resource: '*' }] };

export interface Asked {
  readonly method?: string;
  /** Decoded. */
  readonly key?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly host?: string;
  /** Default: the account's permanent key. `null` asks as nobody. */
  readonly keys?: IssuedKeys | typeof ACCOUNT | null;
  /** Seconds from the emulator's now. */
  readonly window?: readonly [number, number];
  readonly agent?: NonNullable<RawRequest['agent']>;
}

/** An emulator with one bucket, and requests to it that are signed by hand. */
export interface TestCos {
  readonly cos: CosEmulator;
  readonly host: string;
  ask(asked?: Asked): Promise<RawAnswer>;
  /** The request target of a URL signed in its query. */
  presign(asked: Asked): string;
  raw(request: Omit<RawRequest, 'port' | 'host'> & { host?: string }): Promise<RawAnswer>;
}

/** The request line's part: everything encoded once, slashes of the key left alone. */
function target({ key = '', query = {} }: Asked, more: Readonly<Record<string, string>> = {}): string {
  const pairs = Object.entries({ ...query, ...more }).map(([name, value]) => `${percent(name)}=${percent(value)}`);
  return `/${key.split('/').map(percent).join('/')}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
}

export async function startTestCos(options: Partial<EmulatorOptions> = {}): Promise<TestCos> {
  const cos = await startCosEmulator({
    buckets: [{ name: BUCKET, region: REGION, cors: fileManagerCors([ORIGIN]) }],
    accounts: [ACCOUNT],
    ...options,
  });
  const host = `${BUCKET}.cos.${REGION}.localhost:${cos.port}`;
  const raw: TestCos['raw'] = (request) => rawRequest({ host, port: cos.port, ...request });

  const sign = (asked: Asked, signedHeaders: Record<string, string>): { authorization: string; token?: string } => {
    const keys = asked.keys ?? ACCOUNT;
    const isTemporary = 'tmpSecretId' in keys;
    const now = Math.floor(Date.now() / 1000);
    const [from, until] = asked.window ?? [-1, 600];
    const authorization = signByHand({
      secretId: isTemporary ? keys.tmpSecretId : keys.secretId,
      secretKey: isTemporary ? keys.tmpSecretKey : keys.secretKey,
      method: asked.method ?? 'GET',
      path: `/${asked.key ?? ''}`,
      query: asked.query ?? {},
      headers: signedHeaders,
      start: now + from,
      end: now + until,
    });
    return { authorization, ...(isTemporary ? { token: keys.sessionToken } : {}) };
  };

  return {
    cos,
    host,
    raw,
    ask: (asked = {}) => {
      const name = asked.host ?? host;
      const { authorization, token } =
        asked.keys === null ? { authorization: undefined } : sign(asked, { host: name, ...asked.headers });
      return raw({
        ...(asked.method === undefined ? {} : { method: asked.method }),
        host: name,
        target: target(asked),
        headers: {
          ...asked.headers,
          ...(authorization ? { Authorization: authorization } : {}),
          ...(token ? { 'x-cos-security-token': token } : {}),
        },
        ...(asked.body === undefined ? {} : { body: asked.body }),
        ...(asked.agent ? { agent: asked.agent } : {}),
      });
    },
    presign: (asked) => {
      const { authorization, token } = sign(asked, { host: asked.host ?? host });
      const fields = Object.fromEntries(
        authorization.split('&').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
      );
      return target(asked, { ...fields, ...(token ? { 'x-cos-security-token': token } : {}) });
    },
  };
}
