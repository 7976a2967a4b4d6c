import { createHash, createHmac } from 'node:crypto';

/**
 * The request signature of COS (COS documentation 7778), written from the documentation alone: it shares nothing with
 * the client, so that a mistake there cannot hide here.
 */
export interface SignedRequest {
  readonly method: string;
  /** Decoded, with its leading slash. */
  readonly path: string;
  /** Decoded names and values of just the parameters that take part. */
  readonly parameters: Iterable<readonly [string, string]>;
  /** Names and values of just the headers that take part. */
  readonly headers: Iterable<readonly [string, string]>;
  /** `<start>;<end>`, Unix seconds. */
  readonly keyTime: string;
  readonly signTime: string;
}

export interface Signature {
  /** 40 hex digits. */
  readonly signature: string;
  /** The server's view of the request; COS prints both when a signature does not match. */
  readonly formatString: string;
  readonly stringToSign: string;
}

export function sha1Hex(text: string): string {
  return createHash('sha1').update(text, 'utf8').digest('hex');
}

export function hmacSha1Hex(key: string, text: string): string {
  return createHmac('sha1', key).update(text, 'utf8').digest('hex');
}

/** UTF-8 percent-encoding, upper-case hex, that leaves only letters, digits and `-_.~` alone. */
export function urlEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The name as it stands in `q-header-list` and `q-url-param-list`. */
export function signedName(name: string): string {
  return urlEncode(name).toLowerCase();
}

function joinPairs(pairs: Iterable<readonly [string, string]>): string {
  return [...pairs]
    .map(([name, value]) => [signedName(name), urlEncode(value)] as const)
    .toSorted(([a, valueA], [b, valueB]) => (a === b ? compare(valueA, valueB) : compare(a, b)))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/** Encoded text is ASCII, where comparing strings compares bytes. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** The signature this request must carry if it was signed with `secretKey`. */
export function computeSignature(request: SignedRequest, secretKey: string): Signature {
  const { method, path, parameters, headers, keyTime, signTime } = request;
  const formatString = `${method.toLowerCase()}\n${path}\n${joinPairs(parameters)}\n${joinPairs(headers)}\n`;
  const stringToSign = `sha1\n${signTime}\n${sha1Hex(formatString)}\n`;
  const signKey = hmacSha1Hex(secretKey, keyTime);
  return { signature: hmacSha1Hex(signKey, stringToSign), formatString, stringToSign };
}

/** The signature of a POST Object policy (COS documentation 14690): over its JSON text, before Base64. */
export function computePolicySignature(
  policyText: string,
  keyTime: string,
  secretKey: string,
): { signature: string; stringToSign: string } {
  const stringToSign = sha1Hex(policyText);
  return { signature: hmacSha1Hex(hmacSha1Hex(secretKey, keyTime), stringToSign), stringToSign };
}
