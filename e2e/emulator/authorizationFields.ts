import { CosServiceError } from './CosServiceError.ts';

/** The seven fields every signed request carries (COS documentation 7778), wherever they stand. */
export interface AuthorizationFields {
  readonly secretId: string;
  readonly signTime: string;
  readonly keyTime: string;
  /** Both from `q-key-time`, Unix seconds; `endTime > startTime`. */
  readonly startTime: number;
  readonly endTime: number;
  /** Lower-cased names, as listed. */
  readonly headerList: readonly string[];
  readonly parameterList: readonly string[];
  readonly signature: string;
}

export const AUTHORIZATION_NAMES = [
  'q-sign-algorithm',
  'q-ak',
  'q-sign-time',
  'q-key-time',
  'q-header-list',
  'q-url-param-list',
  'q-signature',
] as const;

/** Reads `q-sign-algorithm=sha1&q-ak=…`, the text of the Authorization header. Throws 403 AccessDenied. */
export function parseAuthorization(text: string): AuthorizationFields {
  const fields = new Map<string, string>();
  for (const pair of text.trim().split('&')) {
    const equals = pair.indexOf('=');
    const name = equals < 0 ? pair : pair.slice(0, equals);
    if (fields.has(name)) throw malformed(`${name.slice(0, 40)} is given twice`);
    fields.set(name, equals < 0 ? '' : pair.slice(equals + 1));
  }
  const unknown = [...fields.keys()].find((name) => !AUTHORIZATION_NAMES.some((known) => known === name));
  if (unknown !== undefined) throw malformed(`unknown field ${unknown.slice(0, 40)}`);
  return readAuthorization(fields);
}

/** Reads the fields from where each has its own place, as in a presigned URL. Throws 403 AccessDenied. */
export function readAuthorization(fields: ReadonlyMap<string, string>): AuthorizationFields {
  const missing = AUTHORIZATION_NAMES.find((name) => !fields.has(name));
  if (missing) throw malformed(`${missing} is missing`);
  const [algorithm = '', secretId = '', signTime = '', keyTime = '', headers = '', parameters = '', signature = ''] =
    AUTHORIZATION_NAMES.map((name) => fields.get(name));
  if (algorithm !== 'sha1') throw malformed('q-sign-algorithm must be sha1');
  if (signTime !== keyTime) throw malformed('q-sign-time and q-key-time differ');
  return {
    secretId,
    signTime,
    keyTime,
    ...parseKeyTime(keyTime),
    headerList: splitList(headers),
    parameterList: splitList(parameters),
    signature,
  };
}

/** `<start>;<end>`, Unix seconds. Throws 403 AccessDenied. */
export function parseKeyTime(keyTime: string): { startTime: number; endTime: number } {
  const match = /^(\d{1,12});(\d{1,12})$/.exec(keyTime);
  if (!match) throw malformed('the key time is not <start>;<end>');
  const [startTime, endTime] = [Number(match[1]), Number(match[2])];
  if (endTime <= startTime) throw malformed('the key time ends before it starts');
  return { startTime, endTime };
}

export function malformed(reason: string): CosServiceError {
  return new CosServiceError(403, 'AccessDenied', `The authorization is malformed: ${reason}.`);
}

function splitList(list: string): string[] {
  return list
    .toLowerCase()
    .split(';')
    .filter((name) => name !== '');
}
