import { expect, test } from 'vitest';
import { PLACE, startOperations } from './startOperations.ts';

const AT = { connectionId: 'c', name: 'x' } as const;

test('a folder is edited through throttling and a lost answer; what was not named stays as it was', async () => {
  const here = await startOperations();
  try {
    const keys = Array.from({ length: 40 }, (_, index) => `shop/${index}`);
    for (const Key of [...keys, 'shopping']) {
      await here.sdk.putObject({
        ...PLACE,
        Key,
        Body: Key,
        ACL: 'public-read',
        ContentType: 'text/plain',
        'x-cos-meta-old': 'a%20b',
      });
      await here.sdk.putObjectTagging({ ...PLACE, Key, Tags: [{ Key: 'team', Value: 'x' }] });
    }
    here.emulator.control.plantFaults([
      { operation: 'PutObjectCopy', nth: 3, times: 5, effect: { type: 'error', status: 503, code: 'SlowDown' } },
      { operation: 'PutObjectCopy', nth: 12, effect: { type: 'reset', at: 'answer' } },
      { operation: 'PutObjectTagging', nth: 5, effect: { type: 'reset', at: 'answer' } },
    ]);
    const { engine, ended } = here.openPage();
    const edit = {
      contentType: 'image/png',
      cacheControl: 'max-age=60',
      storageClass: 'STANDARD_IA',
      metadata: { values: { new: '蜂' }, keepsOthers: true },
      tags: { values: { season: 'winter' }, keepsOthers: true },
    };
    const id = engine.start({ ...AT, kind: 'edit', roots: [{ from: 'shop/' }], edit });
    expect((await ended(id)).state).toMatchObject({ status: 'completed', counts: { done: 40, failed: 0 } });
    for (const Key of keys) {
      const { Body, headers } = await here.sdk.getObject({ ...PLACE, Key });
      expect(Body.toString()).toBe(Key);
      expect(headers).toMatchObject({
        'content-type': 'image/png',
        'cache-control': 'max-age=60',
        'x-cos-storage-class': 'STANDARD_IA',
        'x-cos-meta-old': 'a%20b',
        'x-cos-meta-new': '%E8%9C%82',
      });
    }
    const [Key = ''] = keys;
    expect((await here.sdk.getObjectAcl({ ...PLACE, Key })).ACL).toBe('public-read');
    expect((await here.sdk.getObjectTagging({ ...PLACE, Key })).Tags).toEqual([
      { Key: 'team', Value: 'x' },
      { Key: 'season', Value: 'winter' },
    ]);
    const beside = await here.sdk.headObject({ ...PLACE, Key: 'shopping' });
    expect(beside.headers).toMatchObject({ 'content-type': 'text/plain' });
  } finally {
    await here.close();
  }
});

test('everybody may read a folder, through throttling and a lost answer, and what is beside it stays', async () => {
  const here = await startOperations();
  try {
    const keys = Array.from({ length: 30 }, (_, index) => `open/${index}`);
    for (const Key of [...keys, 'opened']) await here.sdk.putObject({ ...PLACE, Key, Body: Key });
    here.emulator.control.plantFaults([
      { operation: 'PutObjectACL', nth: 3, times: 4, effect: { type: 'error', status: 503, code: 'SlowDown' } },
      { operation: 'PutObjectACL', nth: 12, effect: { type: 'reset', at: 'answer' } },
    ]);
    const { engine, ended } = here.openPage();
    const id = engine.start({ ...AT, kind: 'access', roots: [{ from: 'open/' }], access: 'public-read' });
    expect((await ended(id)).state).toMatchObject({ status: 'completed', counts: { done: 30, failed: 0 } });
    const acls = await Promise.all(keys.map((Key) => here.sdk.getObjectAcl({ ...PLACE, Key })));
    expect(new Set(acls.map(({ ACL }) => ACL))).toEqual(new Set(['public-read']));
    expect((await here.sdk.getObjectAcl({ ...PLACE, Key: 'opened' })).ACL).toBe('default');
    expect(await here.store.entries([])).toEqual([]);
  } finally {
    await here.close();
  }
});

test('an edit that a closed page left is finished by the next one', async () => {
  const here = await startOperations();
  try {
    for (let index = 0; index < 20; index += 1) await here.sdk.putObject({ ...PLACE, Key: `a/${index}`, Body: 'x' });
    here.emulator.control.plantFaults([{ operation: 'PutObjectCopy', nth: 6, times: null, effect: { type: 'hang' } }]);
    const first = here.openPage();
    const edit = { contentType: 'image/png' };
    const id = first.engine.start({ ...AT, kind: 'edit', roots: [{ from: 'a/' }], edit });
    await expect
      .poll(() => here.emulator.control.journal().filter(({ operation }) => operation === 'PutObjectCopy').length)
      .toBeGreaterThan(6);
    first.engine.dispose();
    here.emulator.control.clearFaults();
    const second = here.openPage();
    await second.engine.recall();
    const end = second.ended(id);
    second.engine.resume(id);
    expect((await end).state).toMatchObject({ status: 'completed', counts: { done: 20 } });
    for (let index = 0; index < 20; index += 1) {
      const { headers } = await here.sdk.headObject({ ...PLACE, Key: `a/${index}` });
      expect(headers).toMatchObject({ 'content-type': 'image/png' });
    }
    expect(await here.store.entries([])).toEqual([]);
  } finally {
    await here.close();
  }
});

test('archived objects of a folder are asked for once each; the others are left alone', async () => {
  const here = await startOperations({ bucket: { restoreSeconds: 3600 } });
  try {
    const put = (Key: string, StorageClass: 'ARCHIVE' | 'DEEP_ARCHIVE' | 'STANDARD') =>
      here.sdk.putObject({ ...PLACE, Key, Body: 'x', StorageClass });
    await put('a/cold', 'ARCHIVE');
    await put('a/deep', 'DEEP_ARCHIVE');
    await put('a/warm', 'STANDARD');
    here.emulator.control.plantFaults([{ operation: 'PostObjectRestore', effect: { type: 'reset', at: 'answer' } }]);
    const { engine, ended } = here.openPage();
    const wish = { days: 3, tier: 'Expedited' } as const;
    const id = engine.start({ ...AT, kind: 'restoreArchived', roots: [{ from: 'a/' }], wish });
    expect((await ended(id)).state).toMatchObject({ status: 'completed', counts: { done: 2, found: 2 } });
    for (const [Key, tier] of [
      ['a/cold', 'expedited'],
      ['a/deep', 'standard'],
    ]) {
      const { headers } = await here.sdk.headObject({ ...PLACE, Key: Key ?? '' });
      expect(headers?.['x-cos-restore']).toBe('ongoing-request="true"');
      expect(headers?.['x-cos-restore-status']).toContain(`tier="${tier}"`);
    }
  } finally {
    await here.close();
  }
});
