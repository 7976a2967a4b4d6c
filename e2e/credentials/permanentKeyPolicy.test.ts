import { expect, test } from 'vitest';
import { evaluatePolicy } from '../emulator/evaluatePolicy.ts';
import { minimalPolicy, PURPOSES } from './minimalPolicy.ts';
import { permanentKeyPolicy } from './permanentKeyPolicy.ts';

const SCOPE = { bucket: 'media-1250000000', region: 'ap-guangzhou', prefix: 'team/' };

test.each(PURPOSES)('the account may do all that keys for %s may', (purpose) => {
  const keys = { browse: [], upload: [], share: ['team/a.txt'], 'upload-request': ['team/in/'] }[purpose];
  const granted = minimalPolicy({ ...SCOPE, purpose, keys, mayDelete: true });
  for (const { action, resource } of granted.statement) {
    for (const each of resource) {
      const key = each.slice(each.indexOf('/', each.indexOf('uid/') + 4) + 1).replace('*', 'a.txt');
      const allowed = action.filter((name) =>
        evaluatePolicy(permanentKeyPolicy(SCOPE), {
          action: name,
          bucket: SCOPE.bucket,
          region: SCOPE.region,
          key,
          conditionKeys: () => undefined,
        }),
      );
      expect(allowed).toEqual(action);
    }
  }
});

test('and to ask for them, nothing beyond, and few enough characters for CAM', () => {
  const policy = permanentKeyPolicy(SCOPE);
  expect(policy.statement[0]).toEqual({ effect: 'allow', action: ['name/sts:GetFederationToken'], resource: ['*'] });
  const elsewhere = { bucket: SCOPE.bucket, region: SCOPE.region, conditionKeys: () => undefined };
  expect(evaluatePolicy(policy, { ...elsewhere, action: 'name/cos:GetObject', key: 'other/a.txt' })).toBe(false);
  expect(evaluatePolicy(policy, { ...elsewhere, action: 'name/cos:DeleteBucket', key: '' })).toBe(false);
  // 6,144 are allowed (CAM documentation, limits).
  expect(JSON.stringify(policy, null, 2).length).toBeLessThan(6144);
});
