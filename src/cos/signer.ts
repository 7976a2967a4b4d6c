import type util from 'cos-js-sdk-v5/src/util.js';
import type { TemporaryCredentials } from '#credentials/CredentialsProvider.ts';

/** What a signature covers. Everything decoded; encoding is the signature's business. */
export interface SignableRequest {
  readonly method: string;
  /** Decoded, with its leading slash: `/a b.txt`. Not normalised. */
  readonly path: string;
  /** Every query parameter of the request except the signature's own. */
  readonly query: Readonly<Record<string, string>>;
  /** Headers to cover; always with `host`, or the signature works on other buckets too (COS documentation 7778). */
  readonly headers: Readonly<Record<string, string>>;
}

/** Unix seconds. */
export interface SigningWindow {
  readonly startSeconds: number;
  readonly endSeconds: number;
}

export type SigningKeys = Pick<TemporaryCredentials, 'secretId' | 'secretKey'>;

type SdkSigner = typeof util.getAuth;

let sdk: Promise<SdkSigner> | undefined;

/**
 * Loads the vendor's module once; call it early, in parallel with the keys.
 *
 * [Note: The SDK signs, we send] `COS.getAuthorization` is the reference implementation of the signature, and the only
 * part of cos-js-sdk-v5 we call. Its request layer (measured on 1.10.1) cannot carry our promises: an aborted call never
 * settles; each request is tried four times without delay and a part up to twelve; a 200 that carries `<Error>` is a
 * success; HTML is an empty listing and cut XML a last page; `AutoSwitchHost` sends to one host and signs another; keys
 * are fetched once per caller and a revoked one stays cached; resume trusts localStorage over the server; downloads
 * are buffered whole; presigned links count from the key's start and may be born expired, with a token that is not
 * percent-encoded.
 *
 * So what is loaded is the one file behind it: `COS.getAuthorization = util.getAuth` (src/cos.js of the package), half
 * the bytes of the whole SDK before the first listing can leave. `signer.test.ts` holds the two against each other.
 */
export function loadSigner(): Promise<SdkSigner> {
  sdk ??= import('cos-js-sdk-v5/src/util.js').then(
    ({ default: util }) => util.getAuth,
    (error: unknown) => {
      sdk = undefined; // a failed load of the chunk may be tried again
      throw error;
    },
  );
  return sdk;
}

/** The `q-sign-algorithm=sha1&…&q-signature=…` string for this request. */
export async function authorizationFor(
  keys: SigningKeys,
  request: SignableRequest,
  window: SigningWindow,
): Promise<string> {
  const sign = await loadSigner();
  return sign({
    SecretId: keys.secretId,
    SecretKey: keys.secretKey,
    Method: request.method,
    Pathname: request.path,
    UseRawKey: true,
    Query: { ...request.query },
    Headers: { ...request.headers },
    KeyTime: `${window.startSeconds};${window.endSeconds}`,
  });
}
