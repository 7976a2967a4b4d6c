import { timingSafeEqual } from 'node:crypto';
import {
  AUTHORIZATION_NAMES,
  malformed,
  parseAuthorization,
  readAuthorization,
  type AuthorizationFields,
} from './authorizationFields.ts';
import { CosServiceError } from './CosServiceError.ts';
import type { Caller, CosRequest } from './OperationContext.ts';
import { computeSignature, signedName, type Signature } from './signature.ts';
import { verifyKey, verifyWindow, type KeyJudge } from './verifyKey.ts';

/** What a signature covers, as it arrived. */
export interface SignableRequest extends Pick<CosRequest, 'method' | 'query' | 'headers'> {
  /** Decoded once, never normalised, with its leading slash; of a path-style address with the bucket. */
  readonly path: string;
}

const TOKEN = 'x-cos-security-token';

/**
 * Who asks: verified from the Authorization header, the query of a presigned URL, or its older form `sign=…`. A
 * request without any of them is anonymous; one with a bad signature is refused, whatever it asks for.
 *
 * Throws `CosServiceError` in the order key, time, signature.
 */
export function verifySignature(request: SignableRequest, judge: KeyJudge): Caller {
  const fields = findAuthorization(request);
  if (!fields) return { type: 'anonymous' };
  const token = onlyOne(request.headers.get(TOKEN), request.query.get(TOKEN));
  return verifyFields(request, fields, token, judge);
}

/** For signatures that stand elsewhere, such as the `Signature` field of a form. */
export function verifyFields(
  request: SignableRequest,
  fields: AuthorizationFields,
  token: string | undefined,
  judge: KeyJudge,
): Caller {
  const key = verifyKey(fields.secretId, token, judge);
  verifyWindow(fields, judge.now);
  const headers = pick(fields.headerList, request.headers, decodeHeader);
  const parameters = pick(fields.parameterList, request.query, (value) => value);
  const expected = computeSignature(
    {
      method: request.method,
      path: request.path,
      headers: headers.found,
      parameters: parameters.found,
      keyTime: fields.keyTime,
      signTime: fields.signTime,
    },
    key.secretKey,
  );
  const complete = headers.complete && parameters.complete;
  if (!complete || !equal(expected.signature, fields.signature)) throw doesNotMatch(expected);
  return key.caller;
}

export function doesNotMatch({
  stringToSign,
  formatString,
}: Partial<Pick<Signature, 'formatString'>> & Pick<Signature, 'stringToSign'>): CosServiceError {
  return new CosServiceError(403, 'SignatureDoesNotMatch', 'The Signature you specified is invalid.', {
    elements: { StringToSign: stringToSign, ...(formatString === undefined ? {} : { FormatString: formatString }) },
  });
}

export function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function findAuthorization({ headers, query }: SignableRequest): AuthorizationFields | undefined {
  const header = headers.get('authorization') || undefined;
  const sign = query.get('sign') || undefined;
  const isPresigned = AUTHORIZATION_NAMES.some((name) => query.has(name));
  if ([header !== undefined, sign !== undefined, isPresigned].filter(Boolean).length > 1) {
    throw malformed('it is given in more than one place');
  }
  if (isPresigned) return readAuthorization(query);
  const text = header ?? sign;
  return text === undefined ? undefined : parseAuthorization(text);
}

function onlyOne(a: string | undefined, b: string | undefined): string | undefined {
  if (a && b && a !== b) throw malformed('two security tokens are given');
  return a || b;
}

/** The listed ones with the values they really have; not complete when a listed one did not come. */
function pick(
  list: readonly string[],
  values: ReadonlyMap<string, string>,
  decode: (value: string) => string,
): { found: [string, string][]; complete: boolean } {
  const listed = new Set(list.map((name) => (name.includes('%') ? name : signedName(name))));
  const found = [...values]
    .filter(([name]) => listed.has(signedName(name)))
    .map(([name, value]): [string, string] => [name, decode(value)]);
  return { found, complete: new Set(found.map(([name]) => signedName(name))).size === listed.size };
}

/** Node reads header bytes as Latin-1; what was signed is their UTF-8 meaning. */
function decodeHeader(value: string): string {
  return Buffer.from(value, 'latin1').toString('utf8');
}
