import { expect, test } from 'vitest';
import { PLACE, startOperations } from './startOperations.ts';

const BRING_BACK = { kind: 'bringBack', connectionId: 'c', name: 'x' } as const;
const PURGE = { kind: 'purge', connectionId: 'c', name: 'x' } as const;

/** A bucket that keeps versions, with some that were deleted: `a/x` twice, `a/y 照` once; `a/z` and `ab` are there. */
async function startWithDeleted(options: Parameters<typeof startOperations>[0] = {}) {
  const here = await startOperations({ ...options, bucket: { versioning: 'Enabled' } });
  const write = (Key: string, Body = Key) => here.sdk.putObject({ ...PLACE, Key, Body });
  for (const key of ['a/x', 'a/y 照', 'a/z', 'ab']) await write(key);
  await write('a/x', 'newest of x');
  for (const Key of ['a/x', 'a/x', 'a/y 照']) await here.sdk.deleteObject({ ...PLACE, Key });
  const versions = async (Prefix: string): Promise<number> => {
    const { Versions = [], DeleteMarkers = [] } = (await here.sdk.listObjectVersions({ ...PLACE, Prefix })) as {
      readonly Versions?: unknown[];
      readonly DeleteMarkers?: unknown[];
    };
    return Versions.length + DeleteMarkers.length;
  };
  const textOf = async (Key: string) => (await here.sdk.getObject({ ...PLACE, Key })).Body.toString();
  return { ...here, write, versions, textOf, ...here.openPage() };
}

test('deleted objects come back as they were, also one that was deleted twice; others stay as they are', async () => {
  const here = await startWithDeleted();
  try {
    // Its answer gets lost, and the marks are gone when it asks again.
    here.emulator.control.plantFaults([
      { operation: 'DeleteMultipleObjects', effect: { type: 'reset', at: 'answer' } },
    ]);
    const { state } = await here.ended(here.engine.start({ ...BRING_BACK, roots: [{ from: 'a/' }] }));
    expect(state).toMatchObject({ status: 'completed', counts: { done: 2, found: 2, failed: 0 }, canUndo: false });
    expect(await here.emulator.control.listKeys(PLACE.Bucket)).toEqual(['a/x', 'a/y 照', 'a/z', 'ab']);
    expect(await here.textOf('a/x')).toBe('newest of x');
    expect(await here.versions('a/z')).toBe(1);
  } finally {
    await here.close();
  }
});

test('one object of several whose names begin alike; what was written anew meanwhile is left alone', async () => {
  const here = await startWithDeleted();
  try {
    await here.write('a/y 照', 'written anew');
    const roots = [{ from: 'a/x' }, { from: 'a/y 照' }, { from: 'a' }];
    const { state } = await here.ended(here.engine.start({ ...BRING_BACK, roots }));
    expect(state).toMatchObject({ status: 'completed', counts: { done: 1, found: 1 } });
    expect(await here.textOf('a/y 照')).toBe('written anew');
    expect(await here.versions('a/y 照')).toBe(3);
  } finally {
    await here.close();
  }
});

test('keys that may not delete bring back by a copy', async () => {
  const here = await startWithDeleted({ denied: ['name/cos:DeleteObject', 'name/cos:DeleteMultipleObjects'] });
  try {
    const { state } = await here.ended(here.engine.start({ ...BRING_BACK, roots: [{ from: 'a/x' }] }));
    expect(state).toMatchObject({ status: 'completed', counts: { done: 1 } });
    expect(await here.textOf('a/x')).toBe('newest of x');
    const { problems } = await here.ended(here.engine.start({ ...PURGE, roots: [{ from: 'a/y 照' }] }));
    expect(problems).toMatchObject([{ key: 'a/y 照', failure: { code: 'AccessDenied' } }]);
  } finally {
    await here.close();
  }
});

test('what is deleted for good leaves nothing; what is there is not touched', async () => {
  const here = await startWithDeleted();
  try {
    await here.sdk.deleteObject({ ...PLACE, Key: 'ab' });
    await here.write('ab', 'there again');
    const { state } = await here.ended(here.engine.start({ ...PURGE, roots: [{ from: 'a/' }, { from: 'ab' }] }));
    expect(state).toMatchObject({ status: 'completed', counts: { done: 2, found: 2 } });
    expect(await here.versions('a/x')).toBe(0);
    expect(await here.versions('a/y 照')).toBe(0);
    expect(await here.emulator.control.listKeys(PLACE.Bucket)).toEqual(['a/z', 'ab']);
    expect(await here.versions('ab')).toBe(3);
  } finally {
    await here.close();
  }
});

test('a page that goes away in the middle of deleting for good brings nothing back', async () => {
  const here = await startWithDeleted();
  try {
    here.emulator.control.plantFaults([
      { operation: 'DeleteMultipleObjects', nth: 3, effect: { type: 'error', status: 403, code: 'AccessDenied' } },
      { operation: 'DeleteObject', effect: { type: 'error', status: 403, code: 'AccessDenied' } },
    ]);
    const id = here.engine.start({ ...PURGE, roots: [{ from: 'a/x' }] });
    expect((await here.ended(id)).state.status).toBe('failed');
    expect(await here.emulator.control.listKeys(PLACE.Bucket)).toEqual(['a/z', 'ab']);
    here.emulator.control.plantFaults([]);
    const again = here.ended(id);
    here.engine.retry(id);
    expect((await again).state).toMatchObject({ status: 'completed' });
    expect(await here.versions('a/x')).toBe(0);
  } finally {
    await here.close();
  }
});
