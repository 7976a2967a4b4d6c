import type { OtherBuckets } from './OtherBuckets.ts';

/** The deployment's settings, as `config.json` holds them after checking. Trusted only because same-origin. */
export interface DeploymentConfig {
  /** Absent: there are no keys, and every connection is `anonymous`. */
  readonly endpoint?: CredentialsEndpoint;
  /** At least one. The first is opened when the URL names none. */
  readonly connections: readonly Connection[];
  /** Buckets a person may type in. Absent: only the connections above. */
  readonly otherBuckets?: OtherBuckets;
  /** Multiplies the times after which a transfer calls a request dead, and those between its attempts. 1 as a rule. */
  readonly patience: number;
}

/** Where temporary keys come from. */
export interface CredentialsEndpoint {
  /** Absolute, https (http only on loopback), or a path on our own origin; no userinfo. */
  readonly url: string;
  readonly method: 'GET' | 'POST';
  /** Extra request headers; a custom one forces a preflight and so keeps other pages out. */
  readonly headers: Readonly<Record<string, string>>;
  /** Send cookies to another origin. */
  readonly withCredentials: boolean;
  /** Where "Sign in again" leads. Same-origin or on the endpoint's origin. */
  readonly signInUrl?: string;
  /**
   * A JavaScript module on our own origin that knows who the person is: it exports `getToken`, whose answer is sent as
   * `Authorization: Bearer …`.
   */
  readonly tokenModule?: string;
  /** Give up waiting for an answer after this long. */
  readonly timeoutSeconds: number;
}

/** One bucket (or a prefix of one) a person can open. The URL carries `id`, never a host or an endpoint. */
export interface Connection {
  /** `[a-z0-9-]+`; appears in the page's URL. */
  readonly id: string;
  readonly label: string;
  /** Full name with account suffix: `media-1250000000`. */
  readonly bucket: string;
  readonly region: string;
  /** People never see or leave what is outside: `''` or ends with `/`. */
  readonly prefix: string;
  /** Folder below `prefix` that deleted objects are moved to; ends with `/`. Absent: deleting is final, unless a person chooses. */
  readonly trash?: string;
  /**
   * Origins that serve this bucket, in order of preference. Empty: the two default domains
   * (`bucketOrigins.ts`). Given: a custom domain, acceleration, or the emulator's aliases.
   */
  readonly hosts: readonly string[];
  /** `anonymous`: requests are not signed; for public-read buckets. */
  readonly access: 'credentials' | 'anonymous';
  /**
   * Where the pictures of the grid view come from. Default: from small objects themselves. COS bills its image processing,
   * so that must be asked for.
   */
  readonly thumbnails?: 'objects' | 'image-processing' | 'off';
}
