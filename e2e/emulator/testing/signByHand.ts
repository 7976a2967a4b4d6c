import { createHash, createHmac } from 'node:crypto';

/**
 * A second reading of COS documentation 7778, for tests: it shares no line with the code that verifies, so the two
 * can only agree on the protocol.
 */
export interface HandSigning {
  readonly secretId: string;
  readonly secretKey: string;
  readonly method: string;
  /** Decoded. */
  readonly path: string;
  /** Name and decoded value of each parameter and header to sign. */
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Unix seconds. */
  readonly start: number;
  readonly end: number;
}

const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex');
const hmac = (key: string, text: string): string => createHmac('sha1', key).update(text).digest('hex');

/** Everything but unreserved characters, byte by byte. */
export function percent(text: string): string {
  let encoded = '';
  for (const byte of Buffer.from(text, 'utf8')) {
    const character = String.fromCharCode(byte);
    encoded += /[\w.~-]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return encoded;
}

function lines(values: Readonly<Record<string, string>>): { names: string; text: string } {
  const sorted = Object.entries(values)
    .map(([name, value]) => [percent(name).toLowerCase(), percent(value)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { names: sorted.map(([name]) => name).join(';'), text: sorted.map((pair) => pair.join('=')).join('&') };
}

/** The value of the Authorization header. */
export function signByHand({
  secretId,
  secretKey,
  method,
  path,
  query = {},
  headers = {},
  start,
  end,
}: HandSigning): string {
  const time = `${start};${end}`;
  const [parameters, signed] = [lines(query), lines(headers)];
  const httpString = [method.toLowerCase(), path, parameters.text, signed.text, ''].join('\n');
  const signature = hmac(hmac(secretKey, time), ['sha1', time, sha1(httpString), ''].join('\n'));
  return [
    'q-sign-algorithm=sha1',
    `q-ak=${secretId}`,
    `q-sign-time=${time}`,
    `q-key-time=${time}`,
    `q-header-list=${signed.names}`,
    `q-url-param-list=${parameters.names}`,
    `q-signature=${signature}`,
  ].join('&');
}

type Signer = Pick<HandSigning, 'secretId' | 'secretKey' | 'start' | 'end'>;

/** Form fields for a POST Object under this policy (COS documentation 14690), `file` and `key` not among them. */
export function signFormByHand(
  signer: Signer,
  policy: { expiration: string; conditions: readonly unknown[] },
): Record<string, string> {
  const conditions = [
    ...policy.conditions,
    { 'q-sign-algorithm': 'sha1' },
    { 'q-ak': signer.secretId },
    { 'q-sign-time': `${signer.start};${signer.end}` },
  ];
  return signPolicyByHand(signer, JSON.stringify({ expiration: policy.expiration, conditions }));
}

/** The same for a policy text as it is, complete or not. */
export function signPolicyByHand({ secretId, secretKey, start, end }: Signer, text: string): Record<string, string> {
  const time = `${start};${end}`;
  return {
    policy: Buffer.from(text).toString('base64'),
    'q-sign-algorithm': 'sha1',
    'q-ak': secretId,
    'q-key-time': time,
    'q-signature': hmac(hmac(secretKey, time), sha1(text)),
  };
}
