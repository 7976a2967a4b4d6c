import COS from 'cos-nodejs-sdk-v5';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CosEmulator } from './EmulatorOptions.ts';
import { startCosEmulator } from './startCosEmulator.ts';

/** What can be said about an object besides its bytes, and its versions, through the vendor's client for Node. */

const Region = 'ap-guangzhou';
const at = { Bucket: 'media-1250000000', Region };
const kept = { Bucket: 'kept-1250000000', Region };
const slow = { Bucket: 'slow-1250000000', Region };
const young = { Bucket: 'young-1250000000', Region };
const ACCOUNT = { SecretId: 'EMULATORfacts000000000000000000000000', SecretKey: 'facts-secret-key-000000000000000' };

let cos: CosEmulator;
let sdk: COS;

beforeAll(async () => {
  cos = await startCosEmulator({
    buckets: [
      { name: at.Bucket, region: Region },
      { name: kept.Bucket, region: Region, versioning: 'Enabled' },
      { name: slow.Bucket, region: Region, restoreSeconds: 3600 },
      { name: young.Bucket, region: Region, forcesDownload: true },
    ],
    accounts: [{ secretId: ACCOUNT.SecretId, secretKey: ACCOUNT.SecretKey }],
  });
  sdk = clientAt(0);
});
afterAll(() => cos.close());

/** @param SystemClockOffset how far the emulator's clock is ahead, in milliseconds */
function clientAt(SystemClockOffset: number): COS {
  return new COS({
    ...ACCOUNT,
    SystemClockOffset,
    Protocol: 'http:',
    Domain: `{Bucket}.cos.{Region}.localhost:${cos.port}`,
    Ip: `127.0.0.1:${cos.port}`,
  });
}

const source = ({ Bucket }: { Bucket: string }, key: string) => `${Bucket}.cos.${Region}.myqcloud.com/${key}`;

describe('ACL', () => {
  test('set as a word, read back as grants, and anyone may read what is public', async () => {
    await sdk.putObject({ ...at, Key: 'acl', Body: 'x' });
    expect((await sdk.getObjectAcl({ ...at, Key: 'acl' })).Grants).toHaveLength(1);
    await sdk.putObjectAcl({ ...at, Key: 'acl', ACL: 'public-read' });
    const { ACL, Grants } = await sdk.getObjectAcl({ ...at, Key: 'acl' });
    expect([ACL, Grants.map((grant) => grant.Permission)]).toEqual(['public-read', ['FULL_CONTROL', 'READ']]);
  });

  test('a copy has the default again unless the request says otherwise', async () => {
    await sdk.putObject({ ...at, Key: 'public', Body: 'x', ACL: 'public-read' });
    await sdk.putObjectCopy({ ...at, Key: 'copy', CopySource: source(at, 'public') });
    await sdk.putObjectCopy({ ...at, Key: 'copy2', CopySource: source(at, 'public'), ACL: 'public-read' });
    expect((await sdk.getObjectAcl({ ...at, Key: 'copy' })).Grants).toHaveLength(1);
    expect((await sdk.getObjectAcl({ ...at, Key: 'copy2' })).Grants).toHaveLength(2);
  });
});

describe('tags', () => {
  const Tags = [
    { Key: 'team', Value: 'photos' },
    { Key: '项目', Value: 'a b' },
  ];

  test('are put, read, copied and deleted', async () => {
    await sdk.putObject({ ...at, Key: 'tagged', Body: 'x' });
    await sdk.putObjectTagging({ ...at, Key: 'tagged', Tags });
    await sdk.putObjectCopy({ ...at, Key: 'tagged2', CopySource: source(at, 'tagged') });
    expect((await sdk.getObjectTagging({ ...at, Key: 'tagged2' })).Tags).toEqual(Tags);
    await sdk.deleteObjectTagging({ ...at, Key: 'tagged' });
    expect((await sdk.getObjectTagging({ ...at, Key: 'tagged' })).Tags).toEqual([]);
  });

  test('eleven are too many, and an absent object has none', async () => {
    const eleven = Array.from({ length: 11 }, (_, index) => ({ Key: `t${index}`, Value: '' }));
    await expect(sdk.putObjectTagging({ ...at, Key: 'tagged', Tags: eleven })).rejects.toMatchObject({
      code: 'InvalidTag',
    });
    await expect(sdk.getObjectTagging({ ...at, Key: 'absent' })).rejects.toMatchObject({ code: 'NoSuchKey' });
  });
});

describe('archived objects', () => {
  test('are read, and copied from, only once they are restored', async () => {
    await sdk.putObject({ ...at, Key: 'cold', Body: 'frozen', StorageClass: 'ARCHIVE' });
    await expect(sdk.getObject({ ...at, Key: 'cold' })).rejects.toMatchObject({ code: 'InvalidObjectState' });
    const copy = { ...at, Key: 'thawed', CopySource: source(at, 'cold') };
    await expect(sdk.putObjectCopy(copy)).rejects.toMatchObject({ code: 'InvalidObjectState' });
    await sdk.restoreObject({
      ...at,
      Key: 'cold',
      RestoreRequest: { Days: 1, CASJobParameters: { Tier: 'Expedited' } },
    });
    expect((await sdk.headObject({ ...at, Key: 'cold' })).headers?.['x-cos-restore']).toContain(
      'ongoing-request="false"',
    );
    await sdk.putObjectCopy(copy);
    expect((await sdk.getObject({ ...at, Key: 'thawed' })).Body.toString()).toBe('frozen');
  });

  test('come back when their time has come, until it ends', async () => {
    await sdk.putObject({ ...slow, Key: 'cold', Body: 'frozen', StorageClass: 'DEEP_ARCHIVE' });
    const wish = (Tier: 'Expedited' | 'Standard') => ({
      ...slow,
      Key: 'cold',
      RestoreRequest: { Days: 2, CASJobParameters: { Tier } },
    });
    await expect(sdk.restoreObject(wish('Expedited'))).rejects.toMatchObject({ code: 'InvalidArgument' });
    await sdk.restoreObject(wish('Standard'));
    const state = async (client = sdk) => (await client.headObject({ ...slow, Key: 'cold' })).headers ?? {};
    expect(await state()).toMatchObject({
      'x-cos-restore': 'ongoing-request="true"',
      'x-cos-restore-status': expect.stringMatching(/^tier="standard"; request-date="/) as string,
    });
    expect((await sdk.getBucket(slow)).Contents[0]).toMatchObject({ RestoreStatus: 'ONGOING' });
    await expect(sdk.getObject({ ...slow, Key: 'cold' })).rejects.toMatchObject({ code: 'InvalidObjectState' });
    await expect(sdk.restoreObject(wish('Standard'))).rejects.toMatchObject({ code: 'RestoreAlreadyInProgress' });
    try {
      cos.control.moveClock(3_600_000);
      const later = clientAt(3_600_000);
      expect((await state(later))['x-cos-restore']).toContain('ongoing-request="false", expiry-date="');
      expect((await later.getBucket(slow)).Contents[0]).toMatchObject({ RestoreStatus: 'DONE' });
      expect((await later.getObject({ ...slow, Key: 'cold' })).Body.toString()).toBe('frozen');
      cos.control.moveClock(3_600_000 * 50);
      const muchLater = clientAt(3_600_000 * 50);
      expect((await state(muchLater))['x-cos-restore']).toBeUndefined();
      await expect(muchLater.getObject({ ...slow, Key: 'cold' })).rejects.toMatchObject({ code: 'InvalidObjectState' });
    } finally {
      cos.control.moveClock(0);
    }
  });

  test('what is not archived cannot be restored', async () => {
    await sdk.putObject({ ...at, Key: 'warm', Body: 'x' });
    const RestoreRequest = { Days: 1, CASJobParameters: { Tier: 'Standard' as const } };
    await expect(sdk.restoreObject({ ...at, Key: 'warm', RestoreRequest })).rejects.toMatchObject({
      code: 'RestoreNonArchiveObject',
    });
  });
});

/** The SDK's types give these as `void & Promise`. */
function listVersions(options: Omit<COS.ListObjectVersionsParams, 'Bucket' | 'Region'>) {
  return new Promise<COS.ListObjectVersionsResult>((resolve, reject) => {
    sdk.listObjectVersions({ ...kept, ...options }, (error, data) => (error ? reject(error) : resolve(data)));
  });
}

async function versionsOf(Prefix: string) {
  const { Versions, DeleteMarkers } = await listVersions({ Prefix });
  return { versions: Versions.map((each) => each.VersionId), marks: DeleteMarkers.map((each) => each.VersionId) };
}

describe('a bucket that keeps versions', () => {
  test('keeps what was there, hides what is deleted, and gives it back with its mark', async () => {
    const first = await sdk.putObject({ ...kept, Key: 'v', Body: 'one' });
    await sdk.putObject({ ...kept, Key: 'v', Body: 'two' });
    const { versions } = await versionsOf('v');
    expect(versions).toHaveLength(2);
    const VersionId = first.headers?.['x-cos-version-id'] as string;
    expect((await sdk.getObject({ ...kept, Key: 'v', VersionId })).Body.toString()).toBe('one');

    const deleted = await sdk.deleteObject({ ...kept, Key: 'v' });
    expect(deleted.headers?.['x-cos-delete-marker']).toBe('true');
    await expect(sdk.getObject({ ...kept, Key: 'v' })).rejects.toMatchObject({ code: 'NoSuchKey' });
    expect((await sdk.getBucket({ ...kept, Prefix: 'v' })).Contents).toEqual([]);
    const mark = deleted.headers?.['x-cos-version-id'] as string;
    expect((await versionsOf('v')).marks).toEqual([mark]);

    await sdk.deleteMultipleObject({ ...kept, Objects: [{ Key: 'v', VersionId: mark }] });
    expect((await sdk.getObject({ ...kept, Key: 'v' })).Body.toString()).toBe('two');
  });

  test('an older version is copied over the object with all that was said about it; the latest is not', async () => {
    const put = await sdk.putObject({
      ...kept,
      Key: 'back',
      Body: 'one',
      ContentType: 'text/old',
      'x-cos-meta-n': '1',
    });
    const id = put.headers?.['x-cos-version-id'] as string;
    await sdk.putObject({ ...kept, Key: 'back', Body: 'two' });
    const copy = { ...kept, Key: 'back' };
    await expect(sdk.putObjectCopy({ ...copy, CopySource: source(kept, 'back') })).rejects.toMatchObject({
      code: 'InvalidRequest',
    });
    await sdk.putObjectCopy({ ...copy, CopySource: `${source(kept, 'back')}?versionId=${id}` });
    const { Body, headers } = await sdk.getObject(copy);
    expect([Body.toString(), headers?.['content-type'], headers?.['x-cos-meta-n']]).toEqual(['one', 'text/old', '1']);
    expect((await versionsOf('back')).versions).toHaveLength(3);
  });

  test('many are deleted with a mark each, and a version for good', async () => {
    const first = await sdk.putObject({ ...kept, Key: 'm', Body: 'one' });
    await sdk.putObject({ ...kept, Key: 'm', Body: 'two' });
    const { Deleted } = await sdk.deleteMultipleObject({ ...kept, Objects: [{ Key: 'm' }] });
    expect(Deleted[0]).toMatchObject({ Key: 'm', DeleteMarker: 'true' });
    const VersionId = first.headers?.['x-cos-version-id'] as string;
    await sdk.deleteMultipleObject({ ...kept, Objects: [{ Key: 'm', VersionId }] });
    expect((await versionsOf('m')).versions).toHaveLength(1);
  });

  test('pages through versions of one key without losing or doubling any', async () => {
    for (let count = 0; count < 5; count++) await sdk.putObject({ ...kept, Key: 'p', Body: String(count) });
    const seen: string[] = [];
    let markers: { KeyMarker?: string; VersionIdMarker?: string } = {};
    for (;;) {
      const page = await listVersions({ Prefix: 'p', MaxKeys: '2', ...markers });
      seen.push(...page.Versions.map((each) => each.VersionId));
      if (page.IsTruncated !== 'true') break;
      // Its types call the answer's `NextKeyMarker` by another name.
      const next = page as unknown as { NextKeyMarker: string; NextVersionIdMarker: string };
      markers = { KeyMarker: next.NextKeyMarker, VersionIdMarker: next.NextVersionIdMarker };
    }
    expect(seen).toEqual((await versionsOf('p')).versions);
    expect(new Set(seen).size).toBe(5);
  });
});

test('a young bucket hands everything out as a download, and packages not at all', async () => {
  await sdk.putObject({ ...young, Key: 'page.html', Body: '<p>', ContentType: 'text/html' });
  const { headers } = await sdk.headObject({ ...young, Key: 'page.html' });
  expect([headers?.['content-disposition'], headers?.['x-cos-force-download']]).toEqual(['attachment', 'true']);
  await sdk.putObject({ ...young, Key: 'app.APK', Body: 'x' });
  await expect(sdk.getObject({ ...young, Key: 'app.APK' })).rejects.toMatchObject({ code: 'DownloadForbidden' });
});
