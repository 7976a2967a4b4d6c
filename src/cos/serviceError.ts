import type { Failure } from '#lib/Failure.ts';
import { plainText } from '#lib/plainText.ts';
import { CosError } from './CosError.ts';
import type { RequestContext } from './CosRequest.ts';
import { optionalText, parseXml, type XmlElement, XmlError } from './xml.ts';

/** What a status says when no XML explains it: HEAD has no body, proxies have their own. */
const CODE_OF_STATUS: ReadonlyMap<number, string> = new Map([
  [400, 'InvalidRequest'],
  [402, 'PaymentRequired'],
  [403, 'AccessDenied'],
  [404, 'NoSuchKey'],
  [405, 'MethodNotAllowed'],
  [408, 'RequestTimeout'],
  [411, 'MissingContentLength'],
  [412, 'PreconditionFailed'],
  [416, 'InvalidRange'],
  [429, 'SlowDown'],
  [451, 'UnavailableForLegalReasons'],
  [500, 'InternalError'],
  [502, 'InternalError'],
  [503, 'ServiceUnavailable'],
  [504, 'InternalError'],
]);

/** The error an answer outside 2xx means. `body` may be empty or somebody else's page. */
export function serviceError(status: number, headers: Headers, body: string, context: RequestContext): CosError {
  if (body.trim() === '') return fromStatus(status, headers, context);
  const root = parseOrUndefined(body);
  if (root?.name === 'Error') return errorFromXml(root, status, headers, context);
  return unexpectedAnswer(`Answered ${status} with something that is not COS's XML`, status, headers, context);
}

/** `<Error>` as COS words it, under any status: Copy and Complete answer 200 before they know. */
export function errorFromXml(root: XmlElement, status: number, headers: Headers, context: RequestContext): CosError {
  const field = (name: string): string => {
    try {
      return optionalText(root, name) ?? '';
    } catch {
      return '';
    }
  };
  const code = field('Code');
  if (!/^\w{1,64}$/.test(code)) return unexpectedAnswer('Answered an error without a code', status, headers, context);
  const message = plainText(field('Message')) || code;
  const serverTime = timeOrUndefined(field('ServerTime')) ?? dateOf(headers);
  const isMissingRight = code === 'AccessDenied' && !/expired/i.test(message);
  const requestId = plainText(field('RequestId'), 100);
  return cosError(
    { kind: 'service', code, message, ...(requestId === '' ? {} : { requestId }) },
    status,
    headers,
    context,
    isMissingRight,
    serverTime,
  );
}

/** Something answered, and it was not COS or not this operation: HTML, cut XML, a foreign root. */
export function unexpectedAnswer(
  message: string,
  status: number,
  headers: Headers,
  context: RequestContext,
  cause?: unknown,
): CosError {
  return cosError(
    { kind: 'integrity', code: 'UnexpectedAnswer', message },
    status,
    headers,
    context,
    false,
    undefined,
    cause,
  );
}

/** `Date` of the answer, when the CORS rule exposes it. */
export function dateOf(headers: Headers): Date | undefined {
  return timeOrUndefined(headers.get('date') ?? '');
}

function fromStatus(status: number, headers: Headers, context: RequestContext): CosError {
  const code = CODE_OF_STATUS.get(status) ?? `Status${status}`;
  return cosError(
    { kind: 'service', code, message: `Answered ${status} without an explanation` },
    status,
    headers,
    context,
    status === 403,
    dateOf(headers),
  );
}

function cosError(
  failure: Failure,
  status: number,
  headers: Headers,
  context: RequestContext,
  isMissingRight: boolean,
  serverTime: Date | undefined,
  cause?: unknown,
): CosError {
  const { action, ...facts } = context;
  const requestId = failure.requestId ?? headers.get('x-cos-request-id') ?? undefined;
  const retryAfterSeconds = retryAfterOf(headers);
  return new CosError(
    {
      ...failure,
      status,
      ...(requestId === undefined ? {} : { requestId }),
      facts: {
        ...facts,
        ...(isMissingRight ? { action } : {}),
        ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
      },
    },
    { ...(cause === undefined ? {} : { cause }), ...(serverTime ? { serverTime } : {}) },
  );
}

/** Seconds, or the date form COS does not use; anything else is no instruction. */
function retryAfterOf(headers: Headers): number | undefined {
  const text = headers.get('retry-after') ?? '';
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

function timeOrUndefined(text: string): Date | undefined {
  const time = new Date(text);
  return text === '' || Number.isNaN(time.getTime()) ? undefined : time;
}

function parseOrUndefined(body: string): XmlElement | undefined {
  try {
    return parseXml(body);
  } catch (error) {
    if (error instanceof XmlError) return undefined;
    throw error;
  }
}
