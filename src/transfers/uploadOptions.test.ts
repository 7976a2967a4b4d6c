import { expect, test } from 'vitest';
import { MIB } from './planParts.ts';
import { startEngine } from './testing/startEngine.ts';

const options = { storageClass: 'STANDARD_IA', metadata: { author: 'Anna' } };

test('class and metadata go with the request that makes the object, and the transfer says so', async () => {
  const { cos, upload, transfer } = startEngine();
  const id = upload({ options });
  expect((await cos.next('putObject')).input).toMatchObject(options);
  expect(transfer(id).options).toEqual(options);

  upload({ key: 'big', file: new Blob([new Uint8Array(17 * MIB)]), options });
  expect((await cos.next('initiateMultipartUpload')).input).toMatchObject(options);
});

test('a limit of its own is spread over the connections of a transfer', async () => {
  const { cos, upload } = startEngine({ settings: { verify: false } });
  upload({ key: 'big', file: new Blob([new Uint8Array(40 * MIB)]), options: { trafficLimit: 60_000_000 } });
  const initiate = await cos.next('initiateMultipartUpload');
  expect(initiate.input).not.toHaveProperty('trafficLimit');
  initiate.succeed({ uploadId: 'u' });
  const parts = [await cos.next('uploadPart'), await cos.next('uploadPart'), await cos.next('uploadPart')];
  expect(parts.map(({ input }) => input.trafficLimit)).toEqual([20_000_000, 20_000_000, 20_000_000]);
  expect(cos.unansweredCalls('uploadPart')).toHaveLength(0);
});

test('a limit for all lets so many go at once, each with its share; lifting it lets the others go', async () => {
  const { engine, cos, upload } = startEngine();
  engine.limitUploads(40_000_000);
  for (const key of ['a', 'b', 'c', 'd']) upload({ key });
  const first = await cos.next('putObject');
  await cos.next('putObject');
  expect(first.input).toMatchObject({ key: 'a', trafficLimit: 20_000_000 });
  expect(cos.calls).toHaveLength(2);
  engine.limitUploads(undefined);
  expect((await cos.next('putObject')).input).not.toHaveProperty('trafficLimit');
  expect((await cos.next('putObject')).input.key).toBe('d');
});

test('of two limits the narrower one counts', async () => {
  const { engine, cos, upload } = startEngine();
  engine.limitUploads(40_000_000);
  upload({ options: { trafficLimit: 819_200 } });
  expect((await cos.next('putObject')).input.trafficLimit).toBe(819_200);
});

test('the size of parts and their number at once are as the person wants, and automatic again when taken back', async () => {
  const { engine, cos, upload } = startEngine({ settings: { verify: false } });
  const begin = async (key: string): Promise<void> => {
    upload({ key, file: new Blob([new Uint8Array(18 * MIB)]) });
    (await cos.next('initiateMultipartUpload')).succeed({ uploadId: key });
  };
  engine.shape({ partBytes: 8 * MIB, lanes: 2 });
  await begin('big');
  const [first, second] = [await cos.next('uploadPart'), await cos.next('uploadPart')];
  expect([first, second].map(({ input }) => input.body.size)).toEqual([8 * MIB, 8 * MIB]);
  expect(cos.unansweredCalls('uploadPart')).toHaveLength(0);
  first.succeed({ etag: '"1"' });
  expect((await cos.next('uploadPart')).input.body.size).toBe(2 * MIB);

  engine.shape({});
  await begin('other');
  const automatic = [await cos.next('uploadPart'), await cos.next('uploadPart'), await cos.next('uploadPart')];
  for (const { input } of automatic) expect(input.body.size).toBeLessThan(8 * MIB);
});
