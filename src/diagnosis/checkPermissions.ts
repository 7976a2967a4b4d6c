import type { Finding } from '#lib/Finding.ts';
import { DELETING, LOOKING, WRITING } from './policyFor.ts';
import { deniedActionsOf, grantedActionsOf, type Trials } from './tryPermissions.ts';

/** In the order of the policy, so that a list reads the same everywhere. */
const ORDER: readonly string[] = [...LOOKING, ...WRITING, ...DELETING];

/**
 * Which rights the keys lack. Keys that only look are no fault: the endpoint decides who may write.
 *
 * @param mayUpload the endpoint gives this person keys for writing
 */
export function checkPermissions(trials: Trials, mayUpload: boolean): Finding {
  const denied = deniedActionsOf(trials).toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
  const granted = grantedActionsOf(trials);
  if (denied.length > 0) {
    // Whoever cannot look sees nothing at all; of the rest the screen greys out what is not allowed.
    const severity = denied.some((action) => (LOOKING as readonly string[]).includes(action)) ? 'bad' : 'warning';
    return { check: 'permissions', code: 'PermissionsMissing', severity, facts: { actions: denied } };
  }
  if (granted.length === 0) return { check: 'permissions', code: 'PermissionsUnknown', severity: 'unknown' };
  const facts = { actions: granted };
  return { check: 'permissions', code: mayUpload ? 'PermissionsRight' : 'PermissionsToLook', severity: 'good', facts };
}
