import COS from 'cos-nodejs-sdk-v5';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startCosEmulator } from '../emulator/startCosEmulator.ts';
import type { CosEmulator } from '../emulator/EmulatorOptions.ts';
import { minimalPolicy, type Policy, type PolicyScope } from './minimalPolicy.ts';

const PLACE = { Bucket: 'media-1250000000', Region: 'ap-guangzhou' };
const scope: PolicyScope = {
  bucket: PLACE.Bucket,
  region: PLACE.Region,
  prefix: 'anna/',
  purpose: 'browse',
  mayDelete: true,
};
let emulator: CosEmulator;

beforeAll(async () => {
  emulator = await startCosEmulator({
    buckets: [{ name: PLACE.Bucket, region: PLACE.Region }],
    minimumPartBytes: 1024,
  });
  await emulator.control.putObject(PLACE.Bucket, 'anna/a.txt', Buffer.from('a'));
  await emulator.control.putObject(PLACE.Bucket, 'anna/b.txt', Buffer.from('b'));
  await emulator.control.putObject(PLACE.Bucket, 'bob/a.txt', Buffer.from('secret'));
});
afterAll(() => emulator.close());

/** The vendor's client with keys under the policy. */
function clientWith(policy: Policy): COS {
  const keys = emulator.issueKeys({ policy });
  return new COS({
    SecretId: keys.tmpSecretId,
    SecretKey: keys.tmpSecretKey,
    SecurityToken: keys.sessionToken,
    Protocol: 'http:',
    Domain: `{Bucket}.cos.{Region}.localhost:${emulator.port}`,
    Ip: `127.0.0.1:${emulator.port}`,
  });
}

/** A client of somebody who looks around. */
function browser(): COS {
  return clientWith(minimalPolicy(scope));
}

/** A client of somebody who uploads. */
function uploader(mayDelete = true): COS {
  return clientWith(minimalPolicy({ ...scope, purpose: 'upload', mayDelete }));
}

const denied = { statusCode: 403, code: 'AccessDenied' };

describe('browse', () => {
  test('lists and reads below the prefix', async () => {
    const { Contents } = await browser().getBucket({ ...PLACE, Prefix: 'anna/' });
    expect(Contents.map(({ Key }) => Key)).toEqual(['anna/a.txt', 'anna/b.txt']);
    expect((await browser().getObject({ ...PLACE, Key: 'anna/a.txt' })).Body.toString()).toBe('a');
    expect((await browser().headObject({ ...PLACE, Key: 'anna/a.txt' })).statusCode).toBe(200);
    expect((await browser().headBucket(PLACE)).statusCode).toBe(200);
  });

  test('sees nothing of other prefixes, and changes nothing', async () => {
    await expect(browser().getBucket({ ...PLACE, Prefix: 'bob/' })).rejects.toMatchObject(denied);
    await expect(browser().getBucket(PLACE)).rejects.toMatchObject(denied);
    await expect(browser().getObject({ ...PLACE, Key: 'bob/a.txt' })).rejects.toMatchObject(denied);
    await expect(browser().putObject({ ...PLACE, Key: 'anna/new', Body: 'x' })).rejects.toMatchObject(denied);
    await expect(browser().deleteObject({ ...PLACE, Key: 'anna/a.txt' })).rejects.toMatchObject(denied);
  });
});

describe('upload', () => {
  test('writes, in one piece and in parts, and reads back', async () => {
    const cos = uploader();
    await cos.putObject({ ...PLACE, Key: 'anna/whole', Body: 'whole' });
    const { UploadId } = await cos.multipartInit({ ...PLACE, Key: 'anna/parts' });
    const { ETag } = await cos.multipartUpload({ ...PLACE, Key: 'anna/parts', UploadId, PartNumber: 1, Body: 'part' });
    expect((await cos.multipartListPart({ ...PLACE, Key: 'anna/parts', UploadId })).Part).toHaveLength(1);
    expect((await cos.multipartList({ ...PLACE, Prefix: 'anna/', Delimiter: '' })).Upload).toHaveLength(1);
    await cos.multipartComplete({ ...PLACE, Key: 'anna/parts', UploadId, Parts: [{ PartNumber: 1, ETag }] });
    expect((await cos.headObject({ ...PLACE, Key: 'anna/parts' })).statusCode).toBe(200);
    const second = await cos.multipartInit({ ...PLACE, Key: 'anna/unwanted' });
    await cos.multipartAbort({ ...PLACE, Key: 'anna/unwanted', UploadId: second.UploadId });
  });

  test('stays below the prefix', async () => {
    await expect(uploader().putObject({ ...PLACE, Key: 'bob/new', Body: 'x' })).rejects.toMatchObject(denied);
    await expect(uploader().multipartInit({ ...PLACE, Key: 'bob/new' })).rejects.toMatchObject(denied);
  });

  test('deletes only where the caller may', async () => {
    await emulator.control.putObject(PLACE.Bucket, 'anna/old', Buffer.from('x'));
    await expect(uploader(false).deleteObject({ ...PLACE, Key: 'anna/old' })).rejects.toMatchObject(denied);
    await uploader().deleteMultipleObject({ ...PLACE, Objects: [{ Key: 'anna/old' }] });
    expect(await emulator.control.readObject(PLACE.Bucket, 'anna/old')).toBeUndefined();
  });
});

describe('share', () => {
  test('opens the named objects and does nothing else', async () => {
    const cos = clientWith(minimalPolicy({ ...scope, purpose: 'share', keys: ['anna/a.txt'] }));
    expect((await cos.getObject({ ...PLACE, Key: 'anna/a.txt' })).Body.toString()).toBe('a');
    await expect(cos.getObject({ ...PLACE, Key: 'anna/b.txt' })).rejects.toMatchObject(denied);
    await expect(cos.getBucket({ ...PLACE, Prefix: 'anna/' })).rejects.toMatchObject(denied);
    await expect(cos.putObject({ ...PLACE, Key: 'anna/a.txt', Body: 'x' })).rejects.toMatchObject(denied);
  });
});

describe('upload-request', () => {
  test('writes and cannot look', async () => {
    const cos = clientWith(minimalPolicy({ ...scope, purpose: 'upload-request' }));
    await cos.putObject({ ...PLACE, Key: 'anna/gift', Body: 'x' });
    await expect(cos.getObject({ ...PLACE, Key: 'anna/gift' })).rejects.toMatchObject(denied);
    await expect(cos.getBucket({ ...PLACE, Prefix: 'anna/' })).rejects.toMatchObject(denied);
    await expect(cos.deleteObject({ ...PLACE, Key: 'anna/gift' })).rejects.toMatchObject(denied);
  });
});
