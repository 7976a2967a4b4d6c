import { expect, test } from 'vitest';
import { PLACE, startOperations } from './startOperations.ts';

const MOVE = { kind: 'move', connectionId: 'c', name: 'x' } as const;

test.each([
  ['in one request', 1024 * 1024, ['neu 名.txt'], { done: 1 }],
  // Nobody can tell whether more is hidden from the page, so the original waits for the person.
  ['in parts, as above 5 GB', 1024, ['neu 名.txt', 'old.txt'], { done: 0, kept: 1, retold: 1 }],
])('class, ACL, tags, headers and metadata go along: %s', async (_, wholeCopyBytes, left, counts) => {
  const here = await startOperations({ policy: { wholeCopyBytes, partCopyBytes: 1024 } });
  try {
    const Body = Buffer.alloc(2500, 'bytes');
    await here.sdk.putObject({
      ...PLACE,
      Key: 'old.txt',
      Body,
      ACL: 'public-read',
      StorageClass: 'STANDARD_IA',
      ContentType: 'text/plain',
      CacheControl: 'max-age=60',
      ContentDisposition: 'attachment',
      'x-cos-meta-note': 'a%20b',
    });
    await here.sdk.putObjectTagging({ ...PLACE, Key: 'old.txt', Tags: [{ Key: 'team', Value: 'a b' }] });
    const before = await here.sdk.headObject({ ...PLACE, Key: 'old.txt' });
    const { engine, ended } = here.openPage();
    const { state } = await ended(engine.start({ ...MOVE, roots: [{ from: 'old.txt', to: 'neu 名.txt' }] }));
    expect(state).toMatchObject({ status: 'completed', counts });
    expect(await here.emulator.control.listKeys(PLACE.Bucket)).toEqual(left);
    expect(await here.emulator.control.listUploads(PLACE.Bucket)).toEqual([]);
    const Key = 'neu 名.txt';
    expect((await here.sdk.getObject({ ...PLACE, Key })).Body).toEqual(Body);
    const after = await here.sdk.headObject({ ...PLACE, Key });
    for (const name of [
      'content-type',
      'cache-control',
      'content-disposition',
      'x-cos-meta-note',
      'x-cos-storage-class',
      'x-cos-hash-crc64ecma',
    ]) {
      expect([name, after.headers?.[name]]).toEqual([name, before.headers?.[name]]);
    }
    expect((await here.sdk.getObjectAcl({ ...PLACE, Key })).ACL).toBe('public-read');
    expect((await here.sdk.getObjectTagging({ ...PLACE, Key })).Tags).toEqual([{ Key: 'team', Value: 'a b' }]);
  } finally {
    await here.close();
  }
});

test('a deletion is taken back where the bucket keeps versions', async () => {
  const here = await startOperations({ bucket: { versioning: 'Enabled' } });
  try {
    for (const Key of ['a/x', 'a/y', 'b']) await here.sdk.putObject({ ...PLACE, Key, Body: Key });
    const { engine, ended } = here.openPage();
    const id = engine.start({ kind: 'delete', connectionId: 'c', name: 'x', roots: [{ from: 'a/' }, { from: 'b' }] });
    expect((await ended(id)).state).toMatchObject({ status: 'completed', counts: { done: 3 }, canUndo: true });
    expect(await here.emulator.control.listKeys(PLACE.Bucket)).toEqual([]);
    // Its answer gets lost, and the marks are gone when it asks again.
    here.emulator.control.plantFaults([
      { operation: 'DeleteMultipleObjects', effect: { type: 'reset', at: 'answer' } },
    ]);
    const back = engine.undo(id);
    expect((await ended(back ?? '')).state).toMatchObject({ status: 'completed', counts: { done: 3, failed: 0 } });
    expect((await here.sdk.getObject({ ...PLACE, Key: 'a/y' })).Body.toString()).toBe('a/y');
    expect(await here.emulator.control.listKeys(PLACE.Bucket)).toEqual(['a/x', 'a/y', 'b']);
  } finally {
    await here.close();
  }
});

test('an archived object stays where it is, and says why', async () => {
  const here = await startOperations();
  try {
    await here.sdk.putObject({ ...PLACE, Key: 'cold', Body: 'x', StorageClass: 'ARCHIVE' });
    const { engine, ended } = here.openPage();
    const { problems } = await ended(engine.start({ ...MOVE, roots: [{ from: 'cold', to: 'warm' }] }));
    expect(problems).toMatchObject([{ key: 'cold', failure: { code: 'InvalidObjectState' } }]);
    expect(await here.emulator.control.listKeys(PLACE.Bucket)).toEqual(['cold']);
  } finally {
    await here.close();
  }
});

test('a part copy that a closed page left open is ended by the next one', async () => {
  const here = await startOperations({ policy: { wholeCopyBytes: 1024, partCopyBytes: 1024 } });
  try {
    await here.sdk.putObject({ ...PLACE, Key: 'old', Body: Buffer.alloc(4000, 'x') });
    here.emulator.control.plantFaults([{ operation: 'UploadPartCopy', nth: 2, times: 50, effect: { type: 'hang' } }]);
    const first = here.openPage();
    const id = first.engine.start({ ...MOVE, roots: [{ from: 'old', to: 'new' }] });
    await expect.poll(() => here.store.entries(['upload'])).toHaveLength(1);
    await expect.poll(() => here.emulator.control.listUploads(PLACE.Bucket)).toMatchObject([{ partNumbers: [1] }]);
    first.engine.dispose();
    here.emulator.control.clearFaults();
    const second = here.openPage();
    await second.engine.recall();
    const end = second.ended(id);
    second.engine.resume(id);
    expect((await end).state).toMatchObject({ status: 'completed' });
    expect(await here.emulator.control.listKeys(PLACE.Bucket)).toEqual(['new', 'old']);
    expect(await here.emulator.control.listUploads(PLACE.Bucket)).toEqual([]);
    expect(await here.store.entries([])).toEqual([]);
  } finally {
    await here.close();
  }
});

test('a cancelled part copy leaves no open upload behind, and its source', async () => {
  const here = await startOperations({ policy: { wholeCopyBytes: 1024, partCopyBytes: 1024 } });
  try {
    await here.sdk.putObject({ ...PLACE, Key: 'old', Body: Buffer.alloc(4000, 'x') });
    here.emulator.control.plantFaults([{ operation: 'UploadPartCopy', nth: 2, times: 50, effect: { type: 'hang' } }]);
    const { engine } = here.openPage();
    const id = engine.start({ ...MOVE, roots: [{ from: 'old', to: 'new' }] });
    await expect.poll(() => here.emulator.control.listUploads(PLACE.Bucket)).toMatchObject([{ partNumbers: [1] }]);
    engine.cancel(id);
    await expect.poll(() => here.emulator.control.listUploads(PLACE.Bucket)).toEqual([]);
    await expect.poll(() => here.store.entries([])).toEqual([]);
    expect(await here.emulator.control.listKeys(PLACE.Bucket)).toEqual(['old']);
  } finally {
    await here.close();
  }
});

test('where versions are kept, undo says which objects a deletion with a lost answer hides still', async () => {
  const here = await startOperations({ bucket: { versioning: 'Enabled' } });
  try {
    for (const Key of ['a', 'b']) await here.sdk.putObject({ ...PLACE, Key, Body: Key });
    const { engine, ended } = here.openPage();
    const remove = async (...keys: readonly string[]): Promise<string> => {
      const roots = keys.map((from) => ({ from }));
      const id = engine.start({ kind: 'delete', connectionId: 'c', name: 'x', roots });
      expect((await ended(id)).state).toMatchObject({ status: 'completed', canUndo: true });
      return id;
    };
    const first = await remove('a');
    here.emulator.control.plantFaults([
      { operation: 'DeleteMultipleObjects', effect: { type: 'reset', at: 'answer' } },
    ]);
    const second = await remove('b');
    expect((await ended(engine.undo(first) ?? '')).state).toMatchObject({ status: 'completed', counts: { done: 1 } });
    expect((await ended(engine.undo(second) ?? '')).problems).toMatchObject([
      { key: 'b', failure: { code: 'StillHidden' } },
    ]);
    expect(await here.emulator.control.listKeys(PLACE.Bucket)).toEqual(['a']);
  } finally {
    await here.close();
  }
});
