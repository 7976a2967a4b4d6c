import { minimalPolicy, type Policy, type PolicyScope } from './minimalPolicy.ts';

/**
 * What the sub-account needs whose permanent key makes the temporary ones: to ask STS, and every right that it hands on,
 * since a temporary key may do what both the account and its own policy allow (CAM documentation 1312/48195).
 */
export function permanentKeyPolicy(scope: Pick<PolicyScope, 'bucket' | 'region' | 'prefix'>): Policy {
  const { version, statement } = minimalPolicy({ ...scope, purpose: 'upload', mayDelete: true });
  const askSts = { effect: 'allow', action: ['name/sts:GetFederationToken'], resource: ['*'] } as const;
  return { version, statement: [askSts, ...statement] };
}
