import { expect, test } from 'vitest';
import { FakeCosClient } from '#cos/testing/FakeCosClient.ts';
import { serviceFailure } from '#cos/testing/serviceFailure.ts';
import { createVersioningProbe } from './createVersioningProbe.ts';

test('asked once; a bucket that suspended versions has them too', async () => {
  const cos = new FakeCosClient();
  const probe = createVersioningProbe({ cosFor: () => cos, mayAsk: () => true });
  const both = [probe('main'), probe('main')];
  (await cos.next('getBucketVersioning')).succeed({ status: 'Suspended' });
  expect(await Promise.all(both)).toEqual([true, true]);
  expect(await probe('main')).toBe(true);
  expect(cos.calls).toHaveLength(1);
});

test('without the right nothing is asked; a refusal is a shrug, and asked again another time', async () => {
  const cos = new FakeCosClient();
  let mayAsk = false;
  const probe = createVersioningProbe({ cosFor: () => cos, mayAsk: () => mayAsk });
  expect(await probe('main')).toBeUndefined();
  expect(cos.calls).toHaveLength(0);
  mayAsk = true;
  const refused = probe('main');
  (await cos.next('getBucketVersioning')).fail(serviceFailure('AccessDenied', { status: 403 }));
  expect(await refused).toBeUndefined();
  const again = probe('main');
  (await cos.next('getBucketVersioning')).succeed({});
  expect(await again).toBe(false);
});
