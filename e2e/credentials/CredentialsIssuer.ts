import type { Policy } from './minimalPolicy.ts';

/** Temporary keys in the shape the COS STS SDK answers, which most sample back ends pass on as it is. */
export interface StsAnswer {
  readonly credentials: {
    readonly tmpSecretId: string;
    readonly tmpSecretKey: string;
    readonly sessionToken: string;
  };
  /** Unix seconds. */
  readonly startTime: number;
  readonly expiredTime: number;
}

/** Makes temporary keys under a policy. */
export type CredentialsIssuer = (request: {
  readonly policy: Policy;
  readonly durationSeconds: number;
}) => Promise<StsAnswer>;
