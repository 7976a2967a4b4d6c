import type { CredentialsPurpose } from '#credentials/CredentialsProvider.ts';
import type { ObjectKey } from './objectKey.ts';

/** One request as an operation describes it, before anybody decides its host, keys and signature. */
export interface CosRequest {
  /** In the documentation's words: `ListObjects`, `UploadPart`. */
  readonly operation: string;
  /** The permission it needs: `name/cos:GetBucket`. */
  readonly action: string;
  /** Further permissions a refusal may be about; the service does not tell which one is missing. */
  readonly alsoNeeds?: readonly string[];
  /** It asks why another request was refused without a word: served, it says that `action` is what is missing. */
  readonly asksWhy?: boolean;
  readonly purpose: CredentialsPurpose;
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  /**
   * [Note: The preflight decides where the signature goes] A custom header on a cross-origin request costs a preflight,
   * and the preflight cache is per URL, so it would cost one for every object. Reads are therefore signed in the query,
   * within a short window, and are one round trip. Writes are preflighted anyway and carry the signature in the
   * `Authorization` header, where no URL shows it. A form carries its own in its fields.
   */
  readonly placement: 'query' | 'header' | 'form';
  /** Absent: the bucket itself. */
  readonly key?: ObjectKey;
  /** The object it is about where the URL does not name it: a form carries its key. */
  readonly about?: ObjectKey;
  /** Business parameters, decoded; all of them are signed. */
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Blob | string;
  /** How long the signature is good for. Default 5 minutes in the query, 15 in the header. */
  readonly windowSeconds?: number;
  /** Give up when no byte came for this long. Default 20 s. */
  readonly idleMs?: number;
  /** Give up after this long in all. Default 30 s. */
  readonly totalMs?: number;
}

/** A 2xx answer whose body is text of known size. */
export interface CosAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  readonly context: RequestContext;
}

/** What a failure says about the request: no query, no header, no key of the signing kind. */
export interface RequestContext {
  readonly operation: string;
  readonly action: string;
  readonly host: string;
  readonly bucket: string;
  readonly region: string;
  readonly key?: ObjectKey;
}
