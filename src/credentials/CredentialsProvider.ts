import type { Connection } from '#config/DeploymentConfig.ts';
import type { Failure } from '#lib/Failure.ts';
import type { Right } from './createLearntRights.ts';

/** Keys from STS. They live in memory and nowhere else; see `[Note: Keys live in memory]`. */
export interface TemporaryCredentials {
  readonly secretId: string;
  readonly secretKey: string;
  readonly sessionToken: string;
  readonly expiresAt: Date;
  /** When the service says they were made. Endpoints cache keys, so this only bounds the clock. */
  readonly issuedAt?: Date;
  /** `name/cos:GetObject`… when the endpoint tells; absent means unknown, not "none". */
  readonly permissions?: readonly string[];
  /** True when the endpoint confirmed that the keys cover exactly the keys that were asked for (share links). */
  readonly narrowed?: boolean;
}

export type CredentialsPurpose = 'browse' | 'upload' | 'share' | 'upload-request';

/** What we ask the endpoint for; sent as JSON (POST) or as query parameters (GET). The endpoint decides. */
export interface CredentialsRequest {
  readonly bucket: string;
  readonly region: string;
  readonly prefix: string;
  readonly purpose: CredentialsPurpose;
  /** For `share`: exactly these objects. For `upload-request`: one object, or one prefix that ends with `/`. */
  readonly keys?: readonly string[];
  /** For `share`: this version of the one object. Absent: the latest. */
  readonly versionId?: string;
  /** How long we would like them to live. */
  readonly durationSeconds?: number;
}

/**
 * One per page. Obligations: one request at a time per distinct question (200 cold callers make one request);
 * renewed ahead of expiry; a rejected set is never handed out again; the promise of one caller settles with that
 * caller's signal while the shared request goes on for the others.
 */
export interface CredentialsProvider {
  /** Keys that live at least `minimumLifeSeconds` more (default: `renewalWindowSeconds` of their life). */
  get(connection: Connection, options: GetCredentialsOptions): Promise<TemporaryCredentials>;
  /** COS refused these: forget them. The next `get` asks again. */
  evict(credentials: TemporaryCredentials): void;
  /** The bucket served, or refused, a request signed with the keys for this purpose; kept until they are renewed. */
  noteRight?(connection: Connection, purpose: CredentialsPurpose, right: Right, wasGranted: boolean): void;
}

/** Keys that still live could not be renewed. */
export interface RenewalTrouble {
  readonly credentials: TemporaryCredentials;
  readonly failure: Failure;
  /** Asks once more. The same keys are the answer while they live and there are no others. */
  readonly again: () => Promise<TemporaryCredentials>;
}

/** What is known of the rights of keys that were already fetched. Asks nobody. */
export interface KnownPermissions {
  /** The `permissions` of the endpoint's answer; undefined when no such keys are held, or their answer told none. */
  permissionsOf(connection: Connection, purpose: 'browse' | 'upload'): readonly string[] | undefined;
  /** The bucket has refused this action to the keys that are held now; see `[Note: Rights are learnt by folder]`. */
  isRefused(connection: Connection, purpose: 'browse' | 'upload', action: string, folder: string): boolean;
  /** Forgets what the bucket has refused on this connection: the rights may have been given meanwhile. */
  askAgain(connection: Connection): void;
  /** Calls back whenever more may be known; returns how to stop. */
  readonly onMoreKnown: (listener: () => void) => () => void;
  /** Another number whenever more may be known. */
  readonly revision: () => number;
}

export interface GetCredentialsOptions {
  readonly purpose: CredentialsPurpose;
  readonly keys?: readonly string[];
  readonly versionId?: string;
  readonly durationSeconds?: number;
  readonly minimumLifeSeconds?: number;
  readonly signal?: AbortSignal;
}
