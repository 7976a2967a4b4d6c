/** How a local COS is started, from a test or from a shell. Every limit, clock and delay is an option. */
export interface EmulatorOptions {
  /** 0 picks a free one. Default 0. */
  readonly port?: number;
  /** Where objects live between runs. Default: a temporary folder removed on close. */
  readonly dataFolder?: string;
  readonly buckets: readonly EmulatorBucket[];
  /** Long-lived keys, as an account would have them. Ids must begin with `EMULATOR`, so no real one is ever pasted here. */
  readonly accounts?: readonly EmulatorAccount[];
  /** Life of temporary keys when a caller names none, in seconds. Default 1800. */
  readonly keyLifeSeconds?: number;
  /** Server clock minus this machine's, in milliseconds. Default 0. */
  readonly clockOffsetMs?: number;
  /** Smallest part except the last. Default 1 MiB as in COS; tests use a few KiB. */
  readonly minimumPartBytes?: number;
  /** 403 for path-style addresses, as buckets made since 2024 do. Default true. */
  readonly refusePathStyle?: boolean;
  /** HTTP status of `ExpiredToken`: documents and tests disagree. Default 400. */
  readonly expiredTokenStatus?: 400 | 403;
  /** Added to each response, in milliseconds. Default 0. */
  readonly latencyMs?: number;
  /** Per connection, both ways. Default unlimited. */
  readonly bytesPerSecond?: number;
  readonly faults?: readonly Fault[];
}

export interface EmulatorBucket {
  /** With account suffix: `media-1250000000`. */
  readonly name: string;
  readonly region: string;
  readonly acl?: 'private' | 'public-read';
  /** Keeps older versions, or once did. Such a bucket ignores forbid-overwrite. */
  readonly versioning?: 'Enabled' | 'Suspended';
  readonly cors?: readonly CorsRule[];
  /** As buckets made since 2024: answers open as downloads, and `.apk` and `.ipa` not at all. Default false. */
  readonly forcesDownload?: boolean;
  /** A name of its own that serves it as its default names do, without what those force: `files.localhost`. */
  readonly customDomain?: string;
  /** How long restoring an archived object takes, by the emulator's clock. Default 0: it is there at once. */
  readonly restoreSeconds?: number;
  /** Serves its static website, under `<bucket>.cos-website.<region>.localhost`. */
  readonly website?: { readonly indexDocument: string; readonly errorDocument?: string };
  /** Objects it holds from the start, made by rule. */
  readonly seeds?: readonly KeySeed[];
}

/** Many objects in one line: a million of them cost nothing until they are asked for. They hold zero bytes. */
export interface KeySeed {
  /** A key in which each `#` is one digit of the object's number, left to right: `2024-##/IMG_####.jpg`. */
  readonly pattern: string;
  /** Numbers 0 to `count - 1`; the digits must suffice. */
  readonly count: number;
  /** Sizes, taken in turn. Default: all empty. */
  readonly sizesBytes?: readonly number[];
  /** ISO date of number 0; each next one is a second younger. Default: the start. */
  readonly lastModified?: string;
}

export interface CorsRule {
  readonly id?: string;
  readonly allowedOrigins: readonly string[];
  readonly allowedMethods: readonly string[];
  readonly allowedHeaders: readonly string[];
  readonly exposeHeaders: readonly string[];
  readonly maxAgeSeconds?: number;
}

export interface EmulatorAccount {
  readonly secretId: string;
  readonly secretKey: string;
}

/** "The `nth` matching request, and `times` from there, goes wrong like this." */
export interface Fault {
  /** Documented operation name (`UploadPart`, `GetBucket`, `OptionsObject`), or `*`. */
  readonly operation: string;
  /** Only requests whose key contains this. */
  readonly keyContains?: string;
  /** Only requests whose path and query, as they were sent, contain this: `marker=` strikes every page of a list but its first. */
  readonly targetContains?: string;
  /** 1-based count of matching requests at which it starts. Default 1. */
  readonly nth?: number;
  /** How many it strikes. Default 1; `Infinity` (null in JSON) for ever. */
  readonly times?: number | null;
  readonly effect: FaultEffect;
}

export type FaultEffect =
  /** An error answer, before or (`afterActing`) after the work was done. */
  | {
      readonly type: 'error';
      readonly status: number;
      readonly code: string;
      readonly message?: string;
      readonly retryAfterSeconds?: number;
      readonly afterActing?: boolean;
    }
  /** 200 with an `<Error>` body, instead of or (`afterActing`) after the work. */
  | { readonly type: 'errorInOk'; readonly code: string; readonly afterActing?: boolean }
  /** A foreign answer: HTML, empty, cut XML; instead of or (`afterActing`) after the work. None of the usual headers. */
  | {
      readonly type: 'body';
      readonly status?: number;
      readonly contentType?: string;
      readonly body: string;
      readonly afterActing?: boolean;
    }
  /** Reset the connection: before reading, after N request bytes, after N response bytes, or after acting without an answer. */
  | { readonly type: 'reset'; readonly at: 'connect' | 'request' | 'response' | 'answer'; readonly afterBytes?: number }
  /** Answer nothing at all. */
  | { readonly type: 'hang' }
  | { readonly type: 'delay'; readonly milliseconds: number }
  | { readonly type: 'throttle'; readonly bytesPerSecond: number }
  /** End the response early, with the full Content-Length promised (`cut`) or close-delimited (`cutWithoutLength`). */
  | { readonly type: 'cut' | 'cutWithoutLength'; readonly afterBytes: number }
  | { readonly type: 'wrongHeader'; readonly header: string; readonly value: string | null }
  /** Flip a byte of the stored or sent content. */
  | { readonly type: 'corrupt'; readonly atByte: number };

/** A running emulator, as tests hold it. */
export interface CosEmulator {
  readonly port: number;
  /** `http://localhost:<port>`; the control API and the health check answer here. */
  readonly origin: string;
  readonly controlToken: string;
  /** The two origins that serve a bucket: `http://<bucket>.cos.<region>.localhost:<port>` and the alias `…cos-alias.<region>.localhost`. */
  bucketOrigins(bucket: string): readonly [string, string];
  /** Temporary keys under a policy, as STS would make them. */
  issueKeys(options: { policy: unknown; durationSeconds?: number }): IssuedKeys;
  /** The back door: bytes as stored, past signature and policy. */
  readonly control: EmulatorControl;
  close(): Promise<void>;
}

export interface IssuedKeys {
  readonly tmpSecretId: string;
  readonly tmpSecretKey: string;
  readonly sessionToken: string;
  /** Unix seconds, by the emulator's clock. */
  readonly startTime: number;
  readonly expiredTime: number;
}

/** The same calls the HTTP control API offers (`/_control/…` with the token), in process. */
export interface EmulatorControl {
  createBucket(bucket: EmulatorBucket): Promise<void>;
  setCors(bucket: string, rules: readonly CorsRule[]): Promise<void>;
  putObject(
    bucket: string,
    key: string,
    body: Uint8Array,
    options?: {
      contentType?: string;
      lastModified?: Date;
      headers?: Record<string, string>;
      storageClass?: string;
      acl?: string;
    },
  ): Promise<void>;
  /** Adds objects by rule. */
  seedKeys(bucket: string, seed: KeySeed): Promise<void>;
  readObject(bucket: string, key: string): Promise<Uint8Array | undefined>;
  listKeys(bucket: string): Promise<string[]>;
  listUploads(bucket: string): Promise<{ key: string; uploadId: string; partNumbers: number[] }[]>;
  /** Server clock minus this machine's from now on, in milliseconds; 0 puts it right. */
  moveClock(offsetMs: number): void;
  plantFaults(faults: readonly Fault[]): void;
  clearFaults(): void;
  revokeKeys(tmpSecretId: string): void;
  /** Every request since start or the last `clearJournal`, in order of arrival; never a secret. */
  journal(): JournalEntry[];
  clearJournal(): void;
}

export interface JournalEntry {
  /** When it arrived, by the emulator's clock, milliseconds since 1970. */
  readonly at: number;
  /** When the last byte of the answer was handed over, or the client had left; absent while it is under way. */
  readonly endedAt?: number;
  readonly operation: string;
  readonly method: string;
  readonly host: string;
  /** Decoded key, or '' for the bucket. */
  readonly key: string;
  readonly query: Readonly<Record<string, string>>;
  /** 0 while there is no answer, and for ever when the connection was reset or the client left. */
  readonly status: number;
  readonly errorCode?: string;
  /** Body bytes that arrived or left, also of requests that were cut. */
  readonly requestBytes: number;
  readonly responseBytes: number;
  /** Hash of the Authorization, so that a browser's own replay can be told from a new attempt. */
  readonly authorizationHash?: string;
}
