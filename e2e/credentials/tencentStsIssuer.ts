import type { CredentialsIssuer } from './CredentialsIssuer.ts';

/** The permanent key of a sub-account that may do no more than the app needs; it stays in this process. */
export interface PermanentKey {
  readonly secretId: string;
  readonly secretKey: string;
  readonly region: string;
}

/**
 * Keys from Tencent Cloud's STS (`GetFederationToken`), narrowed by the policy: the caller gets what both the permanent
 * key and the policy allow.
 *
 * @throws An error with STS's code; its message is dropped, because it may repeat the permanent key's id.
 */
export function tencentStsIssuer({ secretId, secretKey, region }: PermanentKey): CredentialsIssuer {
  return async ({ policy, durationSeconds }) => {
    const { default: sts } = await import('qcloud-cos-sts');
    const { credentials, startTime, expiredTime } = await sts
      .getCredential({ secretId, secretKey, policy, durationSeconds, region })
      .catch(refusal);
    return { credentials, startTime, expiredTime };
  };
}

function refusal(error: { readonly Code?: string; readonly code?: string }): never {
  throw new Error(`STS refused: ${error.Code ?? error.code ?? 'unknown error'}`);
}
