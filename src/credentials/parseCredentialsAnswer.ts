import { FailureError } from '#lib/FailureError.ts';
import { plainText } from '#lib/plainText.ts';
import type { TemporaryCredentials } from './CredentialsProvider.ts';

/** What can be sent in a header and put in a signature. */
const KEY_TEXT = /^[\x21-\x7e]{1,8192}$/;
/** A time in milliseconds would be the year 55,000. */
const LATEST_SECONDS = 10_000_000_000;

type Fields = ReadonlyMap<string, unknown>;

/**
 * Keys out of an endpoint's answer. Three shapes are known, each alone or wrapped in `data` or `Response`, with names
 * in either case (`sessionToken`, `SessionToken`, `Token`):
 *
 * - the COS STS SDK's `{credentials: {tmpSecretId, tmpSecretKey, sessionToken}, startTime, expiredTime}`
 * - the raw STS answer's `{Response: {Credentials: {TmpSecretId, TmpSecretKey, Token}, ExpiredTime, Expiration}}`
 * - the Go SDK's PascalCase of the first
 *
 * plus our own optional `permissions`, `narrowed` and `scope.keys`. Guessing further would only move the error to a
 * place where nobody understands it.
 *
 * @param askedKeys objects the question was about; an equal `scope.keys` confirms that the keys cover just these
 * @throws FailureError `EndpointAnswerInvalid` with `facts.field`; `EndpointError` for an error of STS itself
 */
export function parseCredentialsAnswer(answer: unknown, askedKeys: readonly string[] = []): TemporaryCredentials {
  const fields = unwrap(answer);
  throwStsError(fields);
  const keys = asFields(fields.get('credentials'));
  if (!keys) throw invalid('credentials', 'is missing');
  const expiresAt = timeOf(fields, 'expiredTime') ?? isoTimeOf(fields, 'expiration');
  if (!expiresAt) throw invalid('expiredTime', 'is missing');
  const issuedAt = timeOf(fields, 'startTime');
  if (issuedAt && issuedAt >= expiresAt) throw invalid('expiredTime', 'is not after startTime');
  const permissions = permissionsOf(fields);
  return {
    secretId: keyText(keys, 'tmpSecretId'),
    secretKey: keyText(keys, 'tmpSecretKey'),
    sessionToken: keyText(keys, keys.has('sessionToken') ? 'sessionToken' : 'token'),
    expiresAt,
    ...(issuedAt ? { issuedAt } : {}),
    ...(permissions ? { permissions } : {}),
    narrowed: isNarrowed(fields, askedKeys),
  };
}

/** Own properties with the first letter in lower case, so that both spellings read alike. */
function asFields(value: unknown): Fields | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return new Map(Object.entries(value).map(([name, field]) => [name.charAt(0).toLowerCase() + name.slice(1), field]));
}

function unwrap(answer: unknown): Fields {
  let fields = asFields(answer);
  if (!fields) throw invalid('credentials', 'is missing: the answer is not an object');
  // `{"code":0,"data":{"Response":{…}}}` is as deep as it gets.
  for (let depth = 0; depth < 2 && !fields.has('credentials'); depth += 1) {
    fields = asFields(fields.get('data')) ?? asFields(fields.get('response')) ?? fields;
  }
  return fields;
}

function throwStsError(fields: Fields): void {
  const error = asFields(fields.get('error'));
  if (!error || fields.has('credentials')) return;
  const code = plainText(textOr(error.get('code'), 'Error'), 80);
  const message = plainText(textOr(error.get('message'), 'the service that makes keys refused'));
  throw new FailureError({ kind: 'credentials', code: 'EndpointError', message: `${code}: ${message}` });
}

function textOr(value: unknown, fallback: string): string {
  return typeof value === 'string' && value !== '' ? value : fallback;
}

function keyText(keys: Fields, name: string): string {
  const value = keys.get(name);
  const field = `credentials.${name === 'token' ? 'sessionToken' : name}`;
  if (value === undefined) throw invalid(field, 'is missing');
  if (typeof value !== 'string' || !KEY_TEXT.test(value)) throw invalid(field, 'is not a key');
  return value;
}

function timeOf(fields: Fields, name: string): Date | undefined {
  const value = fields.get(name);
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || !(value > 0)) throw invalid(name, 'is not a time in seconds since 1970');
  if (value >= LATEST_SECONDS) throw invalid(name, 'is not in seconds (milliseconds?)');
  return new Date(value * 1000);
}

function isoTimeOf(fields: Fields, name: string): Date | undefined {
  const value = fields.get(name);
  if (value === undefined || value === null) return undefined;
  const time = typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? new Date(value) : undefined;
  if (!time || Number.isNaN(time.getTime())) throw invalid(name, 'is not an ISO 8601 time');
  return time;
}

function permissionsOf(fields: Fields): readonly string[] | undefined {
  const value = fields.get('permissions');
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) throw invalid('permissions', 'is not a list');
  const wrong = value.findIndex((action) => typeof action !== 'string');
  if (wrong >= 0) throw invalid(`permissions.${wrong}`, 'is not text');
  return value as readonly string[];
}

function isNarrowed(fields: Fields, askedKeys: readonly string[]): boolean {
  const narrowed = fields.get('narrowed');
  if (narrowed !== undefined && typeof narrowed !== 'boolean') throw invalid('narrowed', 'is not true or false');
  if (narrowed !== undefined) return narrowed;
  const covered = asFields(fields.get('scope'))?.get('keys');
  return (
    Array.isArray(covered) &&
    covered.length > 0 &&
    covered.length === askedKeys.length &&
    askedKeys.every((key) => covered.includes(key))
  );
}

function invalid(field: string, problem: string): FailureError {
  return new FailureError({
    kind: 'credentials',
    code: 'EndpointAnswerInvalid',
    message: `The credentials endpoint's answer is not usable: ${field} ${problem}`,
    facts: { field },
  });
}
