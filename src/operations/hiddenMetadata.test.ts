import { expect, test } from 'vitest';
import { InMemoryCosClient } from '#cos/testing/InMemoryCosClient.ts';
import { startOperationEngine } from './testing/startOperationEngine.ts';

const MOVE = { kind: 'move', roots: [{ from: 'a/', to: 'b/' }] } as const;
const SMALL_LIMIT = { wholeCopyBytes: 3, partCopyBytes: 2 };

/** A bucket whose CORS rule shows no metadata to this page, and two objects that have some: one is large. */
function bucketThatHides(): InMemoryCosClient {
  // Sizes differ here, and stand for the checksums of parts put together.
  const bucket = new InMemoryCosClient({ crc64: (body) => String(body.size) });
  bucket.seed('a/large', 'large', { metadata: { author: 'bee' } });
  bucket.seed('a/x', 'x', { metadata: { author: 'bee' } });
  const headObject = bucket.headObject.bind(bucket);
  bucket.headObject = async (...call) => {
    const { metadata: _hidden, ...shown } = await headObject(...call);
    return shown;
  };
  return bucket;
}

test('above what one request copies, hidden metadata may be missing: the original stays until the person says so', async () => {
  const bucket = bucketThatHides();
  const { engine, run, until } = startOperationEngine(bucket, undefined, {}, SMALL_LIMIT);
  const id = run(MOVE);
  const { state } = await until(id, 'completed');
  expect(state).toMatchObject({ counts: { done: 1, kept: 1, retold: 1, failed: 0 }, canUndo: true });
  expect(bucket.keys()).toEqual(['a/large', 'b/large', 'b/x']);
  expect(await bucket.bodyOf('b/large')?.text()).toBe('large');
  // The server carries it along where it copies by itself.
  expect(bucket.metadataOf('b/x')).toEqual({ author: 'bee' });
  expect(bucket.metadataOf('b/large')).toBeUndefined();
  expect(bucket.metadataOf('a/large')).toEqual({ author: 'bee' });
  await until(engine.deleteKept(id) ?? '', 'completed');
  expect(bucket.keys()).toEqual(['b/large', 'b/x']);
});

test('a copy has its original all the same, and asks nothing', async () => {
  const bucket = bucketThatHides();
  const { run, until } = startOperationEngine(bucket, undefined, {}, SMALL_LIMIT);
  const { state } = await until(run({ ...MOVE, kind: 'copy' }), 'completed');
  expect(state).toMatchObject({ counts: { done: 2, kept: 0 } });
});
