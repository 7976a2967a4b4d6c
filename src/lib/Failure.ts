/**
 * What went wrong, as plain data: it crosses worker boundaries, sits in a store and is worded elsewhere.
 *
 * [Note: Failures are records] Cancelling is not a failure: it is an `AbortError` and nobody's toast. Deciding
 * what to do (`cos/retryPolicy.ts`), wording it (`text/failureText.ts`) and showing it (the screen that asked)
 * are three places; the engine and the client show nothing. No secret is ever in a failure: URLs lose their
 * query before they get here.
 */
export interface Failure {
  /** Who or what is at fault, in the broadest sense; decides the icon and who can fix it. */
  readonly kind: FailureKind;
  /** A COS error code (`NoSuchKey`) or one of our own words (`Offline`); see `FailureCode`. */
  readonly code: FailureCode | (string & {});
  /** For a log or the `Details` of a row, in English. What a person reads comes from `failureText`. */
  readonly message: string;
  /** HTTP status, where there was an answer. */
  readonly status?: number;
  /** `x-cos-request-id`: what support will ask for. */
  readonly requestId?: string;
  /** Facts the wording may use. Never a secret, never a query string. */
  readonly facts?: FailureFacts;
}

export type FailureKind = 'service' | 'network' | 'cors' | 'credentials' | 'integrity' | 'local';

export interface FailureFacts {
  /** Host that was asked, without scheme or path. */
  readonly host?: string;
  /** Object key concerned. */
  readonly key?: string;
  /** Operation in the documentation's words: `ListObjects`, `UploadPart`. */
  readonly operation?: string;
  /** The missing permission: `name/cos:DeleteObject`. */
  readonly action?: string;
  /** Field of `config.json` or of the endpoint's answer that is wrong. */
  readonly field?: string;
  /** Response header the bucket's CORS rule does not expose. */
  readonly header?: string;
  /** Page where the person can sign in again (already checked: same-origin or allow-listed). */
  readonly signInUrl?: string;
  /** Seconds the server asked us to wait (`Retry-After`). */
  readonly retryAfterSeconds?: number;
  /** Bytes over a limit, the limit itself, or what did not get through; the code says which. */
  readonly bytes?: number;
  /** The refused keys had come to their own end: nobody withdrew anything. */
  readonly haveKeysEnded?: boolean;
  /** How long keys live. */
  readonly lifeSeconds?: number;
  /** Bucket and region concerned. */
  readonly bucket?: string;
  readonly region?: string;
}

/** Codes that are ours. COS's own codes (`AccessDenied`, `SlowDown`…) are used verbatim beside them. */
export type FailureCode =
  // kind 'network'
  | 'Offline' // the browser says so
  | 'HostUnreachable' // DNS, TLS, refused, blocked: nothing answers under this name
  | 'ConnectionLost' // the host is there, this request died
  | 'Timeout' // no byte within the limit of the phase
  | 'Stalled' // bytes stopped moving
  | 'PartNotLoaded' // code of this page that is fetched when it is needed did not come
  // kind 'cors'
  | 'CorsBlocked' // the host answers, this page may not read it: no CORS rule, or no such bucket in this region
  | 'HeaderNotExposed' // facts.header is hidden by the CORS rule
  // kind 'credentials'
  | 'EndpointUnreachable'
  | 'EndpointBlockedByCors'
  | 'EndpointTimeout'
  | 'EndpointError' // 5xx, or a 4xx other than 401/403; facts of the answer in `message`
  | 'EndpointNotJson' // HTML or anything that does not parse
  | 'EndpointAnswerInvalid' // facts.field names the field
  | 'EndpointRefused' // 403: this caller may not have these keys
  | 'SignInRequired' // 401 or a redirect
  | 'TokenModuleFailed' // the operator's module that tells who is signed in
  | 'KeysExpireAtOnce'
  | 'KeysLiveLong' // a warning: used as given; facts.lifeSeconds
  | 'AccessWithdrawn' // fresh keys were refused as well
  | 'KeysTooShort' // fresh keys ended on the way of one request, and so did the next
  // kind 'integrity'
  | 'ChecksumMismatch'
  | 'SizeMismatch'
  | 'ListingBroken' // repeated or missing marker
  | 'UnexpectedAnswer' // HTML, cut XML, foreign root element under a 2xx
  | 'ObjectChanged' // the object is not the one we started with
  // kind 'local'
  | 'UnsafeKey' // the key's URL does not parse back to the key ("..")
  | 'KeyTooLong'
  | 'KeyNotAllowed' // leading / or \, forbidden control characters
  | 'FileUnreadable'
  | 'FileChanged'
  | 'FileDiffers' // another file than the one an earlier visit began to send
  | 'NotTheSameFile' // chosen to go on with an unfinished upload, but of another name or size; facts.bytes: the right size
  | 'FileTooLarge'
  | 'ConfigInvalid' // facts.field names the field
  | 'ConnectionUnknown'
  | 'NeedsKeys' // an anonymous connection can only read
  | 'NotPublic' // ...and the bucket does not show this to everybody; kind 'service'
  | 'AclNotCarried' // an object's own grants cannot be repeated, so it is not copied onto itself
  | 'MetadataTooLarge' // more than COS keeps with an object
  | 'TooManyTags' // more than ten
  | 'StillHidden' // a mark was removed, and another one hides the object all the same
  | 'IntoItself' // a folder was to be put into itself
  | 'StorageUnavailable'
  | 'StagedElsewhere' // another page goes on with this download
  | 'FileWorkerStopped' // what writes to the disk has crashed
  | 'StreamStopped' // the browser has ended its own download of what the page was feeding it
  | 'Unexpected'; // a bug of ours; message says where

/** Implemented by every error class of ours, so that a `catch` can ask one question. */
export interface CarriesFailure {
  readonly failure: Failure;
}

/** True for the rejection of a cancelled call. Never shown to anyone. */
export function isAbortError(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** What Chromium, Firefox, Safari and the bundler's loader of style sheets say of a part that did not come. */
const LOST_PART = /dynamically imported module|Importing a module script failed|Unable to preload CSS/;

/** The failure inside an error of ours, or a part of the page that did not come; anything else is a bug and says so. */
export function toFailure(error: unknown): Failure {
  if (typeof error === 'object' && error !== null && 'failure' in error) {
    return (error as CarriesFailure).failure;
  }
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  if (LOST_PART.test(message)) return { kind: 'network', code: 'PartNotLoaded', message };
  return { kind: 'local', code: 'Unexpected', message };
}
