import type { Failure } from '#lib/Failure.ts';

const STATUS: Readonly<Record<string, number>> = {
  AccessDenied: 403,
  ExpiredToken: 400,
  FileAlreadyExists: 409,
  InternalError: 500,
  InvalidPart: 400,
  NoSuchKey: 404,
  NoSuchUpload: 404,
  RequestTimeTooSkewed: 403,
  SlowDown: 503,
};

/** A refusal as COS words it, for tests; the status follows the code unless given. */
export function serviceFailure(code: string, extra: Partial<Failure> = {}): Failure {
  const status = STATUS[code];
  return {
    kind: 'service',
    code,
    message: `COS answered ${code}`,
    requestId: 'NjE0YjM3ZmZfTEST',
    ...(status === undefined ? {} : { status }),
    ...extra,
  };
}
